/// A day of the proleptic Gregorian calendar. Years are counted astronomically: 0 is 1 BC, -1 is 2 BC.
public struct CalendarDay: Hashable, Sendable {
  /// The year, -9999 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Creates a day, or nothing where no such day exists ("2023-02-29").
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDay.years.contains(year), (1...12).contains(month),
      (1...CalendarDay.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  static let years = -9999...9999

  /// Returns the number of days in a month.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1 January 1970. Counted in years that begin in March, so that the leap day comes last, and in eras
  /// of 400 years (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
  var number: Int {
    let year = self.year - (month <= 2 ? 1 : 0)
    let era = year.flooredQuotient(400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Creates the day with a number, or nothing beyond the years that can be told.
  init?(number: Int) {
    guard abs(number) < 5_000_000 else { return nil }
    let shifted = number + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday.
  var weekday: Int { (number + 3).flooredRemainder(7) + 1 }

  /// The day in the form of ISO 8601: "2015-08-21"; years before 1 AD have a sign.
  public var iso: String {
    (year < 0 ? "-" : "") + abs(year).padded(4) + "-" + month.padded(2) + "-" + day.padded(2)
  }
}

extension CalendarDay: Comparable {
  /// Orders by time.
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// The days from a first to a last, both included.
public struct CalendarPeriod: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDay
  /// The last day; never before the first.
  public let last: CalendarDay

  /// Creates a period, or nothing where it would end before it begins.
  public init?(_ first: CalendarDay, _ last: CalendarDay) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// Creates the days of a year, a month or a day, or nothing where there are none such.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    let lastMonth = month ?? 12
    guard month != nil || day == nil, let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1),
      let last = CalendarDay(
        year: year, month: lastMonth, day: day ?? CalendarDay.days(in: lastMonth, of: year))
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Creates the period of one day.
  public init(_ day: CalendarDay) {
    first = day
    last = day
  }
}

extension Int {
  /// The quotient rounded down, so that years before 1 AD count on without a break.
  func flooredQuotient(_ divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  /// The remainder that goes with it, never negative for a positive divisor.
  func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }

  /// The digits of a number that is not negative, with zeros before them.
  func padded(_ width: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
  }
}
