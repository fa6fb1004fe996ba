/// One of the few things that a reader should take away: a sentence of a document, word for word, or the author's words.
public struct KeyPoint: Hashable, Sendable {
  /// The author's words, where they are no sentence of a document.
  public var text: String?
  /// The sentence that it is, or from which the author took it.
  public var evidence: Evidence?

  /// Creates a key point.
  public init(text: String? = nil, evidence: Evidence? = nil) {
    self.text = text
    self.evidence = evidence
  }
}
