internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many rows each list of the home page has.
  private static let mostDocuments = 6
  private static let mostNames = 7
  private static let mostDates = 6
  private static let mostTies = 7

  /// The home page: what the briefing is about, in one screen.
  func home() -> TemplateRecord {
    // A briefing without key points has room for how its documents begin.
    let sentences = briefing.keyPoints.isEmpty ? max(1, 4 - briefing.documents.count) : 0
    let newest = site.newestFirst.prefix(Self.mostDocuments).map { documentRow($0, sentences: sentences) }
    let ties = site.strongestTies.enumerated().sorted {
      ($1.element.statistic.together, $0.offset) < ($0.element.statistic.together, $1.offset)
    }.prefix(Self.mostTies).map(\.element)
    let unknowns = unknownCounts()
    return TemplateRecord(
      PageSchema.home,
      [
        "frame": .record(
          frame(
            title: briefing.settings.title, description: briefing.settings.subtitle ?? "",
            structured: structuredSite())),
        "subtitle": .text(briefing.settings.subtitle ?? ""), "counts": .list(counts()),
        "empty": .flag(briefing.documents.isEmpty), "hasPoints": .flag(!briefing.keyPoints.isEmpty),
        "points": .list(briefing.keyPoints.map(point)),
        "pointsNote": .text(briefing.settings.keyPoints.isEmpty ? "word for word" : ""),
        "hasDates": .flag(site.hasTimeline), "dates": .list(headOfTimeline()),
        "timeline": .url(site.hasTimeline ? link(.timeline(page: 0)) : ""),
        "timelineLabel": .text(
          "All " + Wording.counted(briefing.timeline.dated.count, "dated statement", "dated statements")),
        "hasNames": .flag(!briefing.entities.isEmpty), "newest": .list(newest),
        "allDocuments": .url(briefing.documents.count > newest.count ? link(.documents(page: 0)) : ""),
        "documentCount": .text(Wording.counted(briefing.documents.count, "document", "documents")),
        "groups": .list(homeGroups()), "hasTies": .flag(!ties.isEmpty), "ties": .list(ties.map(tieRow)),
        "allTies": .url(site.hasTies ? link(.ties(page: 0)) : ""), "hasUnknowns": .flag(!unknowns.isEmpty),
        "unknowns": .list(unknowns),
      ])
  }

  /// A key point with its place.
  func point(_ point: KeyPoint) -> TemplateRecord {
    var markup = HTML(trusted: "")
    var (place, url) = ("", "")
    if let evidence = point.evidence {
      (place, url) = sentence(of: evidence)
      if point.text == nil {
        markup = sentenceMarkup(evidence.document).markup(
          of: evidence.sentence,
          mentions: site.places[evidence.document].sentences[evidence.sentence].mentions)
      }
    }
    return TemplateRecord(
      PageSchema.point,
      ["sentence": .html(markup), "text": .text(point.text), "place": .text(place), "url": .url(url)])
  }

  /// The last of what is dated, and in a short timeline what stays open too.
  private func headOfTimeline() -> [TemplateRecord] {
    // Copies say the same thing; once is enough here.
    var seen: Set<Substring> = []
    var dated: [DatedStatement] = []
    for statement in briefing.timeline.dated.reversed() where dated.count < Self.mostDates {
      let item = briefing.documents[statement.evidence.document]
      let words = item.document.text.slice(item.annotation.sentences[statement.evidence.sentence])
      if seen.insert(words).inserted { dated.insert(statement, at: 0) }
    }
    let open = site.openStatements.prefix(max(0, min(2, Self.mostDates - dated.count)))
    return (dated + open).map { statement($0) }
  }

  private func homeGroups() -> [TemplateRecord] {
    // Who, where, organisations.
    [EntityKind.person, .place, .organisation, .event].compactMap { kind in
      guard let ranked = site.ranked[kind] else { return nil }
      // A name that may be one of several is counted for none of them.
      let sure = ranked.lazy.filter { briefing.entities[$0].candidates.isEmpty }
      let rows = sure.prefix(Self.mostNames).map { index in
        let count = briefing.entities[index].mentionCount
        return entityRow(
          index, count: count, of: site.highestCount, evidence: link(.entity(index, page: 0), "evidence"))
      }
      return TemplateRecord(
        PageSchema.entityGroup,
        [
          "heading": .text(Wording.heading(kind)), "url": .url(link(.kind(kind, page: 0))),
          "rows": .list(Array(rows)),
          "hidden": .text(ranked.count > rows.count ? "all \(Wording.number(ranked.count))" : ""),
          "more": .record(nil),
        ])
    }
  }

  /// A document in a list: its title, its record, and how it begins, without the sentence that is its title.
  func documentRow(_ index: Int, sentences: Int = 1) -> TemplateRecord {
    let markup = sentenceMarkup(index)
    let lead = leadSentences(of: briefing.documents[index], sentences).map { sentence in
      TemplateRecord(
        PageSchema.quote,
        [
          "sentence": .html(
            markup.markup(of: sentence, mentions: site.places[index].sentences[sentence].mentions))
        ])
    }
    return TemplateRecord(
      PageSchema.documentRow,
      [
        "title": .text(briefing.documents[index].document.title), "url": .url(link(.document(index))),
        "details": .list(details(of: index)), "lead": .list(lead),
      ])
  }

  /// The first sentences of a document's paragraphs.
  private func leadSentences(of document: BriefingDocument, _ count: Int) -> [Int] {
    let blocks = document.document.blocks
    // A title that is the first sentence need not be said twice.
    let skipped = document.document.titleOrigin == .firstSentence ? 1 : 0
    let first = document.annotation.sentences.prefix(24).indices.filter { sentence in
      document.document.blockIndex(at: document.annotation.sentences[sentence].start)
        .map { blocks[$0].kind == .paragraph } ?? false
    }
    return Array(first.dropFirst(skipped).prefix(count))
  }

  func sentenceMarkup(_ document: Int, subjects: [Int] = []) -> SentenceMarkup {
    if book != nil {
      return SentenceMarkup(site: site, document: document, subjects: subjects, appendLink: nil)
    }
    let (addresses, up) = (site.addresses, up)
    return SentenceMarkup(site: site, document: document, subjects: subjects) {
      addresses.appendLink(toEntity: $0, up: up, &$1)
    }
  }
}
