/// The words that dates are made of, and those beside them that tell whether it is one. About 600 of them.
///
/// Words are looked up by their letters in lower case, six bits each in one number, in a flat array with open
/// addressing. Only the number is kept. It tells all words of up to ten letters apart; a longer word made to share
/// that of another gains a wrong date, nothing worse.
struct Lexicon: Sendable {
  static let builtIn = Lexicon()

  /// The different lexemes; the first is that of unknown words. Words of one class share one.
  private(set) var lexemes: [Lexeme] = [Lexeme()]
  private var keys: [UInt64]
  private var places: [UInt8]
  /// Two to the power of the bits that `slot` leaves.
  private static let size = 4_096

  /// Whether a date may begin at a word, by its place in `lexemes`.
  private(set) var begins = [false]

  /// Set beside a digit, which shares its bits with a letter.
  static let digitMark: UInt64 = 1 << 62

  /// Returns the number of a word with one more letter or digit.
  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash << 6 | hash >> 58) ^ UInt64(byte & 0x1F)
  }

  /// Returns the number of a whole word in lower case.
  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $1 < UInt8(ascii: "a") ? hash($0 ^ digitMark, $1) : hash($0, $1) }
  }

  @inline(__always)
  private static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 52)
  }

  /// Returns the place in `lexemes` of the word with this number; 0 for an unknown word.
  @inline(__always)
  func place(of hash: UInt64) -> UInt8 {
    var slot = Lexicon.slot(of: hash)
    while true {
      let key = keys[slot]
      if key == hash { return places[slot] }
      if key == 0 { return 0 }
      slot = (slot + 1) & (Lexicon.size - 1)
    }
  }

  /// Returns the lexeme of a word in lower case.
  func lexeme(of word: String) -> Lexeme {
    lexemes[Int(place(of: Lexicon.hash(word)))]
  }

  private init() {
    keys = [UInt64](repeating: 0, count: Lexicon.size)
    places = [UInt8](repeating: 0, count: Lexicon.size)
    var words: [String: Lexeme] = [:]
    var order: [String] = []
    for (list, lexeme) in Lexicon.entries {
      for word in list.split(separator: " ").map(String.init) where word != "-" {
        guard var known = words[word] else {
          words[word] = lexeme
          order.append(word)
          continue
        }
        known.classes.formUnion(lexeme.classes)
        if lexeme.value != 0 { known.value = lexeme.value }
        if !lexeme.classes.isDisjoint(with: [.unit, .pluralUnit]) { known.unit = lexeme.unit }
        words[word] = known
      }
    }
    var known: [Lexeme: UInt8] = [:]
    for word in order {
      guard let lexeme = words[word] else { continue }
      if known[lexeme] == nil, lexemes.count < 256 {
        known[lexeme] = UInt8(lexemes.count)
        lexemes.append(lexeme)
        begins.append(!lexeme.classes.isDisjoint(with: .begins))
      }
      guard let place = known[lexeme] else { continue }
      let hash = Lexicon.hash(word)
      var slot = Lexicon.slot(of: hash)
      while keys[slot] != 0 { slot = (slot + 1) & (Lexicon.size - 1) }
      keys[slot] = hash
      places[slot] = place
    }
  }
}
