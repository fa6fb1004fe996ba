public import DossierModel

/// The running heads of a book: each document and each other part is printed on a kind of sheet of its own, which says in
/// its head what is on it (CSS Paged Media, section 4).
public struct BookSheets: Sendable {
  private let briefing: Briefing

  /// Gathers the parts of a briefing.
  public init(_ briefing: Briefing) { self.briefing = briefing }

  private static let parts: [(part: Book.Part, name: String, head: String)] = [
    (.keyPoints, "key-points", "Key points"), (.timeline, "timeline", "Timeline"),
    (.ties, "ties", "Who with whom"), (.sources, "sources", "Sources"), (.index, "index", "Index of names"),
  ]

  /// Returns the class of what is printed on the sheets of a part.
  func className(of part: Book.Part) -> String {
    switch part {
    case .document(let index, _): return "book-\(index + 1)"
    case .entity(let index): return "book-name-\(index + 1)"
    default: return Self.parts.first { $0.part == part }.map { "book-\($0.name)" } ?? ""
    }
  }

  /// The rules for the style sheet of the print edition.
  ///
  /// - Parameter entities: The entities whose sheets are printed.
  public func styleRules(entities: [Int] = []) -> [UInt8] {
    var rules = ""
    let own = briefing.settings.marking ?? ""
    for (index, item) in briefing.documents.enumerated() {
      let number = briefing.documents.count > 1 ? "\(index + 1) · " : ""
      rules += rule(
        "book-\(index + 1)", head: number + Wording.short(item.document.title, limit: Self.longestHead),
        marking: item.document.record.marking ?? own)
    }
    for (_, name, head) in Self.parts { rules += rule("book-\(name)", head: head, marking: own) }
    for index in entities {
      rules += rule(
        "book-name-\(index + 1)",
        head: Wording.short(briefing.entities[index].name, limit: Self.longestHead), marking: own)
    }
    return Array(rules.utf8)
  }

  /// How many characters of a title stand in a head, which is one line.
  private static let longestHead = 70

  private func rule(_ name: String, head: String, marking: String) -> String {
    "@page \(name) { @top-left { content: \(CSSString.quoted(head)); }\(MarkedSheets.boxes(marking)) }\n"
      + "@media print { .\(name) { page: \(name); } }\n"
  }
}
