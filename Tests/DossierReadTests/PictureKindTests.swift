import DossierFiles
import DossierModel
import DossierRead
import Foundation
import Testing

@Suite("Pictures that documents show")
struct PictureKindTests {
  private func size(_ name: String, _ bytes: [UInt8]) throws -> NoteReference.Destination {
    let folder = NSTemporaryDirectory() + "pictures-" + UUID().uuidString
    defer { try? Files.removeTree(folder) }
    try Files.createFolder(folder)
    try Files.write(bytes, to: folder + "/" + name)
    var documents = [
      try #require(
        DocumentReader().document(path: "a.md", location: "a.md", bytes: Array("![](\(name))".utf8)).document)
    ]
    let found = resolveReferences(
      in: &documents, pictures: [SeedFile(path: name, location: folder + "/" + name)], location: { $0.path },
      source: { _ in "" }, name: { path, _ in path })
    #expect(found.pictures.count + found.diagnostics.count == 1)
    return documents[0].references[0].destination
  }

  static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0, 0]

  @Test(
    "have their size from the header",
    arguments: [
      ("a.jpg", jpeg, 30, 20), ("a.JPEG", jpeg, 30, 20),
      (
        "a.png",
        [
          0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0, 7,
        ], 256, 7
      ),
      ("a.gif", Array("GIF89a".utf8) + [3, 1, 4, 0], 259, 4),
      ("a.webp", Array("RIFF____WEBPVP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 5, 0, 6, 0], 5, 6),
      ("a.webp", Array("RIFF____WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F, 9, 0xC0, 0, 0], 10, 4),
      ("a.webp", Array("RIFF____WEBPVP8X".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 7, 0, 0], 10, 8),
    ] as [(String, [UInt8], Int, Int)])
  func sizes(name: String, bytes: [UInt8], width: Int, height: Int) throws {
    guard case .picture(let path, let foundWidth, let foundHeight) = try size(name, bytes) else {
      Issue.record("no picture")
      return
    }
    #expect(path.hasPrefix("assets/a."))
    #expect(foundWidth == width)
    #expect(foundHeight == height)
  }

  @Test(
    "of other bytes than their name says are none",
    arguments: ["a.png", "a.jpg", "a.gif", "a.webp", "a.avif", "a.svg"])
  func wrong(name: String) throws {
    #expect(try size(name, Array("plain words".utf8)) == .none)
    #expect(try size(name, []) == .none)
  }

  @Test("cut anywhere end nothing")
  func cut() throws {
    for count in 0..<Self.jpeg.count { _ = try size("a.jpg", Array(Self.jpeg.prefix(count))) }
    for count in 0..<40 {
      _ = try size(
        "a.webp", Array((Array("RIFF____WEBPVP8X".utf8) + Array(repeating: 255, count: 30)).prefix(count)))
    }
  }
}
