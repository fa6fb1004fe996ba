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

  /// The list of all things of a kind, the most named first; places by where they lie.
  func kind(_ kind: EntityKind, page: Int) -> TemplateRecord {
    let ranked = site.ranked[kind] ?? []
    let pages = Site.pageCount(ranked.count, Site.entitiesPerPage)
    let range = Site.slice(ranked.count, Site.entitiesPerPage, page: page)
    let isPlaced = kind == .place && site.placeGroups.contains { $0.region != nil }
    return TemplateRecord(
      PageSchema.kind,
      [
        "frame": .record(frame(title: Wording.heading(kind))), "kind": .text(kind.word),
        "heading": .text(Wording.heading(kind)), "count": .text(Wording.counted(ranked.count, kind)),
        "order": .text(isPlaced ? "by country" : "the most named first"),
        "regions": .list(
          isPlaced
            ? regions(range)
            : [region(nil, [country(nil, range.map { ranked[$0] }, largest: largest(kind))])]),
        "paged": .flag(pages > 1),
        "pages": .list(pager(pages, current: page) { .kind(kind, page: $0) }),
      ])
  }

  private func largest(_ kind: EntityKind) -> Int {
    site.ranked[kind]?.first.map { briefing.entities[$0].mentionCount } ?? 1
  }

  /// The parts of the world and their countries that have a part in a range of all places, as they stand in groups.
  private func regions(_ range: Range<Int>) -> [TemplateRecord] {
    var regions: [TemplateRecord] = []
    var countries: [TemplateRecord] = []
    var start = 0
    for (number, group) in site.placeGroups.enumerated() {
      let own = range.clamped(to: start..<start + group.places.count)
      if !own.isEmpty {
        countries.append(
          country(group.country, own.map { group.places[$0 - start] }, largest: largest(.place)))
      }
      start += group.places.count
      let isLast =
        number + 1 == site.placeGroups.count || site.placeGroups[number + 1].region != group.region
      if isLast, !countries.isEmpty {
        regions.append(region(group.region ?? "Country not known", countries))
        countries = []
      }
    }
    return regions
  }

  private func region(_ name: String?, _ countries: [TemplateRecord]) -> TemplateRecord {
    TemplateRecord(PageSchema.region, ["region": .text(name), "countries": .list(countries)])
  }

  private func country(_ name: String?, _ entities: [Int], largest: Int) -> TemplateRecord {
    TemplateRecord(
      PageSchema.country,
      [
        "country": .text(name),
        "rows": .list(
          entities.map { index in
            entityRow(
              index, count: briefing.entities[index].mentionCount, of: largest,
              evidence: link(.entity(index, page: 0), "evidence"))
          }),
      ])
  }
}
