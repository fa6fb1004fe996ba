/// The clusters of words that are used alike, in four grains: each of the finest lies in one of the coarser ones.
struct ClusterLevels: Sendable {
  private(set) var fine: [UInt16] = [0]
  private(set) var middle: [UInt16] = [0]
  private(set) var coarse: [UInt16] = [0]

  init() {}

  /// Reads levels that were written as numbers.
  init?(_ numbers: [UInt16]) {
    guard numbers.count >= 3, numbers.count % 3 == 0 else { return nil }
    let count = numbers.count / 3
    fine = Array(numbers[..<count])
    middle = Array(numbers[count..<2 * count])
    coarse = Array(numbers[(2 * count)...])
  }

  /// The levels as numbers.
  var numbers: [UInt16] { fine + middle + coarse }

  var count: Int { fine.count }

  /// Adds the finest cluster with the next number, from 1.
  mutating func append(fine: UInt16, middle: UInt16, coarse: UInt16) {
    self.fine.append(fine)
    self.middle.append(middle)
    self.coarse.append(coarse)
  }
}

/// From words to the clusters that they are in: open addressing, 20 bits of the word's hash beside 12 of the cluster.
struct ClusterTable: Sendable {
  private var slots: [UInt32]
  private let mask: Int

  init(capacity: Int) {
    var size = 64
    while size * 3 < capacity * 5 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  /// Reads a table that was written as numbers, of clusters below `count`.
  init?(_ slots: [UInt32], count: Int) {
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, slots.contains(0) else { return nil }
    for slot in slots where Int(slot & 0xFFF) >= count { return nil }
    self.slots = slots
    mask = slots.count - 1
  }

  /// The table as numbers.
  var numbers: [UInt32] { slots }

  @inline(__always)
  func cluster(of hash: UInt64) -> UInt16 {
    let tag = UInt32(truncatingIfNeeded: hash >> 32) & ~0xFFF
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] & ~0xFFF == tag { return UInt16(slots[slot] & 0xFFF) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  mutating func insert(_ hash: UInt64, _ cluster: UInt16) {
    let tag = UInt32(truncatingIfNeeded: hash >> 32) & ~0xFFF
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] & ~0xFFF == tag { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = tag | UInt32(cluster)
  }
}
