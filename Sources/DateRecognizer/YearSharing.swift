/// Gives days and months the year that stands with another date of the same sentence, where that is sure.
enum YearSharing {
  static func share(_ expressions: inout [Expression], _ grammar: Grammar, _ resolver: Resolver) {
    var dated: Int?
    for index in expressions.indices {
      guard case .date(let part) = expressions[index].meaning, part.unit == .day || part.unit == .month,
        part.relation == .stated, !part.isWeekday, part.number > 0
      else {
        continue
      }
      if part.year != nil {
        shareBackwards(&expressions, index, part, grammar)
        dated = index
      } else if let dated, part.yearRelation == nil {
        shareForwards(&expressions, dated, index, part, grammar, resolver)
      }
    }
  }

  /// "in June and July 2013", "on 3 June, 5 June and 7 July 2013"
  private static func shareBackwards(
    _ expressions: inout [Expression], _ index: Int, _ dated: DatePart, _ grammar: Grammar
  ) {
    var next = dated
    var current = index
    // A list has few parts.
    for _ in 0..<12 where current > 0 {
      let before = expressions[current - 1]
      guard case .date(var part) = before.meaning, part.unit == dated.unit, part.year == nil,
        part.relation == .stated, part.yearRelation == nil, !part.isWeekday, part.statedWeekday == 0,
        (part.number, part.day) < (next.number, next.day),
        grammar.isList(from: before.end, to: expressions[current].start)
      else { return }
      part.year = dated.year
      expressions[current - 1].meaning = .date(part)
      expressions[current - 1].rule = .yearFromNextDate
      next = part
      current -= 1
    }
  }

  /// "on 12 May 2014 and again on 14 May". Not where the reference tells another year.
  private static func shareForwards(
    _ expressions: inout [Expression], _ dated: Int, _ index: Int, _ part: DatePart, _ grammar: Grammar,
    _ resolver: Resolver
  ) {
    guard case .date(let first) = expressions[dated].meaning, let year = first.year, part.statedWeekday == 0,
      (first.number, first.day) <= (part.number, part.unit == .month ? 31 : part.day),
      grammar.isOneSentence(from: expressions[dated].end, to: expressions[index].start)
    else { return }
    var part = part
    let alone = resolver.resolve(expressions[index], grammar.direction(of: expressions[index]))
    if let period = alone.period, period.first.year != year {
      // Two readings are equally good.
      part.relation = .name
      expressions[index].meaning = .date(part)
      return
    }
    guard alone.period == nil else { return }
    part.year = year
    expressions[index].meaning = .date(part)
    expressions[index].rule = .yearFromPreviousDate
  }
}
