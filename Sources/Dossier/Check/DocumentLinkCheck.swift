internal import DossierModel
internal import DossierRead
internal import DossierRender
internal import DossierWrite

/// Tells of the links of documents where their authors wrote them, and not only on the page where a reader meets them.
struct DocumentLinkCheck {
  private let documents: [Document]
  private let folder: String
  private let numbers: [String: Int]
  private let hints: LinkHints

  init(_ briefing: Briefing, folder: String) {
    documents = briefing.documents.map(\.document)
    self.folder = folder
    guard documents.contains(where: { !$0.links.isEmpty }) else {
      numbers = [:]
      hints = LinkHints([], folder: folder)
      return
    }
    numbers = Dictionary(
      documents.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    hints = LinkHints(documents.map(\.path), folder: folder)
  }

  /// A link with what is wrong with it.
  private struct Fault {
    var link: DocumentLink
    var problem: LinkProblem
  }

  /// Tells what is known without looking at pages: links to files that are no documents, pictures on other hosts.
  ///
  /// - Complexity: O(bytes of all links), and those of the documents that have such.
  func diagnosticsWithoutPages() -> [Diagnostic] {
    documents.indices.flatMap { number in
      diagnostics(
        documents[number].links.compactMap { link in
          guard !link.isPicture, let file = FolderLink(link.target, in: documents[number].path),
            DocumentFormat(path: file.path)?.isText ?? false,
            numbers[file.path] == nil
          else { return nil }
          return Fault(link: link, problem: .broken)
        }, in: number)
    }
  }

  /// Turns what was found on pages into messages: at the link in its document where it is the author's, on the page
  /// where it is a template's.
  func diagnostics(_ findings: [LinkFinding], on site: Site) -> [Diagnostic] {
    var found: [String: [LinkFinding]] = [:]
    for finding in findings { found[finding.page, default: []].append(finding) }
    var diagnostics: [Diagnostic] = []
    // What has been told of a document; the print edition has it too.
    var told: Set<String> = []
    var toldPages: [String: Set<String>] = [:]
    // Where the links lead that have been told: a document that shows another has them too.
    var toldPlaces: Set<String> = []
    var showing: Set<String> = []
    for (number, document) in documents.enumerated() {
      let page = site.path(of: .document(number))
      if document.references.contains(where: { $0.kind == .embed }) { showing.insert(page) }
      if document.links.isEmpty { continue }
      guard let own = found[page] else { continue }
      let problems = Dictionary(
        own.filter { $0.problem != .idTwice }.map { (plain($0.target), $0.problem) },
        uniquingKeysWith: { first, _ in first })
      var faults: [Fault] = []
      for link in document.links {
        let target = plain(site.link(link, inDocument: number))
        guard let problem = problems[target] else { continue }
        // What is wrong with pictures, reading has told.
        if !link.isPicture { faults.append(Fault(link: link, problem: problem)) }
        toldPages[page, default: []].insert(target)
        toldPlaces.insert(place(target, on: page))
        told.insert(plain(site.printedLink(link, inDocument: number)))
      }
      diagnostics += self.diagnostics(faults, in: number)
    }
    let printEdition = site.path(of: .print)
    let rest = findings.filter { finding in
      if finding.problem == .idTwice { return true }
      let target = plain(finding.target)
      return !(toldPages[finding.page]?.contains(target) ?? false)
        && !(finding.page == printEdition && told.contains(target))
        && !(showing.contains(finding.page) && toldPlaces.contains(place(target, on: finding.page)))
    }
    return diagnostics + LinkChecker.diagnostics(rest)
  }

  // MARK: - Places

  private func diagnostics(_ faults: [Fault], in number: Int) -> [Diagnostic] {
    guard !faults.isEmpty else { return [] }
    let document = documents[number]
    let ordered = faults.sorted { $0.link.sourceRange < $1.link.sourceRange }
    let places = SourceFile(document, folder: folder).locations(of: ordered.map(\.link.sourceRange))
    return zip(ordered, places).enumerated().map { index, found in
      let (fault, place) = found
      let mayGuess = index < DocumentLinkCheck.mostGuesses
      let hint =
        fault.problem == .brokenFragment
        ? mayGuess ? nearestPlace(to: fault.link.target, in: number) : nil
        : mayGuess
          ? hints.hint(for: fault.link, in: document.path) : "correct it, or put the file into the folder"
      return .documentLink(
        fault.problem, fault.link.target, isPicture: fault.link.isPicture, at: place, brokenHint: hint)
    }
  }

  /// What to do about a link to a document that has no such heading, where one is nearly called so.
  private func nearestPlace(to target: String, in number: Int) -> String? {
    guard let mark = target.firstIndex(of: "#") else { return nil }
    let path =
      mark == target.startIndex
      ? documents[number].path : FolderLink(target, in: documents[number].path)?.path
    guard let other = documents.first(where: { $0.path == path }),
      let heading = DocumentParts(other).nearestHeading(to: plain(String(target[mark...].dropFirst())))
    else { return nil }
    return "did you mean '\(target[..<mark])#\(Slug.make(heading))'?"
  }

  /// To guess what was meant takes a look at other documents, so a document with many broken links gets guesses for the
  /// first only.
  private static let mostGuesses = 20

  /// The place in the site to which a link of a page leads.
  private func place(_ target: String, on page: String) -> String {
    if target.hasPrefix("#") { return page + target }
    return FolderLink(target, in: page).map { $0.path + $0.fragment } ?? target
  }

  /// A target as it can be compared, however it is percent-encoded.
  private func plain(_ target: String) -> String {
    String(decoding: percentDecoded(Array(target.utf8)[...], isStrict: false) ?? [], as: UTF8.self)
  }
}
