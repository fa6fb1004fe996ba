internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many companions and documents an entity's margin has, and how many dates.
  private static let mostTies = 20
  private static let mostDocumentLinks = 40
  private static let mostDates = 40
  /// How many names stand below a sentence.
  private static let mostCompanions = 6

  /// An entity's page: every sentence that names it, and who is named with it.
  func entity(_ index: Int, page: Int) -> TemplateRecord {
    let entity = briefing.entities[index]
    let pageCount = Site.pageCount(entity.evidence.count, Site.sentencesPerPage)
    let isFirst = page == 0
    let title = isFirst ? entity.name : "\(entity.name), page \(page + 1)"
    let tied = isFirst ? entity.ties.prefix(Self.mostTies) : []
    let documents = isFirst ? distinctDocuments(of: entity) : []
    let years = isFirst ? self.years(of: index) : []
    let dates = isFirst ? self.dates(of: index, limit: Self.mostDates) : (rows: [], more: 0)
    return TemplateRecord(
      PageSchema.entity,
      [
        "frame": .record(
          frame(title: title, description: description(of: entity), structured: structured(entity: index))),
        "kind": .text(entity.kind.word), "kindTitle": .text(Wording.title(entity.kind)),
        "name": .text(entity.name),
        "aliases": .list(
          otherNames(of: entity).map { TemplateRecord(PageSchema.alias, ["name": .text($0)]) }),
        "hatnotes": .list(isFirst ? hatnotes(of: entity, index) : []),
        "said": .record(isFirst ? said(of: entity) : nil), "more": .url(isFirst ? entity.url ?? "" : ""),
        "note": .text(isFirst ? entity.note ?? "" : ""),
        "facts": .list(facts(of: entity, index, dates: dates.rows.count + dates.more)),
        "hasYears": .flag(!years.isEmpty), "years": .list(years),
        "groups": .list(evidenceGroups(of: index, page: page)),
        "paged": .flag(pageCount > 1),
        "pages": .list(pager(pageCount, current: page) { .entity(index, page: $0) }),
        "part": .text(isFirst ? "" : "Page \(page + 1) of \(pageCount)"),
        "hasTies": .flag(!tied.isEmpty),
        "picture": .html(isFirst ? neighbourhood(of: index) : HTML(trusted: "")),
        "ties": .list(tied.map { tie($0, of: index) }),
        "moreTies": .text(
          entity.ties.count > tied.count && isFirst
            ? "and \(Wording.number(entity.ties.count - tied.count)) more" : ""),
        "hasDates": .flag(!dates.rows.isEmpty), "dates": .list(dates.rows),
        "moreDates": .text(
          dates.more == 0 ? "" : "and \(Wording.number(dates.more)) more, each shown with its sentence above"),
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

  private func facts(of entity: Entity, _ index: Int, dates: Int) -> [TemplateRecord] {
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
    if dates > 0 { facts.append(fact("Dates", Wording.number(dates), url: link(first, "dates"))) }
    return facts
  }

  func distinctDocuments(of entity: Entity) -> [Int] {
    var documents: [Int] = []
    for evidence in entity.evidence where documents.last != evidence.document {
      documents.append(evidence.document)
    }
    return documents
  }

  /// The evidence in the order in which pages show it.
  func shownEvidence(of index: Int) -> (evidence: [Evidence], isByYear: Bool) {
    let evidence = briefing.entities[index].evidence
    guard let order = site.evidenceOrders[index] else { return (evidence, false) }
    return (order.positions.map { evidence[Int($0)] }, order.isByYear)
  }

  /// The sentences of one page of the list, grouped by document.
  private func evidenceGroups(of index: Int, page: Int) -> [TemplateRecord] {
    let (evidence, isByYear) = shownEvidence(of: index)
    let range = Site.slice(evidence.count, Site.sentencesPerPage, page: page)
    return evidenceGroups(Array(evidence[range]), subjects: [index], byYear: isByYear)
  }

  /// The years of an entity's documents, each with its first sentence.
  private func years(of index: Int) -> [TemplateRecord] {
    let (evidence, isByYear) = shownEvidence(of: index)
    guard isByYear else { return [] }
    var links: [TemplateRecord] = []
    var last: String?
    for (position, item) in evidence.enumerated() {
      let year = yearLabel(ofDocument: item.document)
      guard year != last else { continue }
      last = year
      links.append(
        TemplateRecord(
          PageSchema.link,
          [
            "label": .text(year),
            "url": .url(link(.entity(index, page: position / Site.sentencesPerPage), groupID(item.document))),
          ]))
    }
    return links
  }

  private func yearLabel(ofDocument document: Int) -> String {
    briefing.documents[document].document.record.date.map { String($0.year) } ?? "No date"
  }

  /// Sentences grouped by document; with headings for years where they are in the order of time.
  func evidenceGroups(_ evidence: [Evidence], subjects: [Int], byYear: Bool) -> [TemplateRecord] {
    var groups: [TemplateRecord] = []
    var start = 0
    var lastYear: String?
    while start < evidence.count {
      let document = evidence[start].document
      var end = start
      while end < evidence.count, evidence[end].document == document { end += 1 }
      let markup = sentenceMarkup(document, subjects: subjects)
      let address = link(.document(document))
      let year = byYear ? yearLabel(ofDocument: document) : nil
      groups.append(
        TemplateRecord(
          PageSchema.evidenceGroup,
          [
            "year": .text(year == lastYear ? nil : year), "id": .text(groupID(document)),
            "title": .text(briefing.documents[document].document.title), "url": .url(address),
            "details": .list(details(of: document)),
            "evidence": .list(
              evidence[start..<end].map {
                self.evidence($0, subjects, markup, address: address + "#")
              }),
          ]))
      lastYear = year
      start = end
    }
    return groups
  }

  private func evidence(
    _ evidence: Evidence, _ subjects: [Int], _ markup: SentenceMarkup, address: String
  ) -> TemplateRecord {
    let (document, sentence) = (evidence.document, evidence.sentence)
    let place = site.places[document].sentences[sentence]
    var companions: [Int] = []
    for mention in place.mentions {
      let other = briefing.documents[document].mentionEntities[mention]
      if !subjects.contains(other), !companions.contains(other) { companions.append(other) }
    }
    var with = companions.prefix(Self.mostCompanions).map { briefing.entities[$0].name }
    if companions.count > with.count { with.append("\(companions.count - with.count) more") }
    let days = statements(in: evidence).lazy.compactMap { DateWording.days(of: self.date(of: $0)) }.first
    return TemplateRecord(
      PageSchema.evidence,
      [
        "sentence": .html(markup.markup(of: sentence, mentions: place.mentions)),
        "paragraph": .text(
          book == nil
            ? briefing.documents[document].document.place(ofBlock: place.paragraph - 1)
            : bookPlace(ofBlock: place.paragraph - 1, in: document, isNumbered: false)),
        "url": .url(
          book == nil
            ? address + site.places[document].fragment(ofSentence: sentence) : self.sentence(of: evidence).1),
        "when": .text(days), "with": .text(with.isEmpty ? "" : "with " + Wording.list(with)),
      ])
  }

  /// The dates that a sentence states.
  private func statements(in evidence: Evidence) -> ArraySlice<DatedStatement> {
    let all = site.statements[evidence.document]
    let start = all.partitionPoint { $0.evidence < evidence }
    let end = all.partitionPoint(from: start) { $0.evidence == evidence }
    return all[start..<end]
  }

  /// The dates of an entity's sentences, in the order of time, the open ones last.
  func dates(of index: Int, limit: Int) -> (rows: [TemplateRecord], more: Int) {
    var dated: [(first: CalendarDate, statement: DatedStatement)] = []
    var open: [DatedStatement] = []
    for evidence in briefing.entities[index].evidence {
      for statement in statements(in: evidence) {
        if let first = date(of: statement).first {
          dated.append((first, statement))
        } else {
          open.append(statement)
        }
      }
    }
    let order = dated.indices.sorted {
      dated[$0].first == dated[$1].first ? $0 < $1 : dated[$0].first < dated[$1].first
    }
    let all = order.map { dated[$0].statement } + open
    return (
      all.prefix(limit).map { statement($0, subject: index) }, max(0, all.count - limit)
    )
  }

  /// A companion, with what names both.
  func tie(_ tie: Tie, of index: Int) -> TemplateRecord {
    let other = Int(tie.entity)
    let entity = briefing.entities[other]
    return TemplateRecord(
      PageSchema.tie,
      [
        "kind": .text(entity.kind.word), "name": .text(entity.name),
        "url": .url(link(.entity(other, page: 0))),
        "bar": .text(Wording.bar(Int(tie.count), of: Int(briefing.entities[index].ties[0].count))),
        "count": .text(Wording.number(Int(tie.count))), "together": .url(tieLink(index, other)),
        "label": .text(Wording.counted(Int(tie.count), "sentence", "sentences") + " with \(entity.name)"),
      ])
  }
}
