/// A day, month or year of the Gregorian calendar, as exactly as it was stated.
public struct CalendarDate: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// The month, 1 to 12, if stated.
  public var month: Int?
  /// The day, 1 to 31, if stated.
  public var day: Int?

  /// Creates a date, or nothing where no such day exists ("2023-02-29").
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...CalendarDate.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The date in the form of ISO 8601, as long as it is exact: "2015-08-21", "2015-08", "2015".
  public var iso: String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    var text = digits(year, 4)
    if let month { text += "-" + digits(month, 2) }
    if let day { text += "-" + digits(day, 2) }
    return text
  }

  /// The names of the months, January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// The date in words: "21 August 2015", "August 2015", "2015".
  public var words: String {
    guard let month else { return String(year) }
    let text = "\(Self.monthNames[month - 1]) \(year)"
    guard let day else { return text }
    return "\(day) \(text)"
  }
}

extension CalendarDate: Comparable {
  /// Orders by time; a month comes before its days, a year before its months.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
