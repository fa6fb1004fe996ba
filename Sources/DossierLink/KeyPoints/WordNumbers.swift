/// Numbers the different words of a pile from 0, in the order in which they are first met.
///
/// A hash table with open addressing (Knuth, "The Art of Computer Programming", volume 3, 6.4), doubled when half full.
/// A word's slot is taken by multiplying with a random number (Dietzfelbinger and others, "A reliable randomized
/// algorithm for the closest-pair problem", 1997), so that no text can be written to fill the table badly. The numbers
/// do not depend on it.
struct WordNumbers {
  private var slots: [(word: UInt64, number: Int32)]
  private var shift: UInt64
  private let multiplier: UInt64
  private(set) var count = 0

  init() {
    slots = Array(repeating: (0, -1), count: 1 << 12)
    shift = 64 - 12
    var random = SystemRandomNumberGenerator()
    multiplier = random.next() | 1
  }

  /// Returns a word's number, which is `count` as it was before where the word is new.
  ///
  /// - Complexity: O(1) on average.
  mutating func number(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (word &* multiplier) >> shift)
    while slots[slot].number >= 0 {
      if slots[slot].word == word { return Int(slots[slot].number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (word, Int32(count))
    count += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    shift -= 1
    for entry in old where entry.number >= 0 {
      var slot = Int(truncatingIfNeeded: (entry.word &* multiplier) >> shift)
      while slots[slot].number >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
