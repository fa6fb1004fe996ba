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

  /// Appends a part of a text, as `escape(_: String, into:)` does.
  public static func escape(_ text: Substring, into bytes: inout [UInt8]) {
    if text.utf8.withContiguousStorageIfAvailable({ escape($0, into: &bytes) }) == nil {
      escape(String(text), into: &bytes)
    }
  }

  // Every byte of a site passes here: runs without a special byte are appended whole. The buffer is only read, within
  // its bounds, during the call.
  private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var runStart = 0
    for index in utf8.indices {
      let byte = utf8[index]
      guard isSpecial[Int(byte)] else { continue }
      bytes.append(contentsOf: utf8[runStart..<index])
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
    bytes.append(contentsOf: utf8[runStart...])
  }

  /// Which bytes are not written as they are.
  private static let isSpecial: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0...8, 11, 12, 14...31, 127: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Appends other markup.
  public static func += (left: inout HTML, right: HTML) {
    left.markup += right.markup
  }
}
