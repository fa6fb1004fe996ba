public import DossierModel

/// Finds the entities that a name could stand for by its words alone.
public struct Namesakes: Sendable {
  private let entities: [Entity]
  private var byWord: [String: [Int]] = [:]

  /// Creates the index of a briefing's entities.
  ///
  /// - Complexity: O(names).
  public init(_ briefing: Briefing) {
    entities = briefing.entities
    for (index, entity) in entities.enumerated() {
      var words: Set<String> = []
      for name in [entity.name] + entity.aliases.map(\.name) {
        let form = NameForm(name, keepsInitials: entity.kind == .person)
        words.formUnion(form.words.filter { !$0.isInitial }.map(\.sound))
        words.insert("=" + form.key)
      }
      for word in words { byWord[word, default: []].append(index) }
    }
  }

  /// Returns the entities that `name` is a name of, or a part of whose full name it is, in the order of the briefing.
  ///
  /// - Complexity: O(the entities that share a word with it).
  public func entities(named name: String) -> [Int] {
    let form = NameForm(name, keepsInitials: true)
    let person = PersonName(form)
    let key = NameForm(name, keepsInitials: false).key
    var found = Set(byWord["=" + key] ?? [])
    found.formUnion(byWord["=" + form.key] ?? [])
    for word in person.names.filter({ !$0.isInitial }).map(\.sound) {
      for index in byWord[word] ?? [] where entities[index].kind == .person && !found.contains(index) {
        let full = PersonName(NameForm(entities[index].name, keepsInitials: true))
        if person.key == full.key || person.match(full) != nil { found.insert(index) }
      }
    }
    return found.sorted()
  }
}
