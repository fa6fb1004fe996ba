public import DossierModel

/// A block of plain text to build a tree from.
public struct PlainBlock: Sendable {
  /// What the block becomes.
  public enum Kind: Sendable { case paragraph, heading(level: Int), verbatim }
  /// What the block becomes.
  public var kind: Kind
  /// The text, as typed. In `verbatim`, line feeds are kept.
  public var text: Substring
  /// Creates a block.
  public init(kind: Kind, text: Substring) {
    self.kind = kind
    self.text = text
  }
}

/// A leaf block of a tree, as plain text.
public struct LeafBlock: Sendable {
  /// What a leaf is.
  public enum Kind: Sendable { case paragraph, heading(level: Int), code, html, table }
  /// What the leaf is.
  public var kind: Kind
  /// The text: literals joined, soft and hard breaks as one space, code spans as their literal, raw HTML and
  /// images left out. Code and HTML blocks give their literal. A table gives a line for each row, its cells parted by " | ".
  public var text: String
  /// The parts of `text` that are code spans.
  public var codeRanges: [TextRange]
  /// First line in the source, from 1.
  public var startLine: Int
  /// First column (bytes), from 1.
  public var startColumn: Int
  /// Last line, from 1.
  public var endLine: Int
  /// Last column (bytes), from 1, inclusive.
  public var endColumn: Int
  /// The ids that the author has given it: "own" of a heading's "{#own}", "^a1" of a block's "^a1".
  public var ids: [String] = []
}

/// What to do with one leaf block.
public struct LeafEdit: Sendable {
  /// The index in `leafBlocks()`.
  public var leaf: Int
  /// Markup put before everything in the leaf: its number and anchor. Around a code block instead.
  public var lead: HTML?
  /// Whether the leaf is taken out of the tree.
  public var isRemoved: Bool
  /// How many bytes are taken off the start of the leaf's text first; all ranges count from there.
  public var cut: Int
  /// Sentences to wrap, in order, without overlap.
  public var sentences: [Span]
  /// Spans to wrap, in order, without overlap. One that lies in a sentence is wrapped within it.
  public var spans: [Span]

  /// A range of the leaf's text to wrap in markup.
  public struct Span: Sendable {
    /// The range in `LeafBlock.text`.
    public var range: TextRange
    /// The opening tag. Where the range crosses the border of an inline element, the span is wrapped in parts.
    public var open: HTML
    /// The opening tag of each later part (no id).
    public var reopen: HTML
    /// The closing tag.
    public var close: HTML
    /// The tags inside an existing link, where no other link may stand: open, reopen, close.
    public var insideLink: (open: HTML, reopen: HTML, close: HTML)
    /// Creates a span.
    public init(
      range: TextRange, open: HTML, reopen: HTML, close: HTML,
      insideLink: (open: HTML, reopen: HTML, close: HTML)
    ) {
      self.range = range
      self.open = open
      self.reopen = reopen
      self.close = close
      self.insideLink = insideLink
    }
  }

  /// Creates an edit.
  public init(
    leaf: Int, lead: HTML? = nil, isRemoved: Bool = false, cut: Int = 0, sentences: [Span] = [],
    spans: [Span] = []
  ) {
    self.leaf = leaf
    self.lead = lead
    self.isRemoved = isRemoved
    self.cut = cut
    self.sentences = sentences
    self.spans = spans
  }
}
