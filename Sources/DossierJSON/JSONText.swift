/// Writing JSON (RFC 8259): the one way by which text reaches it.
public enum JSONText {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a text as a JSON string. Control characters are escaped, and the two line separators that scripts would
  /// stop at; everything else stays as it is.
  ///
  /// - Complexity: O(bytes of `text`).
  public static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<32, 0x7F:
        bytes += "\\u00".utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      case 0xA8, 0xA9:
        bytes.append(byte)
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        if bytes.suffix(3).starts(with: [0xE2, 0x80]) {
          bytes.removeLast(3)
          bytes += "\\u202".utf8
          bytes.append(byte == 0xA8 ? UInt8(ascii: "8") : UInt8(ascii: "9"))
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns a text as a JSON string.
  public static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
