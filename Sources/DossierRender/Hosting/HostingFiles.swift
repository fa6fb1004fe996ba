internal import DossierModel

/// Where the files for hosts, feed readers and search engines stand in a site.
enum HostingPath {
  static let atom = "feed.xml"
  static let jsonFeed = "feed.json"
  static let sitemap = "sitemap.xml"
  static let robots = "robots.txt"
  static let redirects = "_redirects"
  static let headers = "_headers"
  /// Tells GitHub Pages to take files as they are, those that begin with "_" too.
  static let noJekyll = ".nojekyll"
  static let all = [atom, jsonFeed, sitemap, robots, redirects, headers, noJekyll]
}

/// The files for hosts, feed readers and search engines.
extension Site {
  /// Gives each of them to `body`, one after another, so that only one takes memory.
  ///
  /// What needs full addresses (sitemap and feeds) there is only where the author says where the site will stand.
  ///
  /// - Complexity: O(pages).
  public func hostingFiles<Failure: Error>(_ body: (Page) throws(Failure) -> Void) throws(Failure) {
    func give(_ path: String, _ bytes: [UInt8]) throws(Failure) {
      try body(Page(path: path, bytes: bytes))
    }
    try give(HostingPath.noJekyll, [])
    try give(HostingPath.headers, headersFile())
    if let redirects = redirectsFile() { try give(HostingPath.redirects, redirects) }
    if let robots = robotsFile() { try give(HostingPath.robots, robots) }
    if let base = briefing.settings.baseURL {
      let feed = feed(base)
      if let atom = feed.atom(at: base + HostingPath.atom) {
        try give(HostingPath.atom, atom)
        try give(HostingPath.jsonFeed, feed.json(at: base + HostingPath.jsonFeed))
      }
      if hasSitemap { try sitemaps(base, body) }
    }
  }

  /// Whether a path is that of one of these files, in some sites.
  public static func mayBeHostingFile(_ path: String) -> Bool {
    HostingPath.all.contains(path) || path.hasPrefix("sitemap-") && path.hasSuffix(".xml")
  }

  /// Whether search engines are asked to leave a page out.
  func isUnindexed(_ key: PageKey) -> Bool {
    if briefing.settings.isUnindexed { return true }
    if case .document(let index) = key { return briefing.documents[index].document.record.isUnindexed }
    return false
  }

  /// Whether there is a sitemap: not where search engines are to leave the site out.
  var hasSitemap: Bool { briefing.settings.baseURL != nil && !briefing.settings.isUnindexed }

  /// The line of a `robots.txt` that tells where the sitemap is, if there is one.
  public var sitemapLine: String? {
    guard hasSitemap, let base = briefing.settings.baseURL else { return nil }
    return "Sitemap: " + base + HostingPath.sitemap
  }
}
