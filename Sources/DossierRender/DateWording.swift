internal import DossierModel

/// The words for dates as the timeline has them: never more exact than the text is.
enum DateWording {
  /// The days that a date means: "21 August 2013", "about 2015", "March – May 2011"; nothing where they stay open.
  static func days(of date: DateMention) -> String? {
    guard let first = date.first, let last = date.last else { return nil }
    let words = span(from: first, to: last)
    return modifier(date.modifier).map { "\($0) \(words)" } ?? words
  }

  /// "3 – 7 August 2015", "March – May 2011", "1990 – 1999": whole months and years by their names.
  static func span(from first: CalendarDate, to last: CalendarDate) -> String {
    let isWholeMonths = first.day ?? 1 == 1 && isLastDay(last)
    let isWholeYears = isWholeMonths && first.month ?? 1 == 1 && last.month ?? 12 == 12
    if isWholeYears {
      return first.year == last.year ? String(first.year) : "\(first.year) – \(last.year)"
    }
    if isWholeMonths, let from = first.month, let to = last.month {
      let end = CalendarDate.monthNames[to - 1] + " \(last.year)"
      if first.year == last.year {
        return from == to ? end : CalendarDate.monthNames[from - 1] + " – " + end
      }
      return CalendarDate.monthNames[from - 1] + " \(first.year) – " + end
    }
    guard first != last else { return first.words }
    if first.year == last.year, first.month == last.month, let day = first.day {
      return "\(day) – \(last.words)"
    }
    if first.year == last.year, let month = first.month, let day = first.day {
      return "\(day) \(CalendarDate.monthNames[month - 1]) – \(last.words)"
    }
    return "\(first.words) – \(last.words)"
  }

  /// Whether a day is the last of its month.
  private static func isLastDay(_ date: CalendarDate) -> Bool {
    guard let month = date.month, let day = date.day else { return true }
    return CalendarDate(year: date.year, month: month, day: day + 1) == nil
  }

  private static func modifier(_ modifier: DateMention.Modifier?) -> String? {
    switch modifier {
    case .approximate: "about"
    case .start: "early in"
    case .middle: "in the middle of"
    case .end: "late in"
    case .before: "earlier in"
    case .after: "later in"
    case .lessThan, .atMost: "up to"
    case .moreThan, .atLeast: "from"
    case nil: nil
    }
  }

  /// How exactly it is stated: "to the day".
  static func exactness(of date: DateMention) -> String {
    switch date.unit {
    case .second, .minute, .hour: "to the hour"
    case .partOfDay: "part of a day"
    case .day: "to the day"
    default: "to the \(date.unit.rawValue)"
    }
  }

  /// Why the days of a date stay open.
  static func openness(of date: DateMention) -> String {
    switch date.missing {
    case .year: "year not stated"
    case .century: "century not stated"
    case .documentDate: "counted from the document’s date, which is not stated"
    case .otherDate: "counted from another date"
    case .amount: "how long is not stated"
    case .order: "day and month may be the other way round"
    case .direction: "which one is meant is not stated"
    case .reading: "can be read in two ways"
    case .day: "there is no such day"
    case nil: "outside the years 1 to 9999"
    }
  }
}
