/// One real-world thing that documents name.
public struct Entity: Sendable {
  /// What sort of thing it is.
  public var kind: EntityKind
  /// Its name, as pages show it.
  public var name: String
  /// The file name of its page, without folder and extension; unique within its kind.
  public var slug: String
  /// Its other names, each with the reason for the join, in order of first appearance.
  public var aliases: [Alias]
  /// Every sentence that names it, in reading order.
  public var evidence: [Evidence]
  /// How often it is named.
  public var mentionCount: Int
  /// How many documents name it.
  public var documentCount: Int
  /// Who and what is named in the same sentences, most often first.
  public var ties: [Tie]

  /// Creates an entity.
  public init(
    kind: EntityKind, name: String, slug: String, aliases: [Alias] = [], evidence: [Evidence] = [],
    mentionCount: Int = 0, documentCount: Int = 0, ties: [Tie] = []
  ) {
    self.kind = kind
    self.name = name
    self.slug = slug
    self.aliases = aliases
    self.evidence = evidence
    self.mentionCount = mentionCount
    self.documentCount = documentCount
    self.ties = ties
  }
}

/// Another name of an entity.
public struct Alias: Hashable, Sendable {
  /// The name, as written.
  public var name: String
  /// Why it is the same thing.
  public var reason: Reason

  /// Why two names are one thing.
  public enum Reason: Hashable, Sendable {
    /// The same letters, but for case, accents, spaces and punctuation.
    case spelling
    /// A list of names says so.
    case list
    /// A surname after its full name; the place where it was first used so.
    case surname(Evidence)
  }

  /// Creates an alias.
  public init(name: String, reason: Reason) {
    self.name = name
    self.reason = reason
  }
}

/// A sentence of a document, as the proof of something.
public struct Evidence: Hashable, Sendable {
  /// The document's index in the briefing.
  public var document: Int
  /// The sentence's index in the document.
  public var sentence: Int

  /// Creates the address of a sentence.
  public init(document: Int, sentence: Int) {
    self.document = document
    self.sentence = sentence
  }
}

extension Evidence: Comparable {
  /// Orders as the briefing reads.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    (a.document, a.sentence) < (b.document, b.sentence)
  }
}

/// That two entities are named in the same sentences; never more than that. The sentences themselves are
/// `Briefing.sentences(naming:and:limit:)`.
public struct Tie: Hashable, Sendable {
  /// The other entity's index in the briefing.
  public var entity: Int32
  /// How many sentences name both.
  public var count: Int32

  /// Creates a tie.
  public init(entity: Int32, count: Int32) {
    self.entity = entity
    self.count = count
  }
}
