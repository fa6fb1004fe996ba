import DossierDeflate
import SeededGenerator
import Testing

/// Streams written by hand, after RFC 1951.
@Suite struct DeflateTests {
  /// "hello", stored.
  private static let stored: [UInt8] = [0x01, 0x05, 0x00, 0xFA, 0xFF] + Array("hello".utf8)
  /// "aaaaaaaaaa", with the fixed codes: a letter and a run.
  private static let run: [UInt8] = [0x4B, 0x84, 0x03, 0x00]

  @Test func unpacks() {
    #expect(Deflate.unpack(Self.stored[...], limit: 100) == Array("hello".utf8))
    #expect(Deflate.unpack(Self.run[...], limit: 100) == Array(repeating: UInt8(ascii: "a"), count: 10))
    // A part of a larger array, and something behind the stream.
    let inside = [9, 9] + Self.stored + [7, 7, 7]
    #expect(Deflate.unpack(inside[2...], limit: 5) == Array("hello".utf8))
  }

  @Test func stopsAtTheLimit() {
    #expect(Deflate.unpack(Self.stored[...], limit: 4) == nil)
    #expect(Deflate.unpack(Self.run[...], limit: 9) == nil)
  }

  @Test func damagedStreamsGiveNothing() {
    for end in 0..<Self.stored.count { #expect(Deflate.unpack(Self.stored[..<end], limit: 100) == nil) }
    #expect(Deflate.unpack([], limit: 100) == nil)
    #expect(Deflate.unpack([0xFF, 0xFF, 0xFF], limit: 100) == nil)
    var generator = SeededGenerator(state: 3)
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect((Deflate.unpack(bytes[...], limit: 5_000)?.count ?? 0) <= 5_000)
    }
  }
}
