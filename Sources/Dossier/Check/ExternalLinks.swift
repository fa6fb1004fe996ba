internal import DossierCache
internal import DossierModel
internal import DossierWeb

/// The links of documents that lead to other hosts, and whether those have what is linked to.
struct ExternalLinks {
  /// A link to another host.
  private struct Link {
    /// The address without what follows "#", which no host is asked.
    var address: String
    var document: Int
    var range: TextRange?
  }

  private let documents: [Document]
  private let folder: String
  private var links: [Link] = []

  /// - Complexity: O(bytes of all links).
  init(_ briefing: Briefing, folder: String) {
    documents = briefing.documents.map(\.document)
    self.folder = folder
    for (number, document) in documents.enumerated() {
      if let url = document.record.url { add(url, number, nil) }
      for link in document.links where !link.isPicture { add(link.target, number, link.sourceRange) }
    }
  }

  private mutating func add(_ target: String, _ document: Int, _ range: TextRange?) {
    let start = target.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return }
    let scheme = target.prefix { $0 != ":" }
    let rest = target[scheme.endIndex...].prefix { $0 != "#" }
    links.append(Link(address: scheme.lowercased() + rest, document: document, range: range))
  }

  /// How many different addresses there are.
  var addresses: [String] { Set(links.map(\.address)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Returns what is wrong with the links, each at its place.
  func diagnostics(_ answers: [String: WebAnswer]) -> [Diagnostic] {
    // Where no name at all leads to a host, it is the network that is missing.
    let states = answers.values.map(\.state)
    let hasNetwork = !states.contains(.noHost) || states.contains { $0 != .noHost && $0 != .local }
    var ofDocument: [Int: [(Link, WebAnswer)]] = [:]
    for link in links {
      guard let answer = answers[link.address], answer != WebAnswer(.good) else { continue }
      if answer.state == .noHost, !hasNetwork { continue }
      ofDocument[link.document, default: []].append((link, answer))
    }
    var diagnostics: [Diagnostic] = hasNetwork ? [] : [.noNetwork]
    for (number, found) in ofDocument.sorted(by: { $0.key < $1.key }) {
      let file = SourceFile(documents[number], folder: folder)
      let placed = found.map { link, answer in
        (link.range ?? range(of: documents[number].record.url ?? "", in: file.text), link, answer)
      }.sorted { $0.0 < $1.0 }
      let places = file.locations(of: placed.map(\.0))
      for ((_, link, answer), place) in zip(placed, places) {
        diagnostics.append(.external(answer, link.address, at: place))
      }
    }
    return diagnostics
  }

  /// The record keeps no place of its address: it is where the text first has it.
  private func range(of url: String, in source: String) -> TextRange {
    guard let found = source.firstRange(of: url) else { return TextRange(0, 0) }
    let start = source.utf8.distance(from: source.startIndex, to: found.lowerBound)
    return TextRange(start, start + url.utf8.count)
  }
}

extension BriefingBuild {
  /// Asks hosts whether the pages that documents link to are there.
  func askOutside(_ briefing: Briefing, _ report: inout BuildReport, _ clock: StageClock) {
    let start = clock.start()
    let links = ExternalLinks(briefing, folder: options.folder)
    let addresses = links.addresses
    let kept = KeptAnswers(openCache(&report, inCheck: true), now: WallClock.seconds)
    var answers: [String: WebAnswer] = [:]
    for address in addresses { answers[address] = kept.find(address) }
    let open = addresses.filter { answers[$0] == nil }
    var manners = WebManners(name: "Dossier/\(dossierVersion) (checks links)")
    manners.asksLocal = options.asksLocal
    if options.asksLocal { manners.pause = .milliseconds(50) }
    let progress = clock.progress("ask", open.count)
    for (address, answer) in zip(open, WebAsker.ask(open, manners, progress: progress)) {
      answers[address] = answer
      kept.keep(answer, of: address)
    }
    kept.flush()
    report.diagnostics += links.diagnostics(answers)
    clock.finish("ask", open.count, "pages", since: start, &report)
  }
}
