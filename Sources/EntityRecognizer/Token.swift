/// A word, number or mark of the text.
struct Token: Sendable {
  /// The first byte.
  var start: UInt32
  /// The byte after the last; the full stop of an abbreviation is in the token.
  var end: UInt32
  /// The hash of the word as written, without full stops, soft hyphens and joiners. A word in capitals that no
  /// list knows has the hash of its form with one capital.
  var hash: UInt64 = 0
  /// The hash of the word in small letters; of a mark, of its bytes.
  var lowerHash: UInt64 = 0
  /// What the lists know of the word.
  var classes: WordClasses = []
  /// The number of the word's cluster, zero where it has none.
  var cluster: UInt16 = 0
  var kind: Kind
  var shape: Shape = []

  enum Kind: UInt8, Sendable {
    case word
    case number
    /// A hyphen or dash.
    case hyphen
    /// "'s" and other short forms hung on a word.
    case clitic
    case apostrophe
    case ampersand
    case comma
    /// ". ! ? …" and their like in other scripts.
    case terminator
    case opener
    case closer
    /// A straight quote, which may open or close.
    case quote
    case symbol
    /// An address, read as one word that names nothing.
    case address
    /// Skipped bytes.
    case code
    case lineEnd
  }

  struct Shape: OptionSet, Sendable {
    let rawValue: UInt32
    /// Space or a line's end stands before.
    static let spaceBefore = Shape(rawValue: 1 << 0)
    /// The first letter is a capital.
    static let capital = Shape(rawValue: 1 << 1)
    /// Two letters or more, all capitals.
    static let allCapitals = Shape(rawValue: 1 << 2)
    /// "U.S.", "a.m."
    static let dotted = Shape(rawValue: 1 << 3)
    /// One capital letter with a full stop.
    static let initial = Shape(rawValue: 1 << 4)
    /// The token ends with the full stop of an abbreviation.
    static let fullStop = Shape(rawValue: 1 << 5)
    /// Begins with a lower-case letter.
    static let lower = Shape(rawValue: 1 << 6)
    /// A terminator that needs no space after it (Chinese, Japanese).
    static let needsNoSpace = Shape(rawValue: 1 << 7)
    /// "!" or "?" in any script.
    static let exclaims = Shape(rawValue: 1 << 8)
    /// "…"
    static let ellipsis = Shape(rawValue: 1 << 9)
    /// A footnote sign that may follow a full stop: "*", "†", "¶".
    static let footnote = Shape(rawValue: 1 << 10)
    /// Four digits.
    static let year = Shape(rawValue: 1 << 11)
    /// One letter only.
    static let single = Shape(rawValue: 1 << 12)
    /// A square bracket.
    static let square = Shape(rawValue: 1 << 13)
    /// A round bracket.
    static let round = Shape(rawValue: 1 << 14)
    /// A dash, which joins no words.
    static let dash = Shape(rawValue: 1 << 15)
    /// A capital stands after the first letter, and not all are capitals: "McDonald", "iPhone".
    static let mixed = Shape(rawValue: 1 << 16)
  }

  /// Whether it is a word with a capital.
  @inline(__always)
  var isCapital: Bool { kind == .word && shape.contains(.capital) }

  @inline(__always)
  func has(_ classes: WordClasses) -> Bool { !self.classes.isDisjoint(with: classes) }

  @inline(__always)
  var spaceBefore: Bool { shape.contains(.spaceBefore) }
}
