public import DossierModel

/// What a feed reader shows: entries, the newest first. It can be written as Atom and as JSON Feed.
///
/// All addresses in it are full ones, so a site without an address has no feed.
public struct Feed: Hashable, Sendable {
  /// The feed's title.
  public var title: String
  /// A line below the title.
  public var subtitle: String?
  /// The language of its words, a BCP 47 tag.
  public var language: String
  /// The full address of the page that shows the same.
  public var home: String
  /// Who answers for entries without authors.
  public var author: String
  /// The entries, the newest first.
  public var entries: [FeedEntry]

  /// Creates a feed.
  public init(
    title: String, subtitle: String? = nil, language: String, home: String, author: String,
    entries: [FeedEntry] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.home = home
    self.author = author
    self.entries = entries
  }

  /// When it last changed: the latest date of its entries, as no clock may be asked; nothing where it has none.
  public var updated: CalendarDate? { entries.lazy.map(\.updated).max() }
}

/// An entry of a feed.
public struct FeedEntry: Hashable, Sendable {
  /// A name that no other entry has and that never changes, an IRI: mostly the address of the page.
  public var id: String
  /// The title, plain text.
  public var title: String
  /// The full address of the page.
  public var url: String
  /// When it was published or last changed. A month or a year stands for its first day.
  public var updated: CalendarDate
  /// Who wrote it, in order.
  public var authors: [String]
  /// What it is about, plain text; may be empty.
  public var summary: String
  /// The author's keywords.
  public var tags: [String]
  /// The language, where it is not the feed's.
  public var language: String?

  /// Creates an entry.
  public init(
    id: String, title: String, url: String, updated: CalendarDate, authors: [String] = [],
    summary: String = "",
    tags: [String] = [], language: String? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.updated = updated
    self.authors = authors
    self.summary = summary
    self.tags = tags
    self.language = language
  }

  /// The date as RFC 3339 has it: the first moment of the day, as no other is known.
  var moment: String {
    // A day that is not stated is taken as the first, which every month has.
    let day = CalendarDate(year: updated.year, month: updated.month ?? 1, day: updated.day ?? 1) ?? updated
    return day.iso + "T00:00:00Z"
  }
}
