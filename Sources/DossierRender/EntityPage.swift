internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many companions, places per companion, and documents an entity's margin has.
  private static let mostTies = 20
  private static let mostPlaces = 8
  private static let mostDocumentLinks = 40
  /// How many names stand below a sentence.
  private static let mostCompanions = 6

  /// An entity's page: every sentence that names it, and who is named with it.
  func entity(_ index: Int, page: Int) -> TemplateRecord {
    let entity = briefing.entities[index]
    let pageCount = max(1, (entity.evidence.count + Site.sentencesPerPage - 1) / Site.sentencesPerPage)
    let isFirst = page == 0
    let title = isFirst ? entity.name : "\(entity.name), page \(page + 1)"
    let tied = isFirst ? entity.ties.prefix(Self.mostTies) : []
    let documents = isFirst ? distinctDocuments(of: entity) : []
    return TemplateRecord(
      PageSchema.entity,
      [
        "frame": .record(frame(title: title, description: description(of: entity))),
        "kind": .text(entity.kind.word), "kindTitle": .text(Wording.title(entity.kind)),
        "name": .text(entity.name),
        "aliases": .list(
          otherNames(of: entity).map { TemplateRecord(PageSchema.alias, ["name": .text($0)]) }),
        "hatnotes": .list(isFirst ? hatnotes(of: entity, index) : []),
        "said": .record(isFirst ? said(of: entity) : nil), "more": .url(isFirst ? entity.url ?? "" : ""),
        "note": .text(isFirst ? entity.note ?? "" : ""),
        "facts": .list(facts(of: entity, index)), "groups": .list(evidenceGroups(of: index, page: page)),
        "paged": .flag(pageCount > 1),
        "pages": .list(pager(pageCount, current: page) { .entity(index, page: $0) }),
        "part": .text(isFirst ? "" : "Page \(page + 1) of \(pageCount)"),
        "hasTies": .flag(!tied.isEmpty), "ties": .list(tied.map { tie($0, of: index) }),
        "moreTies": .text(
          entity.ties.count > tied.count && isFirst
            ? "and \(Wording.number(entity.ties.count - tied.count)) more, each less often" : ""),
        "hasDocuments": .flag(documents.count > 1),
        "documents": .list(
          documents.count > 1 ? documents.prefix(Self.mostDocumentLinks).map(documentLink) : []),
        "moreDocuments": .text(
          documents.count > Self.mostDocumentLinks
            ? "and \(Wording.number(documents.count - Self.mostDocumentLinks)) more, with the sentences" : ""),
        "hasReasons": .flag(isFirst && !entity.aliases.isEmpty),
        "reasons": .list(isFirst ? entity.aliases.map { reason($0, entity) } : []),
      ])
  }

  private func description(of entity: Entity) -> String {
    "\(Wording.title(entity.kind)), named in \(Wording.counted(entity.evidence.count, "sentence", "sentences")) of "
      + Wording.counted(entity.documentCount, "document", "documents")
  }

  private func facts(of entity: Entity, _ index: Int) -> [TemplateRecord] {
    let first = PageKey.entity(index, page: 0)
    var facts = [
      fact("Mentions", Wording.number(entity.mentionCount), url: link(first, "evidence")),
      fact("Sentences", Wording.number(entity.evidence.count), url: link(first, "evidence")),
      fact(
        "Documents", Wording.number(entity.documentCount),
        url: link(first, entity.documentCount > 1 ? "documents" : "evidence")),
    ]
    if !entity.ties.isEmpty {
      facts.append(fact("Named with", Wording.number(entity.ties.count), url: link(first, "named-with")))
    }
    return facts
  }

  private func distinctDocuments(of entity: Entity) -> [Int] {
    var documents: [Int] = []
    for evidence in entity.evidence where documents.last != evidence.document {
      documents.append(evidence.document)
    }
    return documents
  }

  /// The sentences of one page of the list, grouped by document.
  private func evidenceGroups(of index: Int, page: Int) -> [TemplateRecord] {
    let evidence = briefing.entities[index].evidence
    let range = Site.slice(evidence.count, Site.sentencesPerPage, page: page)
    var groups: [TemplateRecord] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let document = evidence[start].document
      var end = start
      while end < range.upperBound, evidence[end].document == document { end += 1 }
      let markup = sentenceMarkup(document, subject: index)
      let address = link(.document(document))
      groups.append(
        TemplateRecord(
          PageSchema.evidenceGroup,
          [
            "id": .text(groupID(document)), "title": .text(briefing.documents[document].document.title),
            "url": .url(address), "details": .list(details(of: document)),
            "evidence": .list(
              evidence[start..<end].map { self.evidence($0, of: index, markup, address: address + "#") }),
          ]))
      start = end
    }
    return groups
  }

  private func evidence(
    _ evidence: Evidence, of index: Int, _ markup: SentenceMarkup, address: String
  ) -> TemplateRecord {
    let (document, sentence) = (evidence.document, evidence.sentence)
    let place = site.places[document].sentences[sentence]
    var companions: [Int] = []
    var first: Int?
    for mention in place.mentions {
      let other = briefing.documents[document].mentionEntities[mention]
      if other == index {
        first = first ?? mention
      } else if !companions.contains(other) {
        companions.append(other)
      }
    }
    var with = companions.prefix(Self.mostCompanions).map { briefing.entities[$0].name }
    if companions.count > with.count { with.append("\(companions.count - with.count) more") }
    return TemplateRecord(
      PageSchema.evidence,
      [
        "sentence": .html(markup.markup(of: sentence, mentions: place.mentions)),
        "paragraph": .text("¶" + String(place.paragraph)),
        "url": .url(address + fragment(document, place, first)),
        "with": .text(with.isEmpty ? "" : "with " + Wording.list(with)),
      ])
  }

  /// The place of a mention on its document's page, or of its paragraph.
  private func fragment(_ document: Int, _ place: DocumentPlaces.Sentence, _ mention: Int?) -> String {
    mention.map { site.places[document].fragment(ofMention: $0, inBlock: Int(place.block)) }
      ?? "p" + String(place.paragraph)
  }

  /// The link to the place where a sentence first names an entity.
  private func link(_ evidence: Evidence, naming entity: Int) -> String {
    let place = site.places[evidence.document].sentences[evidence.sentence]
    let mention = place.mentions.first { briefing.documents[evidence.document].mentionEntities[$0] == entity }
    return link(.document(evidence.document)) + "#" + fragment(evidence.document, place, mention)
  }

  /// A companion, with the places where both are named.
  private func tie(_ tie: Tie, of index: Int) -> TemplateRecord {
    let other = Int(tie.entity)
    let entity = briefing.entities[other]
    let places = briefing.sentences(naming: index, and: other, limit: Self.mostPlaces)
    let isOneDocument = briefing.documents.count == 1
    return TemplateRecord(
      PageSchema.tie,
      [
        "kind": .text(entity.kind.word), "name": .text(entity.name),
        "url": .url(link(.entity(other, page: 0))),
        "bar": .text(Wording.bar(Int(tie.count), of: Int(briefing.entities[index].ties[0].count))),
        "count": .text(Wording.number(Int(tie.count))),
        "places": .list(
          places.map { place in
            let paragraph = "¶\(site.places[place.document].sentences[place.sentence].paragraph)"
            let title = briefing.documents[place.document].document.title
            return TemplateRecord(
              PageSchema.link,
              [
                "label": .text(isOneDocument ? paragraph : title + ", " + paragraph),
                "url": .url(link(place, naming: index)),
              ])
          }),
        "others": .flag(Int(tie.count) > places.count),
      ])
  }
}
