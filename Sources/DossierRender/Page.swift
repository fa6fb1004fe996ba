public import DossierModel

/// One file of the site, ready to be written.
public struct Page: Sendable {
  /// The path in the site: "people/vladimir-putin.html".
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// Creates a page.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A page of a site, or a piece of its data. Lists that are too long for one page have several, counted from 0.
public enum PageKey: Hashable, Sendable {
  case home
  case documents(page: Int)
  case document(Int)
  case kind(EntityKind, page: Int)
  case entity(Int, page: Int)
  /// Two entities, by their number among the pairs that have a page.
  case pair(Int, page: Int)
  case timeline(page: Int)
  /// The dates whose days stay open.
  case openDates(page: Int)
  case ties(page: Int)
  case names(page: Int)
  case sources(page: Int)
  case unknowns
  case unknown(UnknownKind, page: Int)
  /// An old address of an entity's page, by its number in the briefing's redirects.
  case moved(Int, page: Int)
  case about
  /// What has changed since an older edition.
  case changes(page: Int)
  /// The same as a feed: Atom, or JSON Feed.
  case changesFeed(isJSON: Bool)
  case notFound
  case print
  case data(DataPiece)
  case export(ExportFile)

  /// Whether it is a page, and not a piece of data.
  public var isHTML: Bool {
    switch self {
    case .data, .export, .changesFeed: false
    default: true
    }
  }
}

/// A piece of what the script loads on first use; itself a script, since a page opened from disk may load nothing else.
public enum DataPiece: Hashable, Sendable {
  /// What cards over links say.
  case cards(Int)
  /// The table of the pieces below.
  case search
  case names(Int)
  case words(Int)
  case sentences(Int)
}

/// The files that every page links to, by their paths in the site.
public struct SiteAssets: Sendable {
  /// The style sheet.
  public var style: String
  /// The script that runs before a page is drawn.
  public var start: String
  /// The script that runs after.
  public var script: String
  /// The style sheet of the print edition; empty where there is none.
  public var book: String

  /// Names the files.
  public init(style: String, start: String, script: String, book: String) {
    self.book = book
    self.style = style
    self.start = start
    self.script = script
  }
}
