/// A decision about names that is worth a person's minute.
public struct ReviewQuestion: Hashable, Sendable {
  /// What is asked.
  public var kind: Kind
  /// The names that it is about, the one of the entity first.
  public var names: [String]
  /// How many links the answer may change.
  public var links: Int
  /// Sentences to decide by, the first few.
  public var evidence: [Evidence]
  /// What may be answered, the likeliest first.
  public var answers: [Answer]
  /// Whether the first answer is very likely right.
  public var isConfident: Bool
  /// Why it is as it is, in words, where something has been decided.
  public var reason: String?

  /// What is asked.
  public enum Kind: String, Hashable, Sendable {
    /// Which of several things a name stands for.
    case unclear
    /// Whether two names that were joined are one thing.
    case joined
    /// Whether two names that were not joined are one thing.
    case apart
    /// Whether some words are a name.
    case name
  }

  /// An answer, as a line of `entities.yml`.
  public enum Answer: Hashable, Sendable {
    /// The names are one thing, of the first name.
    case same([String])
    /// No two of the names are one thing.
    case different([String])
    /// The words are no name.
    case never(String)
    /// The words are a name.
    case always(String, EntityKind)
  }

  /// Creates a question.
  public init(
    _ kind: Kind, names: [String], links: Int, evidence: [Evidence], answers: [Answer],
    isConfident: Bool = false,
    reason: String? = nil
  ) {
    self.kind = kind
    self.names = names
    self.links = links
    self.evidence = evidence
    self.answers = answers
    self.isConfident = isConfident
    self.reason = reason
  }
}
