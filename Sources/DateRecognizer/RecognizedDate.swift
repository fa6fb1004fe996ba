/// A date, duration or recurring time in a text, in the terms of TIMEX3 (ISO 24617-1, ISO-TimeML).
public struct RecognizedDate: Hashable, Sendable {
  /// Where it stands, in UTF-8 bytes of the text. The words "the", "in", "on", "from" before it are not part.
  public var range: Range<Int>
  /// What sort of expression it is.
  public var type: Kind
  /// The unit it is stated in: a day for "on Tuesday", a year for "two years ago".
  public var granularity: CalendarUnit
  /// The value of TIMEX3 as far as the words themselves go, `X` for each digit they leave open: "2015-08-21",
  /// "XXXX-06", "199" (the 1990s), "18" (the 19th century), "2015-Q2", "XXXX-WXX-2" (Tuesday), "P3D", "PXD".
  /// A range of dates is an interval of ISO 8601: "2014-05-03/2014-05-05".
  public var value: String
  /// How the value is to be taken: about, early, more than …
  public var modifier: Modifier?
  /// The days meant, where the words alone or the reference allow to tell. A modifier such as "early" does not
  /// narrow them.
  public var period: CalendarPeriod?
  /// What would have to be known to tell the days, where they stay open.
  public var missing: Missing?
  /// The rule that gave it.
  public var rule: DateRule

  /// The sorts of expression.
  public enum Kind: UInt8, CaseIterable, Hashable, Sendable {
    case date
    /// A part of a day: "Monday morning".
    case time
    case duration
    /// A time that recurs: "every Tuesday".
    case set
  }

  /// How a value is to be taken: the attribute `mod` of TIMEX3.
  public enum Modifier: UInt8, CaseIterable, Hashable, Sendable {
    /// "about", "around", "some".
    case approximate
    /// "early", "the beginning of".
    case start
    /// "mid-", "the middle of".
    case middle
    /// "late", "the end of".
    case end
    /// "nearly", "less than".
    case lessThan
    /// "more than".
    case moreThan
    /// "up to".
    case atMost
    /// "at least".
    case atLeast
    /// "earlier this month".
    case before
    /// "later this month".
    case after
  }

  /// What keeps a date open.
  public enum Missing: UInt8, CaseIterable, Hashable, Sendable {
    case year
    case century
    /// The day on which the text was written.
    case reference
    /// The date in the text that this one is counted from: "three days later".
    case anchor
    /// How many: "a few days ago".
    case amount
    /// Whether the day or the month comes first: "05/06/2015".
    case order
    /// Whether the last one is meant or the next: "by June".
    case direction
    /// Which of two equally good readings is meant: "winter 2013".
    case reading
    /// A number of the calendar that does not exist: "31 June".
    case day
  }

  /// Whether the words themselves make the date or the length inexact.
  public var isApproximate: Bool { modifier != nil || missing == .amount }

  /// Creates a recognised date.
  public init(
    range: Range<Int>, type: Kind, granularity: CalendarUnit, value: String, modifier: Modifier? = nil,
    period: CalendarPeriod? = nil, missing: Missing? = nil, rule: DateRule
  ) {
    self.range = range
    self.type = type
    self.granularity = granularity
    self.value = value
    self.modifier = modifier
    self.period = period
    self.missing = missing
    self.rule = rule
  }
}

/// The order of day and month in dates that are numbers only.
public enum DayMonthOrder: UInt8, Hashable, Sendable {
  case dayFirst
  case monthFirst
}
