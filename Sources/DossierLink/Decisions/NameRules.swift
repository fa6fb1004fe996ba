internal import DossierModel

/// What the author has said of names, ready for look-ups while they are joined.
struct NameRules {
  /// A thing that the author has named.
  struct Thing {
    var name: AuthorDecisions.Name
    var kind: EntityKind?
    /// Its number in `entities`, if it stands there.
    var entity: Int?
  }

  private(set) var things: [Thing] = []
  /// The things that a name may stand for, by what equal names have in common.
  private var thingsOfKey: [String: [Int]] = [:]
  /// The names from which a name is kept apart.
  private var apart: [String: Set<String>] = [:]

  init(_ decisions: AuthorDecisions) {
    for group in decisions.different {
      for name in group.names {
        let others = group.names.filter { $0.text != name.text }.flatMap { NameRules.keys(of: $0.text) }
        for key in NameRules.keys(of: name.text) { apart[key, default: []].formUnion(others) }
      }
    }
    for (number, entity) in decisions.entities.enumerated() {
      things.append(Thing(name: entity.name, kind: entity.kind, entity: number))
      add([entity.name] + entity.aliases, to: things.count - 1)
    }
    for group in decisions.same {
      let known = group.names.flatMap { NameRules.keys(of: $0.text) }.compactMap { thingsOfKey[$0]?.first }
        .first
      if known == nil { things.append(Thing(name: group.names[0])) }
      add(group.names, to: known ?? things.count - 1)
    }
  }

  /// What equal names have in common, as a person's name and as another.
  static func keys(of name: String) -> [String] {
    [
      "p" + PersonName(NameForm(name, keepsInitials: true)).key,
      "t" + NameForm(name, keepsInitials: false).key,
    ]
  }

  /// Adds names of a thing, but for those that are said to be different from one before them.
  private mutating func add(_ names: [AuthorDecisions.Name], to thing: Int) {
    var taken = NameRules.keys(of: things[thing].name.text)
    for name in names {
      let keys = NameRules.keys(of: name.text)
      guard !areApart(keys, taken) else { continue }
      taken += keys
      for key in keys where !(thingsOfKey[key]?.contains(thing) ?? false) {
        thingsOfKey[key, default: []].append(thing)
      }
    }
  }

  /// Returns the author's thing that a name stands for, if there is one only.
  func thing(of key: String) -> Int? {
    guard let things = thingsOfKey[key], things.count == 1 else { return nil }
    return things[0]
  }

  /// Whether a name is kept apart from any.
  func isKeptApart(_ key: String) -> Bool { apart[key] != nil }

  /// Whether the author has said that no name of one list is one of the other's.
  func areApart(_ a: some Sequence<String>, _ b: some Sequence<String>) -> Bool {
    let others = Set(b)
    return a.contains { key in apart[key].map { !$0.isDisjoint(with: others) } ?? false }
  }
}

extension NameRules {
  /// Whether the author has said that two names are one thing.
  func haveSameThing(_ a: String, _ b: String) -> Bool {
    let things = Set(NameRules.keys(of: a).compactMap { thing(of: $0) })
    return !things.isDisjoint(with: NameRules.keys(of: b).compactMap { thing(of: $0) })
  }

  /// Whether the author has named a thing so.
  func isAuthored(_ name: String) -> Bool { NameRules.keys(of: name).contains { thing(of: $0) != nil } }
}
