internal import DossierModel

/// Where the things of a briefing stand in a book: what links within it lead to.
struct BookPlaces: Sendable {
  let book: Book
  /// Whether links to what the book does not have lead to the site's pages beside it.
  let isInSite: Bool
  private let documents: [Int: Range<Int>]
  private let entities: Set<Int>
  private let parts: Set<Book.Part>

  init(_ book: Book, isInSite: Bool, _ briefing: Briefing) {
    self.book = book
    self.isInSite = isInSite
    var documents: [Int: Range<Int>] = [:]
    var entities: Set<Int> = []
    for part in book.parts {
      switch part {
      case .document(let index, let blocks):
        documents[index] = blocks ?? briefing.documents[index].document.blocks.indices
      case .entity(let index): entities.insert(index)
      default: break
      }
    }
    self.documents = documents
    self.entities = entities
    parts = Set(book.parts)
  }

  func has(_ part: Book.Part) -> Bool { parts.contains(part) }

  func has(document index: Int) -> Bool { documents[index] != nil }

  /// Returns the id of a document's block; nothing where the book does not show it.
  func id(ofBlock block: Int, inDocument index: Int) -> String? {
    documents[index]?.contains(block) == true ? Self.prefix(index) + "p\(block + 1)" : nil
  }

  /// Returns the id of what a page of the site is about; nothing where the book does not have it.
  func id(of key: PageKey, fragment: String) -> String? {
    switch key {
    case .home: return isInSite ? nil : "main"
    case .documents: return isInSite || !has(document: 0) ? nil : Self.documentID(0)
    case .document(let index):
      guard let blocks = documents[index] else { return nil }
      // In print sentences and names have no ids: "p4s2" is "p4".
      guard fragment.first == "p", let number = Int(fragment.dropFirst().prefix(while: \.isNumber)) else {
        return Self.documentID(index)
      }
      return blocks.contains(number - 1) ? Self.prefix(index) + "p\(number)" : nil
    case .entity(let index, _):
      if entities.contains(index) { return Self.entityID(index) }
      return has(.index) ? Self.nameID(index) : nil
    case .timeline: return has(.timeline) ? fragment.isEmpty ? "timeline" : "timeline-" + fragment : nil
    case .ties: return has(.ties) ? "ties" : nil
    case .sources: return has(.sources) ? "sources" : nil
    case .names: return has(.index) ? "index" : nil
    default: return nil
    }
  }

  static func documentID(_ index: Int) -> String { "d\(index + 1)" }
  /// Goes before each id of a document: "d3-".
  static func prefix(_ document: Int) -> String { FileLinks.printedPrefix(document) }
  /// The entry in the index.
  static func nameID(_ entity: Int) -> String { "name-\(entity + 1)" }
  /// The sheet of the entity.
  static func entityID(_ entity: Int) -> String { "entity-\(entity + 1)" }
}
