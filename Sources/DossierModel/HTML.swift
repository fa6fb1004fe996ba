/// Text known to be safe markup. Everything else is escaped on its way into a page; there is no other way to
/// skip escaping.
public struct HTML: Hashable, Sendable {
  /// The markup.
  public private(set) var markup: String

  /// Creates markup from a source that escapes by construction: our own constants and libcmark's safe output.
  public init(trusted markup: String) {
    self.markup = markup
  }

  /// Creates markup that shows `text` as it is, in an element or a quoted attribute.
  public init(escaping text: some StringProtocol) {
    var bytes: [UInt8] = []
    HTML.escape(text, into: &bytes)
    markup = String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text`, with `& < > " '` written as references, to `bytes`. This is the one function by which text
  /// reaches HTML and attributes. Control characters that HTML forbids become U+FFFD.
  ///
  /// - Complexity: O(bytes of `text`).
  public static func escape(_ text: some StringProtocol, into bytes: inout [UInt8]) {
    var copy = String(text)
    copy.withUTF8 { utf8 in
      // Runs without a special byte are appended whole; this loop sees every byte of a site.
      var runStart = 0
      for index in utf8.indices {
        let replacement: StaticString
        switch utf8[index] {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\""): replacement = "&quot;"
        case UInt8(ascii: "'"): replacement = "&#39;"
        case 0...8, 11, 12, 14...31, 127: replacement = "\u{FFFD}"
        default: continue
        }
        bytes.append(contentsOf: utf8[runStart..<index])
        replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
        runStart = index + 1
      }
      bytes.append(contentsOf: utf8[runStart...])
    }
  }

  /// Appends other markup.
  public static func += (left: inout HTML, right: HTML) {
    left.markup += right.markup
  }
}
