internal import DossierModel

/// Where each page of a site stands.
///
/// Links are relative and percent-encoded, so that the same bytes work at the root of a host, in a sub-folder and
/// from disk: the way up to the site's root, then the way down.
struct SiteAddresses: Sendable {
  /// The path of each document's page.
  let documents: [String]
  /// The path of each entity's first page.
  let entities: [String]
  /// The path of each pair's first page.
  let pairs: [String]
  /// The paths of the pages that lead on.
  let redirects: [String]
  private let documentLinks: [String]
  private let entityLinks: [String]

  init(_ briefing: Briefing, _ pairs: PairIndex) {
    documents = briefing.documents.map { "documents/\($0.document.slug).html" }
    entities = briefing.entities.map { "\($0.kind.folder)/\($0.slug).html" }
    self.pairs = SiteAddresses.paths(of: pairs, briefing.entities)
    redirects = briefing.redirects.map { $0.address + ".html" }
    documentLinks = documents.map(SiteAddresses.encoded)
    entityLinks = entities.map(SiteAddresses.encoded)
  }

  /// Returns the path of a page in the site.
  func path(of key: PageKey) -> String {
    switch key {
    case .home: "index.html"
    case .documents(let page): numbered("documents/index.html", page)
    case .document(let index): documents[index]
    case .kind(let kind, let page): numbered("\(kind.folder)/index.html", page)
    case .entity(let index, let page): numbered(entities[index], page)
    case .pair(let index, let page): numbered(pairs[index], page)
    case .timeline(let page): numbered("timeline/index.html", page)
    case .openDates(let page): numbered("timeline/open.html", page)
    case .ties(let page): numbered("ties/index.html", page)
    case .names(let page): numbered("names.html", page)
    case .sources(let page): numbered("sources.html", page)
    case .unknowns: "unknowns/index.html"
    case .unknown(let kind, let page): numbered("unknowns/\(kind.rawValue).html", page)
    case .moved(let index, let page): numbered(redirects[index], page)
    case .about: "about.html"
    case .changes(let page): numbered("changes.html", page)
    case .changesFeed(let isJSON): isJSON ? "changes.json" : "changes.xml"
    case .notFound: "404.html"
    case .print: "print.html"
    case .data(let piece): path(of: piece)
    case .export(let file): file.path
    }
  }

  private func path(of piece: DataPiece) -> String {
    switch piece {
    case .cards(let number): "data/cards/\(number).js"
    case .search: "data/search.js"
    case .names(let number): "data/names/\(number).js"
    case .words(let number): "data/words/\(number).js"
    case .sentences(let number): "data/sentences/\(number).js"
    }
  }

  /// A pair's address is made of both slugs in the order of the alphabet, so that it stays when counts change. A slug
  /// that things of several kinds have gets its kind before it; slugs have no dots, so no other can be the same.
  private static func paths(of pairs: PairIndex, _ entities: [Entity]) -> [String] {
    guard !pairs.pairs.isEmpty else { return [] }
    var uses: [String: Int] = [:]
    for entity in entities { uses[entity.slug, default: 0] += 1 }
    let names = entities.map { (uses[$0.slug] ?? 0) > 1 ? "\($0.kind.word).\($0.slug)" : $0.slug }
    return pairs.pairs.map { pair in
      let (a, b) = (names[Int(pair.first)], names[Int(pair.second)])
      return "ties/" + (a < b ? a + "--" + b : b + "--" + a) + ".html"
    }
  }

  /// Returns the link to a page of the site, from a page `up` away from the root.
  func link(to key: PageKey, up: String) -> String {
    switch key {
    case .document(let index): up + documentLinks[index]
    case .entity(let index, 0): up + entityLinks[index]
    default: up + SiteAddresses.encoded(path(of: key))
    }
  }

  /// Appends the link to an entity's first page. It is percent-encoded, so nothing in it needs escaping.
  func appendLink(toEntity index: Int, up: String, _ bytes: inout [UInt8]) {
    bytes += up.utf8
    bytes += entityLinks[index].utf8
  }

  /// Returns the way from a page to the root of the site: "", "../", "../../" …
  static func wayUp(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Slugs have no two hyphens in a row, so no document or entity can have the address of a list's later page.
  private func numbered(_ path: String, _ page: Int) -> String {
    page == 0 ? path : path.dropLast(".html".count) + "--\(page + 1).html"
  }

  /// Returns a path as a relative URL reference.
  static func encoded(_ path: String) -> String { percentEncoded(path) }
}
