/// Numbers for the features of the training texts: open addressing over their hashes.
struct FeatureIndex {
  private(set) var keys: [UInt64]
  private var numbers: [Int32]
  private var mask: Int
  /// How many features have a number.
  private(set) var count: Int32 = 0

  /// Numbers the features that occur at least `least` times among `all`.
  init(_ all: [UInt64], least: Int32) {
    var size = 1 << 16
    while size < all.count / 8 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
    mask = size - 1
    var filled = 0
    for key in all {
      let slot = slot(of: key)
      if keys[slot] == 0 {
        keys[slot] = key
        filled += 1
        if filled * 3 > size * 2 {
          grow()
          numbers[self.slot(of: key)] += 1
          continue
        }
      }
      numbers[slot] += 1
    }
    for slot in keys.indices where keys[slot] != 0 {
      if numbers[slot] >= least {
        numbers[slot] = count
        count += 1
      } else {
        numbers[slot] = -1
      }
    }
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    numbers = [Int32](repeating: 0, count: keys.count)
    mask = keys.count - 1
    for (key, number) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Returns the number of a feature, or -1 where it has none.
  func number(of key: UInt64) -> Int32 {
    let slot = slot(of: key)
    return keys[slot] == 0 ? -1 : numbers[slot]
  }

  /// Gives a number to a feature that has none.
  mutating func add(_ key: UInt64) {
    let slot = slot(of: key)
    guard keys[slot] == 0 || numbers[slot] < 0 else { return }
    keys[slot] = key
    numbers[slot] = count
    count += 1
  }

  /// The hash of each feature, by its number.
  var keysByNumber: [UInt64] {
    var list = [UInt64](repeating: 0, count: Int(count))
    for slot in keys.indices where keys[slot] != 0 && numbers[slot] >= 0 {
      list[Int(numbers[slot])] = keys[slot]
    }
    return list
  }
}
