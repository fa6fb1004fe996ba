// Seasons, quarters, halves, decades and centuries.
extension Grammar {
  /// "summer 2013", "the summer of 2013", "in the summer".
  func season(at index: Int, after front: Int?) -> Expression? {
    let number = Int(lexeme(index).value)
    // "the Prague Spring of 1968"
    if token(index).isCapital, followsName(index) { return nil }
    var part = DatePart(.season, number: number)
    let (year, end) = yearBeside(at: kind(index + 1) == .comma ? index + 2 : index + 1)
    if let year, kind(index + 1) != .comma || isYearNumber(index + 2) {
      part.set(year)
      let second = token(end + 1)
      // "winter 2013-14"
      if number == 4, [.hyphen, .dash, .slash].contains(kind(end)), isAdjacent(end), second.kind == .number,
        case .number(let first) = year, second.digits == 4 || second.digits == 2,
        (first + 1) % (second.digits == 2 ? 100 : 10_000) == Int(second.value)
      {
        part.day = 1
        return Expression(start: index, end: end + 2, meaning: .date(part), rule: .seasonWritten)
      }
      return Expression(start: index, end: end, meaning: .date(part), rule: .seasonWritten)
    }
    let alone = Expression(start: index, end: index + 1, meaning: .date(part), rule: .seasonAlone)
    if front != nil { return number == 3 && has(index + 1, .of) ? nil : alone }
    guard !has(index + 1, .of), kind(index + 1) != .hyphen || !isAdjacent(index + 1) else { return nil }
    // "in the summer", not "in spring water" or "in the fall of"
    let start = has(index - 1, .the) ? index - 1 : index
    guard has(start - 1, [.in, .by, .until, .yearFront]), !precedesNoun(index + 1),
      number != 3 || byte(index) | 0x20 == UInt8(ascii: "a")
        || start < index
    else { return nil }
    return alone
  }

  /// "Q3 2014", "2014 Q3", "the second quarter of 2014", "the first half of last year".
  func quarter(at index: Int) -> Expression? {
    var next = index
    var number = 0
    var unit = CalendarUnit.quarter
    if isYearNumber(index), isQuarterSign(index + 1) {
      var part = sign(index + 1)
      part.year = Int(token(index).value)
      return Expression(
        start: index, end: index + 2, meaning: .date(part),
        rule: part.unit == .half ? .halfWritten : .quarterWritten)
    }
    if isQuarterSign(index) {
      let part = sign(index)
      (unit, number, next) = (part.unit, part.number, index + 1)
    } else if let (ordinal, end) = ordinal(at: index), has(end, [.quarter, .half]) {
      unit = has(end, .half) ? .half : .quarter
      number = ordinal < 0 ? (unit == .half ? 2 : 4) : ordinal
      next = end + 1
    } else {
      return nil
    }
    guard number > 0, number <= (unit == .half ? 2 : 4) else { return nil }
    var part = DatePart(unit, number: number)
    let rule = unit == .half ? DateRule.halfWritten : .quarterWritten
    let (year, end) = yearBeside(at: after(.in, next))
    if let year {
      part.set(year)
      return Expression(start: index, end: end, meaning: .date(part), rule: rule)
    }
    guard isQuarterSign(index), unit == .quarter, has(index - 1, .in) else { return nil }
    return Expression(start: index, end: next, meaning: .date(part), rule: rule)
  }

  private func isQuarterSign(_ index: Int) -> Bool { has(index, .quarterSign) && token(index).isCapital }

  private func sign(_ index: Int) -> DatePart {
    let value = Int(lexeme(index).value)
    return value > 4 ? DatePart(.half, number: value - 4) : DatePart(.quarter, number: value)
  }

  /// Returns an ordinal number, -1 for "last", and the index after it.
  func ordinal(at index: Int) -> (Int, Int)? {
    if kind(index) == .ordinal {
      return token(index).digits <= 2 ? (Int(token(index).value), index + 1) : nil
    }
    if has(index, .ordinal) {
      return has(index, .relation) ? (-1, index + 1) : (Int(lexeme(index).value), index + 1)
    }
    // "twenty-first"
    guard has(index, .cardinal), lexeme(index).value >= 20 else { return nil }
    let next = kind(index + 1) == .hyphen ? index + 2 : index + 1
    guard has(next, .ordinal), !has(next, .relation), (1...9).contains(lexeme(next).value) else { return nil }
    return (Int(lexeme(index).value + lexeme(next).value), next + 1)
  }

  /// "the 19th century", "nineteenth-century", "the 5th century BC"; also "19th" of "19th and 20th centuries".
  func century(at index: Int) -> Expression? {
    guard let (number, end) = ordinal(at: index), (1...30).contains(number) else { return nil }
    var part = DatePart(.century, number: number)
    if let after = afterCentury(end) {
      part.year = 1
      var end = after
      if let (year, afterEra) = era(.number(number), at: end), case .number(let signed) = year {
        part.number = signed > 0 ? number : -number
        end = afterEra
      }
      return Expression(start: index, end: end, meaning: .date(part), rule: .centuryWritten)
    }
    let joint =
      has(end, [.and, .or, .to]) || kind(end) == .hyphen || kind(end) == .dash || kind(end) == .comma
    guard joint, let (_, second) = ordinal(at: after(.phase, end + 1)), afterCentury(second) != nil else {
      return nil
    }
    part.year = 1
    return Expression(start: index, end: end, meaning: .date(part), rule: .centuryWritten)
  }

  private func afterCentury(_ index: Int) -> Int? {
    let word = kind(index) == .hyphen && isAdjacent(index) ? index + 1 : index
    return has(word, [.unit, .pluralUnit]) && lexeme(word).unit == .century ? word + 1 : nil
  }

  /// "the 1990s", "the 1990's", "the '90s", "the nineties".
  func decade(at index: Int) -> Expression? {
    let token = token(index)
    var end = index + 1
    var start = index
    var value = Int(token.value)
    var digits = token.digits
    switch token.kind {
    case .plural: break
    case .number where kind(index + 1) == .apostrophe && isAdjacent(index + 1) && isAdjacent(index + 2):
      guard isPlain(index), kind(index + 2) == .word, length(index + 2) == 1,
        byte(index + 2) | 0x20 == UInt8(ascii: "s")
      else { return nil }
      // "2015's worst year" is no decade.
      guard value % 10 == 0, digits == 4, has(index - 1, [.the, .phase]) else { return nil }
      end = index + 3
    case .word where has(index, .decadeName):
      value = Int(lexeme(index).value) * 10
      digits = 2
      let before = kind(index - 1) == .hyphen ? index - 2 : index - 1
      guard has(before, [.the, .phase]) else { return nil }
    default: return nil
    }
    // "1000s of times"
    guard value % 10 == 0, digits < 4 || value % 100 != 0 || !has(end, .of) else { return nil }
    if digits == 4, (1_000...2_100).contains(value) {
      let part = DatePart(.decade, number: value / 10 % 10, year: value)
      return Expression(start: start, end: end, meaning: .date(part), rule: .decadeWritten)
    }
    guard digits == 2, value > 0 else { return nil }
    if token.kind == .plural {
      if kind(index - 1) == .apostrophe, isAdjacent(index) {
        start = index - 1
      } else {
        guard value >= 20,
          has(index - 1, [.the, .phase]) || kind(index - 1) == .hyphen && has(index - 2, .phase)
        else {
          return nil
        }
      }
    }
    return Expression(
      start: start, end: end, meaning: .date(DatePart(.decade, number: value / 10)), rule: .decadeAlone)
  }

  private func length(_ index: Int) -> Int { Int(token(index).end - token(index).start) }

  /// "Christmas Day", "New Year's Eve", "Boxing Day 2014".
  func holiday(at index: Int) -> Expression? {
    guard token(index).isCapital else { return nil }
    var next = index + 1
    let which = Int(lexeme(index).value)
    if which == 1 {
      guard has(next, .unit), lexeme(next).unit == .year, token(next).isCapital else { return nil }
      next += 1
    }
    if kind(next) == .apostrophe, isAdjacent(next), kind(next + 1) == .word, length(next + 1) == 1 {
      next += 2
    }
    var (month, day) = (0, 0)
    if which == 4 {
      (month, day, next) = (10, 31, index + 1)
    } else {
      guard has(next, .dayWord), token(next).isCapital else { return nil }
      let isEve = byte(next) | 0x20 == UInt8(ascii: "e")
      next += 1
      switch which {
      case 0: (month, day) = (12, isEve ? 24 : 25)
      case 1: (month, day) = isEve ? (12, 31) : (1, 1)
      case 2 where !isEve: (month, day) = (12, 26)
      case 3 where !isEve: (month, day) = (2, 14)
      case 5 where !isEve: (month, day) = (7, 14)
      case 6 where !isEve: (month, day) = (11, 11)
      default: return nil
      }
    }
    var part = DatePart(.day, number: month, day: day)
    let (year, end) = yearBeside(at: next)
    part.set(year)
    return Expression(start: index, end: end, meaning: .date(part), rule: .holiday)
  }
}
