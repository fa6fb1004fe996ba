/// What the lexicon knows of a word. A word may be of many classes: "May" is a month and a modal verb.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt64

  // Words that begin an expression.
  static let month = WordClasses(rawValue: 1 << 0)
  /// An abbreviated month or day of the week, which counts only beside a number.
  static let short = WordClasses(rawValue: 1 << 1)
  /// A month that is also another word or a name: "May", "March", "April", "June", "August".
  static let wavering = WordClasses(rawValue: 1 << 2)
  static let weekday = WordClasses(rawValue: 1 << 3)
  static let pluralWeekday = WordClasses(rawValue: 1 << 4)
  static let season = WordClasses(rawValue: 1 << 5)
  static let unit = WordClasses(rawValue: 1 << 6)
  static let pluralUnit = WordClasses(rawValue: 1 << 7)
  static let cardinal = WordClasses(rawValue: 1 << 8)
  static let ordinal = WordClasses(rawValue: 1 << 9)
  /// "a", "an"
  static let article = WordClasses(rawValue: 1 << 10)
  /// "few", "several", "many"
  static let vague = WordClasses(rawValue: 1 << 11)
  /// "last", "this", "next" …; the value tells which.
  static let relation = WordClasses(rawValue: 1 << 12)
  /// "early", "late", "mid"
  static let phase = WordClasses(rawValue: 1 << 13)
  /// "end", "beginning", followed by "of"
  static let phaseOf = WordClasses(rawValue: 1 << 14)
  static let namedDay = WordClasses(rawValue: 1 << 15)
  static let every = WordClasses(rawValue: 1 << 16)
  /// "annually", "daily"
  static let adverb = WordClasses(rawValue: 1 << 17)
  static let decadeName = WordClasses(rawValue: 1 << 18)
  /// "Q3", "H1"
  static let quarterSign = WordClasses(rawValue: 1 << 19)
  static let holiday = WordClasses(rawValue: 1 << 20)
  /// "half"
  static let half = WordClasses(rawValue: 1 << 21)
  /// "about", "nearly", "more" …
  static let measure = WordClasses(rawValue: 1 << 22)
  /// "earlier", "later"
  static let comparative = WordClasses(rawValue: 1 << 23)
  /// "recent", "coming"
  static let recent = WordClasses(rawValue: 1 << 24)
  static let per = WordClasses(rawValue: 1 << 25)

  // Words beside one.
  /// After these a four-digit number is most likely a year.
  static let yearFront = WordClasses(rawValue: 1 << 26)
  /// After these it may be a year.
  static let weakFront = WordClasses(rawValue: 1 << 27)
  /// After these a number is no date: "page", "resolution".
  static let numbered = WordClasses(rawValue: 1 << 28)
  /// What is counted: "people", "troops".
  static let counted = WordClasses(rawValue: 1 << 29)
  /// What has a year before it: "elections", "invasion".
  static let event = WordClasses(rawValue: 1 << 30)
  /// Words with little meaning of their own, which may follow a year.
  static let function = WordClasses(rawValue: 1 << 31)
  static let future = WordClasses(rawValue: 1 << 32)
  static let past = WordClasses(rawValue: 1 << 33)
  static let ago = WordClasses(rawValue: 1 << 34)
  static let partOfDay = WordClasses(rawValue: 1 << 35)
  static let quarter = WordClasses(rawValue: 1 << 36)
  static let hundreds = WordClasses(rawValue: 1 << 37)
  static let era = WordClasses(rawValue: 1 << 38)
  /// A head of names that have a date in them: "Movement", "Brigade".
  static let nameHead = WordClasses(rawValue: 1 << 39)
  /// "Black", "Bloody", "Easter": before a day of the week they make a name.
  static let dayNameFront = WordClasses(rawValue: 1 << 40)
  /// "Times", "Telegraph": after a day of the week they make a name.
  static let dayNameHead = WordClasses(rawValue: 1 << 41)
  /// "Day", "Eve"
  static let dayWord = WordClasses(rawValue: 1 << 42)
  /// "full", "consecutive", which may stand between a number and its unit.
  static let filler = WordClasses(rawValue: 1 << 43)
  /// "for", "within": before a unit without a number they make a duration.
  static let lengthFront = WordClasses(rawValue: 1 << 44)
  static let attack = WordClasses(rawValue: 1 << 45)

  // Single words.
  static let the = WordClasses(rawValue: 1 << 46)
  static let of = WordClasses(rawValue: 1 << 47)
  static let and = WordClasses(rawValue: 1 << 48)
  static let or = WordClasses(rawValue: 1 << 49)
  static let to = WordClasses(rawValue: 1 << 50)
  static let from = WordClasses(rawValue: 1 << 51)
  static let between = WordClasses(rawValue: 1 << 52)
  static let until = WordClasses(rawValue: 1 << 53)
  static let old = WordClasses(rawValue: 1 << 54)
  static let than = WordClasses(rawValue: 1 << 55)
  static let `in` = WordClasses(rawValue: 1 << 56)
  static let on = WordClasses(rawValue: 1 << 57)
  static let by = WordClasses(rawValue: 1 << 58)
  static let now = WordClasses(rawValue: 1 << 59)
  static let prefix = WordClasses(rawValue: 1 << 60)
  static let other = WordClasses(rawValue: 1 << 61)
  static let time = WordClasses(rawValue: 1 << 62)
  static let be = WordClasses(rawValue: 1 << 63)

  /// What may stand before "last three years".
  static let beforeSpan: WordClasses = [.the, .in, .of, .and, .or, .lengthFront, .yearFront, .weakFront]

  /// The words at which the grammar is tried.
  static let begins: WordClasses = [
    .month, .weekday, .pluralWeekday, .season, .pluralUnit, .cardinal, .ordinal, .article, .vague, .relation,
    .phase, .phaseOf, .namedDay, .every, .adverb, .decadeName, .quarterSign, .holiday, .half, .measure,
    .comparative, .recent, .per, .era, .unit,
  ]
}

/// What the lexicon says of a word: its classes, and its number where it has one.
struct Lexeme: Hashable, Sendable {
  var classes: WordClasses = []
  /// A month, weekday, cardinal or ordinal number, or the raw value of a relation, phase or measure.
  var value: Int16 = 0
  /// The unit of "week" and "weeks".
  var unit: CalendarUnit = .day
}

extension WordClasses: Hashable {}
