internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many rows each list of the home page has.
  private static let mostDocuments = 8
  private static let mostNames = 9

  /// The home page: what the briefing is about, in one screen.
  func home() -> TemplateRecord {
    // A briefing of one or two documents has room for how they begin.
    let sentences = max(1, 4 - briefing.documents.count)
    let newest = site.newestFirst.prefix(Self.mostDocuments).map { documentRow($0, sentences: sentences) }
    return TemplateRecord(
      PageSchema.home,
      [
        "frame": .record(
          frame(title: briefing.settings.title, description: briefing.settings.subtitle ?? "")),
        "subtitle": .text(briefing.settings.subtitle ?? ""), "counts": .list(counts()),
        "empty": .flag(briefing.documents.isEmpty), "newest": .list(newest),
        "allDocuments": .url(briefing.documents.count > newest.count ? link(.documents(page: 0)) : ""),
        "documentCount": .text(Wording.counted(briefing.documents.count, "document", "documents")),
        "groups": .list(homeGroups()),
      ])
  }

  private func homeGroups() -> [TemplateRecord] {
    EntityKind.allCases.compactMap { kind in
      guard kind != .other, let ranked = site.ranked[kind] else { return nil }
      let rows = ranked.prefix(Self.mostNames).map { index in
        let count = briefing.entities[index].mentionCount
        return entityRow(
          index, count: count, of: site.highestCount, evidence: link(.entity(index, page: 0), "evidence"))
      }
      return TemplateRecord(
        PageSchema.entityGroup,
        [
          "heading": .text(Wording.heading(kind)), "url": .url(link(.kind(kind, page: 0))),
          "rows": .list(rows),
          "hidden": .text(ranked.count > rows.count ? "all \(Wording.number(ranked.count))" : ""),
          "more": .record(nil),
        ])
    }
  }

  /// A document in a list: its title, its record, and how it begins, without the sentence that is its title.
  func documentRow(_ index: Int, sentences: Int = 1) -> TemplateRecord {
    let markup = sentenceMarkup(index, subject: nil)
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

  func sentenceMarkup(_ document: Int, subject: Int?) -> SentenceMarkup {
    let (addresses, up) = (site.addresses, up)
    return SentenceMarkup(briefing: briefing, document: document, subject: subject) {
      addresses.appendLink(toEntity: $0, up: up, &$1)
    }
  }
}
