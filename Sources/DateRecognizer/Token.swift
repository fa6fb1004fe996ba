/// A word, number or mark of the text.
struct Token: Sendable {
  /// The first byte.
  var start: UInt32
  /// The byte after the last.
  var end: UInt32
  /// A number's value, at most `Token.highest`.
  var value: Int32 = 0
  /// The word's place in the lexicon; 0 for a word that is not in it.
  var lexeme: UInt8 = 0
  var kind: Kind
  /// How many digits a number has.
  var digits: UInt8 = 0
  var shape: Shape = []

  static let highest: Int32 = 99_999_999

  enum Kind: UInt8, Sendable {
    case word
    case number
    /// "21st"
    case ordinal
    /// "1990s"
    case plural
    /// Digits and letters: "24h", "3D".
    case mixed
    case hyphen
    case dash
    case slash
    case comma
    case fullStop
    /// "!", "?", ";" and the full stops of other scripts.
    case stop
    case apostrophe
    case opener
    case closer
    case currency
    case percent
    case symbol
    /// Skipped bytes, addresses.
    case gap
    case lineEnd
  }

  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    static let spaceBefore = Shape(rawValue: 1 << 0)
    /// The first letter is a capital.
    static let capital = Shape(rawValue: 1 << 1)
    /// Every letter is a capital, and there is more than one.
    static let allCapitals = Shape(rawValue: 1 << 2)
    /// A lower-case word in "-ed", most likely of the past.
    static let past = Shape(rawValue: 1 << 3)
    /// A number with commas: "2,014".
    static let grouped = Shape(rawValue: 1 << 4)
  }

  @inline(__always)
  var spaceBefore: Bool { shape.contains(.spaceBefore) }

  @inline(__always)
  var isCapital: Bool { shape.contains(.capital) }
}
