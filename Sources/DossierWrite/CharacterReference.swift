/// The character references of HTML in attributes: "&amp;", "&#38;", "&#x26;".
enum CharacterReference {
  /// The names that are read; the two thousand others stay as they are written, as they have no place in an address.
  private static let names: [(name: StaticString, text: StaticString)] = [
    ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"), ("nbsp;", "\u{A0}"),
  ]

  /// Returns `bytes` with each reference replaced by what it stands for.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), let (text, length) = reference(rest) {
        decoded += text
        rest = rest.dropFirst(length)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  /// Returns what a reference at the start of `bytes`, after its "&", stands for, and its length.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
    guard bytes.first == UInt8(ascii: "#") else {
      for (name, text) in names {
        let isName = name.withUTF8Buffer { bytes.starts(with: $0) }
        if isName { return (text.withUTF8Buffer { Array($0) }, name.utf8CodeUnitCount) }
      }
      return nil
    }
    let isHexadecimal = bytes.dropFirst().first.map { $0 | 32 == UInt8(ascii: "x") } == true
    let digits = bytes.dropFirst(isHexadecimal ? 2 : 1)
    var value: UInt32 = 0
    var length = 0
    for byte in digits {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, isHexadecimal || digit < 10 else {
        break
      }
      // Over the last scalar it stays over, and never overflows.
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      length += 1
    }
    guard length > 0 else { return nil }
    if digits.dropFirst(length).first == UInt8(ascii: ";") { length += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(String(scalar ?? "\u{FFFD}").utf8), length + (isHexadecimal ? 2 : 1))
  }
}
