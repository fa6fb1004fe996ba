internal import DossierModel

/// The entities that the names of all documents stand for.
struct Entities {
  /// The entities in the order of their names.
  private(set) var entities: [Entity] = []
  /// For each document the entity of each mention.
  private(set) var ofMention: [[Int]] = []
  /// For each document why each mention is its entity; nothing where it has the entity's own name.
  private(set) var reasons: [[JoinReason?]] = []

  init(
    _ names: BriefingNames, _ documents: [DocumentNames], author: AuthorDecisions
  ) {
    var drafts: [Draft] = []
    var draftOfThing = [Int](repeating: -1, count: names.things.count)
    for thing in names.things.indices where names.things[thing].head == thing {
      draftOfThing[thing] = drafts.count
      drafts.append(Draft(thing: thing))
    }
    // Every form with its reason, in the order of the briefing.
    for (index, document) in documents.enumerated() {
      for (mention, name) in document.nameOfMention.enumerated() {
        let thing = names.thingOfName[index][name]
        let draft = draftOfThing[names.root(of: thing)]
        let own = document.names[name]
        var reason = names.reasonOfName[index][name] ?? own.reason ?? names.things[thing].reason
        let form = document.formOfMention[mention]
        if reason == nil, own.canonicalName != nil { reason = .list }
        drafts[draft].add(form, reason, names.table)
      }
    }
    let finished = drafts.map { $0.entity(names, author) }
    let keys = finished.map { (Slug.make($0.name, limit: .max), $0.name, $0.kind.rawValue) }
    let order = finished.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    var newNumber = [Int](repeating: 0, count: order.count)
    for draft in order {
      newNumber[draft] = entities.count
      entities.append(finished[draft])
    }
    for (draft, number) in newNumber.enumerated() {
      let candidates = Set(
        names.things[drafts[draft].thing].candidates.map { newNumber[draftOfThing[names.root(of: $0)]] })
      entities[number].candidates = candidates.subtracting([number]).sorted()
    }
    for (index, document) in documents.enumerated() {
      ofMention.append(
        document.nameOfMention.map { newNumber[draftOfThing[names.root(of: names.thingOfName[index][$0])]] })
      reasons.append(
        document.formOfMention.indices.map { mention in
          let entity = entities[ofMention[index][mention]]
          let form = names.table[document.formOfMention[mention]]
          if form.name.text == entity.name { return nil }
          // What its own document shows counts before what another does for the same words.
          let name = document.nameOfMention[mention]
          let own = names.reasonOfName[index][name] ?? document.names[name].reason
          let alias = entity.aliases.first { $0.name == form.name.text }?.reason
          return alias == .title ? alias : own ?? alias
        })
    }
  }

  /// All names and aliases.
  var names: [String] { entities.flatMap { [$0.name] + $0.aliases.map(\.name) } }

  /// An entity while it is being gathered.
  private struct Draft {
    var thing: Int
    /// The forms as written, in order of appearance, with how often they stand.
    var forms: [(form: Int, reason: JoinReason?, count: Int)] = []

    init(thing: Int) { self.thing = thing }

    mutating func add(_ form: Int, _ reason: JoinReason?, _ table: FormTable) {
      // A thing has a handful of forms, so a walk is quicker than a set.
      if let known = forms.firstIndex(where: { $0.form == form }) {
        forms[known].count += 1
        if forms[known].reason == nil { forms[known].reason = reason }
      } else {
        forms.append((form, reason, 1))
      }
    }

    func entity(_ names: BriefingNames, _ author: AuthorDecisions) -> Entity {
      let thing = names.things[thing]
      let rule = thing.authored.map { names.rules.things[$0] }
      let name = rule?.name.text ?? thing.canonicalName ?? names.table[bestForm(names)].text
      let kind =
        rule?.kind ?? (thing.authored != nil ? thing.kinds.any : thing.isPerson ? .person : thing.kinds.thing)
      var aliases: [Alias] = []
      let fallback = forms.first { names.table[$0.form].name.text == name }?.reason
      for form in forms {
        let text = names.table[form.form].name.text
        if text != name, !aliases.contains(where: { $0.name == text }) {
          let isTitled = names.table[form.form].text == name
          aliases.append(Alias(name: text, reason: isTitled ? .title : form.reason ?? fallback ?? .spelling))
        }
      }
      var entity = Entity(kind: kind, name: name, slug: "", aliases: aliases)
      entity.isNamedByAuthor = rule != nil
      if let number = rule?.entity {
        entity.description = author.entities[number].description.map { Description(text: $0) }
        entity.url = author.entities[number].url
        entity.note = author.entities[number].note
      }
      return entity
    }

    /// The form that pages show: of a person's the most used full one, else the most used of the thing's own spellings.
    private func bestForm(_ names: BriefingNames) -> Int {
      let head = names.things[thing]
      let key = names.table[head.form].key
      func isOwn(_ form: Int) -> Bool {
        guard head.isPerson, let person = names.table[form].person else {
          return names.table[form].key == key
        }
        return person.names.count > 1 && !person.names.contains(where: \.isInitial)
      }
      let own = forms.filter { isOwn($0.form) && !($0.reason?.isByAuthor ?? false) }
      guard var best = own.first ?? forms.first(where: { names.table[$0.form].key == key }) else {
        return head.form
      }
      for form in own where form.count > best.count { best = form }
      return best.form
    }
  }
}
