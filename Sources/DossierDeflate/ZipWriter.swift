/// Writes a ZIP archive (PKWARE's APPNOTE, 4.3), piece by piece.
///
///     var archive = ZipWriter()
///     for file in files { append(archive.add(file.path, file.bytes)) }
///     append(archive.end())
///
/// The same files give the same bytes: each has the earliest time that there is (1 January 1980) and the same rights.
/// Names are UTF-8.
public struct ZipWriter: Sendable {
  private var directory: [UInt8] = []
  private var count = 0
  private var offset = 0

  /// 1 January 1980, as DOS had it.
  private static let date = 0x0021
  /// A plain file that everybody may read and its owner may write, as Unix has it.
  private static let rights = 0o100644 << 16

  /// Creates an archive without files.
  public init() {}

  /// Adds a file and returns what is to be written next; nothing where the file is 4 GB or longer, or there is no memory.
  ///
  /// - Parameter name: The path in the archive, its parts separated by "/"; at most 65,535 bytes.
  /// - Complexity: O(bytes), as `Deflate.gzip` has it.
  public mutating func add(_ name: String, _ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count < 0xFFFF_FFFF, name.utf8.count <= 0xFFFF, let gzip = Deflate.gzip(bytes) else {
      return nil
    }
    // A gzip file is ten bytes, the same stream that an archive has, the checksum and the size (RFC 1952, 2.3).
    let stream = gzip[10..<gzip.count - 8]
    let checksum = gzip[(gzip.count - 8)..<gzip.count - 4]
    let isPacked = stream.count < bytes.count
    let size = isPacked ? stream.count : bytes.count
    let isFar = offset >= 0xFFFF_FFFF

    // What a file's own head and the directory have in common: version, names in UTF-8, method, time, checksum, sizes.
    var common: [UInt8] = []
    Self.append(isFar ? 45 : 20, 2, to: &common)
    Self.append(0x0800, 2, to: &common)
    Self.append(isPacked ? 8 : 0, 2, to: &common)
    Self.append(0, 2, to: &common)
    Self.append(ZipWriter.date, 2, to: &common)
    common += checksum
    Self.append(size, 4, to: &common)
    Self.append(bytes.count, 4, to: &common)
    Self.append(name.utf8.count, 2, to: &common)

    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(3 << 8 | 45, 2, to: &directory)
    directory += common
    Self.append(isFar ? 12 : 0, 2, to: &directory)
    // No comment, the first disk, no kind of content.
    Self.append(0, 6, to: &directory)
    Self.append(ZipWriter.rights, 4, to: &directory)
    Self.append(isFar ? 0xFFFF_FFFF : offset, 4, to: &directory)
    directory += name.utf8
    if isFar {
      Self.append(1, 2, to: &directory)
      Self.append(8, 2, to: &directory)
      Self.append(offset, 8, to: &directory)
    }

    var piece: [UInt8] = []
    piece.reserveCapacity(30 + name.utf8.count + size)
    Self.append(0x0403_4B50, 4, to: &piece)
    piece += common
    Self.append(0, 2, to: &piece)
    piece += name.utf8
    if isPacked { piece += stream } else { piece += bytes }
    offset += piece.count
    count += 1
    return piece
  }

  /// Returns the end of the archive: its directory.
  public func end() -> [UInt8] {
    var end = directory
    if count >= 0xFFFF || offset + directory.count >= 0xFFFF_FFFF {
      // The record of large archives (4.3.14), and where it stands (4.3.15).
      Self.append(0x0606_4B50, 4, to: &end)
      Self.append(44, 8, to: &end)
      Self.append(3 << 8 | 45, 2, to: &end)
      Self.append(45, 2, to: &end)
      Self.append(0, 8, to: &end)
      Self.append(count, 8, to: &end)
      Self.append(count, 8, to: &end)
      Self.append(directory.count, 8, to: &end)
      Self.append(offset, 8, to: &end)
      Self.append(0x0706_4B50, 4, to: &end)
      Self.append(0, 4, to: &end)
      Self.append(offset + directory.count, 8, to: &end)
      Self.append(1, 4, to: &end)
    }
    Self.append(0x0605_4B50, 4, to: &end)
    Self.append(0, 4, to: &end)
    Self.append(min(count, 0xFFFF), 2, to: &end)
    Self.append(min(count, 0xFFFF), 2, to: &end)
    Self.append(min(directory.count, 0xFFFF_FFFF), 4, to: &end)
    Self.append(min(offset, 0xFFFF_FFFF), 4, to: &end)
    Self.append(0, 2, to: &end)
    return end
  }

  /// Appends a little-endian number. Static, as a method would copy the directory each time.
  private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
