internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// The dated statements of all documents, in the order of time.
  func timeline(page: Int) -> TemplateRecord {
    let statements = briefing.timeline.dated
    let pages = Site.pageCount(statements.count, Site.statementsPerPage)
    let groups = groups(of: statements, page: page) { statement in
      let year = site.year(of: statement)
      return (yearID(year), String(year))
    }
    let open = briefing.timeline.undated.count
    let density = page == 0 ? density() : DensityPicture(bars: [])
    return TemplateRecord(
      PageSchema.timeline,
      [
        "frame": .record(frame(title: page == 0 ? "Timeline" : "Timeline, page \(page + 1)")),
        "heading": .text("Timeline"),
        "count": .text(Wording.counted(statements.count, "dated statement", "dated statements")),
        "isOpen": .flag(false), "empty": .flag(statements.isEmpty),
        "picture": .html(density.svg()),
        "outside": .text(density.outside), "groups": .list(groups),
        "other": .record(
          open == 0
            ? nil
            : TemplateRecord(
              PageSchema.link,
              [
                "label": .text(Wording.counted(open, "date", "dates") + " left open by the text"),
                "url": .url(link(.openDates(page: 0))),
              ])), "paged": .flag(pages > 1),
        "pages": .list(pager(pages, current: page) { .timeline(page: $0) }),
      ])
  }

  /// The dates whose days stay open, by what would have to be known.
  func openDates(page: Int) -> TemplateRecord {
    let statements = site.openStatements
    let pages = Site.pageCount(statements.count, Site.statementsPerPage)
    let groups = groups(of: statements, page: page) { statement in
      let reason = DateWording.openness(of: date(of: statement))
      return ("reason-" + Slug.make(reason), reason.prefix(1).uppercased() + reason.dropFirst())
    }
    return TemplateRecord(
      PageSchema.timeline,
      [
        "frame": .record(frame(title: "Open dates")), "heading": .text("Dates that the text leaves open"),
        "count": .text(Wording.counted(statements.count, "date", "dates")), "isOpen": .flag(true),
        "empty": .flag(false), "picture": .html(HTML(trusted: "")), "outside": .text(""),
        "groups": .list(groups),
        "other": .record(
          TemplateRecord(
            PageSchema.link, ["label": .text("Timeline"), "url": .url(link(.timeline(page: 0)))])),
        "paged": .flag(pages > 1), "pages": .list(pager(pages, current: page) { .openDates(page: $0) }),
      ])
  }

  /// The statements of one page under their headings.
  ///
  /// - Parameter heading: The id and the words of a statement's heading; equal ones stand together in the list.
  func groups(
    of statements: [DatedStatement], page: Int, perPage: Int = Site.statementsPerPage,
    heading: (DatedStatement) -> (id: String, words: String)
  ) -> [TemplateRecord] {
    var groups: [TemplateRecord] = []
    var rows: [TemplateRecord] = []
    let range = Site.slice(statements.count, perPage, page: page)
    for position in range {
      rows.append(statement(statements[position]))
      let own = heading(statements[position])
      let isLast = position + 1 == range.upperBound
      guard isLast || heading(statements[position + 1]).id != own.id else { continue }
      groups.append(
        TemplateRecord(
          PageSchema.statementGroup,
          ["id": .text(own.id), "heading": .text(own.words), "dates": .list(rows)]))
      rows = []
    }
    return groups
  }

  func date(of statement: DatedStatement) -> DateMention {
    briefing.documents[statement.evidence.document].annotation.dates[statement.date]
  }

  /// A dated statement: when, in which words, and where it stands.
  func statement(_ statement: DatedStatement, subject: Int? = nil) -> TemplateRecord {
    let (evidence, date) = (statement.evidence, date(of: statement))
    let days = DateWording.days(of: date)
    var markup = sentenceMarkup(evidence.document, subjects: subject.map { [$0] } ?? [])
    markup.date = date.range
    let written = String(briefing.documents[evidence.document].document.text.slice(date.range))
    let (place, url) = sentence(of: evidence)
    return TemplateRecord(
      PageSchema.statement,
      [
        "when": .text(days ?? "“\(written)”"),
        "how": .text(days == nil ? DateWording.openness(of: date) : DateWording.exactness(of: date)),
        "vague": .flag(days == nil || date.modifier == .approximate),
        "sentence": .html(
          markup.markup(
            of: evidence.sentence,
            mentions: site.places[evidence.document].sentences[evidence.sentence].mentions)),
        "place": .text(place), "url": .url(url),
      ])
  }

  func yearID(_ year: Int) -> String { "y\(year)" }

  func density() -> DensityPicture {
    var bars: [DensityPicture.Bar] = []
    for (position, statement) in briefing.timeline.dated.enumerated() {
      let year = site.year(of: statement)
      if bars.last?.year == year {
        bars[bars.count - 1].count += 1
      } else {
        bars.append(
          DensityPicture.Bar(
            year: year, count: 1,
            url: link(.timeline(page: position / Site.statementsPerPage), yearID(year))))
      }
    }
    return DensityPicture(bars: bars)
  }
}
