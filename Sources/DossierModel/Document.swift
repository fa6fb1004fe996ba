/// One input: what it says, and where it comes from.
public struct Document: Sendable {
  /// The path in the folder, with "/" between its parts: "syria/statement.txt".
  public var path: String
  /// The address below `documents/`, without extension; unique in a briefing: "syria/statement".
  public var slug: String
  /// The title, never empty.
  public var title: String
  /// Where the title comes from.
  public var titleOrigin: TitleOrigin
  /// What is known of the document's source.
  public var record: SourceRecord
  /// The plain text: each block's text, one block a line. Offsets of mentions and sentences count in it.
  public var text: String
  /// The blocks in order; number *n* of the document is `blocks[n - 1]`.
  public var blocks: [Block]
  /// How the body is marked up.
  public var markup: Markup
  /// The SHA-256 of the file as it lies in the folder, in hexadecimal digits.
  public var contentHash: String?
  /// What the file is.
  public var format = DocumentFormat.plainText
  /// How many pages the file has, where it has pages.
  public var pageCount: Int?
  /// The links by hand, "[[Vladimir Putin|the president]]", in order.
  public var handLinks: [HandLink] = []
  /// The links and pictures of Markdown, in order.
  public var links: [DocumentLink] = []
  /// What it refers to in its folder: notes, parts of them, pictures. In the order of the text.
  public var references: [NoteReference] = []
  /// The targets of links, as they are written, that lead to what the edition does not have: their words are no links.
  public var withheldTargets: Set<String> = []

  /// A link by hand to the page of an entity.
  public struct HandLink: Hashable, Sendable {
    /// The words that are linked, in bytes of `text`.
    public var range: TextRange
    /// A name of the entity.
    public var entity: String

    /// Creates a link.
    public init(range: TextRange, entity: String) {
      self.range = range
      self.entity = entity
    }
  }

  /// Where a title comes from.
  public enum TitleOrigin: Hashable, Sendable {
    case frontMatter
    /// A headline or first heading, which is the block of kind `title`.
    case headline
    /// The first sentence, perhaps cut; it stands in the text too.
    case firstSentence
    /// The file's name, where the document has no text of its own.
    case fileName
  }

  /// How a body is marked up.
  public enum Markup: Hashable, Sendable {
    /// Plain text: nothing in it is markup.
    case plain
    /// Markdown; the source of the body, front matter removed, and whether its punctuation becomes typographic.
    case markdown(source: String, isSmart: Bool = false)
  }

  /// Creates a document.
  public init(
    path: String, slug: String, title: String, titleOrigin: TitleOrigin,
    record: SourceRecord = SourceRecord(),
    text: String, blocks: [Block], markup: Markup = .plain
  ) {
    self.path = path
    self.slug = slug
    self.title = title
    self.titleOrigin = titleOrigin
    self.record = record
    self.text = text
    self.blocks = blocks
    self.markup = markup
  }
}

extension Document {
  /// Returns the place of a block as it is cited: "¶4", or "p. 2, ¶4" where the original has pages.
  public func place(ofBlock index: Int) -> String { place(ofBlocks: index..<index + 1) }

  /// Returns the place of blocks as it is cited: "¶3–5", or "p. 2, ¶3–5" by the page of the first.
  public func place(ofBlocks range: Range<Int>) -> String {
    let first = range.lowerBound
    let numbers = range.count < 2 ? "¶\(first + 1)" : "¶\(first + 1)–\(range.upperBound)"
    guard first < blocks.count, let page = blocks[first].page else { return numbers }
    return "p. \(page), \(numbers)"
  }

  /// Returns the index of the block that holds a byte of `text`.
  ///
  /// - Complexity: O(log blocks).
  public func blockIndex(at offset: Int) -> Int? {
    let low = blocks.partitionPoint { $0.textRange.end <= offset }
    guard low < blocks.count, blocks[low].textRange.start <= offset else { return nil }
    return low
  }
}

/// What is known of where a document comes from: its author's words, or front matter.
public struct SourceRecord: Hashable, Sendable {
  /// When it was written or published.
  public var date: CalendarDate?
  /// Who wrote it, in order.
  public var authors: [String] = []
  /// The author's post and house: "Lecturer in International Politics, Lancaster University".
  public var affiliation: String?
  /// Who published it.
  public var publisher: String?
  /// The original's address; only `http` and `https`.
  public var url: String?
  /// The licence, as stated.
  public var licence: String?
  /// The handling mark: "TLP:GREEN".
  public var marking: String?
  /// The language as a BCP 47 tag: "en".
  public var language: String?
  /// Whether the author holds the document back.
  public var isDraft = false
  /// Whether search engines are asked to leave its page out.
  public var isUnindexed = false
  /// Other names of the document, by which others may link to it.
  public var aliases: [String] = []
  /// The author's keywords.
  public var tags: [String] = []

  /// Creates an empty record.
  public init() {}
}
