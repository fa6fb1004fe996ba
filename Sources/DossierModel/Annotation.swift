/// What the Annotate stage says of one document: its sentences, and the names and dates in them.
public struct Annotation: Hashable, Sendable {
  /// The sentences in order, in bytes of `Document.text`. Each lies within one block; together they hold
  /// every character of the prose that is not space between sentences.
  public var sentences: [TextRange]
  /// The mentions in order; none overlap, and each lies within one sentence.
  public var mentions: [Mention]
  /// The dates in order; none overlap, and each lies within one block of prose. A date may lie within a name
  /// ("2012 Summer Olympics").
  public var dates: [DateMention]

  /// Creates an annotation.
  public init(sentences: [TextRange] = [], mentions: [Mention] = [], dates: [DateMention] = []) {
    self.sentences = sentences
    self.mentions = mentions
    self.dates = dates
  }
}

extension Annotation {
  /// Returns the index of the sentence that holds a range.
  ///
  /// - Complexity: O(log sentences).
  public func sentence(of range: TextRange) -> Int? {
    let place = sentences.partitionPoint { $0.end <= range.start }
    return place < sentences.count && sentences[place].contains(range) ? place : nil
  }
}
