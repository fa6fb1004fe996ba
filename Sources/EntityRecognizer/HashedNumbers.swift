/// From the hashes of words to small numbers above zero: open addressing in one flat array, at most half full.
///
/// It keeps a part of a word's hash beside its place, not the word: with 9 bits for the number 23 of the hash. Of some
/// million words that no list has, one is taken for another; it may become a wrong name, nothing worse.
struct HashedNumbers: Sendable {
  /// The upper bits of a slot are a part of the word's hash, the lower ones the number; zero is an empty slot. Small,
  /// since every look-up is a miss of the cache.
  private(set) var slots: [UInt32]
  private let mask: Int
  /// The bits of the number.
  private let numberMask: UInt32
  private var count = 0

  init(capacity: Int, bits: UInt32) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
    numberMask = 1 << bits - 1
  }

  /// Reads a table that was written as slots, of numbers below `limit`.
  init?(slots: [UInt32], bits: UInt32, limit: Int) {
    numberMask = 1 << bits - 1
    // A power of two, with an empty slot at which a search ends.
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, slots.contains(0) else { return nil }
    for slot in slots where Int(slot & numberMask) >= limit { return nil }
    self.slots = slots
    mask = slots.count - 1
  }

  /// The number of the word with this hash; zero where it has none. Where the table is full, no word is added.
  subscript(hash: UInt64) -> Int {
    @inline(__always)
    get { Int(slots[slot(of: hash)] & numberMask) }
    set {
      let slot = slot(of: hash)
      if slots[slot] == 0 {
        guard count * 2 <= mask else { return }
        count += 1
      }
      slots[slot] = tag(of: hash) | UInt32(newValue) & numberMask
    }
  }

  /// Returns where the word stands, or the empty slot where it would.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let tag = tag(of: hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] & ~numberMask != tag { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & ~numberMask }
}
