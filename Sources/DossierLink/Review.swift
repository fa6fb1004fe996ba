public import DossierModel

/// The decisions about names that are worth a person's minute.
public enum Review {
  /// How many sentences go with a question.
  private static let mostEvidence = 3

  /// How many things are offered for a name; where it may be more, these are as good as any.
  private static let mostCandidates = 12

  /// Returns the questions, the one whose answer changes most links first; of equal ones in the order of names.
  ///
  /// - Complexity: O(mentions) look-ups; names are compared where a word of theirs sounds alike.
  public static func questions(_ briefing: Briefing, decisions: AuthorDecisions) -> [ReviewQuestion] {
    let rules = NameRules(decisions)
    let questions =
      unclear(briefing) + joined(briefing, rules) + apart(briefing, rules)
      + suggested(briefing, decisions)
    // Two entities of one name bring the same question twice.
    var seen: Set<[String]> = []
    let distinct = questions.filter { seen.insert([$0.kind.rawValue] + $0.names).inserted }
    return distinct.sorted { a, b in
      a.links != b.links
        ? a.links > b.links
        : (a.kind.rank, a.names[0], a.names.joined(separator: "\n")) < (
          b.kind.rank, b.names[0], b.names.joined(separator: "\n")
        )
    }
  }

  // MARK: - Names that may be several things

  private static func unclear(_ briefing: Briefing) -> [ReviewQuestion] {
    briefing.entities.filter { !$0.candidates.isEmpty }.map { entity in
      let candidates = entity.candidates.prefix(mostCandidates).map { briefing.entities[$0].name }
      return ReviewQuestion(
        .unclear, names: [entity.name] + candidates, links: entity.mentionCount,
        evidence: Array(entity.evidence.prefix(mostEvidence)),
        answers: candidates.map { .same([$0, entity.name]) } + [.different([entity.name] + candidates)])
    }
  }

  // MARK: - Names that were joined

  private static func joined(_ briefing: Briefing, _ rules: NameRules) -> [ReviewQuestion] {
    struct Join: Hashable {
      var entity: Int
      var name: String
    }
    var found: [Join: (count: Int, evidence: [Evidence], reason: JoinReason)] = [:]
    for (index, document) in briefing.documents.enumerated() {
      for (mention, reason) in document.mentionReasons.enumerated() {
        guard let reason, reason.isWeak else { continue }
        let words = NameForm.tidied(document.document.text.slice(document.annotation.mentions[mention].range))
        let join = Join(entity: document.mentionEntities[mention], name: words)
        var entry = found[join] ?? (0, [], reason)
        entry.count += 1
        let evidence = Evidence(document: index, sentence: document.mentionSentences[mention])
        if entry.evidence.count < mostEvidence, entry.evidence.last != evidence {
          entry.evidence.append(evidence)
        }
        found[join] = entry
      }
    }
    return found.compactMap { join, entry in
      let entity = briefing.entities[join.entity]
      let names = [entity.name, join.name]
      guard !rules.haveSameThing(names[0], names[1]) else { return nil }
      let isSure: Bool
      switch entry.reason {
      // One bearer in many documents, initials and spellings are right nearly always.
      case .onlyBearer: isSure = entity.documentCount > 2 && entity.mentionCount >= 3 * entry.count
      case .initials, .transliteration: isSure = true
      default: isSure = false
      }
      return ReviewQuestion(
        .joined, names: names, links: entry.count, evidence: entry.evidence,
        answers: [.same(names), .different(names)], isConfident: isSure,
        reason: entry.reason.words(for: entity.name))
    }
  }

  // MARK: - Names that look alike

  private static func apart(_ briefing: Briefing, _ rules: NameRules) -> [ReviewQuestion] {
    let entities = briefing.entities
    var blocks: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() where entity.candidates.isEmpty {
      for key in likenessKeys(of: entity) { blocks[key, default: []].append(index) }
    }
    var pairs: Set<[Int]> = []
    for block in blocks.values where (2...mostAlike).contains(block.count) {
      for (place, first) in block.enumerated() {
        for second in block[(place + 1)...] { pairs.insert([min(first, second), max(first, second)]) }
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { pair in
      let (a, b) = (entities[pair[0]], entities[pair[1]])
      let (more, less) = a.mentionCount >= b.mentionCount ? (a, b) : (b, a)
      let names = [more.name, less.name]
      guard names[0] != names[1], !isAnswered(names, rules), !isListed(a, b) else { return nil }
      return ReviewQuestion(
        .apart, names: names, links: less.mentionCount,
        evidence: Array(less.evidence.prefix(mostEvidence - 1)) + Array(more.evidence.prefix(1)),
        answers: [.same(names), .different(names)])
    }
  }

  /// Of more names that are alike in one way none are asked about.
  private static let mostAlike = 6

  private static func isAnswered(_ names: [String], _ rules: NameRules) -> Bool {
    rules.areApart(rules.keys(of: names[0]), rules.keys(of: names[1]))
      || rules.isAuthored(names[0]) && rules.isAuthored(names[1])
  }

  /// Whether both are countries: those with near names are many, and known.
  private static func isListed(_ a: Entity, _ b: Entity) -> Bool {
    countries.contains(a.name) && countries.contains(b.name)
  }

  private static let countries = Set(Country.all.map(\.name))

  /// What entities that may be one have in common.
  private static func likenessKeys(of entity: Entity) -> [String] {
    let form = NameForm(entity.name, keepsInitials: entity.kind == .person)
    let isPerson = entity.kind == .person
    guard !form.words.isEmpty else { return [] }
    var keys: [String] = []
    if isPerson {
      let person = PersonName(form)
      guard person.names.count > 1, let first = person.names.first, let last = person.names.last else {
        return []
      }
      // "J. Smith" and "James Smith"; "Ramez Idriss" and "Ramey Idriss"; "Kenneth Clark" and "Kenneth Clarke".
      if first.isInitial { keys.append("i" + first.letters + last.sound) }
      keys.append("i" + String(first.letters.prefix(1)) + last.sound)
      keys.append("s" + person.names.map(\.sound).joined(separator: " "))
      return keys
    }
    let words = form.words.filter { !Transliteration.articles.contains($0.letters) }
    keys.append("t" + words.map(\.sound).joined())
    // "Tigris" and "Tigris River"; "Johns Hopkins" and "Johns Hopkins University".
    if let last = form.words.last, form.words.count > 1,
      geographicHeads.contains(last.letters) || OrganisationName.heads.contains(last.letters)
    {
      keys.append("h" + NameForm.key(of: form.words.dropLast()))
    }
    keys.append("h" + form.key)
    // "Taliban" and "Talibans".
    if form.key.utf8.count > 4, form.key.hasSuffix("s") { keys.append("h" + form.key.dropLast()) }
    return keys
  }

  private static let geographicHeads: Set<String> = [
    "river", "sea", "mountain", "mountains", "lake", "island", "islands", "province", "governorate", "city",
    "region",
    "district", "village", "town", "peninsula", "state",
  ]

  // MARK: - Words that may be names

  private static func suggested(_ briefing: Briefing, _ decisions: AuthorDecisions) -> [ReviewQuestion] {
    var found: [String: (count: Int, evidence: [Evidence], kinds: KindWeights)] = [:]
    let never = Set(decisions.never.map(\.name.text))
    for (index, document) in briefing.documents.enumerated() {
      for mention in document.suggestions {
        let words = NameForm.tidied(document.document.text.slice(mention.range))
        guard !never.contains(words) else { continue }
        var entry = found[words] ?? (0, [], KindWeights())
        entry.count += 1
        entry.kinds.add(mention.kind, mention.score)
        if entry.evidence.count < mostEvidence,
          let sentence = document.annotation.sentence(of: mention.range)
        {
          entry.evidence.append(Evidence(document: index, sentence: sentence))
        }
        found[words] = entry
      }
    }
    return found.map { words, entry in
      let kind = entry.kinds.any
      return ReviewQuestion(
        .name, names: [words], links: entry.count, evidence: entry.evidence,
        answers: [.always(words, kind), .never(words)])
    }
  }
}

extension ReviewQuestion.Kind {
  /// Of questions that change as many links, those about things come before those about words.
  fileprivate var rank: Int {
    switch self {
    case .unclear: 0
    case .joined: 1
    case .apart: 2
    case .name: 3
    }
  }
}
