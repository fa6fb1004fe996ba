internal import DossierModel

/// Writing XML 1.0: the one way by which text reaches it.
public enum XMLText {
  /// Appends a text for an element or a quoted attribute. What XML does not allow at all, however it is written (most control
  /// characters, U+FFFE and U+FFFF: section 2.2), becomes U+FFFD; a carriage return stays one.
  ///
  /// - Complexity: O(bytes of `text`).
  public static func escape(_ text: String, into bytes: inout [UInt8]) {
    let start = bytes.count
    HTML.escape(text, into: &bytes)
    // HTML lets these three pass. They are rare, so the bytes are mostly looked at only.
    guard bytes[start...].contains(where: { $0 == 0x0D || $0 == 0xEF }) else { return }
    let escaped = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for (index, byte) in escaped.enumerated() {
      if byte == 0x0D {
        bytes += "&#13;".utf8
      } else if byte >= 0xBE, index >= 2, escaped[index - 1] == 0xBF, escaped[index - 2] == 0xEF {
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        bytes.append(0xBD)
      } else {
        bytes.append(byte)
      }
    }
  }
}
