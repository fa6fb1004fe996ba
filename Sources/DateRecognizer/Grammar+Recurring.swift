// What recurs: "every Tuesday", "annually".
extension Grammar {
  /// "every Tuesday", "each year", "every two weeks", "annually", "per year".
  func recurring(at index: Int) -> Expression? {
    func set(_ end: Int, _ meaning: Expression.Meaning, _ rule: DateRule) -> Expression {
      Expression(start: index, end: end, meaning: meaning, rule: rule)
    }
    let next = index + 1
    if has(index, .adverb) {
      guard !token(index).isCapital || lexeme(index).unit == .year else { return nil }
      // "bi-monthly"
      if kind(index - 1) == .hyphen, isAdjacent(index) { return nil }
      return set(next, .recurring(Amount(1), lexeme(index).unit), .setByLength)
    }
    if has(index, .per) {
      guard has(next, .unit), lexeme(next).unit >= .day else { return nil }
      return set(next + 1, .recurring(Amount(1), lexeme(next).unit), .setByLength)
    }
    if has(next, .weekday), !has(next, .short), token(next).isCapital {
      var part = DatePart(.day, number: Int(lexeme(next).value))
      part.isWeekday = true
      var end = next + 1
      if has(end, .partOfDay) {
        part.partOfDay = Int(lexeme(end).value)
        end += 1
      }
      return set(end, .recurringDate(part), .setOfDates)
    }
    if has(next, .month), isMonth(next, besideNumber: false) {
      return set(next + 1, .recurringDate(DatePart(.month, number: Int(lexeme(next).value))), .setOfDates)
    }
    if has(next, .season) {
      return set(next + 1, .recurringDate(DatePart(.season, number: Int(lexeme(next).value))), .setOfDates)
    }
    if has(next, .partOfDay) {
      var part = DatePart(.day)
      part.partOfDay = Int(lexeme(next).value)
      return set(next + 1, .recurringDate(part), .setOfDates)
    }
    if has(next, .other), has(next + 1, .unit), lexeme(next + 1).unit >= .day {
      return set(next + 2, .recurring(Amount(2), lexeme(next + 1).unit), .setByLength)
    }
    if has(next, .unit), lexeme(next).unit > .second, !has(next, .ordinal) {
      return set(next + 1, .recurring(Amount(1), lexeme(next).unit), .setByLength)
    }
    if let (amount, end) = amount(at: next), has(end, .pluralUnit) {
      return set(end + 1, .recurring(amount, lexeme(end).unit), .setByLength)
    }
    return nil
  }
}
