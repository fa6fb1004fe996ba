internal import DossierModel

/// What the links of documents to each other's files become: links between their pages.
struct FileLinks: Sendable {
  private let numbers: [String: Int]
  private let files: [String]
  private let pages: [String]
  /// The parts of documents that links name, by document and fragment as written: "#Next%20steps" is "#p12".
  private var parts: [Int: [String: String]] = [:]

  init(_ briefing: Briefing, _ addresses: SiteAddresses) {
    pages = addresses.documents
    let documents = briefing.documents
    files = documents.map(\.document.path)
    // Most briefings have no links at all.
    guard documents.contains(where: { !$0.document.links.isEmpty }) else {
      numbers = [:]
      return
    }
    numbers = Dictionary(
      documents.enumerated().map { ($0.element.document.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var wanted: [Int: Set<String>] = [:]
    for (index, item) in documents.enumerated() {
      for link in item.document.links where !link.isPicture {
        guard let (other, fragment) = place(link.target, in: index), fragment.utf8.count > 1 else { continue }
        wanted[other, default: []].insert(fragment)
      }
    }
    for (other, fragments) in wanted {
      let own = DocumentParts(documents[other].document)
      for fragment in fragments {
        guard let words = percentDecoded(Array(fragment.utf8.dropFirst())[...], isStrict: false),
          let block = own.blocks(of: String(decoding: words, as: UTF8.self))?.lowerBound
        else { continue }
        parts[other, default: [:]][fragment] = "#p\(block + 1)"
      }
    }
  }

  /// The document of the folder to which a link leads, and what follows its path, with its "#".
  private func place(_ target: String, in document: Int) -> (document: Int, fragment: String)? {
    if target.hasPrefix("#") { return (document, target) }
    guard let link = FolderLink(target, in: files[document]), let other = numbers[link.path] else {
      return nil
    }
    return (other, link.fragment)
  }

  /// The same with the block's number, where the fragment names a part of the document: "#Next%20steps" is "#p12".
  private func part(_ target: String, in document: Int) -> (document: Int, fragment: String)? {
    guard let (other, fragment) = place(target, in: document) else { return nil }
    return (other, parts[other]?[fragment] ?? fragment)
  }

  /// Returns a link of a document on the page of one that may show it; nothing where it stays as it is written.
  func link(_ target: String, in document: Int, on page: Int, up: String) -> String? {
    if let (other, fragment) = part(target, in: document) {
      return target.hasPrefix("#") && document == page
        ? fragment : up + SiteAddresses.encoded(pages[other]) + fragment
    }
    // On another document's page the way begins elsewhere.
    guard document != page, !target.hasPrefix("/"), let link = FolderLink(target, in: pages[document]) else {
      return nil
    }
    return up + SiteAddresses.encoded(link.path) + link.fragment
  }

  /// Returns the link in the print edition, where all documents stand on one page.
  func printed(_ target: String, in document: Int) -> String? {
    if target == "#" { return nil }
    if let (other, fragment) = part(target, in: document) {
      return fragment.utf8.count > 1
        ? "#" + FileLinks.printedPrefix(other) + FileLinks.printedID(fragment.dropFirst())
        : "#d\(other + 1)"
    }
    // Any other way begins at the document's page, and the print edition stands at the root.
    guard !target.hasPrefix("/"), let link = FolderLink(target, in: pages[document]) else { return nil }
    return SiteAddresses.encoded(link.path) + link.fragment
  }

  /// What goes before each id of a document in the print edition: "d3-".
  static func printedPrefix(_ document: Int) -> String { "d\(document + 1)-" }

  /// In print only paragraphs have ids, their sentences and names have none: "p4s2" is "p4".
  private static func printedID(_ id: Substring) -> Substring {
    guard id.first == "p" else { return id }
    let digits = id.dropFirst().prefix { $0.isNumber }
    let rest = id.dropFirst().dropFirst(digits.count)
    guard !digits.isEmpty, rest.first == "s" || rest.first == "m", rest.dropFirst().allSatisfy(\.isNumber)
    else { return id }
    return id[..<rest.startIndex]
  }
}
