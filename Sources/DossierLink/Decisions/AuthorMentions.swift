internal import DossierModel

/// Obeys what the author has said of words and places: `never`, `always`, `pinned`, and the names of `entities`.
///
/// It changes the mentions, before they are joined.
struct AuthorMentions {
  private let decisions: AuthorDecisions
  private(set) var usage: DecisionUsage
  /// Words that are a name everywhere, by their first word.
  private var patterns: [Substring: [Pattern]] = [:]
  /// Words that are no name, by their numbers in `never`.
  private var neverNames: [String: [Int]] = [:]
  private var indices: [Int: WordIndex] = [:]

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
  /// - Complexity: O(bytes of the documents) where words are to be found; O(mentions) where the author has decided
  ///   something else; nothing where nothing.
  mutating func apply(to documents: inout [(document: Document, annotation: Annotation)]) {
    for index in documents.indices {
      let document = documents[index].document
      if !patterns.isEmpty { addNames(to: &documents[index].annotation, of: document, at: index) }
      removeWords(from: &documents[index].annotation, of: document)
      for link in document.handLinks {
        AuthorMentions.put(
          link.range, nil, Mention.Decision(entity: link.entity), into: &documents[index].annotation.mentions)
      }
    }
    for (number, word) in decisions.never.enumerated() {
      guard let quote = word.quote else { continue }
      pin(quote, name: word.name, in: word.document, &documents) { mentions, range in
        mentions.removeAll { $0.range.overlaps(range) }
      } used: {
        $0.never[number] = true
      }
    }
    for (number, word) in decisions.always.enumerated() {
      guard let quote = word.quote else { continue }
      pin(quote, name: word.name, in: word.document, &documents) { mentions, range in
        AuthorMentions.put(range, word.kind, nil, into: &mentions)
      } used: {
        $0.always[number] = true
      }
    }
    for (number, pinned) in decisions.pinned.enumerated() {
      pin(pinned.quote, name: pinned.name, in: pinned.document, &documents) { mentions, range in
        AuthorMentions.put(
          range, nil, Mention.Decision(entity: pinned.entity.text, line: pinned.entity.location.line),
          into: &mentions)
      } used: {
        $0.pinned[number] = true
      }
    }
  }

  // MARK: - Words

  private mutating func addNames(to annotation: inout Annotation, of document: Document, at index: Int) {
    let words = WordIndex(document.text)
    var place = 0
    while place < words.words.count {
      var longest = 0
      var found: Pattern?
      for pattern in patterns[words.words[place].text] ?? [] where pattern.words.count > longest {
        guard pattern.document.map({ $0 == document.path }) ?? true,
          place + pattern.words.count <= words.words.count,
          zip(pattern.words, words.words[place...]).allSatisfy({ $0 == $1.text })
        else { continue }
        longest = pattern.words.count
        found = pattern
      }
      guard let found else {
        place += 1
        continue
      }
      let range = words.range(from: place, count: longest)
      place += longest
      if let number = found.number { usage.always[number] = true }
      guard AuthorMentions.isProse(range, in: document) else { continue }
      // A longer name stays whole: "England" is not taken out of "Bank of England".
      let isWithin = annotation.mentions.contains { $0.range.contains(range) && $0.range != range }
      if !isWithin { AuthorMentions.put(range, found.kind, nil, into: &annotation.mentions) }
    }
  }

  private static func isProse(_ range: TextRange, in document: Document) -> Bool {
    guard let index = document.blockIndex(at: range.start) else { return false }
    let block = document.blocks[index]
    return block.isProse && block.textRange.contains(range)
      && !block.codeRanges.contains { $0.overlaps(range) }
  }

  private mutating func removeWords(from annotation: inout Annotation, of document: Document) {
    guard !neverNames.isEmpty else { return }
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

  /// Puts a mention in, in place of those that it overlaps.
  private static func put(
    _ range: TextRange, _ kind: EntityKind?, _ decision: Mention.Decision?, into mentions: inout [Mention]
  ) {
    let rivals = mentions.filter { $0.range.overlaps(range) }
    mentions.removeAll { $0.range.overlaps(range) }
    let same = rivals.first { $0.range == range }
    var mention = Mention(
      range: range, kind: kind ?? rivals.first?.kind ?? .other, score: 1, origin: .author,
      canonicalName: same?.canonicalName)
    mention.decision = decision ?? same?.decision
    let place = mentions.firstIndex { $0.range.start >= range.end } ?? mentions.endIndex
    mentions.insert(mention, at: place)
  }

  // MARK: - Quotes

  /// Finds a quote, in its own document or else in another, and changes the mentions there.
  private mutating func pin(
    _ quote: AuthorDecisions.Name, name: AuthorDecisions.Name, in path: AuthorDecisions.Name?,
    _ documents: inout [(document: Document, annotation: Annotation)],
    change: (inout [Mention], TextRange) -> Void, used: (inout DecisionUsage) -> Void
  ) {
    used(&usage)
    guard let anchor = QuoteAnchor(quote: quote.text, name: name.text) else {
      return usage.problems.append(.quoteWithoutName(name.text, quote.location))
    }
    let own = path.flatMap { path in
      documents.indices.filter { documents[$0].document.path == path.text }.first
    }
    if let own {
      switch find(anchor, documents, own) {
      case .found(let range, _): return change(&documents[own].annotation.mentions, range)
      case .several(let range):
        usage.problems.append(.quoteTwice(quote.text, quote.location))
        return change(&documents[own].annotation.mentions, range)
      case .gone: break
      }
    }
    // The file has been renamed, or the passage has moved to another.
    var places: [(document: Int, range: TextRange)] = []
    for other in documents.indices where other != own {
      switch find(anchor, documents, other) {
      case .found(let range, let isExact):
        if isExact || path == nil || own == nil { places.append((other, range)) }
      case .several(let range): places.append((other, range))
      case .gone: break
      }
    }
    guard let first = places.first else {
      return usage.problems.append(.quoteGone(quote.text, in: path?.text, quote.location))
    }
    if places.count > 1 {
      usage.problems.append(.quoteTwice(quote.text, quote.location))
    } else if let path {
      usage.problems.append(.quoteMoved(to: documents[first.document].document.path, path.location))
    }
    change(&documents[first.document].annotation.mentions, first.range)
  }

  private mutating func find(
    _ anchor: QuoteAnchor, _ documents: [(document: Document, annotation: Annotation)], _ index: Int
  ) -> QuoteAnchor.Result {
    let words = indices[index] ?? WordIndex(documents[index].document.text)
    indices[index] = words
    return anchor.find(in: words)
  }
}
