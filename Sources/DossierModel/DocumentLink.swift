/// A link or a picture in a Markdown document, as its author wrote it.
public struct DocumentLink: Hashable, Sendable {
  /// Where it leads, as CommonMark reads it: escapes undone, references resolved.
  public var target: String
  /// Where the target is written in the original file, in bytes; the start of its paragraph where markup hides it.
  public var sourceRange: TextRange
  /// Whether it is a picture, which a browser loads with the page.
  public var isPicture: Bool
  /// The block that shows it. The target may be written elsewhere, as the definition of a reference.
  public var block: Int

  /// Creates a link.
  public init(target: String, sourceRange: TextRange, isPicture: Bool, block: Int = 0) {
    self.target = target
    self.sourceRange = sourceRange
    self.isPicture = isPicture
    self.block = block
  }
}

/// A link that leads to a file beside the document that has it: "../talks.md#start".
public struct FolderLink: Hashable, Sendable {
  /// The path in the folder of documents, decoded, without "." and "..": "talks.md".
  public var path: String
  /// What follows the path, as it is written, with its "#"; empty where there is nothing.
  public var fragment: String

  /// Reads a link of the document at `document`, a path in the folder; nothing where the link leads elsewhere: to
  /// another host, out of the folder, or to a place on its own page. A link that begins with "/" begins at the folder.
  ///
  /// - Complexity: O(bytes of both).
  public init?(_ target: String, in document: String) {
    guard !FolderLink.hasScheme(target), !target.hasPrefix("//"), !target.hasPrefix("#"), !target.isEmpty
    else { return nil }
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    let address = target[..<hash].utf8.prefix { $0 != UInt8(ascii: "?") }
    guard !address.isEmpty, let written = FolderPath.decoded(String(decoding: address, as: UTF8.self)),
      let path = FolderPath.resolved(written, from: FolderPath.folder(of: document))
    else { return nil }
    self.path = path
    fragment = String(target[hash...])
  }

  /// Whether a link begins with the name of a scheme: "https:", "mailto:" (RFC 3986, section 3.1).
  public static func hasScheme(_ target: String) -> Bool {
    let scheme = target.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.count < target.utf8.count, let first = scheme.first else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
    }
    return isLetter(first)
      && scheme.allSatisfy {
        isLetter($0) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "+")
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }
}
