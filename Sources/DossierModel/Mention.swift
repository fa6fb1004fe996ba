/// A span of text that names something.
public struct Mention: Hashable, Sendable {
  /// Where the name stands, in bytes of `Document.text`.
  public var range: TextRange
  /// What sort of thing it names.
  public var kind: EntityKind
  /// How sure the recogniser is, from 0 to 1.
  public var score: Float
  /// What found it.
  public var origin: Origin
  /// The usual name of the thing where a list gives one ("United States" for "US").
  public var canonicalName: String?
  /// What the author has said that it names, if anything.
  public var decision: Decision?

  /// What the author has said that a mention names.
  public struct Decision: Hashable, Sendable {
    /// A name of the entity.
    public var entity: String
    /// The line of `entities.yml` that says so; nothing where the mention is a link by hand.
    public var line: Int?

    /// Creates a decision.
    public init(entity: String, line: Int? = nil) {
      self.entity = entity
      self.line = line
    }
  }

  /// What found a mention.
  public enum Origin: UInt8, Hashable, Sendable {
    /// A name list.
    case list
    /// The shape of the words: titles, suffixes, capitals.
    case shape
    /// A trained model.
    case model
    /// The same name, seen clearly elsewhere in the document.
    case memory
    /// The author, by hand.
    case author

    /// The word for it in data and messages.
    public var word: String {
      switch self {
      case .list: "list"
      case .shape: "shape"
      case .model: "model"
      case .memory: "memory"
      case .author: "author"
      }
    }
  }

  /// Creates a mention.
  public init(
    range: TextRange, kind: EntityKind, score: Float, origin: Origin, canonicalName: String? = nil
  ) {
    self.range = range
    self.kind = kind
    self.score = score
    self.origin = origin
    self.canonicalName = canonicalName
  }
}
