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
