/// What an edition says: the values that two editions are compared by.
public struct EditionContent: Sendable {
  /// A document.
  public struct Document: Sendable {
    /// The address: "talks".
    public var id: String
    /// The file in the folder of documents.
    public var path: String
    /// The title.
    public var title: String
    /// The page in its site.
    public var url: String
    /// The SHA-256 of the file.
    public var hash: String
    /// What is known of it, each with its name: "date", "12 March 2024".
    public var facts: [Fact] = []
    /// How many paragraphs it has.
    public var paragraphs = 0
    /// Its sentences in reading order.
    public var sentences: [Sentence] = []

    /// Creates a document.
    public init(id: String, path: String, title: String, url: String, hash: String = "") {
      self.id = id
      self.path = path
      self.title = title
      self.url = url
      self.hash = hash
    }
  }

  /// Something that is known of a document.
  public struct Fact: Hashable, Sendable {
    /// What it is: "publisher".
    public var name: String
    /// The value; empty where it is not stated.
    public var value: String

    /// Creates a fact.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A sentence.
  public struct Sentence: Sendable {
    /// The plain text.
    public var text: String
    /// The number of its paragraph, where it has one.
    public var paragraph: Int?
    /// The link to it: the document's page and the sentence's id.
    public var url: String
    /// The dates in it, in order.
    public var dates: [Date] = []

    /// Creates a sentence.
    public init(text: String, paragraph: Int?, url: String) {
      self.text = text
      self.paragraph = paragraph
      self.url = url
    }
  }

  /// A date as a sentence has it.
  public struct Date: Hashable, Sendable {
    /// The words: "last week".
    public var surface: String
    /// The days that it means, in words: "12 March 2024".
    public var days: String

    /// Creates a date.
    public init(surface: String, days: String) {
      self.surface = surface
      self.days = days
    }
  }

  /// A thing with a name.
  public struct Entity: Sendable {
    /// The address: "people/ingrid-solheim".
    public var id: String
    /// The name.
    public var name: String
    /// "person", "organisation" and so on.
    public var kind: String
    /// The page in its site.
    public var url: String
    /// Its other names.
    public var aliases: [String]
    /// How often it is mentioned.
    public var mentions: Int

    /// Creates an entity.
    public init(id: String, name: String, kind: String, url: String, aliases: [String], mentions: Int) {
      self.id = id
      self.name = name
      self.kind = kind
      self.url = url
      self.aliases = aliases
      self.mentions = mentions
    }
  }

  /// Two things that are named together more often than by chance.
  public struct Tie: Sendable {
    /// The address of the one.
    public var first: String
    /// The address of the other.
    public var second: String
    /// In how many sentences.
    public var count: Int

    /// Creates a tie.
    public init(first: String, second: String, count: Int) {
      self.first = first
      self.second = second
      self.count = count
    }
  }

  /// The edition's name and seal; nothing for a site that is no edition.
  public var mark: EditionMark?
  /// The documents.
  public var documents: [Document] = []
  /// The things.
  public var entities: [Entity] = []
  /// The ties that chance does not explain.
  public var ties: [Tie] = []

  /// Creates an edition without anything in it.
  public init(mark: EditionMark? = nil) { self.mark = mark }
}
