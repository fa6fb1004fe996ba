internal import DossierModel

/// What the author has said of names, ready for look-ups while they are joined.
struct NameRules {
  /// A thing that the author has named.
  struct Thing {
    var name: AuthorDecisions.Name
    var kind: EntityKind?
    /// Its number in `entities`, if it stands there.
    var entity: Int?
    /// The thing that it is, where `same` has made two into one.
    var head: Int
    /// What its names have in common with equal ones.
    var keys: Set<String> = []
  }

  private(set) var things: [Thing] = []
  /// The things that a name may stand for, by what equal names have in common.
  private var thingsOfKey: [String: [Int]] = [:]
  /// Where a name stands in `different`: the group, and its number in it.
  private var placesApart: [String: [PlaceApart]] = [:]
  /// Names that are kept apart from one of the same letters, so that their very spelling counts.
  private var spelledApart: Set<String> = []

  private struct PlaceApart: Hashable {
    var group: Int
    var member: Int
  }

  init(_ decisions: AuthorDecisions) {
    for group in decisions.different { tellSpellingsApart(group) }
    for (number, group) in decisions.different.enumerated() {
      for (member, name) in group.names.enumerated() {
        for key in keys(of: name.text) {
          placesApart[key, default: []].append(PlaceApart(group: number, member: member))
        }
      }
    }
    for (number, entity) in decisions.entities.enumerated() {
      things.append(Thing(name: entity.name, kind: entity.kind, entity: number, head: things.count))
      add([entity.name] + entity.aliases, to: things.count - 1)
    }
    for group in decisions.same {
      let keys = group.names.flatMap { self.keys(of: $0.text) }
      let known = Set(keys.flatMap { thingsOfKey[$0] ?? [] }.map { root(of: $0) }).sorted()
      if known.isEmpty { things.append(Thing(name: group.names[0], head: things.count)) }
      let head = known.first ?? things.count - 1
      for other in known.dropFirst() where !areApart(things[other].keys, things[head].keys) {
        things[other].head = head
        things[head].keys.formUnion(things[other].keys)
      }
      add(group.names, to: head)
    }
  }

  /// Finds the names of a group that have the same letters as another of its names.
  private mutating func tellSpellingsApart(_ group: AuthorDecisions.Group) {
    var names: [String: Set<String>] = [:]
    for name in group.names {
      for key in NameRules.keys(of: name.text) { names[key, default: []].insert(NameForm.tidied(name.text)) }
    }
    for spellings in names.values where spellings.count > 1 { spelledApart.formUnion(spellings) }
  }

  /// What equal names have in common, as a person's name and as another.
  static func keys(of name: String) -> [String] {
    [
      "p" + PersonName(NameForm(name, keepsInitials: true)).key,
      "t" + NameForm(name, keepsInitials: false).key,
    ]
  }

  /// The same, told apart by spelling where the author has.
  func keys(of name: String) -> [String] { NameRules.keys(of: name).map { key(of: $0, spelled: name) } }

  /// Returns a key that tells a name from others of the same letters, where the author keeps them apart.
  func key(of key: String, spelled name: String) -> String {
    guard !spelledApart.isEmpty else { return key }
    let tidy = NameForm.tidied(name)
    return spelledApart.contains(tidy) ? key + "|" + tidy : key
  }

  private func root(of thing: Int) -> Int {
    var thing = thing
    while things[thing].head != thing { thing = things[thing].head }
    return thing
  }

  /// Adds names of a thing, but for those that are said to be different from one that it has.
  private mutating func add(_ names: [AuthorDecisions.Name], to thing: Int) {
    for name in names {
      let keys = self.keys(of: name.text)
      guard !areApart(keys, things[thing].keys) else { continue }
      things[thing].keys.formUnion(keys)
      for key in keys where !(thingsOfKey[key]?.contains(thing) ?? false) {
        thingsOfKey[key, default: []].append(thing)
      }
    }
  }

  /// Returns the author's thing that a name stands for, if there is one only.
  func thing(of key: String) -> Int? {
    guard let things = thingsOfKey[key] else { return nil }
    let roots = Set(things.map { root(of: $0) })
    return roots.count == 1 ? roots.first : nil
  }

  /// Returns the author's things that a name stands for.
  func things(named name: String) -> [Int] {
    Set(keys(of: name).flatMap { thingsOfKey[$0] ?? [] }.map { root(of: $0) }).sorted()
  }

  /// Whether a name is kept apart from any.
  func isKeptApart(_ key: String) -> Bool { placesApart[key] != nil }

  /// Whether the author has said that no name of one list is one of the other's.
  func areApart(_ a: some Sequence<String>, _ b: some Sequence<String>) -> Bool {
    guard !placesApart.isEmpty else { return false }
    var members: [Int: Set<Int>] = [:]
    for place in b.flatMap({ placesApart[$0] ?? [] }) {
      members[place.group, default: []].insert(place.member)
    }
    guard !members.isEmpty else { return false }
    return a.contains { key in
      (placesApart[key] ?? []).contains { place in members[place.group].map { $0 != [place.member] } ?? false
      }
    }
  }

  /// Whether the author has said that two names are one thing.
  func haveSameThing(_ a: String, _ b: String) -> Bool {
    let things = Set(keys(of: a).compactMap { thing(of: $0) })
    return !things.isDisjoint(with: keys(of: b).compactMap { thing(of: $0) })
  }

  /// Whether the author has named a thing so.
  func isAuthored(_ name: String) -> Bool { keys(of: name).contains { thing(of: $0) != nil } }
}
