/// Finds where sentences end: rules over the tokens on both sides of a full stop, after the boundary rules of
/// Unicode Standard Annex 29, made stricter for abbreviations.
struct SentenceSplitter {
  private let tokens: [Token]

  /// Returns the sentences of `tokens` in order.
  static func sentences(of tokens: [Token]) -> [Range<Int>] {
    SentenceSplitter(tokens: tokens).split()
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private func split() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      if end > start { sentences.append(start..<end) }
      start = end
    }
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .lineEnd {
        close(at: index)
        start = index + 1
        index += 1
      } else if token.kind == .terminator || token.shape.contains(.fullStop) {
        let end = endOfStop(from: index)
        if isBoundary(stop: index, next: end, sentenceStart: start) { close(at: end) }
        index = end
      } else {
        index += 1
      }
    }
    close(at: tokens.count)
    return sentences
  }

  /// Returns the index after the terminators, closing marks and footnote signs that follow the stop at once.
  private func endOfStop(from stop: Int) -> Int {
    var end = stop + 1
    while end < tokens.count, !tokens[end].spaceBefore {
      switch tokens[end].kind {
      case .terminator, .closer, .quote, .apostrophe: end += 1
      case .symbol where tokens[end].shape.contains(.footnote): end += 1
      case .opener where tokens[end].shape.contains(.square):
        // "[1]", "[a]", "[citation needed]"
        var close = end + 1
        while close < tokens.count, close - end < 4,
          tokens[close].kind == .number || tokens[close].kind == .word
        {
          close += 1
        }
        guard close > end + 1, close < tokens.count, tokens[close].kind == .closer,
          tokens[close].shape.contains(.square)
        else { return end }
        end = close + 1
      default: return end
      }
    }
    return end
  }

  private func isBoundary(stop: Int, next: Int, sentenceStart: Int) -> Bool {
    guard next < tokens.count, tokens[next].kind != .lineEnd else { return false }
    guard tokens[next].spaceBefore else { return tokens[stop].shape.contains(.needsNoSpace) }
    // The first word of what follows, behind quotes and brackets.
    var first = next
    while first < tokens.count, first - next < 3, isOpening(tokens[first].kind) { first += 1 }
    guard first < tokens.count else { return true }
    let word = tokens[first]
    let isQuoted = first > next
    switch word.kind {
    case .lineEnd: return true
    case .comma, .closer, .terminator: return false
    case .hyphen: return first + 1 < tokens.count && tokens[first + 1].spaceBefore == false
    default: break
    }
    let isLower = word.shape.contains(.lower)
    if tokens[stop].kind != .terminator {
      return stop == next - 1
        ? endsWithAbbreviation(stop, before: word, isQuoted: isQuoted, sentenceStart: sentenceStart)
        : !isLower || isQuoted
    }
    if exclaims(stop, next) { return !isLower || isQuoted }
    if isEllipsis(stop, next) { return !isLower }
    if isLower, !isQuoted, next > stop + 1 { return false }
    guard stop > sentenceStart, !tokens[stop].spaceBefore else { return !isLower }
    let last = tokens[stop - 1]
    if last.kind == .number, stop - 1 == sentenceStart { return false }
    if isLower, !isQuoted, last.kind == .word { return last.has(.common) && last.shape.contains(.lower) }
    return true
  }

  /// Whether the full stop of an abbreviation ends the sentence too.
  private func endsWithAbbreviation(_ stop: Int, before word: Token, isQuoted: Bool, sentenceStart: Int)
    -> Bool
  {
    let token = tokens[stop]
    if word.shape.contains(.lower), !isQuoted { return false }
    let begins = word.has(.starter) && word.shape.contains(.capital) && !word.shape.contains(.single)
    if token.shape.contains(.initial) { return begins && stop > sentenceStart }
    if token.shape.contains(.dotted) {
      if token.shape.contains(.capital) { return begins || isQuoted }
      // "3 p.m. Police said", but "3 p.m. Monday", "i.e. Monday"
      return word.isCapital && stop > sentenceStart && tokens[stop - 1].kind == .number
        && (begins || !word.has([.day, .month, .nationality]) && word.has(.common))
    }
    if token.has(.numberSign) { return begins }
    if token.has(.finalAbbreviation) {
      return begins || isQuoted
        || word.isCapital && word.has(.common) && !word.has([.title, .organisationHead])
    }
    return false
  }

  private func isOpening(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .opener, .quote, .apostrophe: true
    default: false
    }
  }

  private func exclaims(_ stop: Int, _ end: Int) -> Bool {
    for index in stop..<end where tokens[index].shape.contains(.exclaims) { return true }
    return false
  }

  private func isEllipsis(_ stop: Int, _ end: Int) -> Bool {
    if tokens[stop].shape.contains(.ellipsis) { return true }
    return stop + 1 < end && tokens[stop + 1].kind == .terminator
  }
}
