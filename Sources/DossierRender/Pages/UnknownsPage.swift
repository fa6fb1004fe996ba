internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many entries of each kind the overview has.
  private static let mostUnknown = 12

  /// What the briefing does not know: each kind with its first entries.
  func unknownsOverview() -> TemplateRecord {
    TemplateRecord(
      PageSchema.unknowns,
      [
        "frame": .record(frame(title: "Known unknowns")), "heading": .text("Known unknowns"),
        "lead": .text("What the documents leave open, and what a person should look at."),
        "groups": .list(
          site.unknowns.kinds.map { unknownGroup($0, 0..<min(Self.mostUnknown, site.unknowns.count($0))) }),
        "empty": .flag(site.unknowns.kinds.isEmpty), "paged": .flag(false), "pages": .list([]),
      ])
  }

  /// All entries of one kind.
  func unknown(_ kind: UnknownKind, page: Int) -> TemplateRecord {
    let count = site.unknowns.count(kind)
    let pages = Site.pageCount(count, Site.unknownsPerPage)
    return TemplateRecord(
      PageSchema.unknowns,
      [
        "frame": .record(frame(title: Wording.heading(kind))), "heading": .text(Wording.heading(kind)),
        "lead": .text(Wording.explanation(kind)),
        "groups": .list([
          unknownGroup(kind, Site.slice(count, Site.unknownsPerPage, page: page), isWhole: true)
        ]),
        "empty": .flag(false), "paged": .flag(pages > 1),
        "pages": .list(pager(pages, current: page) { .unknown(kind, page: $0) }),
      ])
  }

  /// The kinds with their numbers, for the home page.
  func unknownCounts() -> [TemplateRecord] {
    site.unknowns.kinds.map { kind in
      TemplateRecord(
        PageSchema.link,
        [
          "label": .text(Wording.counted(site.unknowns.count(kind), kind)),
          "url": .url(link(.unknowns, kind.rawValue)),
        ])
    }
  }

  private func unknownGroup(_ kind: UnknownKind, _ range: Range<Int>, isWhole: Bool = false) -> TemplateRecord
  {
    let count = site.unknowns.count(kind)
    let list: PageKey = kind == .openDates ? .openDates(page: 0) : .unknown(kind, page: 0)
    return TemplateRecord(
      PageSchema.unknownGroup,
      [
        "id": .text(isWhole ? "" : kind.rawValue), "heading": .text(isWhole ? "" : Wording.heading(kind)),
        "explanation": .text(isWhole ? "" : Wording.explanation(kind)),
        "rows": .list(range.map { unknownRow(kind, $0) }),
        "more": .record(
          isWhole || range.count == count
            ? nil
            : TemplateRecord(
              PageSchema.link,
              ["label": .text("all \(Wording.number(count))"), "url": .url(link(list))])),
      ])
  }

  private func unknownRow(_ kind: UnknownKind, _ number: Int) -> TemplateRecord {
    switch kind {
    case .undated: documentEntry(site.unknowns.undated[number])
    case .unsourced: documentEntry(site.unknowns.unsourced[number])
    case .ambiguous:
      entityEntry(site.unknowns.ambiguous[number]) { entity in
        "one of "
          + Wording.list(entity.candidates.prefix(Self.mostCandidates).map { briefing.entities[$0].name })
      }
    case .oneSource:
      entityEntry(site.unknowns.oneSource[number]) { entity in
        let title = entity.evidence.first.map { briefing.documents[$0.document].document.title } ?? ""
        return Wording.counted(entity.mentionCount, "mention", "mentions") + ", only in " + title
      }
    case .openDates:
      openDateEntry(site.openStatements[number])
    case .suggestions: suggestionEntry(number)
    }
  }

  private func entry(_ label: String, _ url: String, kind: String = "", details: String) -> TemplateRecord {
    TemplateRecord(
      PageSchema.unknownRow,
      [
        "label": .text(label), "url": .url(url), "kind": .text(kind), "details": .text(details),
      ])
  }

  private func documentEntry(_ index: Int) -> TemplateRecord {
    let document = briefing.documents[index].document
    let words = Site.detailWords(of: document.record)
    return entry(
      document.title, link(.document(index)), details: (words + [document.path]).joined(separator: " · "))
  }

  private func entityEntry(_ index: Int, _ details: (Entity) -> String) -> TemplateRecord {
    let entity = briefing.entities[index]
    return entry(entity.name, link(.entity(index, page: 0)), kind: entity.kind.word, details: details(entity))
  }

  private func openDateEntry(_ statement: DatedStatement) -> TemplateRecord {
    let date = date(of: statement)
    let written = briefing.documents[statement.evidence.document].document.text.slice(date.range)
    let (place, url) = sentence(of: statement.evidence)
    return entry("“\(written)”", url, details: DateWording.openness(of: date) + " · " + place)
  }

  private func suggestionEntry(_ number: Int) -> TemplateRecord {
    let (document, own) = site.unknowns.suggestions[number]
    let item = briefing.documents[document]
    let mention = item.suggestions[own]
    let kind = Wording.title(mention.kind).lowercased()
    let score = Int((mention.score * 100).rounded())
    guard let sentence = item.annotation.sentence(of: mention.range) else {
      return entry(
        String(item.document.text.slice(mention.range)), link(.document(document)), kind: mention.kind.word,
        details: "perhaps a name (\(kind), \(score)%)")
    }
    let (place, url) = self.sentence(of: Evidence(document: document, sentence: sentence))
    return entry(
      String(item.document.text.slice(mention.range)), url, kind: mention.kind.word,
      details: "perhaps a name (\(kind), \(score)%) · " + place)
  }
}
