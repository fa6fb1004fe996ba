/// Looks at the year that stands with another date nearby: gives it to a day or month where that is sure, and
/// leaves a day or month open where the reference tells another year.
struct YearSharing {
  private let grammar: Grammar
  private let resolver: Resolver
  /// The last expression with its year in the same line, and that year.
  private var dated: (index: Int, year: Int)?

  static func share(_ expressions: inout [Expression], _ grammar: Grammar, _ resolver: Resolver) {
    var sharing = YearSharing(grammar: grammar, resolver: resolver)
    for index in expressions.indices { sharing.look(at: index, &expressions) }
  }

  private init(grammar: Grammar, resolver: Resolver) {
    self.grammar = grammar
    self.resolver = resolver
  }

  private mutating func look(at index: Int, _ expressions: inout [Expression]) {
    if index > 0 {
      let between = expressions[index - 1].end..<expressions[index].start
      if between.contains(where: { grammar.kind($0) == .lineEnd }) { dated = nil }
    }
    switch expressions[index].meaning {
    case .date(let part):
      if let year = part.year {
        guard part.unit <= .year, part.relation == .stated else { return }
        if part.unit == .day || part.unit == .month, part.number > 0 {
          shareBackwards(&expressions, index, part)
        }
        dated = (index, year)
      } else if followsEveryYear(index, expressions) {
        recur(&expressions, index)
      } else if part.relation == .stated, part.yearRelation == nil, part.unit == .day || part.unit == .month {
        fill(&expressions, index, part)
      } else if part.relation != .text, part.relation != .name {
        // "last week": the talk is of the present again.
        dated = nil
      }
    case .range(_, let last):
      if let year = last.year, last.unit <= .year { dated = (index, year) }
    case .recurringDate(let part) where !part.isWeekday && part.partOfDay == 0:
      // "in April and October every year"
      var current = index
      for _ in 0..<12 where current > 0 {
        guard case .date(let before) = expressions[current - 1].meaning, before.unit == part.unit,
          before.year == nil,
          grammar.isList(from: expressions[current - 1].end, to: expressions[current].start)
        else { return }
        recur(&expressions, current - 1)
        current -= 1
      }
    default: break
    }
  }

  /// "every year in April", "annually on 3 May"
  private func followsEveryYear(_ index: Int, _ expressions: [Expression]) -> Bool {
    guard index > 0, case .recurring(let amount, .year) = expressions[index - 1].meaning, amount.count == 1
    else {
      return false
    }
    let between = expressions[index - 1].end..<expressions[index].start
    return between.count <= 1 && between.allSatisfy { grammar.has($0, [.in, .on]) }
  }

  private func recur(_ expressions: inout [Expression], _ index: Int) {
    guard case .date(let part) = expressions[index].meaning, part.relation == .stated, part.year == nil,
      part.unit <= .year, !part.isWeekday
    else { return }
    expressions[index].meaning = .recurringDate(part)
    expressions[index].rule = .setOfDates
  }

  /// "in June and July 2013", "on 3 June, 5 June and 7 July 2013"
  private func shareBackwards(_ expressions: inout [Expression], _ index: Int, _ dated: DatePart) {
    var next = dated
    var current = index
    // A list has few parts.
    for _ in 0..<12 where current > 0 {
      let before = expressions[current - 1]
      guard case .date(var part) = before.meaning, part.unit == dated.unit, part.year == nil,
        part.relation == .stated || part.relation == .name, part.yearRelation == nil, !part.isWeekday,
        part.statedWeekday == 0, (part.number, part.day) < (next.number, next.day),
        grammar.isList(from: before.end, to: expressions[current].start)
      else { return }
      part.year = dated.year
      part.relation = .stated
      expressions[current - 1].meaning = .date(part)
      expressions[current - 1].rule = .yearFromNextDate
      next = part
      current -= 1
    }
  }

  /// "on 12 May 2014 and again on 14 May". Where the reference tells another year than a date before it in the
  /// line, as in "Since 2011 … In March", the two readings are equally good.
  private func fill(_ expressions: inout [Expression], _ index: Int, _ part: DatePart) {
    guard let dated, part.statedWeekday == 0 else { return }
    // "said on Friday" is of the present, whatever year was named before; after a day it may be that week's.
    if part.isWeekday {
      guard case .date(let first) = expressions[dated.index].meaning, first.unit == .day else { return }
    }
    var part = part
    let alone = resolver.resolve(expressions[index], grammar.direction(of: expressions[index]))
    if let period = alone.period {
      // "will begin on 3 September" is plain.
      let isFuture = alone.rule == .dayAfterReference || alone.rule == .monthAfterReference
      guard period.first.year != dated.year, !isFuture else { return }
      part.relation = part.isWeekday ? .text : .name
      expressions[index].meaning = .date(part)
      return
    }
    guard case .date(let first) = expressions[dated.index].meaning, first.unit <= .month, !part.isWeekday,
      resolver.reference == nil,
      (first.number, first.day) <= (part.number, part.unit == .month ? 31 : part.day),
      grammar.isOneSentence(from: expressions[dated.index].end, to: expressions[index].start)
    else { return }
    part.year = dated.year
    expressions[index].meaning = .date(part)
    expressions[index].rule = .yearFromPreviousDate
  }
}
