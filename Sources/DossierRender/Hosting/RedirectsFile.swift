internal import DossierModel

extension Site {
  /// The old addresses of pages, as Netlify and Cloudflare read them: from, to, code. Other hosts serve the pages that stand at
  /// these addresses. Nothing where no page has moved.
  ///
  /// Each leads straight to the page's newest address.
  ///
  /// - Complexity: O(old addresses).
  func redirectsFile() -> [UInt8]? {
    guard !briefing.redirects.isEmpty else { return nil }
    var bytes: [UInt8] = []
    let base = HostRule.path(briefing.settings.basePath ?? "/")
    for (index, redirect) in briefing.redirects.enumerated() {
      let count = briefing.entities[redirect.entity].evidence.count
      for page in 0..<Site.pageCount(count, Site.sentencesPerPage) {
        let old = base + SiteAddresses.encoded(path(of: .moved(index, page: page)))
        let new = base + SiteAddresses.encoded(path(of: .entity(redirect.entity, page: page)))
        bytes += "\(old) \(new) 301\n".utf8
      }
    }
    return bytes
  }
}

/// The rules of `_redirects` and `_headers`.
enum HostRule {
  /// Returns a path in which nothing stands for other paths: "*" and ":" do.
  static func path(_ path: String) -> String {
    var result = ""
    for character in path {
      switch character {
      case "*": result += "%2A"
      case ":": result += "%3A"
      default: result.append(character)
      }
    }
    return result
  }
}
