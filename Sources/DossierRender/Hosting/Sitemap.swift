internal import DossierModel

/// The list of a site's pages for search engines (sitemaps.org, 0.9).
extension Site {
  /// The most that a file of it may have: pages, and bytes.
  static let sitemapLimits = SitemapLimits(pages: 50_000, bytes: 50 * 1_048_576)

  /// Gives the sitemap to `body`: one file or, where the pages are more than one may have, several and an index of them.
  ///
  /// It has each page that a search engine can show: not the print edition, which has all of it again, what has moved, and what
  /// the author wants left out. When a page changed last is not known, so it is not said.
  func sitemaps<Failure: Error>(
    _ base: String, limits: SitemapLimits = Site.sitemapLimits, _ body: (Page) throws(Failure) -> Void
  ) throws(Failure) {
    var files = 0
    var part = SitemapPart()
    func name(_ number: Int) -> String { "sitemap-\(number).xml" }
    for key in pages where key.isHTML && isInSitemap(key) {
      let address = base + (key == .home ? "" : SiteAddresses.encoded(path(of: key)))
      if !part.takes(address, limits) {
        files += 1
        try body(Page(path: name(files), bytes: part.bytes))
        part = SitemapPart()
      }
      part.add(address)
    }
    guard files > 0 else { return try body(Page(path: HostingPath.sitemap, bytes: part.bytes)) }
    files += 1
    try body(Page(path: name(files), bytes: part.bytes))
    var index = XMLWriter()
    index.open("sitemapindex", [("xmlns", SitemapPart.namespace)])
    for number in 1...files {
      index.open("sitemap")
      index.element("loc", base + name(number))
      index.close("sitemap")
    }
    index.close("sitemapindex")
    try body(Page(path: HostingPath.sitemap, bytes: index.bytes))
  }

  private func isInSitemap(_ key: PageKey) -> Bool {
    switch key {
    case .moved, .notFound, .print, .data: false
    default: !isUnindexed(key)
    }
  }
}

/// How much a file of a sitemap may have.
struct SitemapLimits {
  var pages: Int
  var bytes: Int
}

/// A file of a sitemap in the making.
private struct SitemapPart {
  static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
  private var xml = XMLWriter()
  private var count = 0

  init() { xml.open("urlset", [("xmlns", Self.namespace)]) }

  /// Whether there is room for a page. No character of an address takes more than six bytes, and what is around it takes less
  /// than a hundred.
  func takes(_ address: String, _ limits: SitemapLimits) -> Bool {
    count < limits.pages && xml.bytes.count + 6 * address.utf8.count + 100 <= limits.bytes
  }

  mutating func add(_ address: String) {
    xml.open("url")
    xml.element("loc", address)
    xml.close("url")
    count += 1
  }

  /// The whole file.
  var bytes: [UInt8] {
    var whole = xml
    whole.close("urlset")
    return whole.bytes
  }
}
