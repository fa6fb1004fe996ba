/// A paragraph, heading or other run of text in a document, with its place in the original file.
///
/// Blocks are numbered from 1 in the order of the document, whatever their kind: number *n* is the permanent
/// address `#pn`, so a paragraph keeps it when a heading is recognised or missed.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var kind: Kind
  /// The block's text, in bytes of `Document.text`.
  public var textRange: TextRange
  /// The block's place in the original file, in bytes from its start, byte-order mark included. For a file
  /// that had to be converted, in bytes of the converted text.
  public var sourceRange: TextRange
  /// Parts of `textRange` that are code: shown and quoted, but never read for names.
  public var codeRanges: [TextRange]
  /// The page of the original file on which the block starts, from 1, where that has pages.
  public var page: Int?
  /// The ids that the author has given it: "own" of a heading's "{#own}", "^a1" of a block's "^a1".
  public var ids: [String]
  /// The highest handling mark that covers the block: its own, or that of the item, quotation or section around it.
  public var marking: String?
  /// How many bytes its own mark takes at the start of its leaf in Markdown; they are no part of `textRange`.
  public var markLength = 0
  /// Whether the block is above what the edition may show: it keeps its number and has no text.
  public var isWithheld = false

  /// What a block is.
  public enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading; levels are 1 to 6.
    case heading(level: Int)
    /// Lines whose spaces and breaks carry meaning and are kept: indented lines, tables made of spaces.
    case verbatim
    /// A table in Markdown: a line of text for each row, its cells parted by " | ".
    case table
    /// A code block. Never read for names.
    case code
    /// A block of raw HTML in Markdown. Never read for names, and not shown.
    case html
    /// The headline, shown as the page's title.
    case title
    /// The line that says when, and perhaps where, the document was written.
    case dateLine
    /// The line that says who wrote it.
    case byline
    /// A line on republication, licence or the original's address.
    case licence
  }

  /// Creates a block.
  public init(
    kind: Kind, textRange: TextRange, sourceRange: TextRange, codeRanges: [TextRange] = [],
    ids: [String] = [], page: Int? = nil
  ) {
    self.kind = kind
    self.textRange = textRange
    self.sourceRange = sourceRange
    self.codeRanges = codeRanges
    self.page = page
    self.ids = ids
  }
}

extension Block {
  /// Whether names are looked for in the block.
  public var isProse: Bool {
    switch kind {
    case .code, .html: false
    default: true
    }
  }

  /// Whether the block is a heading or the title, where names are known but never linked.
  public var isHeading: Bool {
    switch kind {
    case .heading, .title: true
    default: false
    }
  }

  /// Whether the block belongs to the document's record (date, author, licence), not to its text.
  public var isRecord: Bool {
    switch kind {
    case .dateLine, .byline, .licence: true
    default: false
    }
  }
}
