internal import DossierModel

extension Site {
  /// What crawlers read before all else, or nothing where it would not be read or have nothing to say: they ask for it at the
  /// root of a host only (RFC 9309, section 2.3).
  ///
  /// A site that search engines are to leave out forbids nothing here: who may not read a page does not see either that it asks
  /// to be left out.
  func robotsFile() -> [UInt8]? {
    if let path = briefing.settings.basePath, path != "/" { return nil }
    var lines = ["User-agent: *"]
    if briefing.settings.isUnindexed {
      lines.insert("# Each page says 'noindex'. Crawlers see that only where they may read it.", at: 0)
    }
    lines.append("Disallow:")
    if let line = sitemapLine { lines += ["", line] }
    if lines.count == 2 { return nil }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
