internal import DossierJSON
internal import DossierModel

/// The same as data.
extension Explainer {
  func json(of mention: Int, in document: Int, at location: SourceLocation) -> String {
    let own = briefing.documents[document]
    let entity = briefing.entities[own.mentionEntities[mention]]
    var json = open(own.annotation.mentions[mention], in: document, at: location)
    json += ",\"entity\":\(JSONText.string(entity.name)),\"address\":\(JSONText.string(address(of: entity)))"
    if let reason = own.mentionReasons[mention] {
      json += ",\"reason\":\(JSONText.string(reason.words(for: entity.name)))"
    }
    return json + ",\"candidates\":[\(list(entity.candidates))]}"
  }

  func json(of suggestion: Mention, in document: Int, at location: SourceLocation) -> String {
    open(suggestion, in: document, at: location) + ",\"entity\":null,\"candidates\":[]}"
  }

  private func open(_ mention: Mention, in document: Int, at location: SourceLocation) -> String {
    let words = String(briefing.documents[document].document.text.slice(mention.range))
    let own = briefing.documents[document].document
    let page = own.format.isText ? nil : own.blocks[location.line - 1].page
    let place =
      own.format.isText
      ? "\"line\":\(location.line),\"column\":\(location.column)"
      : "\"paragraph\":\(location.line)" + (page.map { ",\"page\":\($0)" } ?? "")
    return "{\"file\":\(JSONText.string(location.path)),\(place)"
      + ",\"words\":\(JSONText.string(words)),\"kind\":\"\(mention.kind.word)\",\"score\":\(decimal(mention.score))"
      + ",\"origin\":\"\(mention.origin.word)\""
  }

  func json(ofEntity index: Int) -> String {
    let entity = briefing.entities[index]
    let aliases = entity.aliases.map { alias in
      "{\"name\":\(JSONText.string(alias.name)),\"reason\":\(JSONText.string(alias.reason.words(for: entity.name)))}"
    }
    return "{\"name\":\(JSONText.string(entity.name)),\"kind\":\"\(entity.kind.word)\","
      + "\"address\":\(JSONText.string(address(of: entity))),\"mentions\":\(entity.mentionCount),"
      + "\"documents\":\(entity.documentCount),\"aliases\":[\(aliases.joined(separator: ","))],"
      + "\"candidates\":[\(list(entity.candidates))]}"
  }

  private func list(_ entities: [Int]) -> String {
    entities.map { JSONText.string(briefing.entities[$0].name) }.joined(separator: ",")
  }
}
