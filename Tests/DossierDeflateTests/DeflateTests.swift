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

  // MARK: - gzip

  @Test func packsAndUnpacks() throws {
    var generator = SeededGenerator(state: 7)
    var texts: [[UInt8]] = [[], [0], Array("hello".utf8), [UInt8](repeating: 97, count: 100_000)]
    for count in [1, 16_384, 70_000] {
      texts.append((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    for text in texts {
      let packed = try #require(Deflate.gzip(text))
      #expect(Deflate.gunzip(packed, limit: text.count) == text)
      if !text.isEmpty { #expect(Deflate.gunzip(packed, limit: text.count - 1) == nil) }
    }
    #expect(try #require(Deflate.gzip([UInt8](repeating: 97, count: 100_000))).count < 300)
  }

  /// RFC 1952, section 2.3: DEFLATE, no flags, no time, the best level, an unknown system.
  @Test func tellsNothingOfTimeAndPlace() throws {
    let packed = try #require(Deflate.gzip(Array("hello".utf8)))
    #expect(packed.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    #expect(Deflate.gzip(Array("hello".utf8)) == packed)
  }

  @Test func damagedFilesGiveNothing() throws {
    let packed = try #require(Deflate.gzip(Array("hello, hello".utf8)))
    for end in 0..<packed.count { #expect(Deflate.gunzip(Array(packed[..<end]), limit: 100) == nil) }
    #expect(Deflate.gunzip(packed + [0], limit: 100) == nil)
    // The checksum and the length at the end.
    for index in packed.count - 8..<packed.count {
      var damaged = packed
      damaged[index] ^= 1
      #expect(Deflate.gunzip(damaged, limit: 100) == nil)
    }
  }
}
