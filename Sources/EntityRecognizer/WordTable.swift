/// A hash table from words to their classes: open addressing in one flat array, at most half full.
struct WordTable: Sendable {
  /// The upper half of a slot is a part of the word's hash, the lower half says which set of classes it has;
  /// zero is an empty slot.
  private var slots: [UInt64]
  private var mask: Int
  /// The sets of classes that occur: a few hundred.
  private var sets: [WordClasses] = [[]]
  private var setNumbers: [UInt64: Int] = [:]
  private var lastNumber = 0
  private var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// Returns the classes of the word with this hash.
  @inline(__always)
  func classes(of hash: UInt64) -> WordClasses {
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = hash >> 32
    while slots[slot] != 0 {
      if slots[slot] >> 32 == tag { return sets[Int(slots[slot] & 0xFFFF_FFFF)] }
      slot = (slot + 1) & mask
    }
    return []
  }

  /// Adds classes to the word with this hash; nothing where the table is full.
  mutating func insert(_ hash: UInt64, _ classes: WordClasses) {
    guard count * 2 <= mask else { return }
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = hash >> 32
    while slots[slot] != 0 {
      if slots[slot] >> 32 == tag {
        let known = sets[Int(slots[slot] & 0xFFFF_FFFF)]
        if !known.isSuperset(of: classes) { slots[slot] = tag << 32 | number(of: known.union(classes)) }
        return
      }
      slot = (slot + 1) & mask
    }
    count += 1
    slots[slot] = tag << 32 | number(of: classes)
  }

  private mutating func number(of classes: WordClasses) -> UInt64 {
    // A list adds the same classes thousands of times in a row.
    if sets[lastNumber] == classes { return UInt64(lastNumber) }
    if let number = setNumbers[classes.rawValue] {
      lastNumber = number
    } else {
      lastNumber = sets.count
      sets.append(classes)
      setNumbers[classes.rawValue] = lastNumber
    }
    return UInt64(lastNumber)
  }
}
