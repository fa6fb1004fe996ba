/// Finds the likeliest labels of a run of tokens (Viterbi, 1967), and how likely the names in it are (forward and
/// backward sums; Rabiner, 1989).
///
/// All arithmetic is on integers or in a fixed order, with an exponential of its own, so that every machine gives the
/// same numbers.
struct ChainDecoder {
  /// What stands beside a run of tokens within its sentence.
  struct Sides {
    /// Whether a token outside all names stands before; otherwise the sentence begins.
    var isAfterOutside: Bool
    /// Whether a token outside all names follows; otherwise the sentence ends.
    var isBeforeOutside: Bool
  }

  private let transitions: [Int32]
  /// The factors of the transitions, zero where a label may not follow: rows by the label before, and by the one after.
  private let factors: [LabelRow]
  private let factorsByNext: [LabelRow]
  private let unit: Float
  private var best = [Int32](repeating: 0, count: count)
  private var next = [Int32](repeating: 0, count: count)
  private var back: [UInt8] = []
  private var forward: [LabelRow] = []
  private var backward: [LabelRow] = []
  private var tokens: [LabelRow] = []
  private var sums: [Float] = []

  static let count = Label.count
  private static let width = Tagger.Scores.count
  /// The labels after which no name goes on: outside, last and only.
  private static let ends: [Int] = (0..<count).filter { Label(rawValue: UInt8($0)).ends }
  private static let beginRow = LabelRow { Label(rawValue: UInt8($0)).begins ? 1 : 0 }
  private static let endRow = LabelRow { Label(rawValue: UInt8($0)).ends ? 1 : 0 }

  init(_ tagger: Tagger) {
    transitions = tagger.transitions
    let unit = tagger.unit
    func factor(_ from: Int, _ to: Int) -> Float {
      let transition = tagger.transitions[from * ChainDecoder.width + to]
      return transition == Tagger.never ? 0 : exponential(Float(transition) / unit)
    }
    self.unit = unit
    factors = (0..<ChainDecoder.count).map { from in LabelRow { factor(from, $0) } }
    factorsByNext = (0..<ChainDecoder.count).map { to in LabelRow { factor($0, to) } }
  }

  /// Sets the likeliest labels of the tokens that begin at `start` and have `scores`.
  mutating func decode(
    _ scores: ArraySlice<Tagger.Scores>, _ sides: Sides, into labels: inout [Label], at start: Int
  ) {
    let count = ChainDecoder.count
    back.removeAll(keepingCapacity: true)
    back.append(contentsOf: repeatElement(0, count: count * scores.count))
    let first = scores[scores.startIndex]
    for label in 0..<count {
      best[label] =
        Label(rawValue: UInt8(label)).begins
        ? Int32(first[label]) + (sides.isAfterOutside ? transitions[label] : 0) : Tagger.never
    }
    var row = 0
    for token in scores.dropFirst() {
      row += count
      advance(token, row)
    }
    var last = 0
    var top = Int32.min
    for label in ChainDecoder.ends {
      let score = best[label] + (sides.isBeforeOutside ? transitions[label * ChainDecoder.width] : 0)
      if score > top {
        top = score
        last = label
      }
    }
    for index in stride(from: scores.count - 1, through: 0, by: -1) {
      labels[start + index] = Label(rawValue: UInt8(last))
      last = Int(back[index * count + last])
    }
  }

  /// Goes on by one token, whose way back is written from `row` on.
  private mutating func advance(_ token: Tagger.Scores, _ row: Int) {
    let (count, width) = (ChainDecoder.count, ChainDecoder.width)
    // The innermost loop of the program: 141 sums a token. All indices are below the fixed counts of labels, and `row`
    // was made room for.
    best.withUnsafeBufferPointer { best in
      next.withUnsafeMutableBufferPointer { next in
        back.withUnsafeMutableBufferPointer { back in
          transitions.withUnsafeBufferPointer { transitions in
            @inline(__always)
            func begin(_ label: Int) {
              var top = best[0] &+ transitions[label]
              var from = 0
              for kind in stride(from: 1, to: count, by: 4) {
                let afterLast = best[kind &+ 2] &+ transitions[(kind &+ 2) &* width &+ label]
                if afterLast > top {
                  top = afterLast
                  from = kind &+ 2
                }
                let afterOnly = best[kind &+ 3] &+ transitions[(kind &+ 3) &* width &+ label]
                if afterOnly > top {
                  top = afterOnly
                  from = kind &+ 3
                }
              }
              next[label] = top &+ Int32(token[label])
              back[row &+ label] = UInt8(truncatingIfNeeded: from)
            }
            @inline(__always)
            func goOn(_ label: Int, _ kind: Int) {
              let afterFirst = best[kind] &+ transitions[kind &* width &+ label]
              let afterInner = best[kind &+ 1] &+ transitions[(kind &+ 1) &* width &+ label]
              next[label] = max(afterFirst, afterInner) &+ Int32(token[label])
              back[row &+ label] = UInt8(truncatingIfNeeded: afterInner > afterFirst ? kind &+ 1 : kind)
            }
            begin(0)
            for kind in stride(from: 1, to: count, by: 4) {
              begin(kind)
              goOn(kind &+ 1, kind)
              goOn(kind &+ 2, kind)
              begin(kind &+ 3)
            }
          }
        }
      }
    }
    swap(&best, &next)
  }

  /// Works out the sums over all labellings of a run, which `probability` needs.
  mutating func sum(_ scores: ArraySlice<Tagger.Scores>, _ sides: Sides) {
    let (count, last) = (ChainDecoder.count, scores.count - 1)
    tokens.removeAll(keepingCapacity: true)
    forward.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    for token in scores { tokens.append(LabelRow(exponentialsOf: token, unit: unit)) }
    for index in 0...last {
      var row: LabelRow
      if index == 0 {
        row = sides.isAfterOutside ? factors[0] : ChainDecoder.beginRow
      } else {
        row = LabelRow()
        for label in 0..<count { row.add(factors[label], times: forward[index - 1][label]) }
      }
      row.multiply(by: tokens[index])
      if index == last { row.multiply(by: ChainDecoder.endRow) }
      let sum = max(row.sum, .leastNormalMagnitude)
      row.divide(by: sum)
      sums.append(sum)
      forward.append(row)
    }
    var row = sides.isBeforeOutside ? factorsByNext[0] : ChainDecoder.endRow
    row.multiply(by: ChainDecoder.endRow)
    var weighted = row
    weighted.multiply(by: forward[last])
    row.divide(by: max(weighted.sum, .leastNormalMagnitude))
    backward = [LabelRow](repeating: row, count: scores.count)
    for index in stride(from: last - 1, through: 0, by: -1) {
      row.multiply(by: tokens[index + 1])
      row.divide(by: sums[index + 1])
      var before = LabelRow()
      for label in 0..<count { before.add(factorsByNext[label], times: row[label]) }
      row = before
      backward[index] = row
    }
  }

  /// Returns how likely it is that just these tokens of the run are a name of the given kind.
  func probability(of name: Range<Int>, _ kind: RecognizedSpan.Kind) -> Float {
    func label(_ index: Int) -> Int {
      let part: Label.Part =
        name.count == 1
        ? .only : index == name.lowerBound ? .first : index == name.upperBound - 1 ? .last : .inner
      return Int(Label(part, of: kind).rawValue)
    }
    var probability = forward[name.lowerBound][label(name.lowerBound)]
    for index in name.dropFirst() {
      probability *= factors[label(index - 1)][label(index)] * tokens[index][label(index)] / sums[index]
    }
    return probability * backward[name.upperBound - 1][label(name.upperBound - 1)]
  }
}

/// A number for each label.
struct LabelRow {
  private var low = SIMD8<Float>()
  private var middle = SIMD8<Float>()
  private var high = SIMD8<Float>()

  init() {}

  init(_ number: (Int) -> Float) {
    for label in 0..<Label.count { self[label] = number(label) }
  }

  /// The exponentials of a token's scores, as far as they are below its highest.
  init(exponentialsOf scores: Tagger.Scores, unit: Float) {
    let top = Float(scores.top)
    low = exponential((SIMD8<Float>(scores.low) - top) / unit)
    middle = exponential((SIMD8<Float>(scores.middle) - top) / unit)
    high = exponential((SIMD8<Float>(scores.high) - top) / unit)
    for label in Label.count..<Tagger.Scores.count { high[label - 16] = 0 }
  }

  subscript(label: Int) -> Float {
    @inline(__always)
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

  @inline(__always)
  mutating func add(_ other: LabelRow, times factor: Float) {
    low += other.low * factor
    middle += other.middle * factor
    high += other.high * factor
  }

  @inline(__always)
  mutating func multiply(by other: LabelRow) {
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
