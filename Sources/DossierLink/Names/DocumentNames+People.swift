internal import DossierModel

/// Of more names of one document that share a word none are compared, so that a roll of a family costs no square.
private let mostAlike = 200

extension DocumentNames {
  /// Joins parts of people's names to the fuller ones, where one bearer fits.
  mutating func joinPeople(_ table: FormTable) {
    let people = names.indices.filter { names[$0].isPerson && names[$0].decision == nil }
      .sorted { rank($0, table) < rank($1, table) }
    guard people.count > 1 else { return }
    var bearers: [String: [Int]] = [:]
    for name in people {
      guard let person = table[names[name].form].person else { continue }
      if names[name].head == name { joinPerson(name, person, among: bearers, table) }
      guard person.names.count > 1 else { continue }
      for part in person.names where !part.isInitial {
        if bearers[part.sound]?.last != name { bearers[part.sound, default: []].append(name) }
      }
      for nickname in person.nicknames {
        bearers[Transliteration.sound(of: nickname).sound, default: []].append(name)
      }
    }
  }

  /// Most names first, and of as many those that are written out: "Robert Smith" before "R. Smith".
  private func rank(_ name: Int, _ table: FormTable) -> (Int, Int, Int) {
    let parts = table[names[name].form].person?.names ?? []
    return (-parts.count, parts.count(where: \.isInitial), name)
  }

  private mutating func joinPerson(
    _ name: Int, _ person: PersonName, among bearers: [String: [Int]], _ table: FormTable
  ) {
    guard let last = person.names.last, (bearers[last.sound]?.count ?? 0) <= mostAlike else { return }
    var found: [(root: Int, name: Int, match: PersonName.Match)] = []
    for full in bearers[last.sound] ?? [] where full != name {
      guard let other = table[names[full].form].person, let match = person.match(other) else { continue }
      let root = root(of: full)
      guard !rules.areApart(names[name].apart, names[root].apart) else { continue }
      if !found.contains(where: { $0.root == root && $0.match <= match }) {
        found.append((root, full, match))
      }
    }
    // In a family a given name alone says too little.
    found.removeAll { candidate in
      guard candidate.match == .givenName, let surname = table[names[candidate.name].form].person?.names.last
      else {
        return false
      }
      return Set((bearers[surname.sound] ?? []).map { root(of: $0) }).count > 1
    }
    let roots = Set(found.map(\.root))
    if roots.count == 1, let best = found.min(by: { $0.match < $1.match }) {
      join(name, to: best.root, .part(best.match.part, evidence(of: best.name)))
    } else {
      names[name].candidates = roots.sorted()
    }
  }
}

extension PersonName.Match {
  fileprivate var part: JoinReason.Part {
    switch self {
    case .names: .names
    case .surname: .surname
    case .givenName: .givenName
    case .otherName: .otherName
    }
  }
}
