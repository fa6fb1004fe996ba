internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many companions an entity's sheet has.
  private static let mostCompanions = 60

  /// An entity's file: what it is, every sentence that names it, its dates, its ties, and the sources of all that.
  func bookEntity(_ index: Int) -> TemplateRecord {
    let entity = briefing.entities[index]
    let (evidence, isByYear) = shownEvidence(of: index)
    let dates = dates(of: index, limit: .max).rows
    let ties = entity.ties.prefix(Self.mostCompanions)
    let rest = entity.ties.count - ties.count
    return TemplateRecord(
      BookSchema.entity,
      [
        "id": .text(BookPlaces.entityID(index)),
        "sheet": .text(site.bookSheets.className(of: .entity(index))),
        "kind": .text(entity.kind.word), "kindTitle": .text(Wording.title(entity.kind)),
        "name": .text(entity.name),
        "aliases": .list(
          otherNames(of: entity).map { TemplateRecord(PageSchema.alias, ["name": .text($0)]) }),
        "said": .record(said(of: entity)), "more": .text(entity.url ?? ""), "note": .text(entity.note ?? ""),
        "hatnotes": .list(hatnotes(of: entity, index)),
        "counts": .list([
          detail(Wording.counted(entity.mentionCount, "mention", "mentions")),
          detail(Wording.counted(entity.evidence.count, "sentence", "sentences")),
          detail(Wording.counted(entity.documentCount, "document", "documents")),
        ]),
        "groups": .list(evidenceGroups(evidence, subjects: [index], byYear: isByYear)),
        "hasDates": .flag(!dates.isEmpty), "dates": .list(dates), "hasTies": .flag(!ties.isEmpty),
        "picture": .html(neighbourhood(of: index)), "ties": .list(ties.map { tie($0, of: index) }),
        "moreTies": .text(rest > 0 ? "and \(Wording.number(rest)) more" : ""),
        "hasReasons": .flag(!entity.aliases.isEmpty),
        "reasons": .list(entity.aliases.map { reason($0, entity) }),
        "sources": .list(distinctDocuments(of: entity).map(bookSource)),
      ])
  }
}
