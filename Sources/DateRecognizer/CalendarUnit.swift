/// A unit of the calendar or the clock, smallest first.
///
/// Units of the calendar are counted through: the months of all years, for example, have consecutive numbers,
/// so that "last month" is one less than this month.
public enum CalendarUnit: UInt8, CaseIterable, Hashable, Sendable {
  case second
  case minute
  case hour
  /// A morning, afternoon, evening or night.
  case partOfDay
  case day
  /// Saturday and Sunday.
  case weekend
  /// Monday to Sunday, as in ISO 8601.
  case week
  case month
  /// Three months as meteorologists of the northern half of the world count them: spring begins in March.
  case season
  case quarter
  case half
  case year
  /// Ten years from one that ends in 0.
  case decade
  /// A hundred years from one that ends in 01.
  case century

  /// Whether it is a unit of the clock, shorter than a day.
  var isClock: Bool { self < .day }

  /// Returns the number of the unit that holds a day, counted from an arbitrary zero.
  func index(of day: CalendarDay) -> Int {
    let months = day.year * 12 + day.month - 1
    return switch self {
    case .second, .minute, .hour, .partOfDay, .day: day.number
    case .weekend, .week: (day.number + 3).flooredQuotient(7)
    case .month: months
    case .season: (months - 2).flooredQuotient(3)
    case .quarter: months.flooredQuotient(3)
    case .half: months.flooredQuotient(6)
    case .year: day.year
    case .decade: day.year.flooredQuotient(10)
    case .century: (day.year - 1).flooredQuotient(100)
    }
  }

  /// Returns the days of the unit with a number.
  func period(_ index: Int) -> CalendarPeriod? {
    guard abs(index) < 5_000_000 else { return nil }
    return switch self {
    case .second, .minute, .hour, .partOfDay, .day: CalendarUnit.days(index, index)
    case .weekend: CalendarUnit.days(index * 7 + 2, index * 7 + 3)
    case .week: CalendarUnit.days(index * 7 - 3, index * 7 + 3)
    case .month: CalendarUnit.months(index, index)
    case .season: CalendarUnit.months(index * 3 + 2, index * 3 + 4)
    case .quarter: CalendarUnit.months(index * 3, index * 3 + 2)
    case .half: CalendarUnit.months(index * 6, index * 6 + 5)
    case .year: CalendarUnit.months(index * 12, index * 12 + 11)
    case .decade: CalendarUnit.months(index * 120, index * 120 + 119)
    case .century: CalendarUnit.months(index * 1_200 + 12, index * 1_200 + 1_211)
    }
  }

  private static func days(_ first: Int, _ last: Int) -> CalendarPeriod? {
    guard let first = CalendarDay(number: first), let last = CalendarDay(number: last) else { return nil }
    return CalendarPeriod(first, last)
  }

  private static func months(_ first: Int, _ last: Int) -> CalendarPeriod? {
    let (year, month) = (last.flooredQuotient(12), last.flooredRemainder(12) + 1)
    guard
      let start = CalendarDay(year: first.flooredQuotient(12), month: first.flooredRemainder(12) + 1, day: 1),
      let end = CalendarDay(year: year, month: month, day: CalendarDay.days(in: month, of: year))
    else { return nil }
    return CalendarPeriod(start, end)
  }

  /// Returns the day that lies `count` units after another; the day of the month is cut to the month's end.
  func day(_ count: Int, after day: CalendarDay) -> CalendarDay? {
    guard abs(count) < 200_000 else { return nil }
    switch self {
    case .second, .minute, .partOfDay: return nil
    case .hour: return CalendarDay(number: day.number + count / 24)
    case .day: return CalendarDay(number: day.number + count)
    case .weekend, .week: return CalendarDay(number: day.number + count * 7)
    default: break
    }
    let length =
      switch self {
      case .season, .quarter: 3
      case .half: 6
      case .year: 12
      case .decade: 120
      case .century: 1_200
      default: 1
      }
    let months = day.year * 12 + day.month - 1 + count * length
    let (year, month) = (months.flooredQuotient(12), months.flooredRemainder(12) + 1)
    return CalendarDay(year: year, month: month, day: min(day.day, CalendarDay.days(in: month, of: year)))
  }
}

extension CalendarUnit: Comparable {
  /// Orders by length.
  public static func < (a: CalendarUnit, b: CalendarUnit) -> Bool { a.rawValue < b.rawValue }
}
