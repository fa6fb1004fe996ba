/// A date expression as the grammar reads it, before anything is resolved.
struct Expression {
  /// The first token.
  var start: Int
  /// The token after the last.
  var end: Int
  var meaning: Meaning
  var rule: DateRule
  var modifier: RecognizedDate.Modifier?

  enum Meaning {
    case date(DatePart)
    case range(DatePart, DatePart)
    case duration(Amount, CalendarUnit)
    /// The time up to the reference (-1) or from it on (1), or the same for a date in the text (-2, 2).
    case span(Amount, CalendarUnit, Int)
    /// So much before or after the reference (-1, 1) or a date in the text (-2, 2).
    case offset(Amount, CalendarUnit, Int)
    case recurringDate(DatePart)
    case recurring(Amount, CalendarUnit)
    /// "recent years" (-1), "the coming years" (1).
    case vague(CalendarUnit, Int)
  }
}

/// How many, as far as it is said.
struct Amount: Hashable {
  /// The whole number; nothing for "a few".
  var count: Int?
  /// Tenths beside it: 5 for "two and a half".
  var tenths = 0
  /// Whether it is the lower end of a span: "two or three".
  var isLowest = false

  init(_ count: Int?, tenths: Int = 0) {
    self.count = count
    self.tenths = tenths
  }

  /// Returns the length as a whole number of units, half years as months; nothing where it is not exact.
  func whole(_ unit: CalendarUnit) -> (Int, CalendarUnit)? {
    guard let count, !isLowest else { return nil }
    if tenths == 0 { return (count, unit) }
    return tenths == 5 && unit == .year ? (count * 12 + 6, .month) : nil
  }
}

/// A unit of the calendar as far as the words tell it.
struct DatePart {
  var unit: CalendarUnit
  /// The year if stated, counted astronomically.
  var year: Int?
  /// The month, season, quarter or half of the year, the decade's digit, the century or the day of the week.
  var number = 0
  /// The day of the month.
  var day = 0
  /// Whether `number` is a day of the week.
  var isWeekday = false
  /// The day of the week stated beside a date; 0 for none.
  var statedWeekday = 0
  /// 1 to 4 for morning, afternoon, evening and night.
  var partOfDay = 0
  var relation = Relation.stated
  /// The year's own relation: "June last year".
  var yearRelation: Relation?

  init(_ unit: CalendarUnit, number: Int = 0, year: Int? = nil, day: Int = 0, relation: Relation = .stated) {
    self.unit = unit
    self.number = number
    self.year = year
    self.day = day
    self.relation = relation
  }

  enum Relation: Equatable {
    /// The words alone tell it, or the nearest one to the reference is meant.
    case stated
    /// So many units from the one that holds the reference.
    case offset(Int)
    /// "last Friday", "this June", "next winter": -1, 0, 1.
    case named(Int)
    /// Relative to a date in the text.
    case text
    /// Within a name, or with a year in doubt: never resolved.
    case name
  }
}
