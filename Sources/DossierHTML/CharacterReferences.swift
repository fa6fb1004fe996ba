/// Replaces character references ("&eacute;", "&#233;", "&#xE9;") by what they stand for.
enum CharacterReferences {
  /// - Complexity: O(bytes).
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, index + 1) {
        output.append(contentsOf: String(Character(scalar)).utf8)
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The longest name has eight letters.
  private static let longest = 10

  private static func reference(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
    guard start < bytes.endIndex else { return nil }
    let isNumber = bytes[start] == UInt8(ascii: "#")
    var end = isNumber ? start + 1 : start
    while end < bytes.endIndex, end - start < longest, isWordByte(bytes[end]) { end += 1 }
    let next = end < bytes.endIndex && bytes[end] == UInt8(ascii: ";") ? end + 1 : end
    if isNumber {
      let digits = bytes[(start + 1)..<end]
      let isHexadecimal = digits.first.map { $0 | 32 == UInt8(ascii: "x") } ?? false
      let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
      guard let code = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
      return (scalar(code), next)
    }
    // Without its semicolon "&copy" may as well be a part of an address.
    guard next > end,
      let scalar = CharacterNames.scalar(named: String(decoding: bytes[start..<end], as: UTF8.self))
    else { return nil }
    return (scalar, next)
  }

  /// The character of a number; pages write those of Windows-1252 too.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    switch code {
    case 0x80..<0xA0: Unicode.Scalar(windows1252[Int(code) - 0x80]) ?? "\u{FFFD}"
    case 0: "\u{FFFD}"
    default: Unicode.Scalar(code) ?? "\u{FFFD}"
    }
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 32) >= 0x61 && (byte | 32) <= 0x7A || (0x30...0x39).contains(byte)
  }
}
