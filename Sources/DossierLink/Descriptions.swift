internal import DossierModel

/// What entities are, in the documents' own words: the title before a name, the words between commas after it, the
/// sentence that says what it is.
///
/// - "China's president Xi Jinping" says "China's president".
/// - "Barbara Yoxon, Lecturer in International Politics, Lancaster University" says "Lecturer in International Politics".
/// - "The Syrian Democratic Forces is an alliance of …" says "an alliance of …".
///
/// What is said is a piece of the text, word for word, with its sentence. Words that may be something else are left out.
enum Descriptions {
  /// How many of an entity's mentions are looked at.
  private static let mostMentions = 40

  /// Fills in what each entity is, where the author has not said it.
  ///
  /// - Complexity: O(mentions).
  static func add(from documents: [BriefingDocument], to entities: inout [Entity]) {
    var seen = [Int](repeating: 0, count: entities.count)
    var rank = [Int](repeating: .max, count: entities.count)
    for (index, document) in documents.enumerated() {
      for (mention, entity) in document.mentionEntities.enumerated() {
        guard seen[entity] < mostMentions, rank[entity] > 0,
          entities[entity].description?.evidence != nil
            || entities[entity].description == nil, entities[entity].candidates.isEmpty
        else { continue }
        seen[entity] += 1
        let sentence = document.mentionSentences[mention]
        guard document.annotation.sentences.indices.contains(sentence),
          let (text, found) = description(
            of: document.annotation.mentions[mention], in: document.document,
            sentence: document.annotation.sentences[sentence], entities[entity].kind),
          found < rank[entity]
        else { continue }
        rank[entity] = found
        entities[entity].description = Description(
          text: text, evidence: Evidence(document: index, sentence: sentence))
      }
    }
  }

  /// Returns what is said of a mention, and how well, 0 being best.
  private static func description(
    of mention: Mention, in document: Document, sentence: TextRange, _ kind: EntityKind
  ) -> (String, Int)? {
    guard sentence.contains(mention.range) else { return nil }
    let after = document.text.slice(TextRange(mention.range.end, sentence.end))
    if kind == .person {
      if let words = apposition(after) { return (words, 0) }
      if let words = definition(after) { return (words, 1) }
      let before = document.text.slice(TextRange(sentence.start, mention.range.start))
      return title(before).map { ($0, 2) }
    }
    if kind == .place { return nil }
    return definition(after).map { ($0, 0) }
  }

  /// ", the president of China," or ", Lecturer in International Politics, Lancaster University" after a name.
  private static func apposition(_ after: Substring) -> String? {
    guard after.hasPrefix(", ") else { return nil }
    let rest = after.dropFirst(2)
    let end = end(of: rest)
    let words = rest[..<end].split(separator: " ", omittingEmptySubsequences: false)
    guard (1...14).contains(words.count), let first = words.first?.lowercased() else { return nil }
    let isArticle = ["the", "a", "an", "its", "his", "her", "their"].contains(first)
    guard let noun = words.firstIndex(where: { isRole($0) }), isArticle ? noun <= 5 : noun <= 2 else {
      return nil
    }
    guard isArticle || words[..<noun].allSatisfy({ isModifier($0) }) else { return nil }
    guard !words.contains(where: { verbs.contains(plain($0)) }) else { return nil }
    return String(rest[..<end])
  }

  /// " is a Syrian alliance of rebels" after a name: up to the first comma, or to what the thing does.
  private static func definition(_ after: Substring) -> String? {
    guard let verb = [" is ", " was ", " are ", " were "].first(where: { after.hasPrefix($0) }) else {
      return nil
    }
    let rest = after.dropFirst(verb.count)
    guard ["a ", "an ", "the ", "one of "].contains(where: { rest.hasPrefix($0) }) else { return nil }
    var end = end(of: rest)
    for stop in [" which ", " that ", " who ", " and ", " but ", " where ", " when ", " since "] {
      if let place = place(of: stop, in: rest[..<end]) { end = place }
    }
    let words = rest[..<end].split(separator: " ")
    guard (2...16).contains(words.count), let head = words.dropFirst().first?.lowercased(),
      !vague.contains(head)
    else {
      return nil
    }
    return String(rest[..<end])
  }

  /// "China's president ", "US Secretary of State " before a name.
  private static func title(_ before: Substring) -> String? {
    guard before.last == " " else { return nil }
    let words = before.split(separator: " ")
    guard let last = words.last, !last.contains(where: { ",;.:()\"\u{201C}\u{201D}".contains($0) }) else {
      return nil
    }
    var start = words.count
    var noun: Int?
    while start > 0 {
      let word = words[start - 1]
      guard !word.contains(where: { ",;:()\"\u{201C}\u{201D}".contains($0) }), words.count - start < 8 else {
        break
      }
      if isRole(word) {
        noun = start - 1
      } else if noun == nil {
        // Only the end of a title may stand between its noun and the name: "of State", "for Asia".
        let isTail = word.first?.isUppercase ?? false || ["of", "for", "and", "the"].contains(word)
        guard isTail else { break }
      } else if !isModifier(word) {
        break
      }
      start -= 1
    }
    guard let noun else { return nil }
    // Between noun and name stands nothing, or "of" and what the office is of.
    if noun + 1 < words.count, !["of", "for"].contains(words[noun + 1]) { return nil }
    while start < noun, ["the", "of", "and", "a", "an"].contains(words[start].lowercased()) { start += 1 }
    // The rest of the title has been read as a part of the name; "his father" says little away from its place.
    if ["of", "for", "and", "the"].contains(last)
      || ["his", "her", "their", "its", "my"].contains(words[start].lowercased())
    {
      return nil
    }
    if start == words.count - 1, plain(last) == "member" { return nil }
    let text = before[words[start].startIndex..<last.endIndex]
    return text.utf8.count > 3 ? String(text) : nil
  }

  /// Returns where a remark ends: at a comma, a bracket, a dash, or with the sentence. Full stops within a sentence are
  /// those of abbreviations.
  private static func end(of text: Substring) -> Substring.Index {
    var end = text.firstIndex { ",;:()\u{2013}\u{2014}\u{201D}\"".contains($0) } ?? text.endIndex
    if end == text.endIndex, let last = text.last, ".!?".contains(last) { end = text.index(before: end) }
    return end
  }

  // MARK: - Words

  private static func plain(_ word: Substring) -> String {
    word.withoutPossessive.lowercased()
  }

  private static func isRole(_ word: Substring) -> Bool {
    let word = plain(word)
    return roles.contains(word) || word.split(separator: "-").contains { roles.contains(String($0)) }
  }

  /// Whether a word may stand before the noun of a title.
  private static func isModifier(_ word: Substring) -> Bool {
    let letter = word.first
    // At a sentence's start these have a capital too.
    guard !starters.contains(plain(word)) else { return false }
    return letter?.isUppercase ?? false || modifiers.contains(plain(word))
  }

  private static func place(of words: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while let next = text[index...].firstIndex(of: " ") {
      if text[next...].hasPrefix(words) { return next }
      index = text.index(after: next)
    }
    return nil
  }

  private static let roles = Set(
    words:
      """
      president minister premier chancellor secretary senator congressman congresswoman representative governor mayor
      councillor ambassador envoy commissioner director chairman chairwoman chair spokesman spokeswoman spokesperson general
      colonel major captain lieutenant sergeant admiral commander commodore marshal brigadier bishop archbishop cardinal
      rabbi imam ayatollah sheikh king queen prince princess emperor sultan pope leader founder co-founder head chief boss
      lecturer professor reader fellow researcher scholar historian economist analyst scientist engineer lawyer barrister
      judge justice prosecutor attorney author writer journalist reporter correspondent editor columnist broadcaster
      activist campaigner politician lawmaker legislator deputy member mp adviser advisor aide official officer diplomat
      executive manager coordinator organiser organizer partner owner entrepreneur banker investor doctor surgeon physician
      nurse teacher student singer actor actress artist musician composer director producer player coach footballer athlete
      cyclist driver soldier fighter pilot policeman detective inspector undersecretary treasurer dictator ruler warlord
      militant rebel dissident refugee victim witness suspect son daughter wife husband brother sister father mother
      daughter-in-law nephew uncle cousin widow
      """)

  private static let modifiers = Set(
    words:
      """
      prime foreign vice deputy former chief general senior acting interim outgoing incoming late defence defense interior
      finance home attorney first second new then current ex opposition party army navy police military supreme national
      federal state regional local presidential managing executive assistant associate special permanent honorary emeritus
      top veteran exiled ousted elected self-styled long-time longtime
      """)

  private static let starters = Set(
    words:
      """
      in then and but when as on at with after before today yesterday tomorrow by for from to since while if although now
      here there earlier later meanwhile however so yet or nor that this these those it he she they we i you both either
      """)
  private static let verbs = Set(
    words:
      "said says told was were is are has have had will would who which that whose where when")
  /// After "is the" or "is a" these say nothing of what a thing is.
  private static let vague = Set(
    words:
      "first last only same one second third most best least way case result reason kind sort lot")
}
