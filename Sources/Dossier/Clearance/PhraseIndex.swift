/// Phrases to look for, all at once: a walk over a text costs a look-up or two for each word of it, however many they are.
struct PhraseIndex {
  /// Something to look for.
  struct Phrase {
    /// What is told of it.
    var number: Int
    /// The hash of its words as they are written.
    fileprivate var exact: UInt64
    fileprivate var length: Int
    /// The next phrase of the same words in other letters; -1 for none.
    fileprivate var next: Int32
    /// Whether it may stand in the output as it is written, and in other letters.
    fileprivate(set) var isExactAllowed = false
    fileprivate(set) var isFoldedAllowed: Bool
  }

  /// The most words of a phrase: a longer one is looked for by its parts.
  static let longest = 8

  private(set) var phrases: [Phrase] = []
  /// By the hash of the words so far: the first phrase that ends there, or -1 where it only goes on.
  private var table: [UInt64: Int32] = [:]
  /// A bit for the first words, so that most words need no look-up.
  private var firsts = [UInt64](repeating: 0, count: 1 << 14)

  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var value = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
    return value &* 0xBF58_476D_1CE4_E5B9
  }

  private static func bit(_ word: UInt64) -> (Int, UInt64) {
    let place = Int(truncatingIfNeeded: word ^ (word >> 32)) & ((1 << 20) - 1)
    return (place >> 6, 1 << UInt64(place & 63))
  }

  /// Adds words to look for. More than `longest` are looked for as runs of that length, one after the other, so that a
  /// part of that length or twice of it is found too.
  ///
  /// - Parameter isExactOnly: Whether the same words in other letters are something else.
  mutating func add(_ words: [Word], number: Int, isExactOnly: Bool = false) {
    guard !words.isEmpty else { return }
    guard words.count > PhraseIndex.longest else { return addPart(words[...], number, isExactOnly) }
    var start = 0
    while start + PhraseIndex.longest <= words.count {
      addPart(words[start..<start + PhraseIndex.longest], number, isExactOnly)
      start += PhraseIndex.longest
    }
    if start < words.count { addPart(words.suffix(PhraseIndex.longest), number, isExactOnly) }
  }

  private mutating func addPart(_ words: ArraySlice<Word>, _ number: Int, _ isExactOnly: Bool) {
    guard let first = words.first else { return }
    let (place, bit) = PhraseIndex.bit(first.folded)
    firsts[place] |= bit
    var (hash, exact): (UInt64, UInt64) = (0, 0)
    for word in words {
      hash = PhraseIndex.mix(hash, word.folded)
      exact = PhraseIndex.mix(exact, word.exact)
      if table[hash] == nil { table[hash] = -1 }
    }
    var last = table[hash] ?? -1
    let head = last
    while last >= 0 {
      // The same again, from elsewhere.
      if phrases[Int(last)].exact == exact {
        if !isExactOnly { phrases[Int(last)].isFoldedAllowed = false }
        return
      }
      last = phrases[Int(last)].next
    }
    table[hash] = Int32(phrases.count)
    phrases.append(
      Phrase(number: number, exact: exact, length: words.count, next: head, isFoldedAllowed: isExactOnly))
  }

  /// Calls `body` with each phrase that stands in a text, whether as it is written, and the place of its first word.
  func search(_ words: [Word], _ body: (_ phrase: Int, _ isExact: Bool, _ word: Int) -> Void) {
    guard !phrases.isEmpty else { return }
    for start in words.indices {
      let (place, bit) = PhraseIndex.bit(words[start].folded)
      guard firsts[place] & bit != 0 else { continue }
      var (hash, exact): (UInt64, UInt64) = (0, 0)
      var index = start
      while index < words.count {
        hash = PhraseIndex.mix(hash, words[index].folded)
        exact = PhraseIndex.mix(exact, words[index].exact)
        guard var found = table[hash] else { break }
        while found >= 0 {
          body(Int(found), phrases[Int(found)].exact == exact, start)
          found = phrases[Int(found)].next
        }
        index += 1
      }
    }
  }

  /// Allows what stands in a text.
  ///
  /// - Parameter isKept: Whether a phrase stays forbidden all the same, by its number.
  mutating func allow(_ words: [Word], except isKept: (Int) -> Bool = { _ in false }) {
    var found: [(Int, Bool)] = []
    search(words) { phrase, isExact, _ in found.append((phrase, isExact)) }
    for (phrase, isExact) in found where !isKept(phrases[phrase].number) {
      phrases[phrase].isFoldedAllowed = true
      if isExact { phrases[phrase].isExactAllowed = true }
    }
  }

  /// The numbers of what must not stand in a text and does, each with the place of its first word.
  func forbidden(in words: [Word]) -> [(number: Int, word: Int)] {
    var found: [(number: Int, word: Int)] = []
    search(words) { phrase, isExact, word in
      let entry = phrases[phrase]
      if isExact ? entry.isExactAllowed : entry.isFoldedAllowed { return }
      found.append((entry.number, word))
    }
    return found
  }
}
