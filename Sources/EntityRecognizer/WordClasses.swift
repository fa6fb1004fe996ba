/// What the lists know of a word by itself. A word may be of many classes: "Jordan" is a given name and may
/// begin a place.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt64

  static let title = WordClasses(rawValue: 1 << 0)
  static let post = WordClasses(rawValue: 1 << 1)
  static let titlePart = WordClasses(rawValue: 1 << 2)
  static let nameSuffix = WordClasses(rawValue: 1 << 3)
  static let particle = WordClasses(rawValue: 1 << 4)
  static let organisationHead = WordClasses(rawValue: 1 << 5)
  static let organisationOf = WordClasses(rawValue: 1 << 6)
  static let organisationSuffix = WordClasses(rawValue: 1 << 7)
  static let placeHead = WordClasses(rawValue: 1 << 8)
  static let placeFront = WordClasses(rawValue: 1 << 9)
  static let placeOf = WordClasses(rawValue: 1 << 10)
  static let eventHead = WordClasses(rawValue: 1 << 11)
  static let eventOf = WordClasses(rawValue: 1 << 12)
  static let eventFront = WordClasses(rawValue: 1 << 13)
  static let workHead = WordClasses(rawValue: 1 << 14)
  static let workOf = WordClasses(rawValue: 1 << 15)
  static let connector = WordClasses(rawValue: 1 << 16)
  static let month = WordClasses(rawValue: 1 << 17)
  static let day = WordClasses(rawValue: 1 << 18)
  static let abbreviation = WordClasses(rawValue: 1 << 19)
  static let finalAbbreviation = WordClasses(rawValue: 1 << 20)
  static let numberSign = WordClasses(rawValue: 1 << 21)
  static let preposition = WordClasses(rawValue: 1 << 22)
  static let placeNoun = WordClasses(rawValue: 1 << 23)
  static let says = WordClasses(rawValue: 1 << 24)
  static let starter = WordClasses(rawValue: 1 << 25)
  static let stop = WordClasses(rawValue: 1 << 26)
  static let direction = WordClasses(rawValue: 1 << 27)
  static let givenName = WordClasses(rawValue: 1 << 28)
  static let surname = WordClasses(rawValue: 1 << 29)
  /// An English word in lower case, so that a capital may come from the start of a sentence.
  static let common = WordClasses(rawValue: 1 << 30)
  static let nationality = WordClasses(rawValue: 1 << 31)
  /// The first word of a name in the gazetteer.
  static let startsName = WordClasses(rawValue: 1 << 32)

  /// The classes by their names in the list "words".
  static let named: [(String, WordClasses)] = [
    ("title", .title), ("post", .post), ("titlepart", .titlePart), ("namesuffix", .nameSuffix),
    ("particle", .particle), ("orghead", .organisationHead), ("orgof", .organisationOf),
    ("orgsuffix", .organisationSuffix), ("placehead", .placeHead), ("placefront", .placeFront),
    ("placeof", .placeOf), ("eventhead", .eventHead), ("eventof", .eventOf), ("eventfront", .eventFront),
    ("workhead", .workHead), ("workof", .workOf), ("connector", .connector), ("month", .month), ("day", .day),
    ("abbreviation", .abbreviation), ("abbreviationfinal", .finalAbbreviation),
    ("numbersign", .numberSign), ("preposition", .preposition), ("placenoun", .placeNoun), ("says", .says),
    ("starter", .starter), ("stop", .stop), ("direction", .direction),
  ]
}
