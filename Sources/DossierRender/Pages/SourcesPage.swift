internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// Where each document comes from, and how to tell that a file is the same.
  func sources(page: Int) -> TemplateRecord {
    let count = briefing.documents.count
    let pages = Site.pageCount(count, Site.documentsPerPage)
    let rows = Site.slice(count, Site.documentsPerPage, page: page).map { index -> TemplateRecord in
      let document = briefing.documents[index].document
      let record = document.record
      return TemplateRecord(
        PageSchema.sourceRow,
        [
          "title": .text(document.title), "url": .url(link(.document(index))),
          "publisher": .text(record.publisher ?? Wording.list(record.authors)),
          "original": .url(record.url ?? ""),
          "host": .text(record.url.map { SourceURL.host(of: $0) } ?? ""),
          "date": .text(record.date?.words ?? ""), "sortDate": .text(record.date?.iso ?? ""),
          "licence": .text(record.licence ?? ""), "file": .text(document.path),
          "format": .text(Wording.format(of: document)), "hash": .text(document.contentHash ?? ""),
        ])
    }
    return TemplateRecord(
      PageSchema.sources,
      [
        "frame": .record(frame(title: page == 0 ? "Sources" : "Sources, page \(page + 1)")),
        "count": .text(Wording.counted(count, "document", "documents")), "rows": .list(rows),
        "paged": .flag(pages > 1), "pages": .list(pager(pages, current: page) { .sources(page: $0) }),
      ])
  }
}
