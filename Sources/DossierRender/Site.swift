public import DossierEdition
public import DossierModel
public import DossierTemplates

/// A briefing with its templates: every page that it has, each to be rendered on demand.
///
///     let site = try Site(briefing, templates: library, assets: assets)
///     for key in site.pages { write(site.render(key)) }
///
/// The fourth stage: it takes a briefing and templates and gives pages. It knows nothing of the file system.
/// Rendering a page depends on nothing but the value, so pages can be rendered in any order and in parallel, and
/// only those in hand take memory. It is a class because everything that makes a page holds it: a copy would count some
/// thirty references each time.
public final class Site: Sendable {
  /// The briefing.
  public let briefing: Briefing
  /// The style sheet and the scripts.
  let assets: SiteAssets
  /// The handling marks, for the head and foot of each printed sheet.
  let sheets: MarkedSheets
  /// The running heads of the print edition.
  let bookSheets: BookSheets
  let templates: PageTemplates
  let addresses: SiteAddresses
  /// What links from file to file become.
  let fileLinks: FileLinks
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
  /// The place of each document in the order of time, the oldest first; those without a date last.
  let rank: [Int32]
  /// The entities with much evidence, whose pages show it in the order of time.
  let evidenceOrders: [Int: EvidenceOrder]
  let pairs: PairIndex
  /// The ties that chance does not explain, the strongest first.
  let strongestTies: [RankedTie]
  let hasMoreTies: Bool
  /// The G² above which a tie is more than chance.
  let tieThreshold: Double
  let sentenceCount: Int
  /// The dates whose days stay open, by the reason.
  let openStatements: [DatedStatement]
  /// The dated and the open statements of each document, by sentence.
  let statements: [[DatedStatement]]
  /// The places by the part of the world and the country in which they lie.
  let placeGroups: [PlaceGroup]
  let unknowns: Unknowns
  let data: SiteData
  /// Author, publisher and date of each document, which many pages show.
  let details: [[TemplateRecord]]
  /// Where the sentences and mentions of each document stand.
  let places: [DocumentPlaces]
  /// The index of each document by its path, where documents refer to each other.
  let documentNumbers: [String: Int]
  /// How often the most named entity is named.
  let highestCount: Int
  let mentionCount: Int
  /// The documents that the feeds have, the newest first.
  let feedDocuments: [Int]
  /// Whether there is a print edition.
  public let hasPrintEdition: Bool
  /// The files of data for other programs; nothing where none are made.
  let exports: Exports?
  /// Whether there are files of data for other programs.
  public var hasExports: Bool { exports != nil }
  /// The edition that this is; nothing for a site that is none.
  let edition: EditionMark?
  /// What has changed since an older edition; nothing where none is given.
  let changes: ChangeLines?
  /// Whether the pages are for the author's eyes only, while documents are being written.
  let isPreview: Bool

  /// The most documents for which a print edition is made unless asked for.
  public static let printLimit = 500
  /// The most documents for which files of data are made unless asked for.
  public static let exportLimit = 500
  /// The most rows of a file of data.
  public static let rowsPerExport = 20_000

  /// Whether a briefing is so small that its print edition is made without being asked for.
  public static func printsUnasked(_ briefing: Briefing) -> Bool { briefing.documents.count <= printLimit }

  /// Creates a site.
  ///
  /// - Parameters:
  ///   - assets: The paths of the style sheet and the scripts in the site.
  ///   - printsEverything: Whether the print edition is made whatever the number of documents.
  ///   - rowsPerExport: The most rows of a file of data for other programs; nothing to make no such files.
  ///   - edition: The edition that the site is.
  ///   - changes: What has changed since an older one.
  ///   - isPreview: Whether the pages are for the author's eyes only: possible names that are linked to nothing are
  ///     marked, and data has no version, so that a page changes only with what it shows.
  /// - Throws: All mistakes in the templates.
  public init(
    _ briefing: Briefing, templates: TemplateLibrary, assets: SiteAssets, printsEverything: Bool = false,
    rowsPerExport: Int? = nil, edition: EditionMark? = nil, changes: EditionChanges? = nil,
    isPreview: Bool = false
  ) throws(TemplateErrors) {
    self.briefing = briefing
    self.assets = assets
    self.isPreview = isPreview
    self.edition = edition
    self.changes = changes.map(ChangeLines.init)
    sheets = MarkedSheets(briefing)
    bookSheets = BookSheets(briefing)
    self.templates = try PageTemplates(templates)
    let entities = briefing.entities
    pairs = PairIndex(entities)
    addresses = SiteAddresses(briefing, pairs)
    fileLinks = FileLinks(briefing, addresses)
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
    newestFirst = Site.order(of: documents, by: >)
    rank = Site.rank(of: documents)
    evidenceOrders = Site.evidenceOrders(of: briefing, rank: rank)
    sentenceCount = briefing.sentenceCount
    tieThreshold = TieStatistic.threshold(pairs: pairs.pairs.count)
    (strongestTies, hasMoreTies) = RankedTie.strongest(
      in: entities, sentences: sentenceCount, threshold: tieThreshold)
    openStatements = Site.openStatements(of: briefing)
    statements = Site.statements(of: briefing)
    placeGroups = PlaceGroup.groups(of: ranked[.place] ?? [], entities)
    unknowns = Unknowns(briefing)
    data = SiteData(briefing, addresses, newestFirst: newestFirst, isPreview: isPreview)
    details = documents.map { Site.details(of: $0.document.record) }
    places = documents.map(DocumentPlaces.init)
    let hasReferences = documents.contains { !$0.document.references.isEmpty }
    documentNumbers =
      hasReferences
      ? Dictionary(
        documents.enumerated().map { ($0.element.document.path, $0.offset) },
        uniquingKeysWith: { first, _ in first }) : [:]
    highestCount = entities.lazy.map(\.mentionCount).max() ?? 1
    mentionCount = briefing.mentionCount
    feedDocuments = Site.feedDocuments(of: briefing, newestFirst: newestFirst)
    hasPrintEdition = printsEverything || Site.printsUnasked(briefing)
    exports = rowsPerExport.map { [statements] in Exports(briefing, statements, rowsPerFile: $0) }
  }

  init(_ other: Site, rewriting index: Int, as document: BriefingDocument) {
    var briefing = other.briefing
    briefing.documents[index] = document
    self.briefing = briefing
    assets = other.assets
    sheets = other.sheets
    bookSheets = other.bookSheets
    templates = other.templates
    addresses = other.addresses
    ranked = other.ranked
    unclearNames = other.unclearNames
    namesakes = other.namesakes
    nameEntries = other.nameEntries
    newestFirst = other.newestFirst
    rank = other.rank
    evidenceOrders = other.evidenceOrders
    pairs = other.pairs
    sentenceCount = other.sentenceCount
    tieThreshold = other.tieThreshold
    strongestTies = other.strongestTies
    hasMoreTies = other.hasMoreTies
    openStatements = other.openStatements
    statements = other.statements
    placeGroups = other.placeGroups
    unknowns = other.unknowns
    data = other.data
    fileLinks = other.fileLinks
    var details = other.details
    details[index] = Site.details(of: document.document.record)
    self.details = details
    var places = other.places
    places[index] = DocumentPlaces(document)
    self.places = places
    highestCount = other.highestCount
    documentNumbers = other.documentNumbers
    mentionCount = other.mentionCount
    feedDocuments = other.feedDocuments
    hasPrintEdition = other.hasPrintEdition
    exports = other.exports
    edition = other.edition
    changes = other.changes
    isPreview = other.isPreview
  }

  /// Author, publisher and date, as far as they are known.
  static func detailWords(of record: SourceRecord) -> [String] {
    var words: [String] = []
    if !record.authors.isEmpty { words.append(Wording.list(record.authors)) }
    if let publisher = record.publisher { words.append(publisher) }
    if let date = record.date { words.append(date.words) }
    return words
  }

  private static func details(of record: SourceRecord) -> [TemplateRecord] {
    detailWords(of: record).map {
      TemplateRecord(PageSchema.detail, ["text": .text($0), "url": .url(""), "vague": .flag(false)])
    }
  }

  /// Returns the path of a page in the site.
  public func path(of key: PageKey) -> String { addresses.path(of: key) }

  /// Returns with what the links of a page begin that lead from the root of the host; nothing where they are relative, as
  /// nearly all are. A host shows the page for what is not there at any address.
  public func root(of key: PageKey) -> String? { key == .notFound ? briefing.settings.basePath : nil }

  /// Returns a link of a document as its page has it.
  public func link(_ link: DocumentLink, inDocument index: Int) -> String {
    let path = addresses.documents[index]
    let changed =
      link.isPicture
      ? nil : fileLinks.link(link.target, in: index, on: index, up: SiteAddresses.wayUp(from: path))
    return changed ?? link.target
  }

  /// Returns a link of a document as the print edition has it.
  public func printedLink(_ link: DocumentLink, inDocument index: Int) -> String {
    let changed = link.isPicture ? nil : fileLinks.printed(link.target, in: index)
    return changed ?? link.target
  }
}
