internal import DossierEdition
internal import DossierModel
internal import DossierTemplates

/// A page in the making: what its template is given, with every link as seen from its place.
///
/// Each kind of page adds its record in a file of its own.
struct PageView {
  let site: Site
  let key: PageKey
  let path: String
  /// The way to the root of the site.
  let up: String
  /// Where things stand in the book that the page is, if it is one.
  let book: BookPlaces?

  init(site: Site, key: PageKey, path: String, book: BookPlaces? = nil) {
    self.site = site
    self.key = key
    self.path = path
    up = site.root(of: key) ?? SiteAddresses.wayUp(from: path)
    self.book = book
  }

  var briefing: Briefing { site.briefing }

  func link(_ key: PageKey, _ fragment: String = "") -> String {
    if let book {
      if let id = book.id(of: key, fragment: fragment) { return "#" + id }
      guard book.isInSite else {
        return canonical(key).map { fragment.isEmpty ? $0 : $0 + "#" + SiteAddresses.encoded(fragment) } ?? ""
      }
    }
    let address = site.addresses.link(to: key, up: up)
    return fragment.isEmpty ? address : address + "#" + SiteAddresses.encoded(fragment)
  }

  // MARK: - Parts

  /// The words and links around a page.
  ///
  /// - Parameter structured: What the page says in the words of schema.org.
  func frame(
    title: String, description: String = "", structured: HTML = HTML(trusted: "")
  ) -> TemplateRecord {
    let settings = briefing.settings
    var targets: [(label: String, key: PageKey)] = [("Documents", .documents(page: 0))]
    for kind in EntityKind.allCases where kind != .other && site.ranked[kind] != nil {
      targets.append((Wording.heading(kind), .kind(kind, page: 0)))
    }
    if site.hasTimeline { targets.append(("Timeline", .timeline(page: 0))) }
    if site.hasTies { targets.append(("Who with whom", .ties(page: 0))) }
    if !briefing.entities.isEmpty { targets.append(("A–Z", .names(page: 0))) }
    if site.hasPrintEdition { targets.append(("Print", .print)) }
    if site.changes != nil { targets.append(("Changes", .changes(page: 0))) }
    // A book that stands alone has a way to its own parts only.
    if let book, !book.isInSite { targets.removeAll { book.id(of: $0.key, fragment: "") == nil } }
    let navigation = targets.map { navigationItem($0.label, $0.key) }
    return TemplateRecord(
      PageSchema.frame,
      [
        "language": .text(settings.language),
        "title": .text(title == settings.title ? title : "\(title) · \(settings.title)"),
        "site": .text(settings.title),
        "home": .url(link(.home)), "style": .url(up + SiteAddresses.encoded(site.assets.style)),
        "start": .url(site.assets.start.isEmpty ? "" : up + SiteAddresses.encoded(site.assets.start)),
        "script": .url(site.assets.script.isEmpty ? "" : up + SiteAddresses.encoded(site.assets.script)),
        "isOnPaper": .flag(book.map { !$0.isInSite } ?? false),
        "book": .url(book == nil ? "" : up + SiteAddresses.encoded(site.assets.book)), "root": .text(up),
        "data": .text(site.data.version), "cards": .text(String(site.data.cardPieces)),
        "structured": .html(structured), "type": .text(isArticle ? "article" : "website"),
        "description": .text(description), "canonical": .url(key == .notFound ? "" : canonical(key)),
        "robots": .text(isUnindexed ? "noindex" : ""),
        "feed": .url(site.feedDocuments.isEmpty ? "" : up + HostingPath.atom),
        "jsonFeed": .url(site.feedDocuments.isEmpty ? "" : up + HostingPath.jsonFeed),
        "marking": .text(marking), "markColour": .text(Self.colourClass(of: marking)),
        "sheet": .text(site.sheets.className(of: marking)),
        "navigation": .list(navigation), "about": .url(link(.about)),
        "sources": .url(link(.sources(page: 0))), "unknowns": .url(link(.unknowns)),
        "documents": .text(Wording.counted(briefing.documents.count, "document", "documents")),
        "names": .text(Wording.counted(briefing.entities.count, "name", "names")),
        "mentions": .text(Wording.counted(site.mentionCount, "mention", "mentions")),
        "edition": .text(site.edition?.foot ?? ""),
        "changes": .url(site.changes == nil ? "" : link(.changes(page: 0))),
        "changesLabel": .text(site.changes.map { "What changed since " + $0.since } ?? ""),
      ])
  }

  /// The full address of a page, where the author says where the site stands.
  func canonical(_ key: PageKey) -> String? {
    briefing.settings.baseURL.map { $0 + SiteAddresses.encoded(key == .home ? "" : site.path(of: key)) }
  }

  /// The handling mark: the briefing's, or the document's own on its page.
  private var marking: String {
    if case .document(let index) = key, let own = briefing.documents[index].document.record.marking {
      return own
    }
    return briefing.settings.marking ?? ""
  }

  private var isUnindexed: Bool { key == .notFound || site.isUnindexed(key) }
  /// The class of a mark that has a colour by its protocol: "tlp-amber" of "TLP:AMBER+STRICT".
  private static func colourClass(of marking: String) -> String {
    guard let rank = MarkingLadder.tlp.rank(of: marking) else { return "" }
    return ["tlp-clear", "tlp-green", "tlp-amber", "tlp-amber", "tlp-red"][rank]
  }

  private var isArticle: Bool {
    if case .document = key { true } else { false }
  }

  private func navigationItem(_ label: String, _ target: PageKey) -> TemplateRecord {
    let isCurrent = path == site.path(of: target)
    return TemplateRecord(
      PageSchema.navigation, ["label": .text(label), "url": .url(link(target)), "current": .flag(isCurrent)])
  }

  func entityLink(_ index: Int) -> TemplateRecord {
    let entity = briefing.entities[index]
    return TemplateRecord(
      PageSchema.entityLink,
      [
        "kind": .text(entity.kind.word), "name": .text(entity.name),
        "url": .url(link(.entity(index, page: 0))),
      ])
  }

  /// A row with an entity, a count and a bar; the count opens its evidence.
  func entityRow(_ index: Int, count: Int, of largest: Int, evidence: String) -> TemplateRecord {
    let entity = briefing.entities[index]
    return TemplateRecord(
      PageSchema.entityRow,
      [
        "kind": .text(entity.kind.word), "name": .text(entity.name),
        "url": .url(link(.entity(index, page: 0))),
        "bar": .text(Wording.bar(count, of: largest)), "count": .text(Wording.number(count)),
        "label": .text(Wording.counted(count, "mention", "mentions") + " of \(entity.name)"),
        "evidence": .url(evidence),
      ])
  }

  func detail(_ text: String, url: String = "", vague: Bool = false) -> TemplateRecord {
    TemplateRecord(PageSchema.detail, ["text": .text(text), "url": .url(url), "vague": .flag(vague)])
  }

  /// Author, publisher, date: what stands below a document's title in lists.
  func details(of index: Int) -> [TemplateRecord] { site.details[index] }

  /// What stands below a document's title on its own page.
  func longDetails(of index: Int) -> [TemplateRecord] {
    let record = briefing.documents[index].document.record
    var details = details(of: index)
    if record.date == nil { details.append(detail("no date stated", vague: true)) }
    details.append(detail(Wording.length(words: briefing.documents[index].wordCount)))
    if let url = record.url { details.append(detail("original", url: url)) }
    return details
  }

  /// The links to the other pages of a list, or nothing where there is one page only.
  func pager(_ count: Int, current: Int, key: (Int) -> PageKey) -> [TemplateRecord] {
    guard count > 1 else { return [] }
    // The first, the last, and three on each side of the current one.
    let shown = (0..<count).filter { $0 == 0 || $0 == count - 1 || abs($0 - current) <= 3 }
    var last = -1
    return shown.map { page in
      let label = page == last + 1 ? "\(page + 1)" : "… \(page + 1)"
      last = page
      return TemplateRecord(
        PageSchema.pager,
        ["label": .text(label), "url": .url(link(key(page))), "current": .flag(page == current)])
    }
  }

  /// The counts of the whole briefing, each with the list that it counts.
  func counts() -> [TemplateRecord] {
    var counts = [
      detail(
        Wording.counted(briefing.documents.count, "document", "documents"), url: link(.documents(page: 0)))
    ]
    for kind in EntityKind.allCases {
      guard let count = site.ranked[kind]?.count else { continue }
      counts.append(detail(Wording.counted(count, kind), url: link(.kind(kind, page: 0))))
    }
    return counts
  }
}
