/// The container of the recogniser's data: numbered parts behind a checked head, all numbers little-endian.
///
///     "DOSSIER\n"  version: UInt32  parts: UInt32  checksum: UInt64  then of each part: offset, bytes: UInt64
///
/// Parts begin at multiples of eight bytes, or of more where a file says so.
package struct ModelFile {
  /// What a file cannot be used for.
  package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case noModel
    case otherVersion(found: UInt32, known: UInt32)
    case damaged

    package var description: String {
      switch self {
      case .noModel: "this is no file of the recogniser"
      case .otherVersion(let found, let known):
        "the file is of version \(found), but this program reads version \(known)"
      case .damaged: "the file is damaged: its checksum is not that of its content"
      }
    }
  }

  package static let version: UInt32 = 1
  private static let magic = Array("DOSSIER\n".utf8)
  private static let headSize = 24

  let bytes: ModelBytes
  /// The sum over its content that the file's head has.
  let checksum: UInt64
  private let parts: [Range<Int>]

  /// Reads a file and checks it.
  ///
  /// - Complexity: O(bytes).
  package init(_ file: ModelBytes) throws(Problem) {
    let bytes = file.raw
    guard bytes.count >= ModelFile.headSize, bytes.prefix(8).elementsEqual(ModelFile.magic) else {
      throw .noModel
    }
    let version = ModelFile.number(in: bytes, at: 8) & 0xFFFF_FFFF
    guard version == UInt64(ModelFile.version) else {
      throw .otherVersion(found: UInt32(version), known: ModelFile.version)
    }
    let count = Int(ModelFile.number(in: bytes, at: 8) >> 32)
    let table = ModelFile.headSize + 16 * count
    guard count < 256, bytes.count >= table,
      ModelFile.number(in: bytes, at: 16) == ModelFile.checksum(of: bytes, from: ModelFile.headSize)
    else { throw .damaged }
    var parts: [Range<Int>] = []
    for index in 0..<count {
      let offset = ModelFile.number(in: bytes, at: ModelFile.headSize + 16 * index)
      let size = ModelFile.number(in: bytes, at: ModelFile.headSize + 16 * index + 8)
      guard offset >= table, offset % 8 == 0, offset <= bytes.count, size <= UInt64(bytes.count) - offset
      else { throw .damaged }
      parts.append(Int(offset)..<Int(offset + size))
    }
    self.bytes = file
    self.parts = parts
    checksum = ModelFile.number(in: bytes, at: 16)
  }

  /// Returns a file of the parts, which begin at multiples of `alignment`.
  package static func file(of parts: [[UInt8]], alignment: Int = 8) -> [UInt8] {
    func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
    var bytes = magic
    append(UInt64(parts.count) << 32 | UInt64(version), to: &bytes)
    append(0, to: &bytes)
    var offset = aligned(headSize + 16 * parts.count)
    for part in parts {
      append(UInt64(offset), to: &bytes)
      append(UInt64(part.count), to: &bytes)
      offset = aligned(offset + part.count)
    }
    for part in parts {
      while bytes.count % alignment != 0 { bytes.append(0) }
      bytes += part
    }
    while bytes.count % alignment != 0 { bytes.append(0) }
    let sum = bytes.withUnsafeBytes { checksum(of: $0, from: headSize) }
    for byte in 0..<8 { bytes[16 + byte] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * byte)) }
    return bytes
  }

  /// Returns the numbers of a part; none where the file has no such part.
  package func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ part: Int) -> [Number] {
    guard parts.indices.contains(part) else { return [] }
    if let numbers: UnsafeBufferPointer<Number> = numbersInPlace(part) { return Array(numbers) }
    let range = parts[part]
    let size = MemoryLayout<Number>.size
    // A machine with the other order of bytes. In bounds: the range was held against the file's size.
    return (0..<range.count / size).map {
      Number(
        littleEndian: bytes.raw.loadUnaligned(fromByteOffset: range.lowerBound + $0 * size, as: Number.self))
    }
  }

  /// Returns the numbers of a part in place, on a machine that has them in the file's order of bytes. They live as long
  /// as the file's bytes.
  func numbersInPlace<Number: FixedWidthInteger & BitwiseCopyable>(_ part: Int) -> UnsafeBufferPointer<
    Number
  >? {
    guard parts.indices.contains(part), Number(littleEndian: 1) == 1 else { return nil }
    // In bounds and aligned: the range was held against the file's size, and begins at a multiple of eight.
    return UnsafeRawBufferPointer(rebasing: bytes.raw[parts[part]]).bindMemory(to: Number.self)
  }

  /// Returns the bytes of numbers, as a part.
  package static func part<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    return bytes
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))) }
  }

  private static func number(in bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }

  /// A sum of the words of eight bytes in four lanes, so that a file of some megabytes takes a millisecond. It finds
  /// damage, not malice: the file is inside the program.
  private static func checksum(of bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    var offset = start
    // Each load ends before the count.
    while offset + 32 <= bytes.count {
      lanes =
        (lanes ^ bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)) &* 0x9e37_79b9_7f4a_7c15
      lanes ^= lanes &>> 29
      offset += 32
    }
    var sum = UInt64(bytes.count)
    for lane in 0..<4 { sum = (sum ^ lanes[lane]) &* 0xff51_afd7_ed55_8ccd ^ (sum >> 31) }
    while offset < bytes.count {
      sum = (sum ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01b3
      offset += 1
    }
    return sum
  }
}
