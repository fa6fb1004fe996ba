internal import DossierJSON
internal import DossierModel

/// What pages say in the words of schema.org, as JSON-LD.
extension PageView {
  /// A document with what it mentions.
  func structured(document index: Int) -> HTML {
    let item = briefing.documents[index]
    let record = item.document.record
    var seen: Set<Int> = []
    let mentioned = item.mentionEntities.filter { seen.insert($0).inserted }
    return Self.script { json in
      json.pair("@context", "https://schema.org")
      json.pair("@type", "Article")
      json.pair("headline", item.document.title)
      if let address = canonical(.document(index)) { json.pair("@id", address) }
      json.pair("inLanguage", record.language ?? briefing.settings.language)
      if let date = record.date { json.pair("datePublished", date.iso) }
      if !record.authors.isEmpty {
        json.list("author", record.authors) { name, json in
          json.pair("@type", "Person")
          json.pair("name", name)
        }
      }
      if let publisher = record.publisher {
        json.list("publisher", [publisher]) { name, json in
          json.pair("@type", "Organization")
          json.pair("name", name)
        }
      }
      if let url = record.url { json.pair("isBasedOn", url) }
      json.pair("wordCount", item.wordCount)
      json.list("mentions", mentioned) { entity, json in thing(entity, &json) }
    }
  }

  /// An entity with its other names, what it is, and the documents that it is a subject of.
  func structured(entity index: Int) -> HTML {
    let entity = briefing.entities[index]
    return Self.script { json in
      json.pair("@context", "https://schema.org")
      thing(index, &json)
      let names = otherNames(of: entity)
      if !names.isEmpty { json.texts("alternateName", names) }
      if let description = entity.description { json.pair("description", description.text) }
      if let url = entity.url { json.pair("sameAs", url) }
    }
  }

  /// The site.
  func structuredSite() -> HTML {
    Self.script { json in
      json.pair("@context", "https://schema.org")
      json.pair("@type", "WebSite")
      json.pair("name", briefing.settings.title)
      if let address = briefing.settings.baseURL { json.pair("url", address) }
      if let subtitle = briefing.settings.subtitle { json.pair("description", subtitle) }
      json.pair("inLanguage", briefing.settings.language)
    }
  }

  private func thing(_ index: Int, _ json: inout LinkedJSON) {
    let entity = briefing.entities[index]
    json.pair("@type", Self.type(of: entity.kind))
    json.pair("@id", canonical(.entity(index, page: 0)) ?? link(.entity(index, page: 0)))
    json.pair("name", entity.name)
  }

  private static func type(of kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organisation: "Organization"
    case .place: "Place"
    case .event: "Event"
    case .other: "Thing"
    }
  }

  private static func script(_ body: (inout LinkedJSON) -> Void) -> HTML {
    var json = LinkedJSON()
    json.object(body)
    return json.script
  }
}

/// JSON inside a page.
private struct LinkedJSON {
  private var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ body: (inout LinkedJSON) -> Void) {
    comma()
    bytes += "{".utf8
    needsComma = false
    body(&self)
    bytes += "}".utf8
    needsComma = true
  }

  mutating func pair(_ key: String, _ value: String) {
    self.key(key)
    JSONText.append(value, to: &bytes)
  }

  mutating func pair(_ key: String, _ value: Int) {
    self.key(key)
    bytes += String(value).utf8
  }

  mutating func texts(_ key: String, _ values: [String]) {
    self.key(key)
    bytes += "[".utf8
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += ",".utf8 }
      JSONText.append(value, to: &bytes)
    }
    bytes += "]".utf8
  }

  mutating func list<Element>(
    _ key: String, _ elements: [Element], _ body: (Element, inout LinkedJSON) -> Void
  ) {
    self.key(key)
    bytes += "[".utf8
    needsComma = false
    for element in elements { object { body(element, &$0) } }
    bytes += "]".utf8
    needsComma = true
  }

  private mutating func key(_ key: String) {
    comma()
    JSONText.append(key, to: &bytes)
    bytes += ":".utf8
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes += ",".utf8 }
  }

  /// The element that holds it. A "<" could end the element, so it is written as JSON's escape.
  var script: HTML {
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if byte == UInt8(ascii: "<") { safe += "\\u003c".utf8 } else { safe.append(byte) }
    }
    return HTML(
      trusted: "<script type=\"application/ld+json\">" + String(decoding: safe, as: UTF8.self) + "</script>")
  }
}
