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
  public init(escaping text: String) {
    var bytes: [UInt8] = []
    HTML.escape(text, into: &bytes)
    markup = String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text`, with `& < > " '` written as references, to `bytes`. This is the one function by which text
  /// reaches HTML and attributes. Control characters that HTML forbids become U+FFFD.
  ///
  /// - Complexity: O(bytes of `text`).
  public static func escape(_ text: String, into bytes: inout [UInt8]) {
    if text.utf8.withContiguousStorageIfAvailable({ escape($0, into: &bytes) }) == nil {
      var copy = text
      copy.withUTF8 { escape($0, into: &bytes) }
    }
  }

  /// Appends a range of a text's bytes, as `escape(_:into:)` does. What of the range is not in the text is left out.
  public static func escape(_ text: String, _ range: TextRange, into bytes: inout [UInt8]) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in
      let start = min(max(0, range.start), utf8.count)
      escape(
        UnsafeBufferPointer(rebasing: utf8[start..<min(max(start, range.end), utf8.count)]), into: &bytes)
    }
    if isDone == nil { escape(String(text.slice(range)), into: &bytes) }
  }

  // Every byte of a site passes here: runs without a special byte are appended whole. The buffer is only read, within
  // its bounds, during the call.
  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var runStart = 0
    for index in utf8.indices {
      let byte = utf8[index]
      guard byte < 64 ? special >> UInt64(byte) & 1 == 1 : byte == 127 else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart..<index]))
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(contentsOf: "\u{FFFD}".utf8)
      }
      runStart = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart...]))
  }

  /// A bit for each byte below 64 that is not written as it is: control characters but for tab, line feed and
  /// carriage return, and `" & ' < >`. Above, only 127 is.
  private static var special: UInt64 {
    0xFFFF_FFFF & ~(1 << 9 | 1 << 10 | 1 << 13) | 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
  }

  /// Appends other markup.
  public static func += (left: inout HTML, right: HTML) {
    left.markup += right.markup
  }
}
