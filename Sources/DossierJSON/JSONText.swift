/// Writing JSON (RFC 8259): the one way by which text reaches it.
public enum JSONText {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends a text as a JSON string. Control characters are escaped, and the two line separators that scripts would
  /// stop at; everything else stays as it is.
  ///
  /// - Complexity: O(bytes of `text`).
  public static func append(_ text: String, to bytes: inout [UInt8]) { append(utf8: text.utf8, to: &bytes) }

  /// Appends a part of a text.
  public static func append(_ text: Substring, to bytes: inout [UInt8]) {
    append(utf8: text.utf8, to: &bytes)
  }

  private static func append(utf8: some Collection<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var runStart = utf8.startIndex
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      guard byte < 32 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2 else {
        utf8.formIndex(after: &index)
        continue
      }
      let next = utf8.index(after: index)
      if let (escape, end) = escape(of: byte, in: utf8, after: next) {
        bytes += utf8[runStart..<index]
        bytes += escape
        runStart = end
        index = end
      } else {
        index = next
      }
    }
    bytes += utf8[runStart...]
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns how a character that begins with a byte is escaped, and where it ends; nothing where it stays as it is.
  private static func escape<Bytes: Collection<UInt8>>(
    of byte: UInt8, in utf8: Bytes, after next: Bytes.Index
  ) -> (escape: [UInt8], end: Bytes.Index)? {
    switch byte {
    case 0x22, 0x5C: return ([0x5C, byte], next)
    case 0xE2:
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      let rest = utf8[next...].prefix(2)
      guard rest.first == 0x80, let last = rest.dropFirst().first, last == 0xA8 || last == 0xA9 else {
        return nil
      }
      return (Array((last == 0xA8 ? "\\u2028" : "\\u2029").utf8), rest.endIndex)
    default: return (Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]], next)
    }
  }

  /// Returns a text as a JSON string.
  public static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
