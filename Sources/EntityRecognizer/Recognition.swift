/// What the recogniser says of a text. All ranges are UTF-8 bytes of it.
public struct Recognition: Hashable, Sendable {
  /// The sentences in order. Together they hold every byte that is not space between sentences.
  public var sentences: [Range<Int>]
  /// The names in order; none overlap, and each lies within one sentence.
  public var spans: [RecognizedSpan]

  /// Creates a recognition.
  public init(sentences: [Range<Int>] = [], spans: [RecognizedSpan] = []) {
    self.sentences = sentences
    self.spans = spans
  }
}

/// A span of text that names something.
public struct RecognizedSpan: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes of the text.
  public var range: Range<Int>
  /// What it names.
  public var kind: Kind
  /// How sure the recogniser is, from 0 to 1: of names scored 0.8, four in five are right on texts like those that it
  /// was measured on.
  public var score: Float
  /// The model's own probability, before it was held against texts that it had not seen.
  package var probability: Float
  /// Whether it is a word for a people, a language or a faith ("Russian"), as a list has it. Its kind is `other`.
  public var isNationality: Bool
  /// The usual name, where a list gives one: "United States" for "US", "U.S." and "USA".
  public var canonicalName: String?

  /// What a name stands for.
  public enum Kind: UInt8, CaseIterable, Hashable, Sendable {
    case person
    case organisation
    case place
    case event
    case other
  }

  /// Creates a span.
  init(
    range: Range<Int>, kind: Kind, score: Float, probability: Float, isNationality: Bool = false,
    canonicalName: String? = nil
  ) {
    self.range = range
    self.kind = kind
    self.score = score
    self.probability = probability
    self.isNationality = isNationality
    self.canonicalName = canonicalName
  }
}
