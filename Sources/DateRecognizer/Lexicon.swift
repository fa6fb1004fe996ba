/// The words that dates are made of, and those beside them that tell whether it is one. About 600 of them.
///
/// Words are looked up by a hash of their letters in lower case (FNV-1a, 64 bits), in one flat array with open
/// addressing. Only hashes are kept: a text made to share one gains a wrong date, nothing worse.
struct Lexicon: Sendable {
  static let builtIn = Lexicon()

  /// The different lexemes; the first is that of unknown words. Words of one class share one.
  private(set) var lexemes: [Lexeme] = [Lexeme()]
  private var keys: [UInt64]
  private var places: [UInt8]
  private static let size = 4_096

  @inline(__always)
  static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Returns the place in `lexemes` of the word with this hash; 0 for an unknown word.
  @inline(__always)
  func place(of hash: UInt64) -> UInt8 {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (Lexicon.size - 1)
    while true {
      let key = keys[slot]
      if key == hash { return places[slot] }
      if key == 0 { return 0 }
      slot = (slot + 1) & (Lexicon.size - 1)
    }
  }

  /// Returns the lexeme of a word in lower case.
  func lexeme(of word: String) -> Lexeme {
    lexemes[Int(place(of: word.utf8.reduce(Lexicon.seed, Lexicon.hash)))]
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
      }
      guard let place = known[lexeme] else { continue }
      let hash = word.utf8.reduce(Lexicon.seed, Lexicon.hash)
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (Lexicon.size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (Lexicon.size - 1) }
      keys[slot] = hash
      places[slot] = place
    }
  }
}
