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

/// Which page of a site. Long lists have several pages, counted from 0.
public enum PageKey: Hashable, Sendable {
  case home
  case documents(page: Int)
  case document(Int)
  case kind(EntityKind, page: Int)
  case entity(Int, page: Int)
  case names(page: Int)
  /// An old address of an entity's page, by its number in the briefing's redirects.
  case moved(Int, page: Int)
  case about
  case notFound
  case print
}
