/// Reads date expressions from tokens. Every rule looks at a bounded number of tokens, so that the whole is
/// linear.
struct Grammar {
  let bytes: [UInt8]
  /// The tokens of some whole lines.
  var tokens: [Token] = []
  let lexemes: [Lexeme]
  let order: DayMonthOrder?
  /// The end of the last expression of a year, so that "2013" in "in 2012 and 2013" counts.
  var lastYearEnd = -1

  /// Returns the expressions that begin at some of these tokens, in order.
  mutating func expressions(at anchors: [UInt32]) -> [Expression] {
    var expressions: [Expression] = []
    var end = 0
    lastYearEnd = -1
    for anchor in anchors where Int(anchor) >= end {
      guard let expression = expression(at: Int(anchor)), expression.start >= end else { continue }
      expressions.append(expression)
      end = expression.end
    }
    return expressions
  }

  /// Returns the expression that begins at a token, if one does.
  private mutating func expression(at index: Int) -> Expression? {
    var found = read(index)
    guard var expression = found else { return nil }
    // An address or a name with an underscore has no dates.
    if isGlued(expression.start) { return nil }
    if case .date(let part) = expression.meaning {
      expression = joined(expression, part)
      // "April every year"
      if case .date = expression.meaning, part.unit <= .season, part.year == nil, part.relation == .stated,
        !part.isWeekday, part.yearRelation == nil, has(expression.end, .every),
        has(expression.end + 1, .unit), lexeme(expression.end + 1).unit == .year
      {
        expression.meaning = .recurringDate(part)
        expression.rule = .setOfDates
        expression.end += 2
      }
    }
    found = expression
    if unit(of: expression) == .year { lastYearEnd = expression.end }
    return found
  }

  private func read(_ index: Int) -> Expression? {
    let token = tokens[index]
    switch token.kind {
    case .number: return number(at: index)
    case .ordinal: return dayOrMonth(at: index) ?? century(at: index)
    case .plural: return decade(at: index)
    case .word: break
    default: return nil
    }
    let classes = lexemes[Int(token.lexeme)].classes
    if classes.contains(.month), let found = dayOrMonth(at: index) { return found }
    if !classes.isDisjoint(with: [.weekday, .pluralWeekday]) { return weekday(at: index) }
    if classes.contains(.phase) || classes.contains(.phaseOf), let found = phase(at: index) { return found }
    if classes.contains(.relation), let found = relative(at: index) { return found }
    if classes.contains(.ordinal),
      let found = century(at: index) ?? quarter(at: index) ?? dayOrMonth(at: index)
    {
      return found
    }
    if classes.contains(.cardinal), let found = century(at: index) { return found }
    if classes.contains(.quarterSign) { return quarter(at: index) }
    if classes.contains(.comparative), let found = comparative(at: index) { return found }
    if classes.contains(.measure), let found = measured(at: index) { return found }
    if classes.contains(.recent), let found = recent(at: index) { return found }
    if !classes.isDisjoint(with: [.cardinal, .article, .vague, .half, .pluralUnit, .unit]) {
      if let found = quantity(at: index) { return found }
    }
    if classes.contains(.unit), let found = unitLong(at: index) { return found }
    if classes.contains(.unit) || classes.contains(.article), let found = dayBeside(at: index) {
      return found
    }
    if classes.contains(.season) { return season(at: index, after: nil) }
    if classes.contains(.namedDay) { return namedDay(at: index) }
    if !classes.isDisjoint(with: [.every, .adverb, .per]) { return recurring(at: index) }
    if classes.contains(.decadeName) { return decade(at: index) }
    if classes.contains(.holiday) { return holiday(at: index) }
    if classes.contains(.era) { return yearWithEra(at: index) }
    return nil
  }

  /// Reads what begins with a number. Tables are full of them, so what cannot be is left out early.
  private func number(at index: Int) -> Expression? {
    let digits = tokens[index].digits
    let next = kind(index + 1)
    if isAdjacent(index + 1), let found = numericDate(at: index) { return found }
    if digits <= 2, let found = dayOrMonth(at: index) { return found }
    switch next {
    case .word, .hyphen, .dash, .fullStop: if let found = quantity(at: index) { return found }
    case .apostrophe: if let found = decade(at: index) { return found }
    default: break
    }
    if next == .word, let found = yearWithEra(at: index) { return found }
    return digits == 4 ? quarter(at: index) ?? year(at: index, after: nil) : nil
  }

  /// Reads a date without a modifier of its own; `front` is the first token of the words before it.
  func plainDate(at index: Int, after front: Int) -> Expression? {
    let token = token(index)
    switch token.kind {
    case .number, .ordinal, .plural:
      return numericDate(at: index) ?? dayOrMonth(at: index, after: front) ?? century(at: index)
        ?? decade(at: index) ?? yearWithEra(at: index) ?? year(at: index, after: front)
    case .apostrophe: return decade(at: index + 1)
    case .word: break
    default: return nil
    }
    if has(index, .month), let found = dayOrMonth(at: index, after: front) { return found }
    if has(index, .relation), let found = relative(at: index) { return found }
    if has(index, .ordinal), let found = century(at: index) { return found }
    if has(index, .season) { return season(at: index, after: front) }
    if has(index, .decadeName) { return decade(at: index) }
    return has(index, .weekday) ? weekday(at: index) : nil
  }

  func unit(of expression: Expression) -> CalendarUnit {
    switch expression.meaning {
    case .date(let part), .range(let part, _), .recurringDate(let part): part.unit
    case .duration(_, let unit), .span(_, let unit, _), .offset(_, let unit, _), .recurring(_, let unit),
      .vague(let unit, _):
      unit
    }
  }
}

// What the rules ask of the tokens.
extension Grammar {
  /// The token at an index; a line's end beyond the text.
  @inline(__always)
  func token(_ index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : Token(start: 0, end: 0, kind: .lineEnd)
  }

  @inline(__always)
  func kind(_ index: Int) -> Token.Kind { index >= 0 && index < tokens.count ? tokens[index].kind : .lineEnd }

  func lexeme(_ index: Int) -> Lexeme { lexemes[Int(token(index).lexeme)] }

  /// Whether the word at an index is of one of the classes.
  @inline(__always)
  func has(_ index: Int, _ classes: WordClasses) -> Bool { !lexeme(index).classes.isDisjoint(with: classes) }

  /// Whether no space stands before the token.
  func isAdjacent(_ index: Int) -> Bool { !token(index).spaceBefore }

  /// The index after a comma at `index`, or `index` itself.
  func afterComma(_ index: Int) -> Int { kind(index) == .comma ? index + 1 : index }

  /// The index after "of" or "the", or `index` itself.
  func after(_ classes: WordClasses, _ index: Int) -> Int { has(index, classes) ? index + 1 : index }

  /// Whether the number at an index stands by itself: not "2,014", "3.5", "1/2", "$5", "5%".
  func isPlain(_ index: Int) -> Bool {
    let token = token(index)
    guard !token.shape.contains(.grouped) else { return false }
    if !token.spaceBefore {
      switch kind(index - 1) {
      case .currency, .percent: return false
      case .fullStop, .slash, .comma, .symbol:
        if kind(index - 2) == .number, isAdjacent(index - 1) { return false }
      default: break
      }
    }
    if isAdjacent(index + 1) {
      switch kind(index + 1) {
      case .percent, .currency: return false
      case .fullStop, .symbol:
        if kind(index + 2) == .number || kind(index + 2) == .mixed, isAdjacent(index + 2) { return false }
      default: break
      }
    }
    return kind(index - 1) != .currency && kind(index + 1) != .percent
  }

  /// Whether the token hangs on what stands before it, as in "a/2015-08-21", "x_1" or "#2015".
  func isGlued(_ index: Int) -> Bool {
    guard isAdjacent(index) else { return false }
    switch kind(index - 1) {
    case .slash: return kind(index) != .word
    case .gap, .currency: return true
    case .symbol: return [UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "&")].contains(byte(index - 1))
    case .fullStop: return isAdjacent(index - 1) && kind(index) == .number && kind(index - 2) != .lineEnd
    default: return false
    }
  }

  /// The first byte of a token.
  func byte(_ index: Int) -> UInt8 { kind(index) == .lineEnd ? 10 : bytes[Int(token(index).start)] }

  /// Whether the token is this word, in lower case or with a capital.
  func isWord(_ index: Int, _ word: String) -> Bool {
    let token = token(index)
    guard token.kind == .word, Int(token.end - token.start) == word.utf8.count else { return false }
    return zip(bytes[Int(token.start)..<Int(token.end)], word.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Whether a sentence begins at the token, as far as can be told from the one before it.
  func startsSentence(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .lineEnd, .fullStop, .stop, .gap, .opener, .closer: true
    case .symbol, .dash: true
    default: false
    }
  }

  /// Whether the word before is a capitalised word that no list knows: most likely a name that goes on.
  func followsName(_ index: Int) -> Bool {
    let before = token(index - 1)
    guard before.kind == .word, before.isCapital, before.lexeme == 0 else { return false }
    // In a line of capitals a capital says nothing.
    return !(before.shape.contains(.allCapitals) && token(index).shape.contains(.allCapitals))
  }

  /// Whether a lower-case word that no list knows comes next: a noun, most likely.
  func precedesNoun(_ index: Int) -> Bool {
    let next = token(index)
    return next.kind == .word && !next.isCapital && next.lexeme == 0 && !next.shape.contains(.past)
  }
}
