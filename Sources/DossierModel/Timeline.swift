/// What the documents date: each date in their words, with its sentence.
public struct Timeline: Sendable {
  /// The statements whose days are known, in the order of time: by the first day meant, the longer span first, then
  /// in reading order.
  public var dated: [DatedStatement]
  /// The statements whose days stay open, in reading order.
  public var undated: [DatedStatement]

  /// Creates a timeline.
  public init(dated: [DatedStatement] = [], undated: [DatedStatement] = []) {
    self.dated = dated
    self.undated = undated
  }
}

/// A date that a sentence states.
public struct DatedStatement: Hashable, Sendable {
  /// The sentence.
  public var evidence: Evidence
  /// The date's index among those of the document.
  public var date: Int

  /// Creates a statement.
  public init(evidence: Evidence, date: Int) {
    self.evidence = evidence
    self.date = date
  }
}
