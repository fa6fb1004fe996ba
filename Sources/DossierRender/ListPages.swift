internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// The list of all documents, in reading order.
  func documents(page: Int) -> TemplateRecord {
    let count = briefing.documents.count
    let rows = Site.slice(count, Site.documentsPerPage, page: page).map { documentRow($0) }
    let pages = (count + Site.documentsPerPage - 1) / Site.documentsPerPage
    return TemplateRecord(
      PageSchema.documents,
      [
        "frame": .record(frame(title: "Documents")),
        "count": .text(Wording.counted(count, "document", "documents")), "empty": .flag(count == 0),
        "rows": .list(rows), "paged": .flag(pages > 1),
        "pages": .list(pager(pages, current: page) { .documents(page: $0) }),
      ])
  }

  /// The list of all things of a kind, the most named first.
  func kind(_ kind: EntityKind, page: Int) -> TemplateRecord {
    let ranked = site.ranked[kind] ?? []
    let largest = ranked.first.map { briefing.entities[$0].mentionCount } ?? 1
    let rows = Site.slice(ranked.count, Site.entitiesPerPage, page: page).map { position in
      let index = ranked[position]
      return entityRow(
        index, count: briefing.entities[index].mentionCount, of: largest,
        evidence: link(.entity(index, page: 0), "evidence"))
    }
    let pages = (ranked.count + Site.entitiesPerPage - 1) / Site.entitiesPerPage
    return TemplateRecord(
      PageSchema.kind,
      [
        "frame": .record(frame(title: Wording.heading(kind))), "kind": .text(kind.word),
        "heading": .text(Wording.heading(kind)), "count": .text(Wording.counted(ranked.count, kind)),
        "rows": .list(rows),
        "paged": .flag(pages > 1),
        "pages": .list(pager(pages, current: page) { .kind(kind, page: $0) }),
      ])
  }
}
