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

  /// The transitions, rows by the label before; where a label may not follow, `never`.
  private let transitions: [Tagger.Scores]
  /// The factors of the transitions, zero where a label may not follow: rows by the label before, and by the one after.
  private let factors: [LabelRow]
  private let factorsByNext: [LabelRow]
  private let unit: Float
  private var back: [Tagger.Scores] = []
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
    transitions = (0..<ChainDecoder.count).map { from in
      var row = Tagger.Scores(repeating: Tagger.Scores.never)
      for to in 0..<ChainDecoder.count {
        let transition = tagger.transitions[from * ChainDecoder.width + to]
        if transition != Tagger.never { row[to] = Int16(clamping: transition) }
      }
      return row
    }
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
    back.removeAll(keepingCapacity: true)
    var best = scores[scores.startIndex]
    for label in 0..<ChainDecoder.count {
      if !Label(rawValue: UInt8(label)).begins {
        best[label] = Tagger.Scores.never
      } else if sides.isAfterOutside {
        best[label] &+= transitions[0][label]
      }
    }
    best.lower()
    for token in scores.dropFirst() { advance(&best, token) }
    var last = 0
    var top = Int.min
    for label in ChainDecoder.ends {
      let score = Int(best[label]) + (sides.isBeforeOutside ? Int(transitions[label][0]) : 0)
      if score > top {
        top = score
        last = label
      }
    }
    for index in stride(from: scores.count - 1, through: 0, by: -1) {
      labels[start + index] = Label(rawValue: UInt8(last))
      if index > 0 { last = Int(back[index - 1][last]) }
    }
  }

  /// Goes on by one token: the innermost loop of the program.
  @inline(__always)
  private mutating func advance(_ best: inout Tagger.Scores, _ token: Tagger.Scores) {
    var top = Tagger.Scores(repeating: .min)
    var from = Tagger.Scores(repeating: 0)
    for label in 0..<ChainDecoder.count {
      var reach = transitions[label]
      reach.add(Tagger.Scores(repeating: best[label]))
      top.raise(to: reach, from: Int16(label), &from)
    }
    top.add(token)
    top.lower()
    best = top
    back.append(from)
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
