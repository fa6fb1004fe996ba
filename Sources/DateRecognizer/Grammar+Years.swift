/// A year as it stands beside a day, month or season: a number, or "last year".
enum StatedYear {
  case number(Int)
  case relation(DatePart.Relation)
}

extension DatePart {
  mutating func set(_ stated: StatedYear?) {
    switch stated {
    case .number(let number): year = number
    case .relation(let relation): yearRelation = relation
    case nil: break
    }
  }
}

// Years: "in 2014", "(2014)", "2014–16", "346 BC". A number of four digits is one only where the words around
// it say so.
extension Grammar {
  /// Reads a year beside a day, month or season: "2015", ", 2015", "of 2015", "of last year".
  func yearBeside(at index: Int) -> (StatedYear?, Int) {
    var next = index
    if kind(next) == .comma {
      next += 1
    } else if has(next, .of) {
      next = after(.the, next + 1)
    }
    let number = token(next)
    if number.kind == .number, number.digits <= 4, number.value > 0, isPlain(next),
      let (year, end) = era(.number(Int(number.value)), at: next + 1)
    {
      return (year, end)
    }
    if isYearBesideDay(next), !has(next + 1, .counted), !isUnitNext(next + 1) {
      return (.number(Int(number.value)), next + 1)
    }
    guard kind(next) == .word, has(next, .relation), lexeme(next + 1).unit == .year, has(next + 1, .unit),
      kind(index) != .comma
    else { return (nil, index) }
    switch RelationWord(rawValue: lexeme(next).value) {
    case .last: return (.relation(.offset(-1)), next + 2)
    case .this: return (.relation(.offset(0)), next + 2)
    case .next: return (.relation(.offset(1)), next + 2)
    case .previous, .following, .same, .that: return (.relation(.text), next + 2)
    default: return (nil, index)
    }
  }

  private func isUnitNext(_ index: Int) -> Bool { has(index, .pluralUnit) }

  /// Whether the token is a number of four digits that can be a year.
  func isYearNumber(_ index: Int) -> Bool {
    let token = token(index)
    return token.kind == .number && token.digits == 4 && (1_000...2_100).contains(token.value)
      && isPlain(index)
  }

  /// Whether the token is a year where a day or month stands before it, which makes far ones sure too: "10 May 2101".
  private func isYearBesideDay(_ index: Int) -> Bool {
    let token = token(index)
    return token.kind == .number && token.digits == 4 && (1_000...2_999).contains(token.value)
      && isPlain(index)
  }

  /// Reads "BC", "B.C.", "AD" after a year.
  func era(_ stated: StatedYear?, at index: Int) -> (StatedYear, Int)? {
    guard case .number(let year)? = stated else { return nil }
    if has(index, .era), token(index).shape.contains(.allCapitals) {
      return (.number(byte(index) == UInt8(ascii: "B") ? 1 - year : year), index + 1)
    }
    guard let end = dottedEra(at: index) else { return nil }
    return (.number(byte(index) == UInt8(ascii: "B") ? 1 - year : year), end)
  }

  /// "B.C.", "A.D.", "B.C.E.": the index after it.
  private func dottedEra(at index: Int) -> Int? {
    let first = byte(index)
    guard kind(index) == .word, kind(index + 1) == .fullStop, kind(index + 2) == .word,
      isAdjacent(index + 1), isAdjacent(index + 2), length(index) == 1, length(index + 2) == 1
    else { return nil }
    let second = byte(index + 2)
    guard
      (first == UInt8(ascii: "B") && second == UInt8(ascii: "C"))
        || (first == UInt8(ascii: "A") && second == UInt8(ascii: "D"))
    else { return nil }
    return kind(index + 3) == .fullStop && isAdjacent(index + 3) ? index + 4 : index + 3
  }

  private func length(_ index: Int) -> Int { Int(token(index).end - token(index).start) }

  /// "346 BC", "AD 79".
  func yearWithEra(at index: Int) -> Expression? {
    if kind(index) == .number {
      let number = token(index)
      guard number.digits <= 4, number.value > 0, isPlain(index),
        case (.number(let year), let end)? = era(.number(Int(number.value)), at: index + 1)
      else { return nil }
      return Expression(
        start: index, end: end, meaning: .date(DatePart(.year, year: year)), rule: .yearWithEra)
    }
    guard token(index).shape.contains(.allCapitals), byte(index) == UInt8(ascii: "A"),
      kind(index + 1) == .number, token(index + 1).digits <= 4, isPlain(index + 1), token(index + 1).value > 0
    else { return nil }
    return Expression(
      start: index, end: index + 2, meaning: .date(DatePart(.year, year: Int(token(index + 1).value))),
      rule: .yearWithEra)
  }

  /// Reads a year that stands alone, or a range of years. `front` is the first token of words that belong to it
  /// ("the end of").
  func year(at index: Int, after front: Int?) -> Expression? {
    guard isYearNumber(index), !isReferenceNumber(index) else { return nil }
    let value = Int(token(index).value)
    if let range = yearRange(at: index) { return range }
    // "from 2000 to 2500 metres", "1 of 1500"
    if connector(at: index + 1, before: index) != nil, kind(index + 2) == .number,
      !isYearNumber(index + 2) || token(index + 2).value <= value
    {
      return nil
    }
    if has(index - 1, .of), kind(index - 2) == .number { return nil }
    // "2014-15-2", "1500-strong", "2014/2"
    let next = index + 1
    if isAdjacent(next), [.hyphen, .slash].contains(kind(next)), kind(next + 1) != .lineEnd,
      isAdjacent(next + 1)
    {
      return nil
    }
    guard let rule = yearRule(at: index, value, hasFront: front != nil) else { return nil }
    var part = DatePart(.year, year: value)
    if isWord(index - 1, "year"), isFiscal(index - 2) { part.relation = .name }
    return Expression(start: index, end: next, meaning: .date(part), rule: rule)
  }

  /// "page 2014", "Resolution 2042", "No. 1914", "fiscal year 2014".
  private func isReferenceNumber(_ index: Int) -> Bool {
    let before = index - 1
    if has(before, .numbered) { return true }
    if kind(before) == .fullStop, has(before - 1, .numbered) { return true }
    // "Resolutions 2042 and 2043"
    if has(before, [.and, .or]) || kind(before) == .comma, kind(before - 1) == .number,
      has(before - 2, .numbered)
    {
      return true
    }
    if isAdjacent(index) {
      if kind(before) == .hyphen { return !has(before - 1, [.prefix, .phase]) && !isYearNumber(before - 1) }
      if kind(before) == .symbol { return true }
    }
    return false
  }

  /// Whether the word before "year" makes it another than the calendar's.
  private func isFiscal(_ index: Int) -> Bool {
    isWord(index, "fiscal") || isWord(index, "financial") || isWord(index, "tax") || isWord(index, "academic")
      || isWord(index, "school")
  }

  /// Returns why the number is a year, or nothing where it is not said to be one.
  private func yearRule(at index: Int, _ value: Int, hasFront: Bool) -> DateRule? {
    let before = index - 1
    let next = index + 1
    let isRecent = (1_900...2_099).contains(value)
    // "listen(1337)" is a call.
    if kind(before) == .opener, kind(next) == .closer, value < 2_100,
      !isAdjacent(before) || kind(before - 1) == .lineEnd
    {
      return .yearInBrackets
    }
    if has(next, .counted) || has(next, .hundreds) { return nil }
    if has(next, [.unit, .pluralUnit]) { return nil }
    let isNoun = precedesNoun(next) && isNounAdjacent(next)
    if hasFront { return !isNoun || isRecent ? .yearAfterWord : nil }
    if kind(before) == .hyphen || kind(before) == .dash, has(before - 1, [.prefix, .phase]) {
      return .yearAfterWord
    }
    if has(before, .prefix) { return .yearAfterWord }
    if has(before, .yearFront) {
      if isNoun, !isRecent || value % 100 == 0 { return nil }
      return .yearAfterWord
    }
    if has(before, [.the, .article]), isRecent, has(next, .event) || isEventName(next) {
      return .yearOfEvent
    }
    if token(before).isCapital, has(before, .event), isRecent { return .yearOfEvent }
    if index - 1 == lastYearEnd || (index - 2 == lastYearEnd && kind(before - 1) == .comma) {
      let isList = kind(before) == .comma || has(before, [.and, .or, .to])
      if isList, !isNoun, value >= 1_800 { return .yearInList }
    }
    if has(before, .weakFront) {
      if has(next, .event), isRecent { return .yearAfterWord }
      guard !isNoun, !token(next).shape.contains(.past) else { return nil }
      // "about 2000 were killed", "by 1500 British troops"
      let isEnd = kind(next) != .word
      if isWord(before, "circa") { return .yearAfterWord }
      if has(before, [.measure, .to]) { return isRecent && isEnd && value % 100 != 0 ? .yearAfterWord : nil }
      return isRecent || (isEnd && value >= 1_500) ? .yearAfterWord : nil
    }
    return nil
  }

  private func isNounAdjacent(_ index: Int) -> Bool { kind(index) == .word }

  /// Whether a name with a capital follows that is not a person's: "2012 Summer Olympics", "2014 World Cup".
  private func isEventName(_ index: Int) -> Bool {
    let token = token(index)
    return token.kind == .word && token.isCapital
      && (token.lexeme == 0 || has(index, [.event, .season, .dayNameHead]))
  }

  /// "2014-2016", "2014–16", "1997-8", "2014/15", "from 2011 to 2013".
  private func yearRange(at index: Int) -> Expression? {
    let first = Int(token(index).value)
    let before = index - 1
    var next = index + 1
    var isWord = false
    switch kind(next) {
    case .hyphen, .dash, .slash: next += 1
    case .word:
      guard has(next, [.to, .until]) || (has(next, .and) && has(before, .between)) else { return nil }
      isWord = true
      next += 1
    default: return nil
    }
    let second = token(next)
    guard second.kind == .number, isPlain(next) || kind(index + 1) == .slash, !second.shape.contains(.grouped)
    else {
      return nil
    }
    var last = Int(second.value)
    let isTight = isAdjacent(index + 1) && isAdjacent(next)
    var isOpen = false
    if second.digits == 4 {
      guard kind(index + 1) != .slash || last == first + 1 else { return nil }
    } else {
      guard isTight, !isWord, second.digits <= 2, first >= 1_000 else { return nil }
      let scale = second.digits == 2 ? 100 : 10
      last += first / scale * scale
      if kind(index + 1) == .slash, last != first + 1 { return nil }
      if kind(index + 1) == .hyphen, second.digits == 2, (1...12).contains(second.value) {
        // "2015-08" is a month; "2011-12" may be one.
        guard last > first else { return nil }
        isOpen = true
      }
      if second.digits == 1, first < 1_800 { return nil }
    }
    guard last > first, last <= 2_100, last - first <= 1_000 else { return nil }
    if has(next + 1, .counted) || has(next + 1, .hundreds) { return nil }
    if isAdjacent(next + 1), [.hyphen, .slash].contains(kind(next + 1)), kind(next + 2) == .number {
      return nil
    }
    if isWord, !has(before, [.from, .between, .in, .yearFront]) { return nil }
    if first < 1_800 || last > 2_099 {
      guard has(before, [.from, .between, .in, .yearFront, .the]) || kind(before) == .opener else {
        return nil
      }
    }
    if precedesNoun(next + 1), first % 100 == 0, last % 100 == 0 { return nil }
    var part = DatePart(.year, year: first)
    if isOpen { part.relation = .name }
    return Expression(
      start: index, end: next + 1, meaning: .range(part, DatePart(.year, year: last)), rule: .rangeOfYears)
  }
}
