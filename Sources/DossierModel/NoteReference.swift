/// What a document refers to in its folder: "[[Note#Heading]]", "![[Note]]", "![words](picture.png)".
public struct NoteReference: Hashable, Sendable {
  /// What it does with what it names.
  public enum Kind: Hashable, Sendable {
    /// "[[Note]]": a link to a document or, where none has that name, to an entity.
    case noteLink
    /// "![[Note]]": shows a document, a part of it, or a picture.
    case embed
    /// "![words](picture.png)": shows a picture.
    case picture
  }
  /// What it does with what it names.
  public var kind: Kind
  /// The index of the block in which it stands.
  public var block: Int
  /// Its words, in bytes of `Document.text`; empty where it has none.
  public var range: TextRange
  /// What it names: a title, a path, an address.
  public var target: String
  /// What follows "#" in it.
  public var part: String?
  /// What stands for a picture where it can't be seen.
  public var description: String
  /// The size at which a picture is to be shown, in pixels.
  public var width: Int?
  /// The height, where it does not follow from the width.
  public var height: Int?
  /// Whether it is all that its block holds.
  public var isAlone: Bool
  /// Where it leads.
  public var destination = Destination.none

  /// Where a reference leads.
  public enum Destination: Hashable, Sendable {
    /// Nowhere that is known.
    case none
    /// To a document by its path; to a part of it, as a range of the indices of its blocks.
    case document(path: String, blocks: Range<Int>?)
    /// To a picture of the site.
    case picture(path: String, width: Int?, height: Int?)
    /// To another host.
    case elsewhere
    /// To what the edition does not have.
    case withheld
  }

  /// Creates a reference that leads nowhere yet.
  public init(
    kind: Kind, block: Int, range: TextRange, target: String, part: String? = nil, description: String = "",
    width: Int? = nil, height: Int? = nil, isAlone: Bool = false
  ) {
    self.kind = kind
    self.block = block
    self.range = range
    self.target = target
    self.part = part
    self.description = description
    self.width = width
    self.height = height
    self.isAlone = isAlone
  }
}

/// A file that a site has beside its pages, because a document shows it.
public struct BriefingPicture: Hashable, Sendable {
  /// Its path in the site: "assets/map.1a2b3c4d.png".
  public var path: String
  /// The file that it is a copy of, to be opened.
  public var source: String

  /// Creates a picture.
  public init(path: String, source: String) {
    self.path = path
    self.source = source
  }
}
