internal import DossierModel

/// What pages say in the words of schema.org, as JSON-LD.
extension PageView {
  /// A document with what it mentions.
  func structured(document index: Int) -> HTML {
    let item = briefing.documents[index]
    let record = item.document.record
    var seen: Set<Int> = []
    let mentioned = item.mentionEntities.filter { seen.insert($0).inserted }
    return JSONWriter.element { json in
      json.entry("@context", "https://schema.org")
      json.entry("@type", "Article")
      json.entry("headline", item.document.title)
      if let address = canonical(.document(index)) { json.entry("@id", address) }
      json.entry("inLanguage", record.language ?? briefing.settings.language)
      if let date = record.date { json.entry("datePublished", date.iso) }
      if !record.authors.isEmpty {
        json.key("author")
        json.array { json in
          for name in record.authors { Self.named(name, "Person", &json) }
        }
      }
      if let publisher = record.publisher {
        json.key("publisher")
        Self.named(publisher, "Organization", &json)
      }
      if item.document.format.isText {
        if let url = record.url { json.entry("isBasedOn", url) }
      } else {
        json.key("isBasedOn")
        json.object { json in
          json.entry("@type", "DigitalDocument")
          json.entry("encodingFormat", item.document.format.mediaType)
          if let url = record.url { json.entry("url", url) }
        }
      }
      json.entry("wordCount", item.wordCount)
      json.key("mentions")
      json.array { json in
        for entity in mentioned { json.object { thing(entity, &$0) } }
      }
    }
  }

  /// An entity with its other names, what it is, and the documents that it is a subject of.
  func structured(entity index: Int) -> HTML {
    let entity = briefing.entities[index]
    return JSONWriter.element { json in
      json.entry("@context", "https://schema.org")
      thing(index, &json)
      let names = otherNames(of: entity)
      if !names.isEmpty {
        json.key("alternateName")
        json.array { json in
          for name in names { json.text(name) }
        }
      }
      if let description = entity.description { json.entry("description", description.text) }
      if let url = entity.url { json.entry("sameAs", url) }
    }
  }

  /// The site.
  func structuredSite() -> HTML {
    JSONWriter.element { json in
      json.entry("@context", "https://schema.org")
      json.entry("@type", "WebSite")
      json.entry("name", briefing.settings.title)
      if let address = briefing.settings.baseURL { json.entry("url", address) }
      if let subtitle = briefing.settings.subtitle { json.entry("description", subtitle) }
      json.entry("inLanguage", briefing.settings.language)
    }
  }

  private func thing(_ index: Int, _ json: inout JSONWriter) {
    let entity = briefing.entities[index]
    json.entry("@type", Self.type(of: entity.kind))
    json.entry("@id", canonical(.entity(index, page: 0)) ?? link(.entity(index, page: 0)))
    json.entry("name", entity.name)
  }

  private static func named(_ name: String, _ type: String, _ json: inout JSONWriter) {
    json.object { json in
      json.entry("@type", type)
      json.entry("name", name)
    }
  }

  static func type(of kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organisation: "Organization"
    case .place: "Place"
    case .event: "Event"
    case .other: "Thing"
    }
  }
}
