/// Whether the nearest date before the reference is meant or the nearest after it.
enum Direction {
  case past
  case future
  /// The words do not tell.
  case open
}

/// What a date part comes to.
struct Resolution: Equatable {
  var period: CalendarPeriod?
  var missing: RecognizedDate.Missing?
  var rule: DateRule?

  static func open(_ missing: RecognizedDate.Missing) -> Resolution { Resolution(missing: missing) }

  static func of(_ period: CalendarPeriod?, _ rule: DateRule? = nil) -> Resolution {
    Resolution(period: period, missing: period == nil ? .day : nil, rule: rule)
  }
}

/// Tells the days of an expression with the help of the document's own date.
///
/// The method is that of HeidelTime (Strötgen and Gertz, "HeidelTime: High Quality Rule-based Extraction and
/// Normalization of Temporal Expressions", SemEval 2010; "Multilingual and Cross-domain Temporal Tagging", 2013)
/// for news: what the words leave open is filled from the reference, and a bare weekday, day or month is the
/// nearest before or at it, unless the words near speak of the future. Where it departs: of two equally good
/// readings none is chosen. Narratives, in which each date counts from the one before, are not attempted.
struct Resolver {
  let reference: CalendarPeriod?

  /// Resolves an expression for any day of the reference, and leaves open what differs between them.
  func resolve(_ expression: Expression, _ direction: Direction) -> Resolution {
    guard let reference else { return resolve(expression, nil, direction) }
    let first = resolve(expression, reference.first, direction)
    guard reference.first < reference.last else { return first }
    let last = resolve(expression, reference.last, direction)
    if first == last { return first }
    let alone = resolve(expression, nil, direction)
    return alone.missing == nil ? .open(.reference) : alone
  }

  private func resolve(_ expression: Expression, _ day: CalendarDay?, _ direction: Direction) -> Resolution {
    switch expression.meaning {
    case .date(let part):
      var found = resolve(part, day, direction)
      if let day, let period = found.period {
        if expression.modifier == .before, period.first <= day, day < period.last {
          found.period = CalendarPeriod(period.first, day)
        } else if expression.modifier == .after, period.first < day, day <= period.last {
          found.period = CalendarPeriod(day, period.last)
        }
      }
      return found
    case .range(let first, let last): return range(first, last, day, direction)
    case .duration(let amount, _): return Resolution(missing: amount.count == nil ? .amount : nil)
    case .recurringDate: return Resolution()
    case .recurring(let amount, _): return Resolution(missing: amount.count == nil ? .amount : nil)
    case .vague: return .open(.amount)
    case .span(let amount, let unit, let sign):
      guard abs(sign) == 1 else { return .open(.anchor) }
      guard let (count, unit) = amount.whole(unit) else { return .open(.amount) }
      guard let day else { return .open(.reference) }
      guard let end = unit.day(sign * (unit == .hour ? (count + 23) / 24 * 24 : count), after: day) else {
        return Resolution()
      }
      return .of(sign < 0 ? CalendarPeriod(end, day) : CalendarPeriod(day, end))
    case .offset(let amount, let unit, let sign):
      guard abs(sign) == 1 else { return .open(.anchor) }
      guard let (count, step) = amount.whole(unit) else { return .open(.amount) }
      if let modifier = expression.modifier, modifier != .approximate { return .open(.amount) }
      guard let day, !unit.isClock else { return .open(.reference) }
      guard let moved = step.day(sign * count, after: day) else { return .open(.reference) }
      return .of(unit.period(unit.index(of: moved)))
    }
  }

  private func resolve(_ part: DatePart, _ day: CalendarDay?, _ direction: Direction) -> Resolution {
    switch part.relation {
    case .name: return .open(part.unit == .year ? .reading : .year)
    case .text: return .open(.anchor)
    case .offset(let count):
      guard let day else { return .open(.reference) }
      // From Monday to Thursday "this weekend" is the last one or the coming one.
      if part.unit == .weekend, count == 0 ? day.weekday < 5 : count > 0 && day.weekday < 6 {
        return .open(.reading)
      }
      return .of(part.unit.period(part.unit.index(of: day) + count))
    case .named(let count):
      guard let day else { return .open(.reference) }
      return named(part, count, day)
    case .stated: break
    }
    if let relation = part.yearRelation {
      guard relation != .text else { return .open(.anchor) }
      guard let day, case .offset(let count) = relation else { return .open(.reference) }
      if part.isWeekday {
        guard let monday = CalendarUnit.week.period(CalendarUnit.week.index(of: day) + count)?.first else {
          return .open(.reference)
        }
        return .of(CalendarUnit.day.period(monday.number + part.number - 1))
      }
      var part = part
      part.year = day.year + count
      return stated(part)
    }
    if part.unit == .season, part.year == nil { return .open(.year) }
    if part.year != nil { return stated(part) }
    guard let day else { return .open(part.isWeekday ? .reference : part.unit == .decade ? .century : .year) }
    return nearest(part, day, direction)
  }

  /// Resolves a part with its year.
  private func stated(_ part: DatePart) -> Resolution {
    let year = part.year ?? 0
    let number = part.number
    switch part.unit {
    case .day:
      guard number > 0 else { return .open(.order) }
      return .of(CalendarDay(year: year, month: number, day: part.day).map { CalendarPeriod($0) })
    case .month: return .of(CalendarUnit.month.period(year * 12 + number - 1))
    case .season:
      // "winter 2013" may begin or end in 2013; "winter 2013-14" is plain.
      if number == 4, part.day == 0 { return .open(.reading) }
      return .of(CalendarUnit.season.period(year * 4 + number - 1))
    case .quarter: return .of(CalendarUnit.quarter.period(year * 4 + number - 1))
    case .half: return .of(CalendarUnit.half.period(year * 2 + number - 1))
    case .decade:
      // "the 1800s" may be a century.
      if year % 100 == 0, year < 2_000 { return .open(.reading) }
      return .of(CalendarUnit.decade.period(year.flooredQuotient(10)))
    case .century: return .of(CalendarUnit.century.period(number > 0 ? number - 1 : number))
    default: return .of(CalendarUnit.year.period(year))
    }
  }

  /// Resolves a part without its year to the nearest one.
  private func nearest(_ part: DatePart, _ day: CalendarDay, _ direction: Direction) -> Resolution {
    if part.unit == .decade {
      let last = CalendarUnit.decade.index(of: day)
      return .of(
        CalendarUnit.decade.period(last - (last - part.number).flooredRemainder(10)), .decadeBeforeReference)
    }
    let before = neighbour(of: part, day, -1)
    let after = neighbour(of: part, day, 1)
    var isFuture = direction == .future
    if part.statedWeekday > 0 {
      // The day of the week tells the year.
      let fits = [before, after].map { $0?.first.weekday == part.statedWeekday }
      guard fits[0] || fits[1] else { return .open(.year) }
      if fits[0] != fits[1] { isFuture = fits[1] }
    } else if direction == .open, before != after {
      return .open(.direction)
    }
    let rule: DateRule =
      switch (part.unit, part.isWeekday, isFuture) {
      case (_, true, false): .weekdayBeforeReference
      case (_, true, true): .weekdayAfterReference
      case (.day, _, false): .dayBeforeReference
      case (.day, _, true): .dayAfterReference
      case (.month, _, false): .monthBeforeReference
      case (.month, _, true): .monthAfterReference
      default: .unitByReference
      }
    return .of(isFuture ? after : before, rule)
  }

  /// Returns the nearest such day or month at the reference or beside it.
  private func neighbour(of part: DatePart, _ day: CalendarDay, _ step: Int) -> CalendarPeriod? {
    if part.unit == .day, !part.isWeekday {
      // A 29 February may be eight years away.
      for distance in 0...8 {
        if let found = CalendarDay(year: day.year + step * distance, month: part.number, day: part.day),
          step < 0 ? found <= day : found >= day
        {
          return CalendarPeriod(found)
        }
      }
      return nil
    }
    let (cycle, place) = Resolver.cycle(part)
    return part.unit.period(Resolver.nearest(place, cycle, part.unit.index(of: day), step))
  }

  /// How many such units make a cycle, and which of them is meant.
  private static func cycle(_ part: DatePart) -> (Int, Int) {
    switch part.unit {
    case .day: (7, (part.number + 3).flooredRemainder(7))
    case .month: (12, part.number - 1)
    case .half: (2, part.number - 1)
    default: (4, part.number - 1)
    }
  }

  private static func nearest(_ place: Int, _ cycle: Int, _ index: Int, _ step: Int) -> Int {
    step < 0
      ? index - (index - place).flooredRemainder(cycle) : index + (place - index).flooredRemainder(cycle)
  }

  /// Resolves "last Friday", "this June", "next winter": the neighbour of the reference and the one in the last,
  /// this or next week or year. Where these are two, none is chosen.
  private func named(_ part: DatePart, _ count: Int, _ day: CalendarDay) -> Resolution {
    let index = part.unit.index(of: day)
    if part.unit == .quarter { return .of(part.unit.period(index + count)) }
    let (cycle, place) = Resolver.cycle(part)
    // Weeks begin on a Monday, the years of months in January, those of seasons in spring.
    let current: Int
    if part.isWeekday {
      current = CalendarUnit.week.index(of: day) * 7 - 3 + part.number - 1
    } else {
      current = day.year * cycle + place
    }
    if count == 0 {
      let nearest = Resolver.nearest(place, cycle, index, 1)
      if part.isWeekday { return nearest == current ? .of(part.unit.period(current)) : .open(.reading) }
      if nearest == index { return .of(part.unit.period(index)) }
      if part.unit == .season, part.number == 4, day.month < 9 { return .open(.reading) }
      return .of(part.unit.period(current))
    }
    let near = Resolver.nearest(place, cycle, index + count, count)
    let other = current + count * cycle
    guard near == other || other == index else { return .open(.reading) }
    return .of(part.unit.period(near))
  }

  private func range(
    _ first: DatePart, _ last: DatePart, _ day: CalendarDay?, _ direction: Direction
  ) -> Resolution {
    if first.relation == .name || first.isWeekday { return .open(.reading) }
    let end = resolve(last, day, direction)
    guard let endPeriod = end.period else { return end }
    guard first.year == nil, first.yearRelation == nil, first.unit == .day || first.unit == .month else {
      let begin = resolve(first, day, direction)
      guard let beginPeriod = begin.period else { return begin }
      return .of(CalendarPeriod(beginPeriod.first, endPeriod.last))
    }
    // The first is the nearest before the last.
    guard let begin = neighbour(of: first, endPeriod.first, -1),
      let period = CalendarPeriod(begin.first, endPeriod.last)
    else { return .open(.day) }
    let isFuture = end.rule == .dayAfterReference || end.rule == .monthAfterReference
    return .of(period, isFuture ? .rangeAfterReference : .rangeBeforeReference)
  }
}
