/// The trained weights: of each feature, how much it speaks for each label (a linear-chain conditional random field;
/// Lafferty, McCallum and Pereira, 2001).
///
/// Weights are integers, so their sums do not depend on the order in which they are added, and any machine gives the
/// same labels.
///
/// `@unchecked`, since it holds pointers: they lead into `bytes`, which it keeps alive and which nobody writes, so all
/// tasks may read.
package struct Tagger: @unchecked Sendable {
  private let bytes: ModelBytes
  /// Of each slot 14 bits of a feature's hash and 18 of its row's number; all bits are set where it is empty.
  private let slots: UnsafeBufferPointer<UInt32>
  private let mask: Int
  /// The rows of weights, `LabelScores.count` each.
  private let rows: UnsafeRawBufferPointer
  /// How much each label speaks for each next one: `Label.count` numbers a label.
  private let transitions: [Int16]
  /// How many units of weight make a factor of e.
  let unit: Float
  /// What the scores mean.
  let calibration: Calibration

  static let rowBits: UInt32 = 18
  private static let rowMask: UInt32 = (1 << rowBits) - 1

  /// Reads the weights of a file.
  init(_ file: ModelFile) throws(ModelFile.Problem) {
    guard let slots: UnsafeBufferPointer<UInt32> = file.numbersInPlace(0),
      let rows: UnsafeBufferPointer<Int8> = file.numbersInPlace(1)
    else { throw .damaged }
    bytes = file.bytes
    self.slots = slots
    self.rows = UnsafeRawBufferPointer(rows)
    transitions = file.numbers(2)
    let numbers: [UInt32] = file.numbers(3)
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, slots.contains(.max),
      rows.count % LabelScores.count == 0, transitions.count == Label.count * Label.count, numbers.count > 1
    else { throw .damaged }
    let rowCount = rows.count / LabelScores.count
    for slot in slots where slot != .max && Int(slot & Tagger.rowMask) >= rowCount { throw .damaged }
    mask = slots.count - 1
    unit = Float(bitPattern: numbers[0])
    guard unit > 0, unit < 10_000,
      let calibration = Calibration(numbers.dropFirst().map { Float(bitPattern: $0) })
    else { throw .damaged }
    self.calibration = calibration
  }

  /// Returns how much a label speaks for the next one.
  func transition(_ from: Label, _ to: Label) -> Int16 {
    transitions[Int(from.rawValue) * Label.count + Int(to.rawValue)]
  }

  /// Returns the weights as a file: rows of `Label.count` numbers, each with the hash of its feature.
  package static func file(
    features: [(key: UInt64, row: [Int8])], transitions: [Int16], unit: Float, calibration: [Float]
  ) -> [UInt8] {
    var size = 64
    while size < features.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: .max, count: size)
    var rows: [Int8] = []
    rows.reserveCapacity(features.count * LabelScores.count)
    for (number, feature) in features.enumerated() {
      var slot = Int(truncatingIfNeeded: feature.key) & (size - 1)
      while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
      slots[slot] = tag(of: feature.key) << rowBits | UInt32(number)
      rows += feature.row
      rows += [Int8](repeating: 0, count: LabelScores.count - feature.row.count)
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
  func add(_ key: UInt64, to scores: inout LabelScores) {
    let tag = Tagger.tag(of: key)
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let found = slots[slot]
      if found == .max { return }
      if found >> Tagger.rowBits == tag {
        let row = Int(found & Tagger.rowMask) &* LabelScores.count
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
