// Days and months: "21 August 2015", "August 21st", "June 2015", "in June".
extension Grammar {
  /// Reads a day or month that begins with a number, an ordinal or a month.
  func dayOrMonth(at index: Int, after front: Int? = nil) -> Expression? {
    has(index, .month) ? monthFirst(at: index, front: front ?? index) : dayFirst(at: index)
  }

  /// "21 August 2015", "the 21st of August", "3-5 May", "3 to 5 May 2014".
  private func dayFirst(at index: Int) -> Expression? {
    guard let (day, afterDay) = dayNumber(at: index) else { return nil }
    // "4-Jul-2014"
    if kind(afterDay) == .hyphen, isAdjacent(afterDay), isMonth(afterDay + 1, besideNumber: true),
      kind(afterDay + 2) == .hyphen, isYearNumber(afterDay + 3), !isGlued(index), kind(index - 1) != .hyphen
    {
      let year = StatedYear.number(Int(token(afterDay + 3).value))
      return dayExpression(
        index, afterDay + 4, month: Int(lexeme(afterDay + 1).value), day: day, lastDay: nil, year: year)
    }
    var next = after(.of, after(.the, afterDay))
    var lastDay: Int?
    if !isMonth(next, besideNumber: true), let (second, end) = secondDay(at: afterDay, before: index),
      second > day
    {
      lastDay = second
      next = after(.of, end)
    }
    // Between a day and a year "august" is a month too.
    let isMonth = isMonth(next, besideNumber: true) || (has(next, .wavering) && isYearNumber(next + 1))
    guard isMonth, kind(index - 1) != .currency else { return nil }
    // "page 5 May", "No. 5 March"
    guard !has(index - 1, .numbered), !(kind(index - 1) == .fullStop && has(index - 2, .numbered)) else {
      return nil
    }
    let month = Int(lexeme(next).value)
    let (year, end) = yearBeside(at: afterMonth(next))
    return dayExpression(index, end, month: month, day: day, lastDay: lastDay, year: year)
  }

  /// "August 21, 2015", "May 3-5", "June 2015", "June".
  private func monthFirst(at index: Int, front: Int) -> Expression? {
    let month = Int(lexeme(index).value)
    let next = afterMonth(index)
    if isMonth(index, besideNumber: true) {
      if let (day, afterDay) = dayNumber(at: after(.the, next)), !has(afterDay, .counted),
        !isClock(afterDay)
      {
        var lastDay: Int?
        var end = afterDay
        if let (second, afterSecond) = secondDay(at: afterDay, before: index), second > day,
          !isMonth(afterSecond, besideNumber: true)
        {
          lastDay = second
          end = afterSecond
        }
        let (year, afterYear) = yearAfterClock(at: end) ?? yearBeside(at: end)
        return dayExpression(index, afterYear, month: month, day: day, lastDay: lastDay, year: year)
      }
      let (year, afterYear) = yearBeside(at: after(.of, next))
      if let year {
        var part = DatePart(.month, number: month)
        part.set(year)
        return Expression(start: index, end: afterYear, meaning: .date(part), rule: .monthWritten)
      }
    }
    if let range = months(from: index, to: next) { return range }
    guard isMonthAlone(index, front: front) else { return nil }
    return Expression(
      start: index, end: index + 1, meaning: .date(DatePart(.month, number: month)), rule: .monthAlone)
  }

  /// "Nov-Dec 2014", "June/July 2014"
  private func months(from index: Int, to mark: Int) -> Expression? {
    guard [.hyphen, .dash, .slash].contains(kind(mark)), isMonth(index, besideNumber: true),
      isMonth(mark + 1, besideNumber: true),
      case (.number(let year)?, let end) = yearBeside(at: afterMonth(mark + 1))
    else { return nil }
    let last = DatePart(.month, number: Int(lexeme(mark + 1).value), year: year)
    var first = DatePart(.month, number: Int(lexeme(index).value), year: year)
    if first.number > last.number { first.year = year - 1 }
    guard first.number != last.number else { return nil }
    return Expression(start: index, end: end, meaning: .range(first, last), rule: .rangeOfMonths)
  }

  private func dayExpression(
    _ start: Int, _ end: Int, month: Int, day: Int, lastDay: Int?, year: StatedYear?
  ) -> Expression {
    var part = DatePart(.day, number: month, day: day)
    part.set(year)
    if let lastDay {
      var last = part
      last.day = lastDay
      return Expression(start: start, end: end, meaning: .range(part, last), rule: .rangeOfDays)
    }
    // "21 July Movement", "September 11 attacks"
    let isName = has(end, .nameHead) && token(end).isCapital || has(end, .attack) && month == 9 && day == 11
    if year == nil, isName { part.relation = .name }
    let rule = year != nil ? DateRule.dayWritten : isName ? .dayInName : .dayAlone
    return Expression(start: start, end: end, meaning: .date(part), rule: rule)
  }

  /// Reads the year of "Aug 28 23:59:59 2012" or "Aug 28 23:59:59 GMT 2012", after the clock time at an index.
  private func yearAfterClock(at index: Int) -> (StatedYear?, Int)? {
    guard kind(index) == .number, isClock(index + 1) else { return nil }
    var next = index + 3
    if isClock(next) { next += 2 }
    if kind(next) == .word, token(next).shape.contains(.allCapitals) { next += 1 }
    return isYearNumber(next) ? (.number(Int(token(next).value)), next + 1) : nil
  }

  /// Returns the day of the month at an index, and the index after it.
  func dayNumber(at index: Int) -> (Int, Int)? {
    let token = token(index)
    switch token.kind {
    case .number where token.digits <= 2 && isPlain(index), .ordinal where token.digits <= 2:
      guard (1...31).contains(token.value) else { return nil }
      return (Int(token.value), index + 1)
    case .word where has(index, .ordinal):
      // "the first of May"
      let value = Int(lexeme(index).value)
      guard value > 0, !has(index, .relation), has(index + 1, .of) else { return nil }
      return (value, index + 1)
    default: return nil
    }
  }

  /// Returns the last day of "3-5", "3 to 5", "3 and 5" (after "between"), and the index after it.
  private func secondDay(at index: Int, before first: Int) -> (Int, Int)? {
    guard let next = connector(at: index, before: first), let (day, end) = dayNumber(at: next) else {
      return nil
    }
    return (day, end)
  }

  /// Returns the index after a hyphen, dash or word that joins the two ends of a range; `first` is the first
  /// token of the first end.
  func connector(at index: Int, before first: Int) -> Int? {
    switch kind(index) {
    case .hyphen: return kind(index + 1) == .hyphen ? index + 2 : index + 1
    case .dash: return index + 1
    case .word:
      if has(index, [.to, .until]) { return index + 1 }
      return has(index, .and) && has(first - 1, .between) ? index + 1 : nil
    default: return nil
    }
  }

  /// Whether the word is a month. Beside a number an abbreviation counts, and a clear name in lower case.
  func isMonth(_ index: Int, besideNumber: Bool) -> Bool {
    let lexeme = lexeme(index)
    guard lexeme.classes.contains(.month) else { return false }
    if lexeme.classes.contains(.short) { return besideNumber && token(index).isCapital }
    return token(index).isCapital || (besideNumber && !lexeme.classes.contains(.wavering))
  }

  /// The index after a month and the full stop of its abbreviation.
  private func afterMonth(_ index: Int) -> Int {
    has(index, .short) && kind(index + 1) == .fullStop && isAdjacent(index + 1) ? index + 2 : index + 1
  }

  /// Whether the number that ends before `index` is an hour: "May 3 p.m.", "May 10:30".
  private func isClock(_ index: Int) -> Bool {
    kind(index) == .symbol && byte(index) == UInt8(ascii: ":") && isAdjacent(index)
      && kind(index + 1) == .number && isAdjacent(index + 1)
  }

  /// Whether a month without a number beside it is one: not "May I", "a March on Rome", "June said".
  private func isMonthAlone(_ index: Int, front: Int) -> Bool {
    guard isMonth(index, besideNumber: false) else { return false }
    let before = front - 1
    let isMay = lexeme(index).value == 5
    if front < index { return true }
    let next = token(index + 1)
    // "Black September"
    if token(before).isCapital, has(before, .dayNameFront) { return false }
    // "May: talks begin" in a list of months
    if kind(before) == .lineEnd,
      byte(index + 1) == UInt8(ascii: ":") || [.dash, .hyphen].contains(kind(index + 1)),
      kind(index + 2) == .word, token(index + 2).spaceBefore
    {
      return true
    }
    // "June Smith", "October Revolution"
    if next.kind == .word, next.isCapital, next.lexeme == 0, !next.shape.contains(.allCapitals) {
      return false
    }
    if next.kind == .word, next.isCapital, has(index + 1, .nameHead) { return false }
    if kind(index + 1) == .apostrophe, isMay, !has(before, .in) { return false }
    if has(before, [.yearFront, .until]) { return true }
    if has(before, [.weakFront, .by, .to]) {
      // "a speech by May", "from March"
      return !isMay || connectsMonth(index + 1)
    }
    if connectsMonth(index + 1) { return true }
    if has(before, [.and, .or, .to]), has(before - 1, .month),
      isMonth(before - 1, besideNumber: false)
    {
      return true
    }
    if kind(before) == .hyphen || kind(before) == .dash { return false }
    if followsName(index) { return false }
    guard lexeme(index).classes.contains(.wavering) else {
      return token(before).kind != .word || !token(before).isCapital || before < 0
        || lexeme(before).classes != []
    }
    // "the June elections", "the March offensive"
    guard has(before, [.the, .article]), next.kind == .word, !next.isCapital else { return false }
    return lexeme(index).value == 3 || isMay ? has(index + 1, .event) : !has(index + 1, .function)
  }

  /// Whether a range or list of months goes on: "to June", "and June", "-June".
  private func connectsMonth(_ index: Int) -> Bool {
    switch kind(index) {
    case .hyphen, .dash, .comma: isMonth(index + 1, besideNumber: false)
    case .word: has(index, [.to, .and, .or, .until]) && isMonth(index + 1, besideNumber: false)
    default: false
    }
  }
}
