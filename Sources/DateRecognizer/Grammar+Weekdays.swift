// Days of the week, and "today" and its neighbours.
extension Grammar {
  /// "Tuesday", "Tuesday, 21 August 2015", "Monday morning", "Tuesdays".
  func weekday(at index: Int) -> Expression? {
    let number = Int(lexeme(index).value)
    if has(index, .pluralWeekday) {
      guard token(index).isCapital else { return nil }
      var part = DatePart(.day, number: number)
      part.isWeekday = true
      return Expression(start: index, end: index + 1, meaning: .recurringDate(part), rule: .setOfDates)
    }
    guard token(index).isCapital else { return nil }
    var next = index + 1
    if has(index, .short), kind(next) == .fullStop, isAdjacent(next) { next += 1 }
    let dateStart = after(.the, afterComma(next))
    if let date = dayOrMonth(at: dateStart), case .date(var part) = date.meaning, part.unit == .day {
      part.statedWeekday = number
      return Expression(start: index, end: date.end, meaning: .date(part), rule: date.rule)
    }
    guard !has(index, .short), !isDayName(index) else { return nil }
    var part = DatePart(.day, number: number)
    part.isWeekday = true
    next = index + 1
    // "the third Thursday of May", "a Friday in June"
    if has(index - 1, .ordinal) || kind(index - 1) == .ordinal
      || (has(index - 1, [.article, .cardinal]) && has(next, [.in, .of]))
    {
      part.relation = .text
      part.partOfDay = partOfDay(&next)
      return Expression(start: index, end: next, meaning: .date(part), rule: .unitByText)
    }
    if has(next, .relation), lexeme(next + 1).unit == .week, has(next + 1, .unit) {
      switch RelationWord(rawValue: lexeme(next).value) {
      case .last: part.yearRelation = .offset(-1)
      case .this: part.yearRelation = .offset(0)
      case .next: part.yearRelation = .offset(1)
      default: break
      }
      if part.yearRelation != nil { next += 2 }
    }
    part.partOfDay = partOfDay(&next)
    return Expression(start: index, end: next, meaning: .date(part), rule: .weekdayAlone)
  }

  /// "Black Friday", "Sunday Times", "the Mail on Sunday": names that are no days.
  func isDayName(_ index: Int) -> Bool {
    let before = token(index - 1)
    if before.isCapital, has(index - 1, .dayNameFront), before.spaceBefore || !startsSentence(index) {
      return true
    }
    if has(index + 1, .dayNameHead), token(index + 1).isCapital { return true }
    return has(index - 1, .on) && has(index - 2, .dayNameHead) && token(index - 2).isCapital
      && byte(index - 2) == UInt8(ascii: "M")
  }

  func partOfDay(_ next: inout Int) -> Int {
    guard has(next, .partOfDay) else { return 0 }
    next += 1
    return Int(lexeme(next - 1).value)
  }

  /// "today", "yesterday afternoon", "tonight".
  func namedDay(at index: Int) -> Expression? {
    // "USA Today"
    if token(index).isCapital, followsName(index) || has(index - 1, .dayNameHead) { return nil }
    let value = Int(lexeme(index).value)
    var part = DatePart(.day, relation: .offset(value == 4 ? 0 : value - 2))
    var next = index + 1
    part.partOfDay = value == 4 ? 4 : partOfDay(&next)
    return Expression(start: index, end: next, meaning: .date(part), rule: .dayByReference)
  }
}
