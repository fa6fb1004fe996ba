/// The trained weights: of each feature, how much it speaks for each label (a linear-chain conditional random field;
/// Lafferty, McCallum and Pereira, 2001).
///
/// Weights are integers, so their sums do not depend on the order in which they are added, and any machine gives the
/// same labels.
package struct Tagger: @unchecked Sendable {
  /// The scores of a token's labels.
  struct Scores {
    var low = SIMD8<Int16>()
    var middle = SIMD8<Int16>()
    var high = SIMD8<Int16>()

    static let count = 24

    /// Far below all: two of them and a token's own score are above the least number.
    static let never: Int16 = -12_000

    init() {}

    @inline(__always)
    init(repeating number: Int16) {
      low = SIMD8(repeating: number)
      middle = low
      high = low
    }

    @inline(__always)
    subscript(label: Int) -> Int16 {
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

    /// Moves the scores so that the highest is zero and none is below `never`, which keeps sums of them within 16 bits.
    @inline(__always)
    mutating func lower() {
      let highest = top
      let least = SIMD8<Int16>(repeating: Scores.never)
      low = pointwiseMax(low, least &+ highest) &- highest
      middle = pointwiseMax(middle, least &+ highest) &- highest
      high = pointwiseMax(high, least &+ highest) &- highest
    }

    /// Takes each score of `other` that is higher, and notes in `from` that it came from `label`.
    @inline(__always)
    mutating func raise(to other: Scores, from label: Int16, _ from: inout Scores) {
      let (lows, middles, highs) = (other.low .> low, other.middle .> middle, other.high .> high)
      low.replace(with: other.low, where: lows)
      middle.replace(with: other.middle, where: middles)
      high.replace(with: other.high, where: highs)
      from.low.replace(with: SIMD8(repeating: label), where: lows)
      from.middle.replace(with: SIMD8(repeating: label), where: middles)
      from.high.replace(with: SIMD8(repeating: label), where: highs)
    }

    /// The highest score.
    @inline(__always)
    var top: Int16 {
      pointwiseMax(
        pointwiseMax(low, middle), SIMD8(lowHalf: high.lowHalf, highHalf: SIMD4(repeating: high[4]))
      ).max()
    }

    /// How far "outside" leads before the best other label.
    @inline(__always)
    var lead: Int32 {
      var others = self
      others.low[0] = .min
      return Int32(low[0]) - Int32(others.top)
    }

    @inline(__always)
    mutating func add(_ other: Scores) {
      low &+= other.low
      middle &+= other.middle
      high &+= other.high
    }
  }

  // The tables are read in place: `bytes` keeps them alive, and nobody writes them, so all tasks may read.
  private let bytes: ModelBytes
  /// Of each slot 14 bits of a feature's hash and 18 of its row's number; all bits are set where it is empty.
  private let slots: UnsafeBufferPointer<UInt32>
  private let mask: Int
  /// The rows of weights, `Scores.count` each.
  private let rows: UnsafeRawBufferPointer
  /// How much a label speaks for the next one: `Scores.count` numbers a label. Where it may not follow, far below all.
  let transitions: [Int32]
  /// How many units of weight make a factor of e.
  let unit: Float
  /// What the scores mean.
  let calibration: Calibration

  static let rowBits: UInt32 = 18
  private static let rowMask: UInt32 = (1 << rowBits) - 1
  static let never: Int32 = -1_000_000

  /// Reads the weights of a file.
  init(_ file: ModelFile) throws(ModelFile.Problem) {
    guard let slots: UnsafeBufferPointer<UInt32> = file.numbersInPlace(0),
      let rows: UnsafeBufferPointer<Int8> = file.numbersInPlace(1)
    else { throw .damaged }
    bytes = file.bytes
    self.slots = slots
    self.rows = UnsafeRawBufferPointer(rows)
    let transitions: [Int16] = file.numbers(2)
    let numbers: [UInt32] = file.numbers(3)
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, slots.contains(.max),
      rows.count % Scores.count == 0, transitions.count == Label.count * Label.count, numbers.count > 1
    else { throw .damaged }
    let rowCount = rows.count / Scores.count
    for slot in slots where slot != .max && Int(slot & Tagger.rowMask) >= rowCount { throw .damaged }
    mask = slots.count - 1
    unit = Float(bitPattern: numbers[0])
    guard unit > 0, unit < 10_000,
      let calibration = Calibration(numbers.dropFirst().map { Float(bitPattern: $0) })
    else { throw .damaged }
    self.calibration = calibration
    var matrix = [Int32](repeating: Tagger.never, count: Scores.count * Scores.count)
    for from in 0..<Label.count {
      for to in 0..<Label.count
      where Label(rawValue: UInt8(from)).allows(Label(rawValue: UInt8(to))) {
        matrix[from * Scores.count + to] = Int32(transitions[from * Label.count + to])
      }
    }
    self.transitions = matrix
  }

  /// Returns the weights as a file: rows of `Label.count` numbers, each with the hash of its feature.
  package static func file(
    features: [(key: UInt64, row: [Int8])], transitions: [Int16], unit: Float, calibration: [Float]
  ) -> [UInt8] {
    var size = 64
    while size < features.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: .max, count: size)
    var rows: [Int8] = []
    rows.reserveCapacity(features.count * Scores.count)
    for (number, feature) in features.enumerated() {
      var slot = Int(truncatingIfNeeded: feature.key) & (size - 1)
      while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
      slots[slot] = tag(of: feature.key) << rowBits | UInt32(number)
      rows += feature.row
      rows += [Int8](repeating: 0, count: Scores.count - feature.row.count)
    }
    return ModelFile.file(of: [
      ModelFile.part(slots), ModelFile.part(rows), ModelFile.part(transitions),
      ModelFile.part(([unit] + calibration).map(\.bitPattern)),
    ])
  }

  @inline(__always)
  private static func tag(of key: UInt64) -> UInt32 {
    // The last row of the last tag would look empty.
    min(UInt32(truncatingIfNeeded: key >> 50), (1 << 14) - 2)
  }

  /// Adds a feature's weights, if it has any.
  @inline(__always)
  func add(_ key: UInt64, to scores: inout Scores) {
    let tag = Tagger.tag(of: key)
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let found = slots[slot]
      if found == .max { return }
      if found >> Tagger.rowBits == tag {
        let row = Int(found & Tagger.rowMask) &* Scores.count
        // In bounds: every row's number was held against the count of rows when the file was read.
        scores.low &+= widened(row)
        scores.middle &+= widened(row &+ 8)
        scores.high &+= widened(row &+ 16)
        return
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func widened(_ offset: Int) -> SIMD8<Int16> {
    SIMD8<Int16>(truncatingIfNeeded: rows.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int8>.self))
  }
}
