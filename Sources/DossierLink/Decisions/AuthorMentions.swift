internal import DossierModel

/// Obeys what the author has said of words and places: `never`, `always`, `pinned`, the names of `entities`, and links by
/// hand.
///
/// It changes the mentions, before they are joined.
struct AuthorMentions {
  private let decisions: AuthorDecisions
  private(set) var usage: DecisionUsage
  /// Words that are a name everywhere, by their first word.
  private var patterns: [Substring: [Pattern]] = [:]
  /// Words that are no name, by their numbers in `never`.
  private var neverNames: [String: [Int]] = [:]

  private struct Pattern {
    var words: [Substring]
    var kind: EntityKind?
    var document: String?
    /// Its number in `always`, or nothing where it is an entity's name.
    var number: Int?
  }

  init(_ decisions: AuthorDecisions) {
    self.decisions = decisions
    usage = DecisionUsage(decisions)
    for (number, word) in decisions.never.enumerated() where word.quote == nil {
      neverNames[AuthorMentions.plain(word.name.text[...]), default: []].append(number)
    }
    for (number, word) in decisions.always.enumerated() where word.quote == nil {
      add(word.name.text, word.kind, document: word.document?.text, number: number)
    }
    for entity in decisions.entities {
      for name in [entity.name] + entity.aliases { add(name.text, entity.kind, document: nil, number: nil) }
    }
  }

  private mutating func add(_ name: String, _ kind: EntityKind?, document: String?, number: Int?) {
    let words = WordIndex(name).words.map(\.text)
    guard let first = words.first else { return }
    patterns[first, default: []].append(Pattern(words: words, kind: kind, document: document, number: number))
  }

  /// Changes the mentions of all documents.
  ///
  /// - Complexity: O(bytes of the documents) where words or quotes are to be found; O(mentions) where the author has
  ///   decided something else; nothing where nothing.
  mutating func apply(to documents: inout [(document: Document, annotation: Annotation)]) {
    for index in documents.indices {
      let document = documents[index].document
      if !patterns.isEmpty { addNames(to: &documents[index].annotation, of: document) }
      if !neverNames.isEmpty { removeWords(from: &documents[index].annotation, of: document) }
      let links = document.handLinks.map {
        AuthorMention(range: $0.range, decision: Mention.Decision(entity: $0.entity))
      }
      if !links.isEmpty { AuthorMention.put(links, into: &documents[index].annotation.mentions) }
    }
    var pins = PinnedMentions(decisions)
    pins.apply(to: &documents)
    usage.problems += pins.problems
  }

  private mutating func addNames(to annotation: inout Annotation, of document: Document) {
    let words = WordIndex(document.text)
    var found: [AuthorMention] = []
    var place = 0
    while place < words.words.count {
      guard let pattern = longestName(at: place, in: words, of: document) else {
        place += 1
        continue
      }
      let range = words.range(from: place, count: pattern.words.count)
      place += pattern.words.count
      if let number = pattern.number { usage.always[number] = true }
      if AuthorMentions.isProse(range, in: document) {
        found.append(AuthorMention(range: range, kind: pattern.kind, givesWay: true))
      }
    }
    AuthorMention.put(found, into: &annotation.mentions)
  }

  private func longestName(at place: Int, in words: WordIndex, of document: Document) -> Pattern? {
    var longest: Pattern?
    for pattern in patterns[words.words[place].text] ?? []
    where pattern.words.count > longest?.words.count ?? 0
      && pattern.document.map({ $0 == document.path }) ?? true
    {
      if !words.places(of: pattern.words, among: [place]).isEmpty { longest = pattern }
    }
    return longest
  }

  static func isProse(_ range: TextRange, in document: Document) -> Bool {
    guard let index = document.blockIndex(at: range.start) else { return false }
    let block = document.blocks[index]
    return block.isProse && block.textRange.contains(range)
      && !block.codeRanges.contains { $0.overlaps(range) }
  }

  private mutating func removeWords(from annotation: inout Annotation, of document: Document) {
    annotation.mentions.removeAll { mention in
      guard mention.decision == nil else { return false }
      // The name that pages show counts too: "NATO" for "Nato".
      let numbers =
        (neverNames[AuthorMentions.plain(document.text.slice(mention.range))] ?? [])
        + (mention.canonicalName.flatMap { neverNames[$0] } ?? [])
      let meant = numbers.filter { number in
        decisions.never[number].document.map { $0.text == document.path } ?? true
      }
      for number in meant { usage.never[number] = true }
      return !meant.isEmpty
    }
  }

  private static func plain(_ text: Substring) -> String {
    let tidy = NameForm.tidied(text)
    return tidy.hasPrefix("the ") || tidy.hasPrefix("The ") ? String(tidy.dropFirst(4)) : tidy
  }
}

/// A mention that the author has made.
struct AuthorMention {
  var range: TextRange
  var kind: EntityKind?
  var decision: Mention.Decision?
  /// Whether it gives way to a longer mention around it: "England" is not taken out of "Bank of England".
  var givesWay = false

  /// Puts mentions in, in place of those that they overlap.
  ///
  /// - Parameter new: In order; none overlap.
  /// - Complexity: O(both).
  static func put(_ new: [AuthorMention], into mentions: inout [Mention]) {
    guard !new.isEmpty else { return }
    var merged: [Mention] = []
    merged.reserveCapacity(mentions.count + new.count)
    var next = 0
    for author in new {
      while next < mentions.count, mentions[next].range.end <= author.range.start {
        merged.append(mentions[next])
        next += 1
      }
      // A mention around the last one may reach into this one too, and is gone already.
      let first = next
      while next < mentions.count, mentions[next].range.start < author.range.end { next += 1 }
      let rivals = mentions[first..<next]
      if author.givesWay, let rival = rivals.first, rival.range != author.range,
        rival.range.contains(author.range)
      {
        // It may hold more of the author's names, so it is looked at again.
        next = first
        continue
      }
      let same = rivals.first { $0.range == author.range }
      var mention = Mention(
        range: author.range, kind: author.kind ?? rivals.first?.kind ?? .other, score: 1, origin: .author,
        canonicalName: same?.canonicalName)
      mention.decision = author.decision ?? same?.decision
      merged.append(mention)
    }
    mentions = merged + mentions[next...]
  }
}
