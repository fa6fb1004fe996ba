public import DossierModel
public import DossierTemplates

/// A briefing with its templates: every page that it has, each to be rendered on demand.
///
///     let site = try Site(briefing, templates: library, style: "assets/style.1f.css")
///     for key in site.pages { write(site.render(key)) }
///
/// The fourth stage: it takes a briefing and templates and gives pages. It knows nothing of the file system.
/// Rendering a page depends on nothing but the value, so pages can be rendered in any order and in parallel, and
/// only those in hand take memory.
public struct Site: Sendable {
  /// The briefing.
  let briefing: Briefing
  /// The path of the style sheet in the site.
  let style: String
  /// The handling marks, for the head and foot of each printed sheet.
  let sheets: MarkedSheets
  let templates: PageTemplates
  let addresses: SiteAddresses
  /// The entities of each kind, the most named first.
  let ranked: [EntityKind: [Int]]
  /// For an entity, the names that may stand for it in some sentences, but do not surely.
  let unclearNames: [Int: [Int]]
  /// For an entity, the others of the same name.
  let namesakes: [Int: [Int]]
  /// The entries of the A to Z.
  let nameEntries: [NameEntry]
  /// The documents, the newest first; those without a date last.
  let newestFirst: [Int]
  /// Author, publisher and date of each document, which many pages show.
  let details: [[TemplateRecord]]
  /// Where the sentences and mentions of each document stand.
  let places: [DocumentPlaces]
  /// How often the most named entity is named.
  let highestCount: Int
  let mentionCount: Int
  /// Whether there is a print edition.
  public let hasPrintEdition: Bool
  /// All pages, in the order of the site: the home page first.
  public let pages: [PageKey]

  /// The most documents for which a print edition is made unless asked for.
  public static let printLimit = 500

  /// Creates a site.
  ///
  /// - Parameters:
  ///   - style: The path of the style sheet in the site.
  ///   - printsEverything: Whether the print edition is made whatever the number of documents.
  /// - Throws: All mistakes in the templates.
  public init(
    _ briefing: Briefing, templates: TemplateLibrary, style: String, printsEverything: Bool = false
  ) throws(TemplateErrors) {
    self.briefing = briefing
    self.style = style
    sheets = MarkedSheets(briefing)
    self.templates = try PageTemplates(templates)
    addresses = SiteAddresses(briefing)
    let entities = briefing.entities
    var ranked: [EntityKind: [Int]] = [:]
    for index in entities.indices { ranked[entities[index].kind, default: []].append(index) }
    for kind in EntityKind.allCases {
      ranked[kind]?.sort { (entities[$1].mentionCount, $0) < (entities[$0].mentionCount, $1) }
    }
    self.ranked = ranked
    var unclearNames: [Int: [Int]] = [:]
    for (index, entity) in entities.enumerated() {
      for candidate in entity.candidates { unclearNames[candidate, default: []].append(index) }
    }
    self.unclearNames = unclearNames
    namesakes = Site.namesakes(among: entities)
    nameEntries = NameEntry.all(in: briefing)
    let documents = briefing.documents
    newestFirst = documents.indices.sorted { a, b in
      switch (documents[a].document.record.date, documents[b].document.record.date) {
      case (let first?, let second?) where first != second: second < first
      case (_?, nil): true
      case (nil, _?): false
      default: a < b
      }
    }
    details = documents.map { Site.details(of: $0.document.record) }
    places = documents.map(DocumentPlaces.init)
    highestCount = entities.lazy.map(\.mentionCount).max() ?? 1
    mentionCount = briefing.mentionCount
    hasPrintEdition = printsEverything || documents.count <= Site.printLimit
    pages = Site.pages(of: briefing, ranked: ranked, names: nameEntries.count, print: hasPrintEdition)
  }

  private static func namesakes(among entities: [Entity]) -> [Int: [Int]] {
    // Entities are in the order of their slugs, and then of their names, so that those of one name stand together.
    var namesakes: [Int: [Int]] = [:]
    var start = 0
    while start < entities.count {
      var end = start + 1
      while end < entities.count, entities[end].name == entities[start].name { end += 1 }
      if end - start > 1 {
        for index in start..<end { namesakes[index] = (start..<end).filter { $0 != index } }
      }
      start = end
    }
    return namesakes
  }

  private static func details(of record: SourceRecord) -> [TemplateRecord] {
    var words: [String] = []
    if !record.authors.isEmpty { words.append(Wording.list(record.authors)) }
    if let publisher = record.publisher { words.append(publisher) }
    if let date = record.date { words.append(date.words) }
    return words.map {
      TemplateRecord(PageSchema.detail, ["text": .text($0), "url": .url(""), "vague": .flag(false)])
    }
  }

  private static func pages(
    of briefing: Briefing, ranked: [EntityKind: [Int]], names: Int, print: Bool
  ) -> [PageKey] {
    var keys: [PageKey] = [.home]
    keys += pageNumbers(briefing.documents.count, documentsPerPage).map { .documents(page: $0) }
    keys += briefing.documents.indices.map { .document($0) }
    for kind in EntityKind.allCases {
      guard let count = ranked[kind]?.count else { continue }
      keys += pageNumbers(count, entitiesPerPage).map { .kind(kind, page: $0) }
    }
    for index in briefing.entities.indices {
      keys += pageNumbers(briefing.entities[index].evidence.count, sentencesPerPage).map {
        .entity(index, page: $0)
      }
    }
    keys += pageNumbers(names, namesPerPage).map { .names(page: $0) }
    for (index, redirect) in briefing.redirects.enumerated() {
      keys += pageNumbers(briefing.entities[redirect.entity].evidence.count, sentencesPerPage).map {
        .moved(index, page: $0)
      }
    }
    if print { keys.append(.print) }
    return keys + [.about, .notFound]
  }

  /// How many entries a page of each list holds.
  static let documentsPerPage = 200
  static let entitiesPerPage = 400
  static let sentencesPerPage = 200
  static let namesPerPage = 600

  /// Returns the numbers of a list's pages; an empty list has one page too.
  private static func pageNumbers(_ count: Int, _ perPage: Int) -> Range<Int> {
    0..<max(1, (count + perPage - 1) / perPage)
  }

  /// Returns the part of a list that stands on one of its pages.
  static func slice(_ count: Int, _ perPage: Int, page: Int) -> Range<Int> {
    min(count, page * perPage)..<min(count, (page + 1) * perPage)
  }

  /// Returns the path of a page in the site.
  public func path(of key: PageKey) -> String { addresses.path(of: key) }

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
    case .names(let page): templates.names.render(view.names(page: page), into: &bytes)
    case .moved(let index, let page):
      templates.moved.render(view.moved(index, page: page), into: &bytes)
    case .about: templates.about.render(view.about(), into: &bytes)
    case .notFound: templates.notFound.render(view.notFound(), into: &bytes)
    case .print: templates.print.render(view.printEdition(), into: &bytes)
    }
  }
}
