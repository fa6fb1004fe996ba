internal import DossierModel

/// Gives each entity its address: the one that it had before, or a new one that nothing ever had.
///
/// An entity is known again by the name for which the address was given out: its own name first, then its aliases. Where
/// entities have become one, have another name by the author's word, or are of another kind, the addresses that they had
/// lead to the one that they have. An address whose entity is gone is kept for it.
struct PermanentAddresses {
  private(set) var redirects: [Redirect] = []
  private(set) var memory = AddressMemory()
  private var taken: Set<String> = []

  /// Sets the slugs of the entities.
  ///
  /// - Complexity: O(names + addresses).
  init(_ entities: inout [Entity], _ old: AddressMemory, _ decisions: AuthorDecisions) {
    var owners = PermanentAddresses.owners(of: old, among: entities, decisions)
    for entry in old.entries { taken.insert(entry.address) }
    var entryOfEntity = PermanentAddresses.kept(old, owners, entities)
    var kept = Set(entryOfEntity.values)
    // What had moved, and is named as it was, moves back.
    let numbers = Dictionary(
      old.entries.enumerated().map { ($0.element.address, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for index in entities.indices {
      let natural = entities[index].kind.folder + "/" + PermanentAddresses.base(entities[index].name)
      guard entryOfEntity[index] == nil || entities[index].isNamedByAuthor, let number = numbers[natural],
        !kept.contains(number), old.entries[number].name == entities[index].name,
        owners[number] ?? index == index
      else { continue }
      if let before = entryOfEntity[index] { kept.remove(before) }
      entryOfEntity[index] = number
      kept.insert(number)
      owners[number] = index
      // What it had moved to is its own too.
      if let moved = old.entries[number].movedTo.flatMap({ numbers[$0] }), owners[moved] == nil {
        owners[moved] = index
      }
    }
    var addresses: [String] = []
    for index in entities.indices {
      if let number = entryOfEntity[index] {
        addresses.append(old.entries[number].address)
      } else {
        addresses.append(freeAddress(for: entities[index]))
        memory.entries.append(AddressMemory.Entry(address: addresses[index], name: entities[index].name))
      }
      // By bytes: a mark that combines with the slash would make it another character.
      entities[index].slug = String(
        decoding: addresses[index].utf8.drop { $0 != 47 }.dropFirst(), as: UTF8.self)
    }
    let entityOfAddress = Dictionary(
      addresses.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for (number, entry) in old.entries.enumerated() {
      var entry = entry
      if kept.contains(number) {
        entry.movedTo = nil
      } else if let entity = owners[number] ?? target(of: entry, old, numbers, entityOfAddress, owners) {
        entry.movedTo = addresses[entity]
        redirects.append(Redirect(address: entry.address, entity: entity))
      }
      memory.entries.append(entry)
    }
    memory.entries.sort { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
  }

  /// Returns the entity of each address, as far as there is one.
  private static func owners(
    of old: AddressMemory, among entities: [Entity], _ decisions: AuthorDecisions
  ) -> [Int: Int] {
    guard !old.entries.isEmpty else { return [:] }
    var byName: [String: [Int]] = [:]
    var byAlias: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() {
      byName[Slug.make(entity.name, limit: .max), default: []].append(index)
      for alias in entity.aliases { byAlias[Slug.make(alias.name, limit: .max), default: []].append(index) }
    }
    // The author's names count, whether a document has them or not.
    let groups = decisions.entities.map { [$0.name] + $0.aliases } + decisions.same.map(\.names)
    for names in groups {
      for index in byName[Slug.make(names[0].text, limit: .max)] ?? [] {
        for name in names.dropFirst() {
          byAlias[Slug.make(name.text, limit: .max), default: []].append(index)
        }
      }
    }
    var owners: [Int: Int] = [:]
    var taken: Set<Int> = []
    // Of several entities of one name the first has the first address, and so on; addresses in use come first.
    let order = old.entries.indices.sorted { a, b in
      let (first, second) = (old.entries[a], old.entries[b])
      return (first.movedTo == nil ? 0 : 1, first.address.utf8.count, a)
        < (second.movedTo == nil ? 0 : 1, second.address.utf8.count, b)
    }
    for number in order {
      let entry = old.entries[number]
      let name = Slug.make(entry.name, limit: .max)
      let folder = String(decoding: entry.address.utf8.prefix { $0 != 47 }, as: UTF8.self)
      for found in [byName[name] ?? [], byAlias[name] ?? []] where owners[number] == nil {
        let exact = found.filter { entities[$0].name == entry.name }
        let own = exact.filter { entities[$0].kind.folder == folder }
        let sameKind = found.filter { entities[$0].kind.folder == folder }
        owners[number] =
          own.first { !taken.contains($0) } ?? own.first ?? sameKind.first
          ?? (found.count == 1 ? found[0] : nil)
      }
      if entry.movedTo == nil, let owner = owners[number] { taken.insert(owner) }
    }
    return owners
  }

  /// Returns which of its addresses each entity keeps: the one that was given out for its name, else the first.
  private static func kept(_ old: AddressMemory, _ owners: [Int: Int], _ entities: [Entity]) -> [Int: Int] {
    var kept: [Int: Int] = [:]
    for (number, entry) in old.entries.enumerated() where entry.movedTo == nil {
      guard let entity = owners[number], entry.address.hasPrefix(entities[entity].kind.folder + "/") else {
        continue
      }
      let isOwn = entry.name == entities[entity].name
      // A name by the author's word has an address of its own.
      guard isOwn || !entities[entity].isNamedByAuthor else { continue }
      if kept[entity] == nil || isOwn { kept[entity] = number }
    }
    return kept
  }

  /// Follows an address that had moved before.
  private func target(
    of entry: AddressMemory.Entry, _ old: AddressMemory, _ numbers: [String: Int], _ entities: [String: Int],
    _ owners: [Int: Int]
  ) -> Int? {
    var next = entry.movedTo
    for _ in 0..<64 {
      guard let address = next else { return nil }
      if let entity = entities[address] { return entity }
      if let owner = numbers[address].flatMap({ owners[$0] }) { return owner }
      next = numbers[address].flatMap { old.entries[$0].movedTo }
    }
    return nil
  }

  private static func base(_ name: String) -> String {
    let base = Slug.make(name)
    return base == "index" ? "index-name" : base
  }

  /// Returns the first of "name", "name-2", "name-3" … that no entity of the kind has or had. "index" is the list's.
  private mutating func freeAddress(for entity: Entity) -> String {
    let base = entity.kind.folder + "/" + PermanentAddresses.base(entity.name)
    var address = base
    var next = 2
    while !taken.insert(address).inserted {
      address = "\(base)-\(next)"
      next += 1
    }
    return address
  }
}
