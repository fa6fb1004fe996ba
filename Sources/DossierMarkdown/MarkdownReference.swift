public import DossierModel

/// What a text refers to outside itself: a note, a part of one, a picture.
///
/// The tree shows it by its words alone, until `MarkdownTree.show` says what it leads to.
public struct MarkdownReference: Hashable, Sendable {
  /// What it does with what it names.
  public enum Kind: Hashable, Sendable {
    /// "[[Note]]": leads there, or to what has that name.
    case noteLink
    /// "![[Note]]": shows it here.
    case embed
    /// "![words](picture.png)": shows it here.
    case picture
  }
  /// What it does with what it names.
  public var kind: Kind
  /// The index of its leaf in `MarkdownTree.leafBlocks()`.
  public var leaf = 0
  /// Its words in the leaf's text; empty where it has none.
  public var range = TextRange(0, 0)
  /// What it names, without what follows "#" or "|".
  public var target: String
  /// What follows "#": a heading, or "^" and the id of a block.
  public var part: String?
  /// What stands for a picture where it can't be seen.
  public var description = ""
  /// The size at which a picture is to be shown, in pixels: 300, 300x200.
  public var size: PictureSize?
  /// Whether it is all that its block holds.
  public var isAlone = false
}

/// The size of a picture in pixels.
public struct PictureSize: Hashable, Sendable {
  /// The width.
  public var width: Int
  /// The height, or nothing where it follows from the width.
  public var height: Int?

  /// Creates a size.
  public init(width: Int, height: Int? = nil) {
    self.width = width
    self.height = height
  }

  /// Reads "300" or "300x200".
  init?(_ text: Substring) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...5).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let width = Int(parts[0]), width > 0
    else { return nil }
    self.init(width: width, height: parts.count > 1 ? Int(parts[1]).flatMap { $0 > 0 ? $0 : nil } : nil)
  }
}

extension MarkdownReference {
  /// Takes "folder/Note#Heading|words" apart, and returns its words too; nothing where a part of it is empty.
  init?(brackets inside: Substring, isEmbed: Bool) {
    let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.contains { !$0.isWhitespace } }) else { return nil }
    let address = parts[0].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(kind: isEmbed ? .embed : .noteLink, target: MarkdownReference.trimmed(address[0]))
    if address.count > 1 { part = MarkdownReference.trimmed(address[1]) }
    if target.isEmpty, part?.isEmpty != false { return nil }
    if isEmbed, parts.count > 1 {
      size = PictureSize(parts[1][...])
      description = size == nil ? String(parts[1]) : ""
    }
  }

  /// The words of "[[folder/Note#Heading]]" where it has none of its own: "Note > Heading". A block's id tells a reader
  /// nothing.
  var ownWords: String {
    let name = target.split(separator: "/").last.map(String.init) ?? target
    guard let part, !part.hasPrefix("^") else { return name }
    let heading = part.split(separator: "#").last.map(String.init) ?? part
    return name.isEmpty ? heading : name + " > " + heading
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
