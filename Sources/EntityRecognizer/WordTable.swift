/// A hash table from words to their classes: open addressing in one flat array, at most half full.
///
/// It keeps 23 bits of a word's hash beside its place, not the word. Of some million words that no list has, one
/// is taken for another; it may become a wrong name, nothing worse.
struct WordTable: Sendable {
  /// The upper bits of a slot are a part of the word's hash, the lower nine the number of its set of classes;
  /// zero is an empty slot. Small, since every look-up is a miss of the cache.
  private var slots: [UInt32]
  private let mask: Int
  /// The sets of classes that occur, at most 512.
  private var sets: [WordClasses] = [[]]
  private var setNumbers: [UInt64: Int] = [:]
  private var lastNumber = 0
  private var count = 0
  private static let setBits: UInt32 = 511

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  /// Reads a table that was written as numbers.
  init?(slots: [UInt32], sets: [UInt64]) {
    // A power of two, with an empty slot at which a search ends.
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, slots.contains(0), !sets.isEmpty else {
      return nil
    }
    for slot in slots where Int(slot & WordTable.setBits) >= sets.count { return nil }
    self.slots = slots
    mask = slots.count - 1
    self.sets = sets.map { WordClasses(rawValue: $0) }
  }

  /// The table as numbers.
  var numbers: (slots: [UInt32], sets: [UInt64]) { (slots, sets.map(\.rawValue)) }

  /// Returns the classes of the word with this hash.
  @inline(__always)
  func classes(of hash: UInt64) -> WordClasses {
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = UInt32(truncatingIfNeeded: hash >> 32) & ~WordTable.setBits
    while slots[slot] != 0 {
      let word = slots[slot]
      if word & ~WordTable.setBits == tag { return sets[Int(word & WordTable.setBits)] }
      slot = (slot + 1) & mask
    }
    return []
  }

  /// Adds classes to the word with this hash; nothing where the table is full.
  mutating func insert(_ hash: UInt64, _ classes: WordClasses) {
    guard count * 2 <= mask else { return }
    var slot = Int(truncatingIfNeeded: hash) & mask
    let tag = UInt32(truncatingIfNeeded: hash >> 32) & ~WordTable.setBits
    while slots[slot] != 0 {
      if slots[slot] & ~WordTable.setBits == tag {
        let known = sets[Int(slots[slot] & WordTable.setBits)]
        if !known.isSuperset(of: classes) { slots[slot] = tag | number(of: known.union(classes)) }
        return
      }
      slot = (slot + 1) & mask
    }
    count += 1
    slots[slot] = tag | number(of: classes)
  }

  private mutating func number(of classes: WordClasses) -> UInt32 {
    // A list adds the same classes thousands of times in a row.
    if sets[lastNumber] == classes { return UInt32(lastNumber) }
    if let number = setNumbers[classes.rawValue] {
      lastNumber = number
    } else {
      guard sets.count <= Int(WordTable.setBits) else { return 0 }
      lastNumber = sets.count
      sets.append(classes)
      setNumbers[classes.rawValue] = lastNumber
    }
    return UInt32(lastNumber)
  }
}
