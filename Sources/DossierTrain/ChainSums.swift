import EntityRecognizer

/// The numbers of a row of weights or scores: one a label, and some zeros.
let rowWidth = 24

/// The sums over all labellings of a sentence that its marks allow (forward and backward; Rabiner, 1989).
struct ChainSums {
  /// How likely each label of each token is, `rowWidth` numbers a token.
  private(set) var likely: [Float] = []
  /// Of each pair of tokens and each pair of labels.
  private(set) var pairs = [Float](repeating: 0, count: Label.count * Label.count)
  /// The logarithm of the sum.
  private(set) var total: Float = 0

  private var forward: [Float] = []
  private var backward: [Float] = []
  private var norms: [Float] = []

  private static let count = Label.count
  private static let begins: UInt32 = bits { $0.begins }
  private static let ends: UInt32 = bits { $0.ends }
  private static let next = (0..<count).map { from in
    (0..<count).filter { Label(rawValue: UInt8(from)).allows(Label(rawValue: UInt8($0))) }
  }

  private static func bits(_ has: (Label) -> Bool) -> UInt32 {
    (0..<count).reduce(0) { has(Label(rawValue: UInt8($1))) ? $0 | 1 << UInt32($1) : $0 }
  }

  /// Works the sums out.
  ///
  /// - Parameters:
  ///   - factors: Of each token, the factors of its labels.
  ///   - transitions: The factors of label after label, `rowWidth` numbers a label; zero where it may not follow.
  ///   - allowed: The labels that count, one bit each.
  mutating func work(_ factors: [Float], _ transitions: [Float], length: Int, allowed: ArraySlice<UInt32>?) {
    let (count, width) = (ChainSums.count, rowWidth)
    if forward.count < length * width {
      forward = [Float](repeating: 0, count: length * width)
      backward = forward
      likely = forward
      norms = [Float](repeating: 0, count: length)
    }
    total = 0
    for index in 0..<pairs.count { pairs[index] = 0 }
    func mask(_ index: Int) -> UInt32 {
      var mask = allowed.map { $0[$0.startIndex + index] } ?? .max
      if index == 0 { mask &= ChainSums.begins }
      if index == length - 1 { mask &= ChainSums.ends }
      return mask
    }
    for index in 0..<length {
      let row = index * width
      let mask = mask(index)
      var norm: Float = 0
      var reach = (
        SIMD8<Float>(repeating: index == 0 ? 1 : 0), SIMD8<Float>(repeating: index == 0 ? 1 : 0),
        SIMD8<Float>(repeating: index == 0 ? 1 : 0)
      )
      if index > 0 {
        for from in 0..<count where forward[row - width + from] != 0 {
          let share = forward[row - width + from]
          reach.0 += share * transitions.row(from * width)
          reach.1 += share * transitions.row(from * width + 8)
          reach.2 += share * transitions.row(from * width + 16)
        }
      }
      forward.set(row, reach.0 * factors.row(row))
      forward.set(row + 8, reach.1 * factors.row(row + 8))
      forward.set(row + 16, reach.2 * factors.row(row + 16))
      for label in 0..<count {
        if mask & (1 << UInt32(label)) == 0 { forward[row + label] = 0 }
        norm += forward[row + label]
      }
      for label in count..<width { forward[row + label] = 0 }
      norm = max(norm, 1e-30)
      norms[index] = norm
      for label in 0..<count { forward[row + label] /= norm }
      total += Float.logarithm(norm)
    }
    var last = (length - 1) * width
    for label in 0..<width { backward[last + label] = label < count ? 1 : 0 }
    var weighted = [Float](repeating: 0, count: width)
    for index in stride(from: length - 2, through: 0, by: -1) {
      let row = index * width
      let mask = mask(index + 1)
      for label in 0..<count {
        weighted[label] =
          mask & (1 << UInt32(label)) == 0
          ? 0 : backward[row + width + label] * factors[row + width + label] / norms[index + 1]
      }
      for label in 0..<count {
        backward[row + label] =
          (weighted.row(0) * transitions.row(label * width) + weighted.row(8)
          * transitions.row(label * width + 8)
          + weighted.row(16) * transitions.row(label * width + 16)).sum()
      }
      // A pair of tokens that are surely outside says next to nothing.
      if forward[row] * backward[row] > 0.9999, forward[row + width] * backward[row + width] > 0.9999 {
        pairs[0] += 1
        continue
      }
      for from in 0..<count where forward[row + from] != 0 {
        for to in ChainSums.next[from] where weighted[to] != 0 {
          pairs[from * count + to] += forward[row + from] * transitions[from * width + to] * weighted[to]
        }
      }
    }
    last = length * width
    for index in 0..<last { likely[index] = forward[index] * backward[index] }
  }
}

extension [Float] {
  /// Returns eight numbers from `index` on.
  @inline(__always)
  func row(_ index: Int) -> SIMD8<Float> {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 4, as: SIMD8<Float>.self) }
  }

  /// Sets eight numbers from `index` on.
  @inline(__always)
  mutating func set(_ index: Int, _ numbers: SIMD8<Float>) {
    withUnsafeMutableBytes { $0.storeBytes(of: numbers, toByteOffset: index * 4, as: SIMD8<Float>.self) }
  }
}
