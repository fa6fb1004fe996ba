internal import DossierModel

/// Documents, entities and sentences in the words of schema.org, as a graph in JSON-LD. The context stands in the file, so that
/// nothing need be fetched to read it.
extension ExportRows {
  /// Returns a part of the graph; each part is a graph by itself, whose nodes may point into others.
  func graphJSONLD(part: Int, in exports: Exports) -> [UInt8] {
    let rows = exports.rows(exports.nodeCount, part: part)
    let starts = [0, exports.count(.documents), exports.count(.documents) + exports.count(.entities)]
    return JSONWriter.file { json in
      json.key("@context")
      json.object(context)
      json.key("@graph")
      json.lines { json in
        for row in rows {
          json.line()
          if row < starts[1] {
            json.object { document(row, &$0) }
          } else if row < starts[2] {
            json.object { entity(row - starts[1], &$0) }
          } else {
            json.object { sentence(evidence(row - starts[2], in: exports), &$0) }
          }
        }
      }
    }
  }

  private func context(_ json: inout JSONWriter) {
    json.entry("@vocab", "https://schema.org/")
    // Ids are paths from the root of the site. Where that is not known, from the folder above this file's.
    json.entry("@base", briefing.settings.baseURL ?? "../")
    for property in ["url", "sameAs", "isBasedOn"] {
      json.key(property)
      json.object { $0.entry("@type", "@id") }
    }
    json.key("datePublished")
    json.object { $0.entry("@type", "Date") }
  }

  private func evidence(_ row: Int, in exports: Exports) -> Evidence {
    let document = exports.sentenceStarts.partitionPoint { $0 <= row } - 1
    return Evidence(document: document, sentence: row - exports.sentenceStarts[document])
  }

  private func address(ofDocument index: Int) -> String {
    site.addresses.link(to: .document(index), up: "")
  }

  private func reference(_ key: String, to address: String, _ json: inout JSONWriter) {
    json.key(key)
    json.object { $0.entry("@id", address) }
  }

  private func references(_ key: String, to entities: [Int], _ json: inout JSONWriter) {
    guard !entities.isEmpty else { return }
    json.key(key)
    json.array { json in
      for index in entities { json.object { $0.entry("@id", url(ofEntity: index)) } }
    }
  }

  private func named(_ type: String, _ name: String, _ json: inout JSONWriter) {
    json.object { json in
      json.entry("@type", type)
      json.entry("name", name)
    }
  }

  private func document(_ index: Int, _ json: inout JSONWriter) {
    let item = briefing.documents[index]
    let (document, record) = (item.document, item.document.record)
    json.entry("@id", address(ofDocument: index))
    json.entry("@type", document.format.schemaType)
    json.entry("identifier", id(ofDocument: index))
    json.entry("name", document.title)
    json.entry("url", address(ofDocument: index))
    json.entry("inLanguage", record.language ?? briefing.settings.language)
    if let date = record.date { json.entry("datePublished", date.iso) }
    if !record.authors.isEmpty {
      json.key("author")
      json.array { json in
        for name in record.authors { named("Person", name, &json) }
      }
    }
    if let publisher = record.publisher {
      json.key("publisher")
      named("Organization", publisher, &json)
    }
    if let url = record.url { json.entry("isBasedOn", url) }
    if let licence = record.licence {
      json.key("license")
      named("CreativeWork", licence, &json)
    }
    if let marking = record.marking ?? briefing.settings.marking { json.entry("conditionsOfAccess", marking) }
    json.key("encoding")
    json.object { json in
      json.entry("@type", "MediaObject")
      json.entry("name", document.path)
      json.entry("encodingFormat", document.format.mediaType)
      if let hash = document.contentHash { json.entry("sha256", hash) }
    }
    json.entry("wordCount", item.wordCount)
    var seen: Set<Int> = []
    references("mentions", to: item.mentionEntities.filter { seen.insert($0).inserted }, &json)
  }

  private func entity(_ index: Int, _ json: inout JSONWriter) {
    let entity = briefing.entities[index]
    let isUnclear = !entity.candidates.isEmpty
    json.entry("@id", url(ofEntity: index))
    json.entry("@type", isUnclear ? "Thing" : PageView.type(of: entity.kind))
    json.entry("identifier", id(ofEntity: index))
    json.entry("name", entity.name)
    json.entry("url", url(ofEntity: index))
    if !entity.aliases.isEmpty {
      json.key("alternateName")
      json.array { json in
        for alias in entity.aliases { json.text(alias.name) }
      }
    }
    if isUnclear {
      let names = entity.candidates.map { briefing.entities[$0].name }
      json.entry(
        "disambiguatingDescription",
        "An unclear name: the documents do not say which of these it is, and it counts for none. "
          + names.joined(separator: "; "))
    }
    if let description = entity.description { json.entry("description", description.text) }
    if let url = entity.url { json.entry("sameAs", url) }
    if entity.kind == .place, let country = entity.location?.country, country != entity.name {
      json.key("containedInPlace")
      named("Country", country, &json)
    }
  }

  private func sentence(_ evidence: Evidence, _ json: inout JSONWriter) {
    let item = briefing.documents[evidence.document]
    let place = site.places[evidence.document].sentences[evidence.sentence]
    let document = address(ofDocument: evidence.document)
    json.entry("@id", document + "#p\(place.paragraph)s\(place.number)")
    json.entry("@type", "Quotation")
    json.entry("identifier", id(of: evidence))
    json.entry("url", url(of: evidence))
    reference("isPartOf", to: document, &json)
    json.key("text")
    json.text(item.document.text.slice(item.annotation.sentences[evidence.sentence]))
    var seen: Set<Int> = []
    references(
      "mentions", to: place.mentions.map { item.mentionEntities[$0] }.filter { seen.insert($0).inserted },
      &json)
  }
}

extension DocumentFormat {
  /// The type of schema.org that such files are of.
  fileprivate var schemaType: String {
    switch self {
    case .plainText, .markdown, .html: "Article"
    case .mail: "EmailMessage"
    case .epub: "Book"
    case .word, .openDocument, .richText, .pdf: "DigitalDocument"
    }
  }
}
