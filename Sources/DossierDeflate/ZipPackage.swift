/// The list of files in a ZIP archive (PKWARE's APPNOTE, 4.3), in which word processors and books keep their parts, and
/// sites are handed out.
public struct ZipPackage: Sendable {
  /// A file in the archive.
  private struct Entry {
    var isDeflated: Bool
    var packed: Int
    var size: Int
    var offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// The bytes of all files, as the archive states them.
  public private(set) var unpackedSize = 0

  /// Reads the directory; nothing where the bytes are no archive.
  ///
  /// - Parameter most: The most files that are looked at.
  public init?(_ bytes: [UInt8], most: Int = 10_000) {
    self.bytes = bytes
    guard bytes.count >= 22, bytes.starts(with: [0x50, 0x4B]) else { return nil }
    // The end record has a comment of up to 64 KiB after it.
    var place = bytes.count - 22
    let lowest = max(0, place - 65_536)
    while number(place, 4) != 0x0605_4B50 {
      place -= 1
      guard place >= lowest else { return nil }
    }
    var (count, next) = (number(place + 10, 2), number(place + 16, 4))
    // Where a number is too large for the end record, another one before it has it (4.3.14).
    if count == 0xFFFF, number(place - 20, 4) == 0x0706_4B50 {
      let record = number(place - 12, 8)
      guard number(record, 4) == 0x0606_4B50 else { return nil }
      (count, next) = (number(record + 32, 8), number(record + 48, 8))
    }
    for _ in 0..<min(max(0, count), most) {
      guard next >= 0, next <= bytes.count - 46, number(next, 4) == 0x0201_4B50 else { return nil }
      let nameLength = number(next + 28, 2)
      guard next + 46 + nameLength <= bytes.count else { return nil }
      let name = String(decoding: bytes[(next + 46)..<(next + 46 + nameLength)], as: UTF8.self)
      let size = number(next + 24, 4)
      unpackedSize += size
      entries[name] = Entry(
        isDeflated: number(next + 10, 2) == 8, packed: number(next + 20, 4), size: size,
        offset: number(next + 42, 4))
      next += 46 + nameLength + number(next + 30, 2) + number(next + 32, 2)
    }
  }

  /// A little-endian number; 0 past the end.
  private func number(_ place: Int, _ width: Int) -> Int {
    guard place >= 0, place <= bytes.count - width else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Whether the archive has a file.
  public func has(_ name: String) -> Bool { entries[name] != nil }

  /// The names of the files, in order.
  public var names: [String] { entries.keys.sorted() }

  /// Returns a small file, or nothing where there is none, or it is damaged or too long.
  public func file(_ name: String, limit: Int = 4 << 20) -> [UInt8]? {
    guard let entry = entries[name], entry.size <= limit, number(entry.offset, 4) == 0x0403_4B50 else {
      return nil
    }
    let start = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
    guard start + entry.packed <= bytes.count else { return nil }
    let data = bytes[start..<start + entry.packed]
    return entry.isDeflated ? Deflate.unpack(data, limit: limit) : Array(data)
  }
}
