/// One real-world thing that documents name.
public struct Entity: Sendable {
  /// What sort of thing it is.
  public var kind: EntityKind
  /// Its name, as pages show it.
  public var name: String
  /// Whether the name is the author's word.
  public var isNamedByAuthor = false
  /// The file name of its page, without folder and extension; unique within its kind.
  public var slug: String
  /// Its other names, each with the reason for the join, in order of first appearance.
  public var aliases: [Alias]
  /// The entities that the name may stand for, where that is not sure; then it stands for itself only.
  public var candidates: [Int] = []
  /// What the name may also stand for, which is not counted as the entity.
  public var standsFor: StandsFor?
  /// What it is.
  public var description: Description?
  /// Where it lies, if it is a place and that is known.
  public var location: PlaceLocation?
  /// An address with more about it, from the author.
  public var url: String?
  /// A remark of the author's.
  public var note: String?
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

/// What a name may stand for beside its own thing: "Kremlin" for the government of Russia.
public struct StandsFor: Hashable, Sendable {
  /// The words: "the government of Russia".
  public var phrase: String
  /// The entities that the words name, as far as the briefing has them.
  public var entities: [Int]

  /// Creates a meaning.
  public init(phrase: String, entities: [Int]) {
    self.phrase = phrase
    self.entities = entities
  }
}

/// What an entity is, in the author's words or in a document's.
public struct Description: Hashable, Sendable {
  /// The words.
  public var text: String
  /// The sentence that they are taken from; nothing where they are the author's.
  public var evidence: Evidence?

  /// Creates a description.
  public init(text: String, evidence: Evidence? = nil) {
    self.text = text
    self.evidence = evidence
  }
}

/// Another name of an entity.
public struct Alias: Hashable, Sendable {
  /// The name, as written.
  public var name: String
  /// Why it is the same thing.
  public var reason: Reason

  /// Why two names are one thing.
  public typealias Reason = JoinReason

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
