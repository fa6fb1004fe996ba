// Dates of numbers only: "2015-08-21", "21/08/2015", "21.8.2015", "2015-08".
extension Grammar {
  /// Reads a date of numbers only, with a year of four digits.
  func numericDate(at index: Int) -> Expression? {
    let first = token(index)
    let mark = kind(index + 1)
    guard first.kind == .number, first.digits <= 4, !first.shape.contains(.grouped), isAdjacent(index + 1),
      [.hyphen, .slash, .fullStop].contains(mark), let second = number(at: index + 2, digits: 1...2)
    else { return nil }
    if isAdjacent(index), [.hyphen, .slash, .fullStop, .symbol, .currency].contains(kind(index - 1)) {
      return nil
    }
    if has(index - 1, .numbered) { return nil }
    guard kind(index + 3) == mark, isAdjacent(index + 3), kind(index + 4) == .number, isAdjacent(index + 4)
    else {
      return numericMonth(at: index, mark)
    }
    if isAdjacent(index + 5), [mark, .percent].contains(kind(index + 5)), kind(index + 6) == .number,
      isAdjacent(index + 6)
    {
      return nil
    }
    if first.digits == 4, mark != .fullStop, let day = number(at: index + 4, digits: 1...2) {
      guard (1...12).contains(second), (1...31).contains(day), year(first) else { return nil }
      let part = DatePart(.day, number: second, year: Int(first.value), day: day)
      return Expression(start: index, end: index + 5, meaning: .date(part), rule: .dayISO)
    }
    guard first.digits <= 2, token(index + 4).digits == 4, year(token(index + 4)) else { return nil }
    let year = Int(token(index + 4).value)
    let one = Int(first.value)
    guard one > 0, second > 0 else { return nil }
    var part = DatePart(.day, number: second, year: year, day: one)
    // A full stop always means day, month, year.
    let isMonthFirst = mark != .fullStop && (second > 12 || (order == .monthFirst && one <= 12))
    if isMonthFirst { (part.number, part.day) = (one, second) }
    if mark != .fullStop, order == nil, one <= 12, second <= 12, one != second {
      (part.number, part.day) = (0, 0)
    }
    guard part.number <= 12, part.day <= 31 else { return nil }
    return Expression(start: index, end: index + 5, meaning: .date(part), rule: .dayNumeric)
  }

  /// "2015-08"
  private func numericMonth(at index: Int, _ mark: Token.Kind) -> Expression? {
    let (first, second) = (token(index), token(index + 2))
    guard mark == .hyphen, first.digits == 4, year(first), second.digits == 2,
      (1...12).contains(second.value),
      second.value <= first.value % 100, !isNumberNext(index + 3)
    else { return nil }
    let part = DatePart(.month, number: Int(second.value), year: Int(first.value))
    return Expression(start: index, end: index + 3, meaning: .date(part), rule: .monthISO)
  }

  private func isNumberNext(_ index: Int) -> Bool {
    isAdjacent(index) && kind(index) != .lineEnd && [.number, .mixed].contains(kind(index + 1))
      && isAdjacent(index + 1)
  }

  private func number(at index: Int, digits: ClosedRange<UInt8>) -> Int? {
    let token = token(index)
    guard token.kind == .number, !token.spaceBefore, digits.contains(token.digits) else { return nil }
    return Int(token.value)
  }

  private func year(_ token: Token) -> Bool { (1_000...2_199).contains(token.value) }
}
