extension Feed {
  /// Returns the feed as JSON Feed 1.1 (jsonfeed.org).
  ///
  /// - Parameter address: The full address at which the result will stand.
  /// - Complexity: O(bytes).
  public func json(at address: String) -> [UInt8] {
    JSONWriter.file { json in
      json.entry("version", "https://jsonfeed.org/version/1.1")
      json.entry("title", title)
      if let subtitle { json.entry("description", subtitle) }
      json.entry("home_page_url", home)
      json.entry("feed_url", address)
      json.entry("language", language)
      json.authors([author])
      json.key("items")
      json.array { json in
        for entry in entries {
          json.object { json in
            json.entry("id", entry.id)
            json.entry("url", entry.url)
            json.entry("title", entry.title)
            // One of two kinds of content must be there.
            json.entry("content_text", entry.summary)
            json.entry("date_published", entry.moment)
            json.entry("date_modified", entry.moment)
            if !entry.authors.isEmpty { json.authors(entry.authors) }
            if !entry.tags.isEmpty {
              json.key("tags")
              json.array { json in
                for tag in entry.tags { json.text(tag) }
              }
            }
            if let language = entry.language { json.entry("language", language) }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func authors(_ names: [String]) {
    key("authors")
    array { json in
      for name in names {
        json.object { $0.entry("name", name) }
      }
    }
  }
}
