internal import DossierModel

/// Of more full names with the same surname and the same first letter none are compared: "J. Smith" says nothing there.
private let mostAlike = 200

extension BriefingNames {
  /// A place that shares its name is the one that other documents name, where they name one only.
  mutating func joinNamesakes() {
    for thing in things.indices {
      guard let places = things[thing].namesakes else { continue }
      let known = places.senses.compactMap { numbers["t=" + $0.name] }
      if known.count == 1, let only = known.first {
        join(thing, to: only, .onlyBearer(things[only].first))
      } else {
        things[thing].candidates = known
        things[thing].canonicalName = known.isEmpty ? places.senses[0].name : places.unclear
      }
    }
  }

  /// A name that a list knows in one place is the list's thing in another, where it was read as another kind.
  mutating func joinListed(_ documents: [DocumentNames]) {
    var listed: [String: Int] = [:]
    for thing in things.indices {
      if let name = things[thing].canonicalName {
        listed["t" + NameForm(name, keepsInitials: false).key] = thing
      }
    }
    for (index, document) in documents.enumerated() {
      for name in document.names.indices where document.names[name].canonicalName != nil {
        let thing = thingOfName[index][name]
        if things[thing].canonicalName != nil { listed[document.names[name].key] = thing }
      }
    }
    for thing in things.indices
    where !things[thing].isPerson && things[thing].canonicalName == nil && things[thing].namesakes == nil {
      if let other = listed["t" + table[things[thing].form].key] { join(thing, to: other, .list) }
    }
  }

  /// A name that is read as a person's here and as another thing's there is what it is more surely, unless both can be.
  mutating func joinKinds() {
    for thing in things.indices where things[thing].isPerson {
      let form = table[things[thing].form]
      for key in Set([form.name.key, form.name.soundKey ?? form.name.key]).sorted() {
        guard let other = numbers["t" + key] ?? soundNumbers["t" + key] else { continue }
        let (person, rest) = (things[thing].kinds.sum, things[root(of: other)].kinds.sum)
        let isPlain = (form.person?.names.count ?? 0) > 1
        // A surname before "regime" or "government" reads as the name of a body.
        let isSurname =
          !isPlain && things[root(of: other)].canonicalName == nil
          && !table[things[other].form].name.isAcronym
          && person * 4 >= rest
        guard isPlain || isSurname || min(person, rest) * 5 <= max(person, rest) else { continue }
        let isSpelled = form.name.key == table[things[other].form].name.key
        let reason = isSpelled ? JoinReason.spelling : .transliteration
        if person >= rest || isSurname {
          join(other, to: thing, reason)
        } else {
          join(thing, to: other, reason)
        }
      }
    }
  }

  /// Names of one thing in other words, and plurals of bodies.
  mutating func joinRewordings() {
    var keys: [String: Int] = [:]
    for thing in things.indices where !things[thing].isPerson && things[thing].canonicalName == nil {
      let form = table[things[thing].form].name
      if let key = OrganisationName.countryKey(of: form.words) {
        if let other = keys[key] { join(thing, to: other, .rewording) } else { keys[key] = thing }
      }
      // "Mamluk" and "Mamluks": no places, of which two may differ so.
      guard form.key.utf8.count > 5, form.key.hasSuffix("s"), !form.key.hasSuffix("ss"), !form.isAcronym,
        let other = numbers["t" + form.key.dropLast()], things[root(of: other)].kinds.thing != .place,
        things[root(of: thing)].kinds.thing != .place
      else { continue }
      join(thing, to: other, .rewording)
    }
  }

  mutating func joinSounds() {
    var sounds: [String: Int] = [:]
    for thing in things.indices where things[thing].head == thing {
      let form = table[things[thing].form]
      guard let sound = form.name.soundKey else { continue }
      let key = (things[thing].isPerson ? "p" : "t") + sound
      guard let other = sounds[key] else {
        sounds[key] = thing
        continue
      }
      if things[thing].canonicalName == nil {
        join(thing, to: other, .transliteration)
      } else if things[root(of: other)].canonicalName == nil {
        join(other, to: thing, .transliteration)
      }
    }
  }

  /// Full names that are the same but for a middle name: the shorter is the longer, where there is one only.
  mutating func joinPeople() {
    var blocks: [String: [Int]] = [:]
    for thing in things.indices where things[thing].isPerson && things[thing].head == thing {
      guard let names = table[things[thing].form].person?.names, names.count > 1,
        let first = names.first?.letters.first, let last = names.last
      else { continue }
      blocks[String(first) + last.sound, default: []].append(thing)
    }
    // In the order of the documents, so that nothing depends on how a table is laid out.
    for block in blocks.values.sorted(by: { $0[0] < $1[0] }) where (2...mostAlike).contains(block.count) {
      let longestFirst = block.sorted { (nameCount($1), $0) < (nameCount($0), $1) }
      for (place, thing) in longestFirst.enumerated() where things[thing].candidates.isEmpty {
        let fuller = Set(longestFirst[..<place].filter { fits(thing, $0) }.map { root(of: $0) })
        if fuller.count == 1, let other = fuller.first {
          join(thing, to: other, .part(.names, things[other].first))
        } else {
          things[thing].candidates = Array(fuller.sorted().prefix(BriefingNames.mostCandidates))
        }
      }
    }
  }

  private func nameCount(_ thing: Int) -> Int { table[things[thing].form].person?.names.count ?? 0 }

  /// Whether a full name may be short for another. Between documents a first letter alone says too little.
  private func fits(_ thing: Int, _ other: Int) -> Bool {
    guard let a = table[things[thing].form].person, let b = table[things[other].form].person,
      let first = a.names.first, let fullFirst = b.names.first, first.isInitial == fullFirst.isInitial
    else { return false }
    return a.match(b) == .names
  }

  /// Single names and acronyms that their own document does not explain.
  mutating func joinShortNames(_ documents: [DocumentNames]) {
    var bearers: [String: [Int]] = [:]
    for thing in things.indices where things[thing].isPerson {
      guard let person = table[things[thing].form].person, person.names.count > 1 else { continue }
      for surname in person.surnames { bearers[surname, default: []].append(thing) }
    }
    var meanings: [String: Set<Int>] = [:]
    for (index, document) in documents.enumerated() {
      for name in document.names.indices
      where document.names[name].head != name && !document.names[name].isPerson {
        let form = table[document.names[name].form].name
        if form.isAcronym { meanings[form.key, default: []].insert(thingOfName[index][name]) }
      }
    }
    for thing in things.indices
    where things[thing].head == thing && things[thing].canonicalName == nil && things[thing].authored == nil {
      let form = table[things[thing].form]
      var found: Set<Int> = []
      if let person = form.person, things[thing].isPerson {
        guard person.names.count == 1, let name = person.names.first else { continue }
        for bearer in bearers[name.sound] ?? [] {
          guard let full = table[things[bearer].form].person, person.match(full) != nil else { continue }
          found.insert(root(of: bearer))
        }
      } else if form.name.isAcronym {
        found = Set((meanings[form.name.key] ?? []).map { root(of: $0) })
      }
      found.formUnion(things[thing].candidates.map { root(of: $0) })
      found.remove(thing)
      found = found.filter { !rules.areApart(things[thing].apart, things[$0].apart) }
      if found.count == 1, let only = found.first {
        things[thing].candidates = []
        join(thing, to: only, .onlyBearer(things[only].first))
      } else {
        things[thing].candidates = Array(found.sorted().prefix(BriefingNames.mostCandidates))
      }
    }
  }
}
