public import DossierModel
internal import DossierYAML

/// The file `entities.yml`: what the author has decided about names.
///
///     entities:
///       - name: Kim Jong-Un
///         kind: person
///         aliases: [Kim Jong Un]
///     same:
///       - [Bashar al-Assad, President Assad]
///     different:
///       - [Free Syrian Army, Syrian Army]
///     never: [Monday, {name: May, in: budget.txt}]
///     always:
///       - {name: Aegis Shield, kind: event}
///     pinned:
///       - {in: talks.txt, quote: as Kim told reporters, name: Kim, is: Kim Jong-Un}
///
/// A wrong entry is left out with a message, and the others count.
public struct EntitiesFile {
  /// The name of the file in the documents' folder.
  public static let name = "entities.yml"

  /// A section of the file.
  public enum Section: String, CaseIterable, Sendable {
    case entities, same, different, never, always, pinned
  }

  private let lines: SourceLines
  private var decisions = AuthorDecisions()
  private var diagnostics: [Diagnostic] = []

  /// Reads the text of the file at `path`, and returns what is wrong with its entries too.
  ///
  /// - Throws: Where it is no YAML.
  /// - Complexity: O(bytes of `source`), and for each name the length of its line.
  public static func read(
    _ source: String, path: String
  ) throws(Diagnostic) -> (AuthorDecisions, [Diagnostic]) {
    var file = EntitiesFile(SourceLines(source, path: path))
    if let root = try YAML.parse(source, path: path) { file.read(root) }
    return (file.decisions, file.diagnostics)
  }

  private init(_ lines: SourceLines) { self.lines = lines }

  private func place(_ range: TextRange) -> SourceLocation { lines.location(of: range) }

  private mutating func read(_ root: YAMLNode) {
    if root.value == .null { return }
    guard case .map(let sections) = root.value else {
      return diagnostics.append(.decisionsNotAMap(place(root.range)))
    }
    for section in sections {
      guard let name = Section(rawValue: section.key) else {
        diagnostics.append(
          .unknownSection(section.key, among: Section.allCases.map(\.rawValue), place(section.keyRange)))
        continue
      }
      if section.node.value == .null { continue }
      guard case .list(let items) = section.node.value else {
        diagnostics.append(.sectionNotAList(section.key, place(section.node.range)))
        continue
      }
      for item in items { read(item, of: name) }
    }
  }

  private mutating func read(_ item: YAMLNode, of section: Section) {
    switch section {
    case .entities: if let entity = entity(item) { decisions.entities.append(entity) }
    case .same: if let group = group(item, "same") { decisions.same.append(group) }
    case .different: if let group = group(item, "different") { decisions.different.append(group) }
    case .never: if let word = word(item, keys: ["name", "in", "quote"]) { decisions.never.append(word) }
    case .always:
      if let word = word(item, keys: ["name", "kind", "in", "quote"]) { decisions.always.append(word) }
    case .pinned: if let pin = pin(item) { decisions.pinned.append(pin) }
    }
  }

  // MARK: - Entries

  private mutating func entity(_ item: YAMLNode) -> AuthorDecisions.Entity? {
    if case .scalar = item.value { return name(item).map { AuthorDecisions.Entity(name: $0) } }
    guard
      let fields = fields(
        item, keys: ["name", "kind", "aliases", "description", "url", "note", "marking"], needed: ["name"]),
      let name = fields["name"].flatMap({ self.name($0) })
    else { return nil }
    var entity = AuthorDecisions.Entity(name: name)
    entity.kind = fields["kind"].flatMap { kind($0) }
    if let aliases = fields["aliases"] {
      if case .list(let items) = aliases.value {
        entity.aliases = items.compactMap { self.name($0) }
      } else if let alias = self.name(aliases) {
        entity.aliases = [alias]
      }
    }
    entity.description = fields["description"].flatMap { self.name($0)?.text }
    entity.note = fields["note"].flatMap { self.name($0)?.text }
    entity.marking = fields["marking"].flatMap { self.name($0) }
    if let url = fields["url"].flatMap({ self.name($0) }) {
      if WebAddress.isGood(url.text) {
        entity.url = url.text
      } else {
        diagnostics.append(.badAddress(url.location, text: url.text))
      }
    }
    return entity
  }

  private mutating func group(_ item: YAMLNode, _ section: String) -> AuthorDecisions.Group? {
    guard case .list(let items) = item.value, items.count > 1 else {
      diagnostics.append(.groupTooSmall(section, place(item.range)))
      return nil
    }
    let names = items.compactMap { name($0) }
    return names.count == items.count ? AuthorDecisions.Group(names: names) : nil
  }

  private mutating func word(_ item: YAMLNode, keys: [String]) -> AuthorDecisions.Word? {
    if case .scalar = item.value { return name(item).map { AuthorDecisions.Word(name: $0) } }
    guard let fields = fields(item, keys: keys, needed: ["name"]),
      let name = fields["name"].flatMap({ self.name($0) })
    else { return nil }
    var word = AuthorDecisions.Word(name: name)
    word.kind = fields["kind"].flatMap { kind($0) }
    word.document = fields["in"].flatMap { self.name($0) }
    word.quote = fields["quote"].flatMap { self.name($0) }
    return word
  }

  private mutating func pin(_ item: YAMLNode) -> AuthorDecisions.Pin? {
    guard let fields = fields(item, keys: ["in", "quote", "name", "is"], needed: ["quote", "name", "is"]),
      let name = fields["name"].flatMap({ self.name($0) }),
      let entity = fields["is"].flatMap({ self.name($0) }),
      let quote = fields["quote"].flatMap({ self.name($0) })
    else { return nil }
    var pin = AuthorDecisions.Pin(name: name, entity: entity, quote: quote)
    pin.document = fields["in"].flatMap { self.name($0) }
    return pin
  }

  // MARK: - Values

  /// Returns the fields of an entry by their keys, or nothing where it can't be used.
  private mutating func fields(_ item: YAMLNode, keys: [String], needed: [String]) -> [String: YAMLNode]? {
    guard case .map(let entries) = item.value else {
      diagnostics.append(.entryNotAMap(keys: keys, place(item.range)))
      return nil
    }
    var fields: [String: YAMLNode] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        if entry.node.value != .null { fields[entry.key] = entry.node }
      } else {
        diagnostics.append(.unknownField(entry.key, among: keys, place(entry.keyRange)))
      }
    }
    for key in needed where fields[key] == nil {
      diagnostics.append(.missingField(key, place(item.range)))
      return nil
    }
    return fields
  }

  private mutating func name(_ node: YAMLNode) -> AuthorDecisions.Name? {
    guard case .scalar(let text, _) = node.value, text.contains(where: { !$0.isWhitespace }) else {
      diagnostics.append(.entryNotText(place(node.range)))
      return nil
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return AuthorDecisions.Name(words, at: place(node.range))
  }

  private mutating func kind(_ node: YAMLNode) -> EntityKind? {
    guard let word = name(node) else { return nil }
    let kinds = EntityKind.allCases
    if let kind = kinds.first(where: { $0.word == word.text || EntityKind.otherWords[word.text] == $0 }) {
      return kind
    }
    diagnostics.append(.unknownKind(word.text, among: kinds.map(\.word), word.location))
    return nil
  }
}

extension EntityKind {
  /// Words of other tools and spellings.
  fileprivate static let otherWords: [String: EntityKind] = [
    "organization": .organisation, "org": .organisation, "company": .organisation, "people": .person,
    "per": .person,
    "location": .place, "loc": .place, "country": .place, "city": .place,
  ]
}
