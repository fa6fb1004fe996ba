internal import DossierModel

/// What of the author's decisions was of use, for the messages about what was not.
struct DecisionUsage {
  var never: [Bool]
  var always: [Bool]
  /// Found on the way.
  var problems: [Diagnostic] = []

  init(_ decisions: AuthorDecisions) {
    never = [Bool](repeating: false, count: decisions.never.count)
    always = [Bool](repeating: false, count: decisions.always.count)
  }

  /// Returns the messages: what was found on the way, and every line that nothing in the documents answers to.
  ///
  /// - Parameters:
  ///   - names: All names and aliases of the briefing's entities.
  ///   - paths: The paths of all documents.
  func diagnostics(_ decisions: AuthorDecisions, names: [String], paths: [String]) -> [Diagnostic] {
    var diagnostics = problems
    let documents = Set(paths)
    var isAbsent: Set<AuthorDecisions.Name> = []
    for word in decisions.never + decisions.always where word.quote == nil {
      guard let path = word.document, !documents.contains(path.text) else { continue }
      isAbsent.insert(word.name)
      // "seeds/budget.txt" is "budget.txt" within the folder.
      let nearest = paths.first { path.text.hasSuffix("/" + $0) } ?? nearMiss(to: path.text, among: paths)
      diagnostics.append(.unknownDocument(path, nearest: nearest))
    }
    let known = Set(names.flatMap { NameRules.keys(of: $0) })
    func isNamed(_ name: AuthorDecisions.Name) -> Bool {
      NameRules.keys(of: name.text).contains { known.contains($0) }
    }
    for (word, isUsed) in zip(decisions.never, never)
    where !isUsed && word.quote == nil && !isAbsent.contains(word.name) {
      diagnostics.append(
        .unusedNever(
          word.name, nearest: diagnostics.count < 20 ? nearMiss(to: word.name.text, among: names) : nil))
    }
    var unused: [AuthorDecisions.Name] = []
    for (word, isUsed) in zip(decisions.always, always)
    where !isUsed && word.quote == nil && !isAbsent.contains(word.name) {
      unused.append(word.name)
    }
    for entity in decisions.entities {
      let names = [entity.name] + entity.aliases
      if !names.contains(where: isNamed) { unused.append(entity.name) }
    }
    for group in decisions.same + decisions.different { unused += group.names.filter { !isNamed($0) } }
    // A near name takes a look at all of them, so only the first are offered one.
    for (index, name) in unused.enumerated() {
      let nearest = index < 20 ? nearMiss(to: name.text, among: names) : nil
      diagnostics.append(.unusedName(name, nearest: nearest))
    }
    return diagnostics
  }

  /// Returns the contradictions between decisions.
  ///
  /// - Complexity: O(names), and for each `different` the square of its names.
  static func contradictions(_ decisions: AuthorDecisions, _ rules: NameRules) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var groups: [String: [(group: Int, name: AuthorDecisions.Name)]] = [:]
    let joined =
      decisions.entities.map { [$0.name] + $0.aliases } + decisions.same.map(\.names)
    // Groups that share a name are one.
    var heads = Array(joined.indices)
    func head(_ group: Int) -> Int {
      var group = group
      while heads[group] != group { group = heads[group] }
      return group
    }
    for (number, names) in joined.enumerated() {
      for name in names {
        if number >= decisions.entities.count, let known = groups[name.text]?.first {
          heads[head(number)] = head(known.group)
        }
        groups[name.text, default: []].append((number, name))
      }
    }
    for different in decisions.different {
      for (index, first) in different.names.enumerated() {
        for second in different.names[(index + 1)...] {
          if first.text == second.text {
            diagnostics.append(.differentFromItself(second))
            continue
          }
          for entry in (groups[first.text] ?? []).prefix(1) {
            guard let other = groups[second.text]?.first(where: { head($0.group) == head(entry.group) })
            else { continue }
            diagnostics.append(.sameAndDifferent(first.text, second, joined: other.name.location))
          }
        }
      }
    }
    var kinds: [String: AuthorDecisions.Name] = [:]
    for entity in decisions.entities {
      if let earlier = kinds[entity.name.text] {
        diagnostics.append(.entityTwice(entity.name, first: earlier.location))
      }
      kinds[entity.name.text] = entity.name
    }
    for alias in decisions.entities.flatMap(\.aliases) where rules.things(named: alias.text).count > 1 {
      diagnostics.append(.nameOfTwo(alias))
    }
    let always = Dictionary(
      (decisions.always.filter { $0.document == nil && $0.quote == nil }.map(\.name)
        + decisions.entities.flatMap { [$0.name] + $0.aliases }).map { ($0.text, $0.location) },
      uniquingKeysWith: { first, _ in first })
    for word in decisions.never where word.document == nil && word.quote == nil {
      if let location = always[word.name.text] {
        diagnostics.append(.neverAndAlways(word.name, always: location))
      }
    }
    return diagnostics
  }
}
