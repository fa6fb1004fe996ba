internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// What the site is, how it was made, and where its documents come from.
  func about() -> TemplateRecord {
    var publishers: [String: Int] = [:]
    for item in briefing.documents {
      publishers[item.document.record.publisher ?? "", default: 0] += 1
    }
    let order = publishers.keys.sorted { (publishers[$1] ?? 0, $0) < (publishers[$0] ?? 0, $1) }
    let rows = order.prefix(100).map { name in
      fact(
        name.isEmpty ? "Publisher not stated" : name,
        Wording.counted(publishers[name] ?? 0, "document", "documents"), url: link(.documents(page: 0)),
        vague: name.isEmpty)
    }
    return TemplateRecord(
      PageSchema.about,
      [
        "frame": .record(frame(title: "About")), "counts": .list(counts()), "publishers": .list(rows),
        "hasData": .flag(site.hasExports), "data": .list(dataFiles()),
      ])
  }

  /// The files of data, those of one table together; of several parts the first.
  private func dataFiles() -> [TemplateRecord] {
    guard let exports = site.exports else { return [] }
    func row(_ files: [ExportFile]) -> TemplateRecord {
      TemplateRecord(
        PageSchema.exportRow,
        [
          "links": .list(
            files.map { file in
              TemplateRecord(
                PageSchema.link, ["label": .text(file.name), "url": .url(link(.export(file)))])
            }),
          "text": .text(files[0].explanation),
        ])
    }
    var rows: [TemplateRecord] = []
    for file in exports.files where file.part == 0 {
      switch file {
      case .json(let table, _): rows.append(row([file, .csv(table, part: 0)]))
      case .csv: continue
      default: rows.append(row([file]))
      }
    }
    return rows
  }

  /// The page at an old address, which leads on by itself, and by a link where it does not.
  func moved(_ index: Int, page: Int) -> TemplateRecord {
    let target = PageKey.entity(briefing.redirects[index].entity, page: page)
    let address = link(target)
    return TemplateRecord(
      PageSchema.moved,
      [
        "language": .text(briefing.settings.language), "site": .text(briefing.settings.title),
        "name": .text(briefing.entities[briefing.redirects[index].entity].name), "url": .url(address),
        // The address is percent-encoded, so nothing in it needs escaping.
        "refresh": .html(HTML(trusted: "<meta http-equiv=\"refresh\" content=\"0; url=\(address)\">")),
        "canonical": .url(
          briefing.settings.baseURL.map { $0 + SiteAddresses.encoded(site.path(of: target)) } ?? ""),
        "style": .url(up + SiteAddresses.encoded(site.assets.style)),
      ])
  }

  /// The page for an address that does not exist.
  func notFound() -> TemplateRecord {
    func item(_ label: String, _ target: PageKey) -> TemplateRecord {
      TemplateRecord(PageSchema.link, ["label": .text(label), "url": .url(link(target))])
    }
    var links = [item(briefing.settings.title, .home), item("Documents", .documents(page: 0))]
    if !briefing.entities.isEmpty { links.append(item("A–Z of all names", .names(page: 0))) }
    return TemplateRecord(
      PageSchema.notFound, ["frame": .record(frame(title: "Page not found")), "links": .list(links)])
  }
}
