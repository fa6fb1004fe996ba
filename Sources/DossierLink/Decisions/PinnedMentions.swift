internal import DossierModel

/// Finds the single mentions that the author has quoted, in `pinned`, `never` and `always`, and settles them.
struct PinnedMentions {
  private(set) var problems: [Diagnostic] = []
  /// What has been said of each quoted place so far.
  private var settled: [Place: Quote] = [:]
  private var quotes: [Quote] = []

  /// What an author has said of a quoted place.
  private struct Quote {
    var anchor: QuoteAnchor
    var quote: AuthorDecisions.Name
    var document: AuthorDecisions.Name?
    var answer: Answer
  }

  private struct Place: Hashable {
    var document: Int
    var range: TextRange
  }

  private enum Answer {
    case noName
    case name(EntityKind?)
    case entity(AuthorDecisions.Name)

    /// The section in which it stands.
    var word: String {
      switch self {
      case .noName: "never"
      case .name: "always"
      case .entity: "pinned"
      }
    }
  }

  init(_ decisions: AuthorDecisions) {
    for word in decisions.never {
      if let quote = word.quote { add(quote, word.name, word.document, .noName) }
    }
    for word in decisions.always {
      if let quote = word.quote { add(quote, word.name, word.document, .name(word.kind)) }
    }
    for pin in decisions.pinned { add(pin.quote, pin.name, pin.document, .entity(pin.entity)) }
  }

  private mutating func add(
    _ quote: AuthorDecisions.Name, _ name: AuthorDecisions.Name, _ document: AuthorDecisions.Name?,
    _ answer: Answer
  ) {
    if let anchor = QuoteAnchor(quote: quote.text, name: name.text) {
      quotes.append(Quote(anchor: anchor, quote: quote, document: document, answer: answer))
    } else {
      problems.append(.quoteWithoutName(name.text, quote.location))
    }
  }

  /// Changes the mentions that are quoted.
  ///
  /// - Complexity: O(bytes of the documents that quotes name; of all where a quote is not where it was said to be, or
  ///   names none), and for each quote the places of its name.
  mutating func apply(to documents: inout [(document: Document, annotation: Annotation)]) {
    guard !quotes.isEmpty else { return }
    let numbers = Dictionary(
      documents.enumerated().map { ($0.element.document.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var index = PlaceIndex()
    var lost: [Quote] = []
    for quote in quotes {
      guard let own = quote.document.flatMap({ numbers[$0.text] }) else {
        lost.append(quote)
        continue
      }
      index.add(own, documents[own].document.text)
      switch index.find(quote.anchor, in: own) {
      case .found(let range, _): settle(quote, own, range, &documents)
      case .several(let range):
        problems.append(.quoteTwice(quote.quote.text, quote.quote.location))
        settle(quote, own, range, &documents)
      case .gone: lost.append(quote)
      }
    }
    guard !lost.isEmpty else { return }
    // The file has been renamed, or the passage has moved to another.
    for number in documents.indices { index.add(number, documents[number].document.text) }
    for quote in lost { find(quote, besides: quote.document.flatMap { numbers[$0.text] }, index, &documents) }
  }

  private mutating func find(
    _ quote: Quote, besides own: Int?, _ index: PlaceIndex,
    _ documents: inout [(document: Document, annotation: Annotation)]
  ) {
    var places: [(document: Int, range: TextRange)] = []
    // Said to be in one document, a name without words around it is no quote for another.
    let isTelling = quote.document == nil || quote.anchor.context > 0
    for other in index.documents(with: quote.anchor.name) where other != own && isTelling {
      switch index.find(quote.anchor, in: other) {
      // Where its own document is still there, only the very words are taken for the quote.
      case .found(let range, let isExact):
        if isExact || own == nil && quote.anchor.context > 3 { places.append((other, range)) }
      case .several(let range): places.append((other, range))
      case .gone: break
      }
    }
    guard let first = places.first else {
      return problems.append(.quoteGone(quote.quote.text, in: quote.document?.text, quote.quote.location))
    }
    if places.count > 1 {
      problems.append(.quoteTwice(quote.quote.text, quote.quote.location))
    } else if let path = quote.document {
      problems.append(.quoteMoved(to: documents[first.document].document.path, path.location))
    }
    settle(quote, first.document, first.range, &documents)
  }

  private mutating func settle(
    _ quote: Quote, _ number: Int, _ range: TextRange,
    _ documents: inout [(document: Document, annotation: Annotation)]
  ) {
    guard AuthorMentions.isProse(range, in: documents[number].document) else {
      return problems.append(.quoteNotProse(quote.quote.location))
    }
    let place = Place(document: number, range: range)
    if let other = settled[place], other.answer.word != quote.answer.word {
      problems.append(
        .settledTwice(
          quote.quote, quote.answer.word, other: other.answer.word, line: other.quote.location.line))
    }
    settled[place] = quote
    switch quote.answer {
    case .noName: documents[number].annotation.mentions.removeAll { $0.range.overlaps(range) }
    case .name(let kind):
      AuthorMention.put(
        [AuthorMention(range: range, kind: kind)], into: &documents[number].annotation.mentions)
    case .entity(let entity):
      let old = documents[number].annotation.mentions.first { $0.range == range }?.decision
      if let old, let line = old.line, old.entity != entity.text {
        problems.append(.pinnedTwice(quote.quote, entity: old.entity, line: line))
      }
      AuthorMention.put(
        [
          AuthorMention(
            range: range, decision: Mention.Decision(entity: entity.text, line: entity.location.line))
        ], into: &documents[number].annotation.mentions)
    }
  }
}

/// The words of documents, and where each stands.
private struct PlaceIndex {
  private var words: [Int: WordIndex] = [:]
  private var places: [Substring: [Int: [Int]]] = [:]

  mutating func add(_ document: Int, _ text: String) {
    guard words[document] == nil else { return }
    let index = WordIndex(text)
    for (place, word) in index.words.enumerated() {
      places[word.text, default: [:]][document, default: []].append(place)
    }
    words[document] = index
  }

  func documents(with name: [Substring]) -> [Int] {
    (name.first.flatMap { places[$0]?.keys.sorted() }) ?? []
  }

  func find(_ anchor: QuoteAnchor, in document: Int) -> QuoteAnchor.Result {
    guard let index = words[document], let first = anchor.name.first else { return .gone }
    let own = places[first]?[document] ?? []
    return anchor.find(in: index, among: own) { near(anchor, own, in: document) }
  }

  /// Of more places of a name only those are looked at closely that have the quote's rarest words nearby.
  private static let mostPlaces = 64

  private func near(_ anchor: QuoteAnchor, _ own: [Int], in document: Int) -> [Int] {
    guard own.count > PlaceIndex.mostPlaces else { return own }
    let rarest = anchor.contextWords.compactMap { places[$0]?[document] }
      .sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
    var found: Set<Int> = []
    for word in rarest {
      for place in word.prefix(PlaceIndex.mostPlaces) {
        var low = own.partitionPoint { $0 < place - anchor.reach }
        while low < own.count, own[low] <= place + anchor.reach {
          found.insert(own[low])
          low += 1
        }
      }
      if found.count >= PlaceIndex.mostPlaces { break }
    }
    return found.sorted()
  }
}
