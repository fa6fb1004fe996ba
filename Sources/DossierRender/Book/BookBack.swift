internal import DossierModel
internal import DossierTemplates

/// What stands after the documents of a book.
extension PageView {
  func bookTimeline() -> TemplateRecord {
    let statements = briefing.timeline.dated
    let groups = groups(of: statements, page: 0, perPage: max(1, statements.count)) { statement in
      let year = site.year(of: statement)
      return ("timeline-" + yearID(year), String(year))
    }
    let open = briefing.timeline.undated.count
    return TemplateRecord(
      BookSchema.timeline,
      [
        "sheet": .text(site.bookSheets.className(of: .timeline)),
        "count": .text(Wording.counted(statements.count, "dated statement", "dated statements")),
        "picture": .html(density().svg()), "groups": .list(groups),
        "open": .text(
          open == 0
            ? ""
            : Wording.counted(open, "date is", "dates are") + " left open by the text, and not listed here."),
      ])
  }

  /// How many places a tie has at most.
  private static let mostPlaces = 3

  func bookTies() -> TemplateRecord {
    let ties = site.strongestTies
    let shown = ties.prefix(Site.tiesPerPage)
    return TemplateRecord(
      BookSchema.ties,
      [
        "sheet": .text(site.bookSheets.className(of: .ties)),
        "count": .text(Wording.counted(ties.count, "tie", "ties")), "picture": .html(tiePicture()),
        "rows": .list(shown.map(bookTie)),
        "more": .text(
          ties.count > shown.count || site.hasMoreTies ? "The weaker ties are not listed here." : ""),
        "threshold": .text(Wording.hundredths(site.tieThreshold)),
      ])
  }

  private func bookTie(_ tie: RankedTie) -> TemplateRecord {
    let (first, second) = ordered(tie.first, tie.second)
    let evidence = briefing.sentences(naming: first, and: second, limit: Self.mostPlaces)
    let rest = tie.statistic.together - evidence.count
    return TemplateRecord(
      BookSchema.tie,
      [
        "first": .text(briefing.entities[first].name), "second": .text(briefing.entities[second].name),
        "count": .text(Wording.number(tie.statistic.together)),
        "expected": .text(Wording.decimal(tie.statistic.expected)),
        "strength": .text(Wording.decimal(tie.statistic.logLikelihood)),
        "places": .list(
          evidence.map {
            let (place, url) = paragraph(of: $0)
            return bookPlace(place, url: url)
          }), "more": .text(rest > 0 ? "and \(Wording.number(rest)) more" : ""),
      ])
  }

  /// The records of the documents that the book has; of all where it has none.
  func bookSources(_ places: BookPlaces) -> TemplateRecord {
    let own = briefing.documents.indices.filter(places.has(document:))
    return TemplateRecord(
      BookSchema.sources,
      [
        "sheet": .text(site.bookSheets.className(of: .sources)),
        "sources": .list((own.isEmpty ? Array(briefing.documents.indices) : own).map(bookSource)),
      ])
  }

  /// A document's record, with its address in full.
  func bookSource(_ index: Int) -> TemplateRecord {
    let document = briefing.documents[index].document
    let record = document.record
    func fact(_ label: String, _ value: String?) -> TemplateRecord {
      self.fact(label, value ?? "not stated", url: "", vague: value == nil)
    }
    var facts: [TemplateRecord] = []
    if !record.authors.isEmpty { facts.append(fact("By", Wording.list(record.authors))) }
    facts.append(fact("Published by", record.publisher))
    facts.append(fact("Date", record.date?.words))
    facts.append(fact("Licence", record.licence))
    if let marking = record.marking { facts.append(fact("Handling", marking)) }
    if let url = record.url { facts.append(fact("Original", url)) }
    let format = Wording.format(of: document)
    facts.append(fact("File", document.path + (format.isEmpty ? "" : ", " + format)))
    let id = BookPlaces.documentID(index)
    return TemplateRecord(
      BookSchema.source,
      [
        "number": .text(briefing.documents.count > 1 ? "\(index + 1)" : ""), "title": .text(document.title),
        "url": .url(link(.document(index))),
        "page": .text(book?.has(document: index) == true ? book?.book.pages?.words(for: id)?.text ?? "" : ""),
        "facts": .list(facts), "hash": .text(document.contentHash ?? ""),
      ])
  }

  /// The index of names, other names with a pointer to the usual one.
  func bookIndex(_ index: BookIndex) -> TemplateRecord {
    var letters: [TemplateRecord] = []
    var names: [TemplateRecord] = []
    let entries = site.nameEntries.filter {
      // A pointer to the line beside it helps nobody.
      !$0.isAlias
        || Slug.make($0.name, limit: .max) != Slug.make(briefing.entities[$0.entity].name, limit: .max)
    }
    for (position, entry) in entries.enumerated() {
      if let name = bookName(entry, index) { names.append(name) }
      let isLast = position + 1 == entries.count || entries[position + 1].letter != entry.letter
      guard isLast, !names.isEmpty else { continue }
      letters.append(
        TemplateRecord(BookSchema.letter, ["label": .text(entry.letter), "names": .list(names)]))
      names = []
    }
    let numbersAre =
      book?.book.pages != nil
      ? "Numbers are pages." : briefing.documents.count == 1 ? "" : "Numbers are documents and paragraphs."
    return TemplateRecord(
      BookSchema.index,
      [
        "sheet": .text(site.bookSheets.className(of: .index)), "numbersAre": .text(numbersAre),
        "letters": .list(letters),
      ])
  }

  /// A line of the index; nothing for a name that the book does not have.
  private func bookName(_ entry: NameEntry, _ index: BookIndex) -> TemplateRecord? {
    let places = index.entries[entry.entity]
    guard !places.isEmpty else { return nil }
    let entity = briefing.entities[entry.entity]
    let id = BookPlaces.nameID(entry.entity)
    return TemplateRecord(
      BookSchema.name,
      [
        "id": .text(entry.isAlias ? "" : id), "name": .text(entry.name), "kind": .text(entity.kind.word),
        "what": .text(
          entry.isAlias
            ? "" : entity.description.map { $0.evidence == nil ? $0.text : "“\($0.text)”" } ?? ""),
        "see": .text(entry.isAlias ? entity.name : ""), "url": .url("#" + id),
        "unclear": .text(
          entry.isAlias || entity.candidates.isEmpty
            ? ""
            : "one of "
              + Wording.list(entity.candidates.prefix(Self.mostCandidates).map { briefing.entities[$0].name })
        ),
        "places": .list(entry.isAlias ? [] : places.map { bookPlace($0.label, url: "#" + $0.id) }),
      ])
  }
}
