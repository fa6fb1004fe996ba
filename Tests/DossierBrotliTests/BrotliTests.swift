import DossierBrotli
import SeededGenerator
import Testing

@Suite struct BrotliTests {
  @Test func goesThereAndBack() throws {
    var generator = SeededGenerator(state: 11)
    var texts: [[UInt8]] = [[], [0], Array("hello".utf8), [UInt8](repeating: 97, count: 100_000)]
    for count in [1, 100, 20_000, 70_000] {
      texts.append((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    for text in texts {
      let packed = try #require(Brotli.compressed(text))
      #expect(Brotli.compressed(text) == packed)
      #expect(Brotli.decompressed(packed, limit: text.count) == text)
      if !text.isEmpty { #expect(Brotli.decompressed(packed, limit: text.count - 1) == nil) }
    }
    #expect(try #require(Brotli.compressed([UInt8](repeating: 97, count: 100_000))).count < 100)
  }

  /// The empty stream of RFC 7932, section 9.2: a window of 16 bits, and a last block with nothing in it.
  @Test func readsWhatTheStandardSays() {
    #expect(Brotli.decompressed([0x06], limit: 0) == [])
  }

  @Test func damagedBytesGiveNothing() throws {
    let packed = try #require(Brotli.compressed(Array("A sentence of some words, and the same words.".utf8)))
    for end in 0..<packed.count { #expect(Brotli.decompressed(Array(packed[..<end]), limit: 1_000) == nil) }
    #expect(Brotli.decompressed(packed + [0], limit: 1_000) == nil)
    var generator = SeededGenerator(state: 5)
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect((Brotli.decompressed(bytes, limit: 5_000)?.count ?? 0) <= 5_000)
    }
  }
}
