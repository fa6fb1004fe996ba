extension Feed {
  /// Returns the feed as Atom (RFC 4287), or nothing where it has no entries: Atom wants a date, and there is none to state.
  ///
  /// - Parameter address: The full address at which the result will stand.
  /// - Complexity: O(bytes).
  public func atom(at address: String) -> [UInt8]? {
    guard let newest = entries.max(by: { $0.updated < $1.updated }) else { return nil }
    var xml = XMLWriter()
    xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)])
    xml.element("id", address)
    xml.element("title", title)
    if let subtitle { xml.element("subtitle", subtitle) }
    xml.element("updated", newest.moment)
    xml.element("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address)])
    xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
    xml.person(author)
    for entry in entries {
      xml.open("entry", entry.language.map { [("xml:lang", $0)] } ?? [])
      xml.element("id", entry.id)
      xml.element("title", entry.title)
      xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.url)])
      xml.element("published", entry.moment)
      xml.element("updated", entry.moment)
      for name in entry.authors { xml.person(name) }
      for tag in entry.tags { xml.element("category", [("term", tag)]) }
      // An entry without text of its own must have a summary only where it has no page; an empty one says nothing.
      if !entry.summary.isEmpty { xml.element("summary", entry.summary) }
      xml.close("entry")
    }
    xml.close("feed")
    return xml.bytes
  }
}

extension XMLWriter {
  fileprivate mutating func person(_ name: String) {
    open("author")
    element("name", name)
    close("author")
  }
}
