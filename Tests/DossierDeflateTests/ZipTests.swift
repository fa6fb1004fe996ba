import DossierDeflate
import SeededGenerator
import Testing

@Suite struct ZipTests {
  private func packed(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var archive = ZipWriter()
    var bytes: [UInt8] = []
    for (name, content) in files {
      let piece = archive.add(name, content)
      bytes += try #require(piece)
    }
    return bytes + archive.end()
  }

  @Test func whatIsPackedIsUnpacked() throws {
    var random = SeededGenerator(state: 8)
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let files: [(String, [UInt8])] = [
      ("a.txt", Array("hello".utf8)), ("empty", []),
      ("ordner/größe-東京.html", Array(repeating: 65, count: 9_000)),
      ("noise", noise),
    ]
    let bytes = try packed(files)
    let package = try #require(ZipPackage(bytes))
    #expect(package.names.sorted() == files.map(\.0).sorted())
    #expect(package.unpackedSize == files.reduce(0) { $0 + $1.1.count })
    for (name, content) in files { #expect(package.file(name) == content) }
    // The same again, byte for byte; what does not become smaller is stored.
    #expect(try packed(files) == bytes)
    #expect(bytes.count > noise.count && bytes.count < noise.count + 1_000)
    // A fixed time and the bit for UTF-8.
    #expect(bytes[6..<8].elementsEqual([0, 8]) && bytes[10..<14].elementsEqual([0, 0, 0x21, 0]))
  }

  @Test func nothingIsAnArchiveToo() {
    let package = ZipPackage(ZipWriter().end())
    #expect(package?.names.count == 0)
  }

  @Test func manyFilesHaveALargerDirectory() throws {
    var archive = ZipWriter()
    var bytes: [UInt8] = []
    for number in 0..<66_000 {
      let piece = archive.add("f\(number)", [])
      bytes += try #require(piece)
    }
    bytes += archive.end()
    let package = try #require(ZipPackage(bytes, most: 100_000))
    #expect(package.names.count == 66_000)
    #expect(package.file("f65999") == [])
  }
}
