internal import DossierModel

/// The names of one document, joined where the document itself shows that they are one.
struct DocumentNames {
  /// A name in the document: all mentions with the same letters.
  struct Name {
    /// Its first form in the table.
    var form: Int
    var isPerson: Bool
    /// What equal names have in common.
    var key: String
    /// The usual name that a list gives.
    var canonicalName: String?
    /// What the author has said of just these mentions.
    var decision: Mention.Decision?
    /// The first mention.
    var firstMention: Int
    var count = 0
    /// The name that it is joined to; itself where it stands for itself.
    var head: Int
    /// Why it is joined to the head.
    var reason: JoinReason?
    /// Names that it may be a part of, where there are several.
    var candidates: [Int] = []
    /// How sure the kinds are, summed over the mentions.
    var kinds = KindWeights()
    /// The names in the cluster, if it is the head, that the author keeps apart from others.
    var apart: [String] = []
    /// The places that share the name, where the document does not tell which is meant.
    var namesakes: NamesakePlaces?
  }

  var names: [Name] = []
  /// The name of each mention.
  private(set) var nameOfMention: [Int] = []
  /// The form of each mention in the table.
  private(set) var formOfMention: [Int] = []
  private let document: Int
  private let sentences: [Int]
  let rules: NameRules

  init(
    _ document: Document, _ mentions: [Mention], sentences: [Int], number: Int, rules: NameRules,
    _ table: inout FormTable
  ) {
    self.document = number
    self.sentences = sentences
    self.rules = rules
    var numbers: [String: Int] = [:]
    let definitions = Definition.all(in: document, mentions)
    let redefined = DocumentNames.redefined(definitions, document, mentions, &table)
    for (index, mention) in mentions.enumerated() {
      let isPerson = mention.kind == .person
      let words = document.text.slice(mention.range)
      let form = table.number(of: words, isPerson: isPerson)
      let plain = rules.key(of: (isPerson ? "p" : "t") + table[form].key, spelled: String(words))
      // The text's own word for an acronym, and the author's for any name, is worth more than a list's.
      let isListed = !isPerson && !rules.isKeptApart(plain) && !redefined.contains(form)
      let canonical = isListed ? mention.canonicalName : nil
      // A body that is called like its place is a name of its own at first: "Villanova", for its school.
      let side = !isPerson && canonical == nil && mention.kind == .place ? "l" : ""
      let key =
        mention.decision.map { "d" + $0.entity } ?? canonical.map { "t=" + $0 } ?? plain + side
      let name = numbers[key] ?? names.count
      if name == names.count {
        numbers[key] = name
        names.append(
          Name(
            form: form, isPerson: isPerson, key: plain, canonicalName: canonical, decision: mention.decision,
            firstMention: index, head: name))
        if rules.isKeptApart(plain) { names[name].apart = [plain] }
      }
      names[name].count += 1
      names[name].kinds.add(mention.kind, mention.score)
      nameOfMention.append(name)
      formOfMention.append(form)
    }
    tellNamesakesApart(table)
    joinDefined(definitions, table)
    joinSpellings(table)
    joinThings(table)
    joinPlaces(with: numbers)
    joinPeople(table)
  }

  /// A place and a body of one name are one, unless the body has a longer name of its own: a country acts, and where a
  /// thing is both, the kinds that it was read as say little.
  private mutating func joinPlaces(with numbers: [String: Int]) {
    for name in names.indices where names[name].kinds[.place] > 0 {
      guard let other = numbers[names[name].key], other != name, !names[other].isPerson,
        names[other].head == other
      else { continue }
      join(other, to: name, .spelling)
    }
  }

  /// Returns the acronyms to which the document gives another meaning than a list: "Islamic Mujahideen Front (IMF)".
  private static func redefined(
    _ definitions: [Definition], _ document: Document, _ mentions: [Mention], _ table: inout FormTable
  ) -> Set<Int> {
    var redefined: Set<Int> = []
    for definition in definitions where definition.isParenthesis {
      for (short, long) in [(definition.second, definition.first), (definition.first, definition.second)] {
        guard let listed = mentions[short].canonicalName, mentions[long].canonicalName == nil else {
          continue
        }
        let form = table.number(of: document.text.slice(mentions[short].range), isPerson: false)
        let full = NameForm(document.text.slice(mentions[long].range), keepsInitials: false)
        let known = NameForm(listed, keepsInitials: false).words
        let shared = known.count { word in full.words.contains { $0.letters == word.letters } }
        guard table[form].name.isAcronym, known.count > 1, shared * 2 <= known.count,
          OrganisationName.acronym(table[form].name.words[0].letters, fits: full.words)
        else { continue }
        redefined.insert(form)
      }
    }
    return redefined
  }

  /// Returns the name that a name stands for in the end.
  func root(of name: Int) -> Int {
    var name = name
    while names[name].head != name { name = names[name].head }
    return name
  }

  /// Returns the sentence that first has a name.
  func evidence(of name: Int) -> Evidence {
    Evidence(document: document, sentence: sentences[names[name].firstMention])
  }

  mutating func join(_ name: Int, to other: Int, _ reason: JoinReason) {
    let (a, b) = (root(of: name), root(of: other))
    guard a != b, names[a].decision == nil, names[b].decision == nil else { return }
    guard !rules.areApart(names[a].apart, names[b].apart) else { return }
    names[a].head = b
    names[a].reason = reason
    names[b].apart += names[a].apart
  }

  /// Gives places that share their name the name of the one that the document means.
  private mutating func tellNamesakesApart(_ table: FormTable) {
    for name in names.indices {
      guard let canonical = names[name].canonicalName, let places = NamesakePlaces.all[canonical] else {
        continue
      }
      let company = Set(
        names.flatMap { other in
          [table[other.form].name.key]
            + (other.canonicalName.map { [NameForm($0, keepsInitials: false).key] } ?? [])
        })
      names[name].canonicalName = places.sense(among: company)?.name
      if names[name].canonicalName == nil {
        names[name].namesakes = places
        names[name].key = "t?" + canonical
      }
    }
  }

  private mutating func joinDefined(_ definitions: [Definition], _ table: FormTable) {
    for definition in definitions {
      let (a, b) = (nameOfMention[definition.first], nameOfMention[definition.second])
      guard a != b, names[a].isPerson == names[b].isPerson else { continue }
      let (first, second) = (table[names[a].form].name, table[names[b].form].name)
      let reason = JoinReason.definition(
        Evidence(document: document, sentence: sentences[definition.first]))
      if !definition.isParenthesis {
        join(b, to: a, reason)
      } else if second.isAcronym, OrganisationName.acronym(second.words[0].letters, fits: first.words) {
        join(b, to: a, reason)
      } else if first.isAcronym, OrganisationName.acronym(first.words[0].letters, fits: second.words) {
        join(a, to: b, reason)
      }
    }
  }

  private mutating func joinSpellings(_ table: FormTable) {
    var sounds: [String: Int] = [:]
    for name in names.indices {
      guard let sound = table[names[name].form].name.soundKey else { continue }
      let key = (names[name].isPerson ? "p" : "t") + sound
      if let other = sounds[key] {
        if names[name].canonicalName == nil || names[other].canonicalName == nil {
          join(name, to: other, .transliteration)
        }
      } else {
        sounds[key] = name
      }
    }
  }
}
