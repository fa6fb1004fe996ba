internal import DossierModel

/// The briefing in FollowTheMoney's model, as lines of JSON.
///
/// | of the briefing | schema |
/// |---|---|
/// | document | Article, Email, or Pages for what has a layout of its own |
/// | person, organisation | Person, Organization |
/// | place | Address, the schema for places that every version of the model has |
/// | event | Event |
/// | other | Note: the model has no schema for a thing of no kind, and Note claims least |
/// | a document names a person or an organisation | Mention, resolved |
/// | a document names something else | Documentation, as a Mention can be resolved to neither a place nor an event |
/// | a document has an unclear name | Mention, not resolved; there is no entity of the name, and it counts for none |
/// | two things in the same sentence | UnknownLink, which says no more than that |
///
/// Topics are never stated: no text makes anybody a criminal or a politician here.
extension ExportRows {
  func moneyDocuments(part: Int, in exports: Exports) -> [UInt8] {
    var json = JSONWriter()
    for index in Site.slice(briefing.documents.count, exports.moneyDocumentsPerFile, page: part) {
      document(index).append(to: &json)
    }
    return json.bytes
  }

  /// Entities, what documents name, and ties. Where names are unclear, a part has fewer than its rows.
  func moneyEntities(part: Int, in exports: Exports) -> [UInt8] {
    let rows = exports.rows(exports.moneyCount, part: part)
    let (entities, named) = (exports.count(.entities), exports.documentStarts.last ?? 0)
    func own(_ start: Int, _ count: Int) -> Range<Int> {
      let range = rows.clamped(to: start..<start + count)
      return range.lowerBound - start..<range.upperBound - start
    }
    var json = JSONWriter()
    for index in own(0, entities) where briefing.entities[index].candidates.isEmpty {
      entity(index).append(to: &json)
    }
    Exports.forEach(own(entities, named), of: exports.documentStarts) { index, range in
      let documents = evidenceByDocument(of: index)
      for sentences in documents[range] { naming(index, sentences).append(to: &json) }
    }
    Exports.forEach(own(entities + named, exports.count(.ties)), of: exports.tieStarts) { first, range in
      for tie in ties(of: first)[range] where !tie.isUnclear { link(tie).append(to: &json) }
    }
    return json.bytes
  }

  // MARK: - Entities of the model

  private func address(ofDocument index: Int) -> String { "documents/" + id(ofDocument: index) }

  /// The full address of a path in the site, where the author says where it stands: the model has no others.
  private func full(_ url: String) -> String? { briefing.settings.baseURL.map { $0 + url } }

  private func document(_ index: Int) -> MoneyEntity {
    let document = briefing.documents[index].document
    let record = document.record
    var entity = MoneyEntity(document.format.moneySchema, address(ofDocument: index))
    entity.add("title", document.title)
    entity.add("name", document.title, .name)
    entity.add("fileName", document.path)
    entity.add("mimeType", document.format.mediaType)
    entity.add("author", record.authors)
    entity.add("publisher", record.publisher)
    entity.add("date", record.date?.iso)
    entity.add("sourceUrl", record.url)
    entity.add("keywords", record.tags)
    entity.add(
      "notes",
      [
        record.licence.map { "Licence: " + $0 },
        (record.marking ?? briefing.settings.marking).map { "Handling: " + $0 },
        document.contentHash.map { "SHA-256: " + $0 },
        full(site.addresses.link(to: .document(index), up: "")).map { "Page: " + $0 },
      ].compactMap { $0 }, .text)
    entity.add("bodyText", Self.pieces(of: Self.shownText(of: document)), .text)
    return entity
  }

  /// Returns a document's text without raw HTML, of which no page shows anything: mostly comments of the author.
  private static func shownText(of document: Document) -> String {
    guard document.blocks.contains(where: { $0.kind == .html && !$0.textRange.isEmpty }) else {
      return document.text
    }
    return document.blocks.lazy.filter { $0.kind != .html }
      .map { String(document.text.slice($0.textRange)) }.joined(separator: "\n")
  }

  /// Returns a text in pieces that the model takes, cut between lines; a line alone may be too long, and is cut anywhere.
  static func pieces(of text: String) -> [String] {
    let limit = MoneyEntity.Limit.text.rawValue
    guard text.utf8.count > limit else { return [text] }
    var pieces: [String] = []
    var piece = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line.unicodeScalars
      if !piece.isEmpty, piece.utf8.count + rest.utf8Count > limit {
        pieces.append(piece)
        piece = ""
      }
      while rest.utf8Count > limit {
        // A scalar has four bytes at the most.
        pieces.append(String(rest.prefix(limit / 4)))
        rest = rest.dropFirst(limit / 4)
      }
      if !piece.isEmpty { piece += "\n" }
      piece.unicodeScalars += rest
    }
    return pieces + [piece]
  }

  private func entity(_ index: Int) -> MoneyEntity {
    let own = briefing.entities[index]
    var entity = MoneyEntity(own.kind.moneySchema, id(ofEntity: index))
    entity.add("name", own.name, .name)
    entity.add("alias", own.aliases.map(\.name), .name)
    if own.kind == .place {
      let country = own.location?.country.flatMap { $0 == own.name ? nil : $0 }
      entity.add("full", [own.name, country].compactMap { $0 }.joined(separator: ", "), .name)
    }
    entity.add("description", own.description?.text, .text)
    entity.add("notes", own.note, .text)
    entity.add("sourceUrl", [full(url(ofEntity: index)), own.url].compactMap { $0 })
    return entity
  }

  private func evidenceByDocument(of index: Int) -> [ArraySlice<Evidence>] {
    let evidence = briefing.entities[index].evidence
    var groups: [ArraySlice<Evidence>] = []
    var start = 0
    while start < evidence.count {
      let end = evidence.partitionPoint(from: start) { $0.document <= evidence[start].document }
      groups.append(evidence[start..<end])
      start = end
    }
    return groups
  }

  /// That a document names an entity, by which words, in which sentences.
  private func naming(_ index: Int, _ sentences: ArraySlice<Evidence>) -> MoneyEntity {
    let own = briefing.entities[index]
    let document = sentences.first?.document ?? 0
    let isMention = own.kind == .person || own.kind == .organisation || !own.candidates.isEmpty
    var entity = MoneyEntity(
      isMention ? "Mention" : "Documentation",
      "mention " + address(ofDocument: document) + " " + id(ofEntity: index))
    entity.refer("document", to: [address(ofDocument: document)])
    if isMention {
      let item = briefing.documents[document]
      let mentions = sentences.flatMap { site.places[document].sentences[$0.sentence].mentions }
        .filter { item.mentionEntities[$0] == index }
      entity.add(
        "name", mentions.map { String(item.document.text.slice(item.annotation.mentions[$0].range)) }, .name)
      entity.add("detectedSchema", own.kind.moneySchema)
      if own.candidates.isEmpty { entity.refer("resolved", to: [id(ofEntity: index)]) }
    } else {
      entity.refer("entity", to: [id(ofEntity: index)])
      entity.add("role", "named in the document")
      add(Array(sentences), to: &entity)
    }
    return entity
  }

  private func link(_ tie: ExportedTie) -> MoneyEntity {
    let (first, second) = (id(ofEntity: tie.first), id(ofEntity: tie.second))
    var entity = MoneyEntity("UnknownLink", "tie " + first + " " + second)
    entity.refer("subject", to: [first])
    entity.refer("object", to: [second])
    let count = Wording.counted(tie.evidence.count, "sentence", "sentences")
    entity.add("role", "named in the same sentence: \(count)")
    entity.add(
      "status",
      tie.isBeyondChance
        ? "more often than chance explains, G² \(DecimalText.digits(of: tie.statistic.logLikelihood, digits: 2))"
        : "not more often than chance may explain")
    var last = -1
    let documents = tie.evidence.map(\.document).filter { document in
      defer { last = document }
      return document != last
    }
    entity.refer("proof", to: documents.map(address))
    add(tie.evidence, to: &entity)
    return entity
  }

  /// How many sentences stand in words: all have their ids.
  private static let mostQuoted = 5

  private func add(_ evidence: [Evidence], to entity: inout MoneyEntity) {
    entity.add(
      "summary",
      evidence.prefix(Self.mostQuoted).map { place in
        let item = briefing.documents[place.document]
        return String(item.document.text.slice(item.annotation.sentences[place.sentence]))
      }, .text)
    entity.add("recordId", evidence.map { id(of: $0) })
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var utf8Count: Int { reduce(0) { $0 + UTF8.width($1) } }
}

extension DocumentFormat {
  fileprivate var moneySchema: String {
    switch self {
    case .plainText, .markdown, .html: "Article"
    case .mail: "Email"
    case .word, .openDocument, .richText, .epub, .pdf: "Pages"
    }
  }
}

extension EntityKind {
  fileprivate var moneySchema: String {
    switch self {
    case .person: "Person"
    case .organisation: "Organization"
    case .place: "Address"
    case .event: "Event"
    case .other: "Note"
    }
  }
}
