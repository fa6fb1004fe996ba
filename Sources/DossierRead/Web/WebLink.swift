/// Where links of a page lead.
enum WebLink {
  /// Returns a link's whole address, or nothing where it leads to a part of the page, to a place that is not known, or out of
  /// the web.
  static func absolute(_ href: String, on page: String?) -> String? {
    let link = String(href.prefix(2_001).filter { !$0.isWhitespace })
    if WebAddress.isGood(link) { return link }
    guard let page, let scheme = page.range(ofFirst: ["://"]), !link.isEmpty, !link.hasPrefix("#") else {
      return nil
    }
    let host = page[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let origin = page[..<scheme.upperBound] + host
    let absolute: String
    if link.hasPrefix("//") {
      absolute = page[..<scheme.lowerBound] + ":" + link
    } else if link.hasPrefix("/") {
      absolute = origin + link
    } else {
      // "javascript:" and its like have a colon before any slash.
      guard !link.prefix(while: { $0 != "/" && $0 != "?" }).contains(":"), !link.hasPrefix(".") else {
        return nil
      }
      let path = page[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
      absolute = origin + folder + link
    }
    return WebAddress.isGood(absolute) ? absolute : nil
  }
}
