public import DossierEdition

extension EditionChanges {
  /// The changes as one JSON object: "old" and "new" editions, and lists of "documents", "names", "ties" and "dates", of which
  /// each has its "change": new, gone or changed.
  ///
  /// - Complexity: O(changes).
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.entry("version", 1)
      json.edition("old", old)
      json.edition("new", new)
      json.list("documents", documents) { json, change in json.document(change) }
      json.list("names", names) { json, change in
        json.entry("change", change.kind.rawValue)
        json.entry("name", change.name)
        json.entry("kind", change.word)
        json.entry("url", change.url)
        json.entry("mentions", change.mentions)
        if !change.into.isEmpty { json.entry("into", change.into) }
        json.facts(change.facts)
      }
      json.list("ties", ties) { json, change in
        json.entry("change", change.kind.rawValue)
        json.entry("a", change.first)
        json.entry("b", change.second)
        json.entry("sentences", change.count)
      }
      json.list("dates", dates) { json, change in
        json.entry("change", change.kind.rawValue)
        json.entry("path", change.path)
        json.place(change.paragraph, change.url)
        json.entry("surface", change.surface)
        json.entry("old", change.old)
        json.entry("new", change.new)
      }
    }
    json.end()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func edition(_ key: String, _ mark: EditionMark?) {
    self.key(key)
    guard let mark else { return null() }
    object { json in
      json.entry("edition", mark.tag.text)
      json.entry("seal", mark.seal)
    }
  }

  fileprivate mutating func list<Change>(
    _ key: String, _ changes: [Change], _ body: (inout JSONWriter, Change) -> Void
  ) {
    self.key(key)
    lines { json in
      for change in changes {
        json.line()
        json.object { body(&$0, change) }
      }
    }
  }

  fileprivate mutating func facts(_ facts: [EditionChanges.FactChange]) {
    key("facts")
    array { json in
      for fact in facts {
        json.object { json in
          json.entry("name", fact.name)
          json.entry("old", fact.old)
          json.entry("new", fact.new)
        }
      }
    }
  }

  fileprivate mutating func place(_ paragraph: Int?, _ url: String) {
    if let paragraph { entry("paragraph", paragraph) }
    if !url.isEmpty { entry("url", url) }
  }

  fileprivate mutating func document(_ change: EditionChanges.DocumentChange) {
    entry("change", change.kind.rawValue)
    entry("path", change.path)
    entry("title", change.title)
    entry("url", change.url)
    entry("sentenceCount", change.sentenceCount)
    facts(change.facts)
    key("sentences")
    array { json in
      for sentence in change.sentences {
        json.object { json in
          json.entry("change", sentence.kind.rawValue)
          json.place(sentence.paragraph, sentence.url)
          json.key("pieces")
          json.array { json in
            for piece in sentence.pieces {
              json.object { json in
                let side =
                  switch piece.side {
                  case .both: "both"
                  case .old: "old"
                  case .new: "new"
                  }
                json.entry("in", side)
                json.entry("text", (piece.hasSpace ? " " : "") + piece.text)
              }
            }
          }
        }
      }
    }
    entry("moved", change.moved)
  }
}
