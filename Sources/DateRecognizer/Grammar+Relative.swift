// Dates relative to the reference or to a date in the text.
extension Grammar {
  /// "the day before yesterday", "the day after tomorrow".
  func dayBeside(at index: Int) -> Expression? {
    guard has(index, .unit), lexeme(index).unit == .day, has(index + 1, .weakFront), has(index + 2, .namedDay)
    else {
      return nil
    }
    let named = lexeme(index + 2).value
    let isBefore = byte(index + 1) | 0x20 == UInt8(ascii: "b")
    guard isBefore ? named == 1 : named == 3 else { return nil }
    return Expression(
      start: index, end: index + 3, meaning: .date(DatePart(.day, relation: .offset(isBefore ? -2 : 2))),
      rule: .dayByReference)
  }

  /// "last week", "this June", "next Friday", "the past three years", "the previous year".
  func relative(at index: Int) -> Expression? {
    guard let word = RelationWord(rawValue: lexeme(index).value) else { return nil }
    let next = index + 1
    if let span = span(at: index, word) { return span }
    // "this past week"
    if word == .this, has(next, .relation), var found = relative(at: next), case .span = found.meaning {
      found.start = index
      return found
    }
    if has(next, .month), isMonth(next, besideNumber: false) {
      return named(index, DatePart(.month, number: Int(lexeme(next).value)), word)
    }
    if has(next, .weekday), !has(next, .short), token(next).isCapital, !isDayName(next) {
      var part = DatePart(.day, number: Int(lexeme(next).value))
      part.isWeekday = true
      return named(index, part, word)
    }
    if has(next, .season) {
      let isFall = byte(next) | 0x20 == UInt8(ascii: "f")
      if isFall, has(next + 1, [.of, .in, .from, .to]) || word == .that || word == .same { return nil }
      return named(index, DatePart(.season, number: Int(lexeme(next).value)), word)
    }
    if has(next, .partOfDay) { return partOfDay(at: index, word) }
    if has(next, .quarter), !has(next + 1, .of), byte(next + 1) != UInt8(ascii: "f") {
      return word == .past || word == .coming ? nil : named(index, DatePart(.quarter), word)
    }
    guard has(next, .unit) else { return nil }
    return calendarUnit(at: index, word, lexeme(next).unit)
  }

  private func partOfDay(at index: Int, _ word: RelationWord) -> Expression? {
    let which = Int(lexeme(index + 1).value)
    var part = DatePart(.day, relation: .offset(0))
    part.partOfDay = which
    switch word {
    case .this: break
    case .last where which == 4: part.relation = .offset(-1)
    case .same, .that, .following, .previous: part.relation = .text
    default: return nil
    }
    return Expression(
      start: index, end: index + 2, meaning: .date(part),
      rule: part.relation == .text ? .unitByText : .dayByReference)
  }

  private func named(_ index: Int, _ part: DatePart, _ word: RelationWord) -> Expression? {
    var part = part
    var end = index + 2
    var rule = DateRule.unitByReference
    switch word {
    case .last where has(end, .of) || (has(end, .in) && has(index - 1, .the)),
      .next where has(index - 1, .the) && part.isWeekday:
      // "the last Friday of May", "the next Tuesday"
      (part.relation, rule) = (.text, .unitByText)
    case .last, .past: part.relation = .named(-1)
    case .this: part.relation = .named(0)
    case .next, .coming: part.relation = .named(1)
    case .previous, .following, .same, .that: (part.relation, rule) = (.text, .unitByText)
    }
    if part.isWeekday { part.partOfDay = partOfDay(&end) }
    if !part.isWeekday, part.unit != .quarter, isYearNumber(end) { return nil }
    return Expression(start: index, end: end, meaning: .date(part), rule: rule)
  }

  private func calendarUnit(at index: Int, _ word: RelationWord, _ unit: CalendarUnit) -> Expression? {
    guard !unit.isClock else { return nil }
    let hasThe = has(index - 1, .the)
    func date(_ relation: DatePart.Relation, _ rule: DateRule) -> Expression {
      Expression(start: index, end: index + 2, meaning: .date(DatePart(unit, relation: relation)), rule: rule)
    }
    switch word {
    case .past:
      return hasThe || has(index - 1, [.in, .relation]) ? span(index, index + 2, Amount(1), unit, -1) : nil
    case .last:
      if unit == .day { return nil }
      if hasThe {
        // "the last year" counts back from today; "the last week of May" is a part of it.
        if has(index + 2, .of) { return nil }
        return unit == .weekend ? nil : span(index, index + 2, Amount(1), unit, -1)
      }
      return date(.offset(-1), .unitByReference)
    case .this: return unit == .day ? nil : date(.offset(0), .unitByReference)
    case .next, .coming:
      if hasThe {
        if has(index - 2, .lengthFront) || word == .coming {
          return span(index, index + 2, Amount(1), unit, 1)
        }
        return date(.text, .unitByText)
      }
      if unit == .day { return date(.text, .unitByText) }
      if word == .coming { return nil }
      return date(.offset(1), .unitByReference)
    case .previous, .following: return date(.text, .unitByText)
    case .same: return hasThe || has(index - 1, .relation) ? date(.text, .unitByText) : nil
    case .that: return date(.text, .unitByText)
    }
  }

  /// "the past three years", "the next few weeks", "the last decades".
  private func span(at index: Int, _ word: RelationWord) -> Expression? {
    let direction: Int
    switch word {
    case .last, .past:
      // "to last 45 minutes", "could last two years"
      let before = index - 1
      if word == .last, has(before, [.to, .future]) { return nil }
      if word == .last, has(before, .function), !has(before, WordClasses.beforeSpan) { return nil }
      direction = -1
    case .next, .coming: direction = 1
    case .previous: direction = -2
    case .following: direction = 2
    default: return nil
    }
    var next = index + 1
    if has(next, .pluralUnit) {
      let unit = lexeme(next).unit
      guard !unit.isClock, unit != .weekend, word == .coming || word == .past else { return nil }
      return Expression(start: index, end: next + 1, meaning: .vague(unit, direction), rule: .vagueReference)
    }
    guard let (amount, end) = amount(at: next) else { return nil }
    next = after(.filler, end)
    guard has(next, .pluralUnit), lexeme(next).unit != .weekend else { return nil }
    return span(index, next + 1, amount, lexeme(next).unit, direction)
  }

  private func span(_ start: Int, _ end: Int, _ amount: Amount, _ unit: CalendarUnit, _ direction: Int)
    -> Expression
  {
    Expression(
      start: start, end: end, meaning: .span(amount, unit, direction),
      rule: abs(direction) == 1 ? .spanByReference : .spanByText)
  }

  /// "recent years", "coming weeks".
  func recent(at index: Int) -> Expression? {
    guard has(index + 1, .pluralUnit) else { return nil }
    let unit = lexeme(index + 1).unit
    guard !unit.isClock, unit != .weekend else { return nil }
    return Expression(
      start: index, end: index + 2, meaning: .vague(unit, lexeme(index).value < 0 ? -1 : 1),
      rule: .vagueReference)
  }

  /// "earlier this month", "later next year".
  func comparative(at index: Int) -> Expression? {
    let next = has(index + 1, .in) ? index + 2 : index + 1
    if has(index + 1, .namedDay), var found = namedDay(at: index + 1) {
      found.start = index
      found.modifier = lexeme(index).value < 0 ? .before : .after
      return found
    }
    guard has(next, .relation), let inner = relative(at: next), case .date(let part) = inner.meaning else {
      return nil
    }
    switch part.relation {
    case .offset, .named: break
    default: return nil
    }
    var found = inner
    found.start = index
    found.modifier = lexeme(index).value < 0 ? .before : .after
    return found
  }

  /// "early 2014", "mid-June", "the end of last year".
  func phase(at index: Int) -> Expression? {
    var next = index + 1
    if has(index, .phaseOf) {
      guard has(next, .of) else { return nil }
      next = after(.the, next + 1)
    } else if kind(next) == .hyphen, isAdjacent(next) {
      next += 1
      // "mid-to-late 19th century"
      if has(next, .to), kind(next + 1) == .hyphen, has(next + 2, .phase) { next += 3 }
    }
    // "early in 2016", "late on Tuesday"
    if next == index + 1, has(next, [.in, .on]), !has(next + 1, .the) { next += 1 }
    guard var found = plainDate(at: next, after: index), found.modifier == nil else { return nil }
    switch found.meaning {
    case .date(let part) where part.relation != .text && part.partOfDay == 0: break
    default: return nil
    }
    found.start = index
    switch lexeme(index).value {
    case 1: found.modifier = .start
    case 2: found.modifier = .middle
    default: found.modifier = .end
    }
    return found
  }
}
