/// What the author has decided about names, in `entities.yml`. It wins over whatever is found.
public struct AuthorDecisions: Hashable, Sendable {
  /// Things with their names.
  public var entities: [Entity] = []
  /// Names of one thing.
  public var same: [Group] = []
  /// Names of which no two are one thing.
  public var different: [Group] = []
  /// Words that are no name.
  public var never: [Word] = []
  /// Words that are a name.
  public var always: [Word] = []
  /// Single mentions, each with the thing that it names.
  public var pinned: [Pin] = []

  /// Creates no decisions.
  public init() {}

  /// The number of entries.
  public var count: Int {
    entities.count + same.count + different.count + never.count + always.count + pinned.count
  }

  /// Whether there is nothing to obey.
  public var isEmpty: Bool { self == AuthorDecisions() }

  /// A name as written in the file.
  public struct Name: Hashable, Sendable {
    /// The name.
    public var text: String
    /// Where it is written.
    public var location: SourceLocation
    /// Creates a name.
    public init(_ text: String, at location: SourceLocation) {
      self.text = text
      self.location = location
    }
  }

  /// A thing with its names.
  public struct Entity: Hashable, Sendable {
    /// The name that pages show.
    public var name: Name
    /// What sort of thing it is; as found where there is none.
    public var kind: EntityKind?
    /// Its other names.
    public var aliases: [Name] = []
    /// What it is, in the author's words.
    public var description: String?
    /// An address with more about it; only `http` and `https`.
    public var url: String?
    /// A remark for the reader.
    public var note: String?
    /// The handling mark of all that the entry says.
    public var marking: Name?
    /// Creates a thing.
    public init(name: Name) { self.name = name }
  }

  /// Names in one line.
  public struct Group: Hashable, Sendable {
    /// The names; at least two.
    public var names: [Name]
    /// Creates a group.
    public init(names: [Name]) { self.names = names }
  }

  /// A word that is a name, or none.
  public struct Word: Hashable, Sendable {
    /// The word.
    public var name: Name
    /// What sort of thing it names.
    public var kind: EntityKind?
    /// The only document that is meant, as a path in the folder.
    public var document: Name?
    /// The words around the only place that is meant.
    public var quote: Name?
    /// Creates a word.
    public init(name: Name) { self.name = name }
  }

  /// A mention and what it names.
  public struct Pin: Hashable, Sendable {
    /// The mention's words.
    public var name: Name
    /// The thing that it names.
    public var entity: Name
    /// The document, as a path in the folder.
    public var document: Name?
    /// The words around it.
    public var quote: Name
    /// Creates a pin.
    public init(name: Name, entity: Name, quote: Name) {
      self.name = name
      self.entity = entity
      self.quote = quote
    }
  }
}
