public import DossierModel

/// Which pages a site has.
extension Site {
  /// How many entries a page of each list holds.
  static let documentsPerPage = 200
  static let entitiesPerPage = 400
  static let sentencesPerPage = 200
  static let statementsPerPage = 200
  static let tiesPerPage = 200
  static let unknownsPerPage = 200
  static let namesPerPage = 600
  static let changesPerPage = 200

  /// All pages, the home page first, then the pieces of data.
  ///
  /// - Complexity: O(pages).
  public var pages: [PageKey] {
    var keys: [PageKey] = [.home]
    func add(_ count: Int, _ perPage: Int, _ key: (Int) -> PageKey) {
      keys += (0..<Site.pageCount(count, perPage)).map(key)
    }
    add(briefing.documents.count, Site.documentsPerPage) { .documents(page: $0) }
    keys += briefing.documents.indices.map { .document($0) }
    for kind in EntityKind.allCases {
      guard let count = ranked[kind]?.count else { continue }
      add(count, Site.entitiesPerPage) { .kind(kind, page: $0) }
    }
    for index in briefing.entities.indices {
      add(briefing.entities[index].evidence.count, Site.sentencesPerPage) { .entity(index, page: $0) }
    }
    for (index, pair) in pairs.pairs.enumerated() {
      add(Int(pair.count), Site.sentencesPerPage) { .pair(index, page: $0) }
    }
    if hasTimeline {
      add(briefing.timeline.dated.count, Site.statementsPerPage) { .timeline(page: $0) }
    }
    if !openStatements.isEmpty {
      add(openStatements.count, Site.statementsPerPage) { .openDates(page: $0) }
    }
    if hasTies { add(strongestTies.count, Site.tiesPerPage) { .ties(page: $0) } }
    add(nameEntries.count, Site.namesPerPage) { .names(page: $0) }
    add(briefing.documents.count, Site.documentsPerPage) { .sources(page: $0) }
    keys.append(.unknowns)
    for kind in unknowns.kinds where kind != .openDates {
      add(unknowns.count(kind), Site.unknownsPerPage) { .unknown(kind, page: $0) }
    }
    for (index, redirect) in briefing.redirects.enumerated() {
      add(briefing.entities[redirect.entity].evidence.count, Site.sentencesPerPage) {
        .moved(index, page: $0)
      }
    }
    if hasPrintEdition { keys.append(.print) }
    keys += [.about, .notFound]
    if let changes { add(changes.lines.count, Site.changesPerPage) { .changes(page: $0) } }
    if changesFeed != nil { keys += [.changesFeed(isJSON: false), .changesFeed(isJSON: true)] }
    keys += data.pieces.map { .data($0) }
    return keys + (exports?.files ?? []).map { .export($0) }
  }

  /// The pictures that the pages show, and the files that they are copies of.
  public var pictures: [BriefingPicture] { briefing.pictures }

  /// Whether there is a timeline.
  var hasTimeline: Bool { !briefing.timeline.dated.isEmpty || !openStatements.isEmpty }

  /// Whether there is a page of who is named with whom.
  var hasTies: Bool { !strongestTies.isEmpty }

  /// Returns how many pages a list has; an empty one has one too.
  static func pageCount(_ count: Int, _ perPage: Int) -> Int { max(1, (count + perPage - 1) / perPage) }

  /// Returns the part of a list that stands on one of its pages.
  static func slice(_ count: Int, _ perPage: Int, page: Int) -> Range<Int> {
    min(count, page * perPage)..<min(count, (page + 1) * perPage)
  }
}
