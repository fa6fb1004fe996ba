// What the words around an expression say of it.
extension Grammar {
  /// Returns whether the words near an expression speak of the past or the future: the nearest verb before it
  /// within eight tokens, or else the first after it within six.
  func direction(of expression: Expression) -> Direction {
    let direction = verbalDirection(of: expression)
    // In "will publish the results of the September 17 strike" the verb says nothing of the strike.
    let isAttribute =
      has(expression.start - 1, [.the, .article]) && kind(expression.end) == .word
      && !has(expression.end, .function)
    return direction == .future && isAttribute ? .open : direction
  }

  private func verbalDirection(of expression: Expression) -> Direction {
    var index = expression.start - 1
    for _ in 0..<8 {
      if let direction = tense(index) { return direction }
      if endsSentence(index) { break }
      index -= 1
    }
    index = expression.end
    for _ in 0..<6 {
      if let direction = tense(index) { return direction }
      if endsSentence(index) { break }
      index += 1
    }
    return has(expression.start - 1, [.by, .until]) ? .open : .past
  }

  private func tense(_ index: Int) -> Direction? {
    guard kind(index) == .word else { return nil }
    // "next week" dates itself; "the next round" speaks of the future.
    if has(index, .future) {
      return has(index, .relation) && has(index + 1, WordClasses.begins) ? nil : .future
    }
    if has(index, .to) {
      // "to be held", "are to leave", "set to leave", "to take place"; of "was to be held" nothing is told.
      let isFuture =
        has(index + 1, .be) || has(index - 1, .be) || isWord(index + 1, "take") || isWord(index - 1, "set")
      return isFuture ? (has(index - 1, .past) ? .open : .future) : nil
    }
    guard has(index, .past) || token(index).shape.contains(.past) else { return nil }
    // "will be held"
    return has(index - 1, .be) ? nil : .past
  }

  /// Whether a sentence ends at the token. A full stop after one letter or an abbreviation ends none.
  func endsSentence(_ index: Int) -> Bool {
    switch kind(index) {
    case .lineEnd, .stop, .gap: true
    case .fullStop: token(index + 1).spaceBefore && token(index + 1).isCapital && !has(index - 1, .short)
    default: false
    }
  }

  /// Whether two tokens stand in one sentence, and not more than 40 apart.
  func isOneSentence(from first: Int, to last: Int) -> Bool {
    guard last - first <= 40 else { return false }
    return !(first..<max(first, last)).contains { endsSentence($0) }
  }

  /// Whether nothing but "and", "or" or a comma stands between two tokens.
  func isList(from first: Int, to last: Int) -> Bool {
    guard (1...2).contains(last - first) else { return false }
    return (first..<last).allSatisfy { kind($0) == .comma || has($0, [.and, .or]) }
  }
}
