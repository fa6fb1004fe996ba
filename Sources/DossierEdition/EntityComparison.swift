/// Which things of an old edition are which of a new one, and what is other in them.
struct EntityComparison {
  private let old: [EditionContent.Entity]
  private let new: [EditionContent.Entity]
  /// The place in the new edition of each thing of the old one.
  private var fellow: [Int: Int] = [:]
  /// Where a gone thing's name is a name of another now.
  private var into: [Int: Int] = [:]

  /// Pairs things of one address, then those of one name, then one whose name is another name of the other.
  init(_ old: [EditionContent.Entity], _ new: [EditionContent.Entity]) {
    self.old = old
    self.new = new
    let addresses = Dictionary(
      new.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var free = Set(new.indices)
    for index in old.indices {
      if let found = addresses[old[index].id], free.remove(found) != nil { fellow[index] = found }
    }
    // Names that two things have say nothing.
    func places(_ indices: some Sequence<Int>, _ names: (Int) -> [String]) -> [String: Int] {
      var places: [String: Int] = [:]
      for index in indices {
        for name in Set(names(index)) { places[name] = places[name] == nil ? index : -1 }
      }
      return places
    }
    let freeNames = places(free) { [new[$0].name] }
    let freeAliases = places(free) { new[$0].aliases }
    for index in old.indices where fellow[index] == nil {
      let names = [freeNames[old[index].name], freeAliases[old[index].name]]
      let others = old[index].aliases.map { freeNames[$0] }
      for found in (names + others).compactMap({ $0 }) where found >= 0 && free.remove(found) != nil {
        fellow[index] = found
        break
      }
    }
    let allNames = places(new.indices) { [new[$0].name] + new[$0].aliases }
    for index in old.indices where fellow[index] == nil {
      if let found = allNames[old[index].name], found >= 0 { into[index] = found }
    }
  }

  /// What is other, in the order of addresses.
  var changes: [EditionChanges.NameChange] {
    var changes: [(key: String, change: EditionChanges.NameChange)] = []
    for index in old.indices {
      guard let found = fellow[index] else {
        let entity = old[index]
        changes.append(
          (
            entity.id,
            EditionChanges.NameChange(
              kind: .gone, name: entity.name, word: entity.kind, url: into[index].map { new[$0].url } ?? "",
              mentions: entity.mentions, into: into[index].map { new[$0].name } ?? "")
          ))
        continue
      }
      let facts = EntityComparison.facts(old[index], new[found])
      if !facts.isEmpty { changes.append((new[found].id, change(.changed, found, facts))) }
    }
    let known = Set(fellow.values)
    for index in new.indices where !known.contains(index) {
      changes.append((new[index].id, change(.new, index, [])))
    }
    return changes.sorted {
      $0.key == $1.key
        ? $0.change.kind == .gone && $1.change.kind != .gone
        : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }.map(\.change)
  }

  private func change(
    _ kind: EditionChanges.Kind, _ index: Int, _ facts: [EditionChanges.FactChange]
  ) -> EditionChanges.NameChange {
    EditionChanges.NameChange(
      kind: kind, name: new[index].name, word: new[index].kind, url: new[index].url,
      mentions: new[index].mentions, facts: facts)
  }

  private static func facts(
    _ old: EditionContent.Entity, _ new: EditionContent.Entity
  ) -> [EditionChanges.FactChange] {
    var facts: [EditionChanges.FactChange] = []
    func compare(_ name: String, _ old: String, _ new: String) {
      if old != new { facts.append(EditionChanges.FactChange(name: name, old: old, new: new)) }
    }
    compare("name", old.name, new.name)
    compare("kind", old.kind, new.kind)
    for alias in new.aliases where !old.aliases.contains(alias) && alias != old.name {
      compare("also", "", alias)
    }
    for alias in old.aliases where !new.aliases.contains(alias) && alias != new.name {
      compare("also", alias, "")
    }
    return facts
  }

  /// The ties that are new, and those that are gone.
  func ties(_ before: [EditionContent.Tie], _ after: [EditionContent.Tie]) -> [EditionChanges.TieChange] {
    struct Couple: Hashable {
      var first: Int
      var second: Int
      init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
    }
    func places(_ entities: [EditionContent.Entity]) -> [String: Int] {
      Dictionary(
        entities.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    let (oldPlaces, newPlaces) = (places(old), places(new))
    // Things that are gone into others are tied as those are; those that are gone get numbers of their own.
    func number(_ index: Int) -> Int { fellow[index] ?? into[index] ?? new.count + index }
    func url(_ index: Int) -> String { (fellow[index] ?? into[index]).map { new[$0].url } ?? "" }
    var known: [Couple: Bool] = [:]
    for tie in before {
      guard let a = oldPlaces[tie.first], let b = oldPlaces[tie.second] else { continue }
      known[Couple(number(a), number(b))] = false
    }
    var changes: [(key: [String], change: EditionChanges.TieChange)] = []
    for tie in after {
      guard let a = newPlaces[tie.first], let b = newPlaces[tie.second] else { continue }
      if known.updateValue(true, forKey: Couple(a, b)) == nil {
        changes.append(
          (
            [tie.first, tie.second],
            EditionChanges.TieChange(
              kind: .new, first: new[a].name, second: new[b].name, count: tie.count,
              firstURL: new[a].url, secondURL: new[b].url)
          ))
      }
    }
    for tie in before {
      guard let a = oldPlaces[tie.first], let b = oldPlaces[tie.second],
        known.updateValue(true, forKey: Couple(number(a), number(b))) == false
      else { continue }
      changes.append(
        (
          [tie.first, tie.second],
          EditionChanges.TieChange(
            kind: .gone, first: old[a].name, second: old[b].name, count: tie.count,
            firstURL: url(a), secondURL: url(b))
        ))
    }
    return changes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.change)
  }
}
