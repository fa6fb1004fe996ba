// Ranges of dates: "12 May 2014 to 3 June 2015", "June–August 2013", "the 1950s to the 1970s".
extension Grammar {
  /// Returns the expression grown to a range where a second date follows that closes it.
  func joined(_ expression: Expression, _ first: DatePart) -> Expression {
    guard first.relation == .stated, first.partOfDay == 0, !(first.unit == .day && first.number == 0),
      let connector = connector(at: expression.end, before: expression.start)
    else { return expression }
    let next = after(.the, connector)
    guard let second = second(at: next, first), case .date(var last) = second.meaning,
      last.unit == first.unit, last.isWeekday == first.isWeekday, last.relation == .stated,
      last.partOfDay == 0,
      second.modifier == nil || expression.modifier != nil
    else { return expression }
    // "in 2013, and in May 2014": the words between them say that these are two.
    var first = first
    let isWord = kind(expression.end) == .word
    let hasFrom = has(expression.start - 1, [.from, .between])
    switch first.unit {
    case .day where first.isWeekday:
      if isWord, !hasFrom, kind(expression.end) == .word, !has(expression.end, .to) { return expression }
    case .day, .month:
      if last.yearRelation != nil || first.yearRelation != nil { return expression }
      if let year = last.year, first.year == nil {
        // "November to January 2014" begins in the year before.
        let begins = (first.number, first.day)
        first.year = begins <= (last.number, last.day) ? year : year - 1
      } else if let year = first.year, last.year == nil {
        guard !isWord || hasFrom else { return expression }
        last.year = (first.number, first.day) <= (last.number, last.day) ? year : year + 1
      }
      if let begin = first.year, let end = last.year,
        (begin, first.number, first.day) >= (end, last.number, last.day)
      {
        return expression
      }
    case .decade:
      if let year = first.year, last.year == nil { last.year = year / 100 * 100 + last.number * 10 }
      guard let begin = first.year, let end = last.year, begin < end else { return expression }
    case .century: guard first.number < last.number else { return expression }
    case .year: guard let begin = first.year, let end = last.year, begin < end else { return expression }
    default: return expression
    }
    var found = expression
    found.end = second.end
    found.meaning = .range(first, last)
    found.rule =
      switch first.unit {
      case .day: first.isWeekday ? .rangeOfUnits : .rangeOfDays
      case .month: .rangeOfMonths
      case .year: .rangeOfYears
      default: .rangeOfUnits
      }
    return found
  }

  private func second(at index: Int, _ first: DatePart) -> Expression? {
    if has(index, .weekday) { return weekday(at: index) }
    if kind(index) == .apostrophe { return decade(at: index + 1) }
    if first.unit == .decade, kind(index) == .plural, token(index).digits == 2, token(index).value % 10 == 0 {
      let part = DatePart(.decade, number: Int(token(index).value) / 10)
      return Expression(start: index, end: index + 1, meaning: .date(part), rule: .decadeAlone)
    }
    return plainDate(at: index, after: index - 1)
  }
}
