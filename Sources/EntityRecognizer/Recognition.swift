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
  /// How sure the recogniser is, from 0 to 1.
  public var score: Float
  /// What found it.
  public var origin: Origin
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

  /// What found a name.
  public enum Origin: UInt8, Hashable, Sendable {
    /// A name list.
    case list
    /// The shape of the words.
    case shape
    /// The same name, seen clearly elsewhere in the text.
    case memory
  }

  /// Creates a span.
  public init(
    range: Range<Int>, kind: Kind, score: Float, origin: Origin, canonicalName: String? = nil
  ) {
    self.range = range
    self.kind = kind
    self.score = score
    self.origin = origin
    self.canonicalName = canonicalName
  }
}
