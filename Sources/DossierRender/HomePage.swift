internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many rows each list of the home page has.
  private static let mostDocuments = 8
  private static let mostNames = 9

  /// The home page: what the briefing is about, in one screen.
  func home() -> TemplateRecord {
    let newest = site.newestFirst.prefix(Self.mostDocuments).map { documentRow($0) }
    return TemplateRecord(
      PageSchema.home,
      [
        "frame": .record(frame(title: briefing.settings.title, description: briefing.settings.subtitle ?? "")),
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
          "heading": .text(Wording.heading(kind)), "url": .url(link(.kind(rawKind: kind.rawValue, page: 0))),
          "rows": .list(rows), "more": .list([]),
          "hidden": .text(ranked.count > rows.count ? "all \(Wording.number(ranked.count))" : ""),
        ])
    }
  }

  /// A document in a list: its title, its record, and its first sentence where the title is not that sentence.
  func documentRow(_ index: Int) -> TemplateRecord {
    let document = briefing.documents[index]
    var lead = HTML(trusted: "")
    if let sentence = leadSentence(of: document) {
      lead = sentenceMarkup(index, subject: nil).markup(of: sentence)
    }
    return TemplateRecord(
      PageSchema.documentRow,
      [
        "title": .text(document.document.title), "url": .url(link(.document(index))),
        "details": .list(details(of: index)), "lead": .html(lead),
      ])
  }

  /// The first sentence of the text; the second, where the first is the title.
  private func leadSentence(of document: BriefingDocument) -> Int? {
    let blocks = document.document.blocks
    var isFirst = document.document.titleOrigin == .firstSentence
    for (index, sentence) in document.annotation.sentences.enumerated().prefix(12) {
      guard let block = document.document.blockIndex(at: sentence.start), blocks[block].kind == .paragraph
      else { continue }
      if !isFirst { return index }
      isFirst = false
    }
    return nil
  }

  func sentenceMarkup(_ document: Int, subject: Int?) -> SentenceMarkup {
    SentenceMarkup(
      document: briefing.documents[document], entities: briefing.entities, subject: subject,
      link: { link(.entity($0, page: 0)) })
  }
}
