// Durations, and what is counted by them: "three years", "two years ago", "every two weeks".
extension Grammar {
  /// Returns how many, and the index after it: "three", "21", "2,500", "a few", "two and a half", "1.5".
  func amount(at index: Int) -> (Amount, Int)? {
    let token = token(index)
    if token.kind == .number {
      if kind(index - 1) == .currency || token.digits > 6 { return nil }
      if isAdjacent(index), [.fullStop, .comma, .slash, .symbol].contains(kind(index - 1)),
        kind(index - 2) == .number
      {
        return nil
      }
      if kind(index + 1) == .fullStop, isAdjacent(index + 1), kind(index + 2) == .number,
        isAdjacent(index + 2)
      {
        guard self.token(index + 2).digits == 1 else { return nil }
        return (Amount(Int(token.value), tenths: Int(self.token(index + 2).value)), index + 3)
      }
      return (Amount(Int(token.value)), index + 1)
    }
    guard token.kind == .word else { return nil }
    if has(index, .vague) {
      // "a couple of days"
      return (Amount(nil), after(.of, index + 1))
    }
    if has(index, .article) {
      if has(index + 1, .vague) { return (Amount(nil), after(.of, index + 2)) }
      if has(index + 1, .hundreds) { return (Amount(Int(lexeme(index + 1).value)), index + 2) }
      return nil
    }
    guard has(index, .cardinal) else { return nil }
    var value = Int(lexeme(index).value)
    var next = index + 1
    let unit = kind(next) == .hyphen ? next + 1 : next
    if value >= 20, has(unit, .cardinal), lexeme(unit).value < 10 {
      value += Int(lexeme(unit).value)
      next = unit + 1
    }
    if has(next, .hundreds) {
      value *= Int(lexeme(next).value)
      next += 1
    }
    if has(next, .and), has(next + 1, .article), has(next + 2, .half) {
      return (Amount(value, tenths: 5), next + 3)
    }
    return (Amount(value), next)
  }

  /// Reads a length of time, and what the words after it make of it.
  func quantity(at index: Int) -> Expression? {
    if has(index, .pluralUnit) { return bareUnits(at: index) }
    if has(index, .article) || has(index, .half) || (has(index, .cardinal) && lexeme(index).value == 1),
      let one = oneUnit(at: index)
    {
      return one
    }
    guard var (amount, next) = amount(at: index) else { return nil }
    // "two or three years", "3-5 days"
    let joint = kind(next) == .hyphen || kind(next) == .dash || has(next, [.or, .to])
    if joint, amount.count != nil, let (upper, end) = self.amount(at: next + 1), let high = upper.count,
      let low = amount.count, high > low, has(after(.filler, end), .pluralUnit) || kind(end) == .hyphen
    {
      amount.isLowest = true
      next = end
    }
    if kind(next) == .hyphen, isAdjacent(next), has(next + 1, [.unit, .pluralUnit]) {
      return compound(index, next + 1, amount)
    }
    if has(next, .filler), has(next + 1, [.pluralUnit, .filler]) { next += has(next + 1, .filler) ? 2 : 1 }
    if amount.count == nil, lexeme(index).value == 0, has(index - 1, .relation) { return nil }
    guard has(next, .pluralUnit) || (amount.count == 1 && amount.tenths == 0 && has(next, .unit)) else {
      return nil
    }
    let unit = lexeme(next).unit
    // "one day they will"
    if has(index, .cardinal), has(next, .unit), !has(next, .pluralUnit), unit <= .day { return nil }
    // "the Thirty Years War"
    if isName(next, next + 1) || (kind(next + 1) == .apostrophe && isName(next, next + 2)) { return nil }
    guard unit != .weekend, !has(index, .measure) || unit != .second else { return nil }
    return completed(index, next + 1, amount, unit)
  }

  /// "a year", "one day", "half a century", "half an hour", "a year and a half".
  private func oneUnit(at index: Int) -> Expression? {
    var amount = Amount(1)
    var next = index + 1
    if has(index, .half) {
      guard has(next, .article), has(next + 1, .unit) else { return nil }
      let unit = lexeme(next + 1).unit
      guard [.hour, .day, .year, .decade, .century].contains(unit) else { return nil }
      amount = Amount(0, tenths: 5)
      return completed(index, next + 2, amount, unit)
    }
    if has(next, .filler), has(next + 1, .unit), !has(next, .unit) { next += 1 }
    guard has(next, .unit) else { return nil }
    let unit = lexeme(next).unit
    if unit == .weekend { return nil }
    if kind(next + 1) == .hyphen, isAdjacent(next + 1) { return nil }
    if has(next + 1, .and), has(next + 2, .article), has(next + 3, .half) {
      amount.tenths = 5
      return completed(index, next + 4, amount, unit)
    }
    if has(next + 1, [.ago, .comparative]) || has(next + 1, .from) {
      return completed(index, next + 1, amount, unit)
    }
    if has(index - 1, .other), unit >= .day, has(index, .article) {
      // "twice a week"
      return Expression(start: index, end: next + 1, meaning: .recurring(amount, unit), rule: .setByLength)
    }
    guard unit > .second, !(unit == .minute && has(index, .article)) else { return nil }
    let isLength =
      has(index - 1, .lengthFront) && !(unit == .day && has(index - 1, .in) && has(index, .cardinal))
      || (unit >= .week && has(next + 1, .of) && has(index, .article) && !has(index - 1, .relation))
    guard isLength else { return nil }
    return completed(index, next + 1, amount, unit)
  }

  /// "for years", "decades of", "weeks later".
  private func bareUnits(at index: Int) -> Expression? {
    let unit = lexeme(index).unit
    guard unit > .second, unit != .weekend else { return nil }
    let next = index + 1
    // "millions of years ago"
    if has(index - 1, [.of, .hundreds]) || kind(index - 1) == .number { return nil }
    if has(next, .ago) || (has(next, .comparative)) { return completed(index, next, Amount(nil), unit) }
    let before = token(index - 1)
    if has(index - 1, .lengthFront), !has(index - 1, [.unit, .than]), unit >= .day || !has(index - 1, .in) {
      return completed(index, next, Amount(nil), unit)
    }
    guard has(next, .of), unit >= .week,
      before.kind != .word || has(index - 1, .function) || before.lexeme == 0
    else {
      return nil
    }
    // "the years of", "two more weeks of"
    guard !has(index - 1, [.the, .relation, .article, .cardinal, .vague, .filler]), !has(next + 1, .the)
    else { return nil }
    return completed(index, next, Amount(nil), unit)
  }

  /// "two-day", "21-day", "three-week-long".
  private func compound(_ start: Int, _ word: Int, _ amount: Amount) -> Expression? {
    let unit = lexeme(word).unit
    guard unit > .second, unit != .weekend else { return nil }
    var end = word + 1
    if kind(end) == .hyphen, isAdjacent(end), kind(end + 1) == .word {
      // "45-year-old"; of "two-week-long" the last word is no part.
      guard has(end + 1, .filler) else { return nil }
    }
    // "the Six-Day War"
    if has(end, .old) || isName(word, end) { return nil }
    if has(word, .pluralUnit) { end = word + 1 }
    if unit == .hour, amount.count == 24, isService(end) { return nil }
    return Expression(start: start, end: end, meaning: .duration(amount, unit), rule: rule(amount))
  }

  /// "week-long"
  func unitLong(at index: Int) -> Expression? {
    let unit = lexeme(index).unit
    guard unit > .second, kind(index + 1) == .hyphen, isAdjacent(index + 1), isAdjacent(index + 2),
      has(index + 2, .filler), byte(index + 2) | 0x20 == UInt8(ascii: "l")
    else { return nil }
    return Expression(
      start: index, end: index + 3, meaning: .duration(Amount(1), unit), rule: .durationCounted)
  }

  /// Whether a unit with a capital is part of a name: what follows has one too.
  private func isName(_ unit: Int, _ next: Int) -> Bool {
    token(unit).isCapital && token(next).isCapital && !token(unit).shape.contains(.allCapitals)
  }

  private func isService(_ index: Int) -> Bool {
    let first = byte(index) | 0x20
    let second =
      token(index).kind == .word && token(index).end - token(index).start > 1
      ? bytes[Int(token(index).start) + 1] | 0x20 : 0
    switch (first, second) {
    case (UInt8(ascii: "s"), UInt8(ascii: "e")), (UInt8(ascii: "h"), UInt8(ascii: "o")),
      (UInt8(ascii: "h"), UInt8(ascii: "e")), (UInt8(ascii: "n"), UInt8(ascii: "e")),
      (UInt8(ascii: "c"), UInt8(ascii: "l")):
      return true
    default: return false
    }
  }

  private func rule(_ amount: Amount) -> DateRule { amount.count == nil ? .durationVague : .durationCounted }

  /// Looks at the words after a length: "ago", "later", "from now", "old".
  private func completed(_ start: Int, _ end: Int, _ amount: Amount, _ unit: CalendarUnit) -> Expression? {
    func offset(_ direction: Int, _ end: Int) -> Expression? {
      // No calendar reaches "100,000 years ago".
      if unit >= .year, (amount.count ?? 0) > 9_999 { return nil }
      return Expression(
        start: start, end: end, meaning: .offset(amount, unit, direction),
        rule: abs(direction) == 1 ? .offsetFromReference : .offsetFromText)
    }
    if has(end, .ago), !(has(end, .comparative) && has(end + 1, .than)) {
      // "later this year" is no part of a length, nor is "later in"
      if !(has(end, .comparative) && has(end + 1, .relation)) {
        return offset(Int(lexeme(end).value), end + 1)
      }
    }
    if has(end, .from), has(end + 1, [.now, .namedDay]) { return offset(1, end + 2) }
    // "a week from Tuesday"
    if has(end, .from), has(end + 1, .weekday), token(end + 1).isCapital { return offset(2, end + 2) }
    // "seven days a week" is no length
    if has(end, [.article, .per]), has(end + 1, .unit) { return nil }
    if has(end, .old) || (has(end, .of) && byte(end + 1) == UInt8(ascii: "a") && isAge(end + 1)) {
      return nil
    }
    if kind(end) == .hyphen, isAdjacent(end), has(end + 1, .old) { return nil }
    if kind(end) == .apostrophe, has(end + 1, .time), has(start - 1, .in) { return offset(1, end + 2) }
    if has(start - 1, .every) { return nil }
    return Expression(start: start, end: end, meaning: .duration(amount, unit), rule: rule(amount))
  }

  private func isAge(_ index: Int) -> Bool {
    token(index).end - token(index).start == 3 && token(index).lexeme == 0
  }

  /// "about three years", "more than a decade ago", "around 2010".
  func measured(at index: Int) -> Expression? {
    guard let measure = MeasureWord(rawValue: lexeme(index).value) else { return nil }
    var start = index
    var next = index + 1
    let modifier: RecognizedDate.Modifier
    switch measure {
    case .about: modifier = .approximate
    case .nearly: modifier = .lessThan
    case .more, .less:
      guard has(next, .than) else { return nil }
      next += 1
      if isWord(index - 1, "no") || isWord(index - 1, "not") {
        start -= 1
        modifier = measure == .more ? .atMost : .atLeast
      } else {
        modifier = measure == .more ? .moreThan : .lessThan
      }
    case .at:
      guard let which = MeasureWord(rawValue: lexeme(next).value), which == .least || which == .most else {
        return nil
      }
      next += 1
      modifier = which == .least ? .atLeast : .atMost
    case .up:
      guard has(next, .to) else { return nil }
      next += 1
      modifier = .atMost
    default: return nil
    }
    if var found = quantity(at: next) {
      found.start = start
      found.modifier = modifier
      return found
    }
    guard measure == .about else { return nil }
    if var found = year(at: next, after: nil), case .date = found.meaning {
      found.start = start
      found.modifier = modifier
      return found
    }
    return nil
  }
}
