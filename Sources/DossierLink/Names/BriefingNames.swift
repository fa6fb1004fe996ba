internal import DossierModel

/// The names of all documents, joined into things.
struct BriefingNames {
  /// What a name of a document stands for, seen from outside the document.
  struct Thing {
    /// The form that it is known by.
    var form: Int
    var isPerson: Bool
    var canonicalName: String?
    /// Where it is first named so.
    var first: Evidence
    /// How sure the kinds are, summed over the mentions.
    var kinds = KindWeights()
    /// The thing that it is joined to; itself where it stands for itself.
    var head: Int
    /// Why it is joined to the head.
    var reason: JoinReason?
    /// The things that it may be, where that is not sure.
    var candidates: [Int] = []
    /// The author's thing that it is.
    var authored: Int?
    /// The names in it that the author keeps apart from others.
    var apart: Set<String> = []
    /// The places that share the name, where the documents do not tell which is meant.
    var namesakes: NamesakePlaces?
  }

  var things: [Thing] = []
  /// Of more things that a name may stand for the rest is left out.
  static let mostCandidates = 200

  /// The thing of each name of each document.
  private(set) var thingOfName: [[Int]] = []
  /// Why each name of each document is its thing, where that is not why it was joined within the document.
  private(set) var reasonOfName: [[JoinReason?]] = []
  var numbers: [String: Int] = [:]
  /// The things by what they sound like, of those whose spelling shows another script.
  private(set) var soundNumbers: [String: Int] = [:]
  private var authored: [Int: Int] = [:]
  private(set) var table: FormTable
  let rules: NameRules

  /// Joins the names.
  ///
  /// - Complexity: O(names) look-ups; full names are compared where surname and first letter are the same.
  init(_ documents: [DocumentNames], _ table: FormTable, _ rules: NameRules) {
    self.table = table
    self.rules = rules
    for (index, document) in documents.enumerated() { add(document, at: index) }
    obeyDecisions(documents)
    joinNamesakes()
    joinListed(documents)
    joinRewordings()
    joinSounds()
    joinKinds()
    joinPeople()
    joinShortNames(documents)
  }

  /// Returns the thing that a thing is in the end.
  func root(of thing: Int) -> Int {
    var thing = thing
    while things[thing].head != thing { thing = things[thing].head }
    return thing
  }

  mutating func join(_ thing: Int, to other: Int, _ reason: JoinReason) {
    var (a, b) = (root(of: thing), root(of: other))
    // What the author has named is the head; two such things are two.
    if things[a].authored != nil { (a, b) = (b, a) }
    guard a != b, things[a].authored == nil, !rules.areApart(things[a].apart, things[b].apart) else { return }
    things[a].head = b
    things[a].reason = reason
    things[b].kinds.add(things[a].kinds)
    things[b].apart.formUnion(things[a].apart)
  }

  // MARK: - One thing for each name

  private mutating func add(_ document: DocumentNames, at index: Int) {
    let names = document.names
    var thingOfRoot = [Int](repeating: -1, count: names.count)
    // A list's name, wherever it stands in a cluster, is what other documents know the thing by.
    var listed = [Int: Int]()
    for name in names.indices where names[name].canonicalName != nil {
      let root = document.root(of: name)
      if listed[root] == nil || name == root { listed[root] = name }
    }
    var own = [Int](repeating: -1, count: names.count)
    var reasons = [JoinReason?](repeating: nil, count: names.count)
    for name in names.indices where names[name].decision == nil && !rules.things.isEmpty {
      if let (thing, reason) = authoredThing(of: name, document) {
        own[name] = thing
        reasons[name] = reason
        if document.root(of: name) == name { thingOfRoot[name] = thing }
      }
    }
    for name in names.indices where names[name].decision == nil && own[name] < 0 {
      let root = document.root(of: name)
      if thingOfRoot[root] < 0 {
        let known = listed[root] ?? root
        thingOfRoot[root] = thing(of: names[known], at: document.evidence(of: known))
        things[thingOfRoot[root]].namesakes = names[known].namesakes
      }
      own[name] = thingOfRoot[root]
    }
    for name in names.indices where own[name] >= 0 {
      things[own[name]].kinds.add(names[name].kinds)
      things[own[name]].apart.formUnion(names[name].apart)
      for candidate in names[name].candidates where own[candidate] >= 0 && document.root(of: name) == name {
        let thing = own[name]
        if own[candidate] != thing, things[thing].authored == nil,
          things[thing].candidates.count < BriefingNames.mostCandidates,
          !things[thing].candidates.contains(own[candidate])
        {
          things[thing].candidates.append(own[candidate])
        }
      }
    }
    thingOfName.append(own)
    reasonOfName.append(reasons)
  }

  private mutating func thing(of name: DocumentNames.Name, at evidence: Evidence) -> Int {
    thing(
      key: name.canonicalName.map { "t=" + $0 } ?? name.key, form: name.form, isPerson: name.isPerson,
      canonicalName: name.canonicalName, at: evidence)
  }

  private mutating func thing(
    key: String, form: Int, isPerson: Bool, canonicalName: String? = nil, at evidence: Evidence
  ) -> Int {
    if let known = numbers[key] { return known }
    let number = things.count
    numbers[key] = number
    things.append(
      Thing(form: form, isPerson: isPerson, canonicalName: canonicalName, first: evidence, head: number))
    if let sound = table[form].name.soundKey, soundNumbers[key.prefix(1) + sound] == nil {
      soundNumbers[key.prefix(1) + sound] = number
    }
    return number
  }

  // MARK: - The author

  /// Returns the author's thing that a name, or a fuller one that it is joined to, stands for.
  private mutating func authoredThing(of name: Int, _ document: DocumentNames) -> (Int, JoinReason?)? {
    var place = name
    while true {
      let names = document.names
      let keys =
        [names[place].key]
        + (names[place].canonicalName.map { ["t" + NameForm($0, keepsInitials: false).key] } ?? [])
      for key in keys {
        guard let number = rules.thing(of: key) else { continue }
        let thing = authored(number, names[place].isPerson, at: document.evidence(of: place))
        return (
          thing, place == name ? .author(line: rules.things[number].name.location.line) : names[name].reason
        )
      }
      if names[place].head == place { return nil }
      place = names[place].head
    }
  }

  private mutating func authored(_ number: Int, _ isPerson: Bool, at evidence: Evidence) -> Int {
    if let known = authored[number] { return known }
    let rule = rules.things[number]
    let isPerson = rule.kind.map { $0 == .person } ?? isPerson
    let form = table.number(of: rule.name.text[...], isPerson: isPerson)
    let thing = things.count
    things.append(Thing(form: form, isPerson: isPerson, first: evidence, head: thing))
    things[thing].authored = number
    authored[number] = thing
    return thing
  }

  /// Finds the things that pins and links by hand name, by any name that the documents or the author have for them.
  private mutating func obeyDecisions(_ documents: [DocumentNames]) {
    for (index, document) in documents.enumerated() {
      for name in document.names.indices {
        guard let decision = document.names[name].decision else { continue }
        let evidence = document.evidence(of: name)
        let keys = rules.keys(of: decision.entity)
        var thing = keys.compactMap { rules.thing(of: $0) }.first.map {
          authored($0, document.names[name].isPerson, at: evidence)
        }
        thing = thing ?? numbers["t=" + decision.entity] ?? keys.compactMap { numbers[$0] }.first
        if thing == nil {
          let own = document.names.firstIndex { $0.decision == nil && keys.contains($0.key) }
          thing = own.map { thingOfName[index][$0] }
        }
        if thing == nil {
          let isPerson = document.names[name].isPerson
          let form = table.number(of: decision.entity[...], isPerson: isPerson)
          thing = self.thing(key: keys[isPerson ? 0 : 1], form: form, isPerson: isPerson, at: evidence)
          things[thing ?? 0].kinds.add(document.names[name].kinds)
        }
        thingOfName[index][name] = thing ?? 0
        reasonOfName[index][name] = decision.line.map { .author(line: $0) } ?? .hand
      }
    }
  }
}
