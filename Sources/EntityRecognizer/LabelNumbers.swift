/// A number for each label, eight side by side.
struct LabelNumbers<Number: SIMDScalar & Sendable>: Sendable where Number.SIMD8Storage: Sendable {
  var low = SIMD8<Number>()
  var middle = SIMD8<Number>()
  /// The last of these belong to no label.
  var high = SIMD8<Number>()

  /// How many numbers there are, with those that belong to no label.
  static var count: Int { 24 }

  init() {}

  init(repeating number: Number) {
    low = SIMD8(repeating: number)
    middle = low
    high = low
  }

  init(_ number: (Label) -> Number) {
    for label in 0..<Label.count { self[label] = number(Label(rawValue: UInt8(label))) }
  }

  @inline(__always)
  subscript(label: Int) -> Number {
    get { label < 8 ? low[label] : label < 16 ? middle[label - 8] : high[label - 16] }
    set {
      if label < 8 {
        low[label] = newValue
      } else if label < 16 {
        middle[label - 8] = newValue
      } else {
        high[label - 16] = newValue
      }
    }
  }
}

/// The scores of a token's labels, in units of weight.
typealias LabelScores = LabelNumbers<Int16>

extension LabelNumbers<Int16> {
  /// Far below all: two of them and a token's own score, which is at most `most` and what a second look adds, are above
  /// the least number of 16 bits.
  static let never: Int16 = -12_000
  static let most: Int16 = 7_000

  @inline(__always)
  mutating func add(_ other: LabelScores) {
    low &+= other.low
    middle &+= other.middle
    high &+= other.high
  }

  /// Cuts the scores to what sums of them allow.
  @inline(__always)
  mutating func limit() {
    let (least, most) = (SIMD8(repeating: -Self.most), SIMD8(repeating: Self.most))
    low.clamp(lowerBound: least, upperBound: most)
    middle.clamp(lowerBound: least, upperBound: most)
    high.clamp(lowerBound: least, upperBound: most)
  }

  /// The highest score.
  @inline(__always)
  var top: Int16 {
    // Five labels have numbers in `high`.
    let last = SIMD8(lowHalf: high.lowHalf, highHalf: SIMD4(repeating: high[4]))
    return pointwiseMax(pointwiseMax(low, middle), last).max()
  }

  /// How far "outside" leads before the best other label.
  @inline(__always)
  var lead: Int32 {
    var others = self
    others.low[0] = .min
    return Int32(low[0]) - Int32(others.top)
  }

  /// Moves the scores so that the highest is zero and none is below `never`, which keeps sums of them within 16 bits.
  @inline(__always)
  mutating func lower() {
    let highest = top
    let least = SIMD8<Int16>(repeating: Self.never)
    low = pointwiseMax(low, least &+ highest) &- highest
    middle = pointwiseMax(middle, least &+ highest) &- highest
    high = pointwiseMax(high, least &+ highest) &- highest
  }

  /// Takes each score of `other` that is higher, and notes in `from` that it came from `label`.
  @inline(__always)
  mutating func raise(to other: LabelScores, from label: Int16, _ from: inout LabelScores) {
    let (lows, middles, highs) = (other.low .> low, other.middle .> middle, other.high .> high)
    low.replace(with: other.low, where: lows)
    middle.replace(with: other.middle, where: middles)
    high.replace(with: other.high, where: highs)
    from.low.replace(with: SIMD8(repeating: label), where: lows)
    from.middle.replace(with: SIMD8(repeating: label), where: middles)
    from.high.replace(with: SIMD8(repeating: label), where: highs)
  }
}

/// Factors or shares of a token's labels.
typealias LabelShares = LabelNumbers<Float>

extension LabelNumbers<Float> {
  /// The exponentials of a token's scores, as far as they are below its highest.
  init(exponentialsOf scores: LabelScores, unit: Float) {
    let top = Float(scores.top)
    low = exponential((SIMD8<Float>(scores.low) - top) / unit)
    middle = exponential((SIMD8<Float>(scores.middle) - top) / unit)
    high = exponential((SIMD8<Float>(scores.high) - top) / unit)
    for label in Label.count..<Self.count { self[label] = 0 }
  }

  @inline(__always)
  mutating func add(_ other: LabelShares, times factor: Float) {
    low += other.low * factor
    middle += other.middle * factor
    high += other.high * factor
  }

  @inline(__always)
  mutating func multiply(by other: LabelShares) {
    low *= other.low
    middle *= other.middle
    high *= other.high
  }

  @inline(__always)
  mutating func divide(by number: Float) {
    low /= number
    middle /= number
    high /= number
  }

  @inline(__always)
  var sum: Float { (low + middle + high).sum() }
}
