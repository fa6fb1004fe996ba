/// Paragraphs of a document that stand in another one too, word for word or nearly so.
public struct CopiedPassage: Hashable, Sendable {
  /// The paragraphs, as indices of the document's blocks.
  public var blocks: Range<Int>
  /// The other document's index in the briefing.
  public var document: Int
  /// The paragraphs of the other document.
  public var otherBlocks: Range<Int>
  /// Whether all words are the same.
  public var isExact: Bool

  /// Creates a passage.
  public init(blocks: Range<Int>, document: Int, otherBlocks: Range<Int>, isExact: Bool) {
    self.blocks = blocks
    self.document = document
    self.otherBlocks = otherBlocks
    self.isExact = isExact
  }
}
