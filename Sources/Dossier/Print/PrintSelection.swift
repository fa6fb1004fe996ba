internal import DossierModel
internal import DossierRender

/// Finds what an author asks to be printed: documents, sections of them, entities, and the parts of the book.
struct PrintSelection {
  private let briefing: Briefing
  private var documents: [String: [Int]] = [:]
  private var entities: [String: [Int]] = [:]

  /// The parts of the book by the words for them.
  private static let parts: [(name: String, part: Book.Part)] = [
    ("key points", .keyPoints), ("timeline", .timeline), ("who with whom", .ties), ("sources", .sources),
    ("index", .index),
  ]

  /// - Complexity: O(documents + entities and their other names).
  init(_ briefing: Briefing) {
    self.briefing = briefing
    for (index, item) in briefing.documents.enumerated() {
      let document = item.document
      for name in [document.path, document.title, document.slug] + document.record.aliases {
        add(name, index, to: &documents)
      }
    }
    for (index, entity) in briefing.entities.enumerated() {
      add(entity.name, index, to: &entities)
      add(entity.kind.folder + "/" + entity.slug, index, to: &entities)
      for alias in entity.aliases { add(alias.name, index, to: &entities) }
    }
  }

  private func add(_ name: String, _ index: Int, to names: inout [String: [Int]]) {
    let key = NoteName.key(name)
    if names[key]?.last != index { names[key, default: []].append(index) }
  }

  /// Returns the book of what is named, in the order of the names: documents, entities, then the other parts.
  ///
  /// More than one thing gets a title page and contents.
  func book(of names: [String], folder: String) throws(Diagnostic) -> Book {
    var parts: [Book.Part] = []
    for name in names {
      let part = try part(named: name, folder: folder)
      if !parts.contains(part) { parts.append(part) }
    }
    func rank(_ part: Book.Part) -> Int {
      switch part {
      case .document: 1
      case .entity: 2
      default: Self.parts.firstIndex { $0.part == part }.map { $0 == 0 ? 0 : $0 + 2 } ?? 9
      }
    }
    parts = parts.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
      \.element)
    return Book(parts: parts.count > 1 ? [.cover, .contents] + parts : parts)
  }

  private func part(named name: String, folder: String) throws(Diagnostic) -> Book.Part {
    let own = name.hasPrefix(folder + "/") ? String(name.dropFirst(folder.count + 1)) : name
    if let found = try document(named: own, called: name) { return .document(found) }
    if let hash = own.firstIndex(of: "#"),
      let found = try document(named: String(own[..<hash]), called: name)
    {
      let parts = DocumentParts(briefing.documents[found].document)
      let heading = String(own[own.index(after: hash)...])
      guard let blocks = parts.blocks(of: heading) else {
        throw .noSuchSection(heading, in: String(own[..<hash]), nearest: parts.nearestHeading(to: heading))
      }
      return .document(found, blocks: blocks)
    }
    let key = NoteName.key(name)
    if let found = entities[key] {
      guard found.count == 1 else {
        throw .severalToPrint(
          name,
          found.map { briefing.entities[$0].kind.folder + "/" + briefing.entities[$0].slug })
      }
      return .entity(found[0])
    }
    if let part = Self.parts.first(where: { $0.name == key })?.part { return part }
    let known =
      briefing.documents.map(\.document.title) + briefing.entities.map(\.name) + Self.parts.map(\.name)
    // "Ingrid" may mean "Ingrid Solheim".
    let nearest =
      nearMiss(to: name, among: known)
      ?? known.first { NoteName.key($0).split(separator: " ").contains { $0 == key } }
    throw .nothingToPrint(name, nearest: nearest, parts: Self.parts.map(\.name))
  }

  private func document(named name: String, called: String) throws(Diagnostic) -> Int? {
    guard let found = documents[NoteName.key(name)] else { return nil }
    guard found.count == 1 else {
      throw .severalToPrint(called, found.map { briefing.documents[$0].document.path })
    }
    return found[0]
  }
}
