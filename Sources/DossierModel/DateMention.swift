/// A date, duration or recurring time that a text names, in the terms of TIMEX3 (ISO 24617-1).
public struct DateMention: Hashable, Sendable {
  /// Where it stands, in bytes of `Document.text`.
  public var range: TextRange
  /// What sort of expression it is.
  public var kind: Kind
  /// The unit it is stated in.
  public var unit: Unit
  /// The value of TIMEX3 as far as the words themselves go: "2015-08-21", "XXXX-06", "P3D", "PXD".
  public var value: String
  /// How the value is to be taken, where it is not exact.
  public var modifier: Modifier?
  /// The first day meant, exact to the day; nothing where it stays open, and for years before 1 AD.
  public var first: CalendarDate?
  /// The last day meant; stated if and only if `first` is.
  public var last: CalendarDate?
  /// What would have to be known to tell the days, where they stay open.
  public var missing: Missing?
  /// The stable id of the rule that gave it: "month-before-reference".
  public var rule: String

  /// The sorts of expression.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case date
    /// A part of a day: "Monday morning".
    case time
    case duration
    /// A time that recurs: "every Tuesday".
    case recurring
  }

  /// The units dates and durations are stated in, shortest first.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case second, minute, hour
    case partOfDay = "part-of-day"
    case day, weekend, week, month, season, quarter, half, year, decade, century
  }

  /// How a value is to be taken.
  public enum Modifier: String, CaseIterable, Hashable, Sendable {
    case approximate
    /// "early", "the beginning of".
    case start
    case middle
    case end
    case lessThan = "less-than"
    case moreThan = "more-than"
    case atMost = "at-most"
    case atLeast = "at-least"
    /// "earlier this month".
    case before
    /// "later this month".
    case after
  }

  /// What keeps a date open.
  public enum Missing: String, CaseIterable, Hashable, Sendable {
    case year
    case century
    /// The document's own date, or that it be exact enough.
    case documentDate = "document-date"
    /// The date in the text that this one is counted from: "three days later".
    case otherDate = "other-date"
    /// How many: "a few days ago".
    case amount
    /// Whether the day or the month comes first: "05/06/2015".
    case order
    /// Whether the last one is meant or the next: "by June".
    case direction
    /// Which of two equally good readings is meant: "winter 2013".
    case reading
    /// A day that does not exist: "31 June".
    case day
  }

  /// Creates a date mention.
  public init(
    range: TextRange, kind: Kind, unit: Unit, value: String, modifier: Modifier? = nil,
    first: CalendarDate? = nil, last: CalendarDate? = nil, missing: Missing? = nil, rule: String
  ) {
    self.range = range
    self.kind = kind
    self.unit = unit
    self.value = value
    self.modifier = modifier
    self.first = first
    self.last = last
    self.missing = missing
    self.rule = rule
  }
}

extension DateMention {
  /// The date meant where it is one day, month or year, as exact as it was stated.
  public var date: CalendarDate? {
    guard kind == .date || kind == .time, let first, let last, first.year == last.year else { return nil }
    switch unit {
    case .day, .partOfDay: return first == last ? first : nil
    case .month: return first.month == last.month ? CalendarDate(year: first.year, month: first.month) : nil
    case .year: return CalendarDate(year: first.year)
    default: return nil
    }
  }
}
