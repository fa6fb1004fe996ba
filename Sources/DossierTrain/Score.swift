import EntityRecognizer

/// How many names were found, made up and missed: exact span and kind, of people, organisations and places. A place
/// that was taken for an organisation, or the other way round, counts as found where the span is right: the sets
/// disagree on countries and capitals that act.
struct Score {
  struct Counts {
    var found = 0
    var wrong = 0
    var missed = 0
    var precision: Double { Double(found) / Double(max(1, found + wrong)) }
    var recall: Double { Double(found) / Double(max(1, found + missed)) }
    var f1: Double { 2 * Double(found) / Double(max(1, 2 * found + wrong + missed)) }
  }

  static let kinds: [RecognizedSpan.Kind] = [.person, .organisation, .place]

  private(set) var all = Counts()
  private(set) var byKind: [RecognizedSpan.Kind: Counts] = [:]
  /// Each name that was said, with whether it was right.
  private(set) var said: [(kind: RecognizedSpan.Kind, probability: Float, score: Float, isRight: Bool)] = []

  static func agree(_ a: RecognizedSpan.Kind, _ b: RecognizedSpan.Kind) -> Bool {
    a == b || [a, b].allSatisfy { $0 == .organisation || $0 == .place }
  }

  /// Counts the names of one text.
  mutating func add(_ text: MarkedText, _ spans: [RecognizedSpan], threshold: Float = 0) {
    var marked: [Range<Int>: RecognizedSpan.Kind] = [:]
    for name in text.names { marked[name.range] = name.kind }
    for span in spans {
      let kind = marked[span.range]
      let isRight = kind.map { Score.agree($0, span.kind) } ?? false
      said.append((span.kind, span.probability, span.score, isRight))
      guard span.score >= threshold, Score.kinds.contains(span.kind) else { continue }
      if isRight, let kind {
        all.found += 1
        byKind[kind, default: Counts()].found += 1
        marked[span.range] = nil
      } else {
        all.wrong += 1
        byKind[span.kind, default: Counts()].wrong += 1
      }
    }
    for kind in marked.values where Score.kinds.contains(kind) {
      all.missed += 1
      byKind[kind, default: Counts()].missed += 1
    }
  }
}
