internal import DossierModel
internal import DossierTemplates

extension Site {
  /// Renders a page.
  public func render(_ key: PageKey) -> Page {
    var bytes: [UInt8] = []
    render(key, into: &bytes)
    return Page(path: path(of: key), bytes: bytes)
  }

  /// Renders a page in the place of what is in `bytes`, so that one page after another can use the same memory.
  public func render(_ key: PageKey, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    let view = PageView(site: self, key: key, path: addresses.path(of: key))
    switch key {
    case .home: templates.home.render(view.home(), into: &bytes)
    case .documents(let page): templates.documents.render(view.documents(page: page), into: &bytes)
    case .document(let index): templates.document.render(view.document(index), into: &bytes)
    case .kind(let kind, let page): templates.kind.render(view.kind(kind, page: page), into: &bytes)
    case .entity(let index, let page): templates.entity.render(view.entity(index, page: page), into: &bytes)
    case .pair(let index, let page): templates.pair.render(view.pair(index, page: page), into: &bytes)
    case .timeline(let page): templates.timeline.render(view.timeline(page: page), into: &bytes)
    case .openDates(let page): templates.timeline.render(view.openDates(page: page), into: &bytes)
    case .ties(let page): templates.ties.render(view.ties(page: page), into: &bytes)
    case .names(let page): templates.names.render(view.names(page: page), into: &bytes)
    case .sources(let page): templates.sources.render(view.sources(page: page), into: &bytes)
    case .unknowns: templates.unknowns.render(view.unknownsOverview(), into: &bytes)
    case .unknown(let kind, let page):
      templates.unknowns.render(view.unknown(kind, page: page), into: &bytes)
    case .moved(let index, let page): templates.moved.render(view.moved(index, page: page), into: &bytes)
    case .about: templates.about.render(view.about(), into: &bytes)
    case .changes(let page):
      if let changes { templates.changes.render(view.changes(changes, page: page), into: &bytes) }
    case .changesFeed(let isJSON):
      if let feed = changesFeed, let base = briefing.settings.baseURL {
        let address = base + SiteAddresses.encoded(path(of: key))
        bytes = (isJSON ? feed.json(at: address) : feed.atom(at: address)) ?? []
      }
    case .notFound: templates.notFound.render(view.notFound(), into: &bytes)
    case .print: render(wholeBook, isInSite: true, into: &bytes)
    case .data(let piece): bytes = view.data(piece)
    case .export(let file): bytes = export(file)
    }
  }

  /// Renders a book that stands alone: what it does not have is linked to at the site's full address, if that is known.
  ///
  /// - Complexity: O(the text of its parts and their evidence).
  public func render(_ book: Book) -> [UInt8] {
    var bytes: [UInt8] = []
    render(book, isInSite: false, into: &bytes)
    return bytes
  }

  private func render(_ book: Book, isInSite: Bool, into bytes: inout [UInt8]) {
    let places = BookPlaces(book, isInSite: isInSite, briefing)
    let view = PageView(site: self, key: .print, path: addresses.path(of: .print), book: places)
    templates.print.render(view.printEdition(places), into: &bytes)
  }
}
