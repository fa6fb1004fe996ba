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
  private let transitions: [LabelScores]
  /// The factors of the transitions, zero where a label may not follow: rows by the label before, and by the one after.
  private let factors: [LabelShares]
  private let factorsByNext: [LabelShares]
  private let unit: Float
  private var back: [LabelScores] = []
  private var forward: [LabelShares] = []
  private var backward: [LabelShares] = []
  private var tokens: [LabelShares] = []
  private var sums: [Float] = []

  static let count = Label.count
  /// The labels after which no name goes on: outside, last and only.
  private static let ends: [Int] = (0..<count).filter { Label(rawValue: UInt8($0)).ends }
  private static let beginShares = LabelShares { $0.begins ? 1 : 0 }
  private static let endShares = LabelShares { $0.ends ? 1 : 0 }

  /// Creates a decoder in which so many eighths of the tagger's transitions count.
  init(_ tagger: Tagger, eighths: Int16 = 8) {
    let unit = tagger.unit
    func transition(_ from: Label, _ to: Label) -> Int16 {
      Int16(clamping: Int(tagger.transition(from, to)) * Int(eighths) / 8)
    }
    func factor(_ from: Label, _ to: Label) -> Float {
      from.allows(to) ? exponential(Float(transition(from, to)) / unit) : 0
    }
    let labels = (0..<ChainDecoder.count).map { Label(rawValue: UInt8($0)) }
    self.unit = unit
    transitions = labels.map { from in
      var scores = LabelScores(repeating: LabelScores.never)
      for to in labels where from.allows(to) { scores[Int(to.rawValue)] = transition(from, to) }
      return scores
    }
    factors = labels.map { from in LabelShares { factor(from, $0) } }
    factorsByNext = labels.map { to in LabelShares { factor($0, to) } }
  }

  /// Sets the likeliest labels of the tokens that begin at `start` and have `scores`.
  mutating func decode(
    _ scores: ArraySlice<LabelScores>, _ sides: Sides, into labels: inout [Label], at start: Int
  ) {
    back.removeAll(keepingCapacity: true)
    var best = scores[scores.startIndex]
    for label in 0..<ChainDecoder.count {
      if !Label(rawValue: UInt8(label)).begins {
        best[label] = LabelScores.never
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
  private mutating func advance(_ best: inout LabelScores, _ token: LabelScores) {
    var top = LabelScores(repeating: .min)
    var from = LabelScores(repeating: 0)
    for label in 0..<ChainDecoder.count {
      var reach = transitions[label]
      reach.add(LabelScores(repeating: best[label]))
      top.raise(to: reach, from: Int16(label), &from)
    }
    top.add(token)
    top.lower()
    best = top
    back.append(from)
  }

  /// Works out the sums over all labellings of a run, which `probability` needs.
  mutating func sum(_ scores: ArraySlice<LabelScores>, _ sides: Sides) {
    let (count, last) = (ChainDecoder.count, scores.count - 1)
    tokens.removeAll(keepingCapacity: true)
    forward.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    for token in scores { tokens.append(LabelShares(exponentialsOf: token, unit: unit)) }
    for index in 0...last {
      var row: LabelShares
      if index == 0 {
        row = sides.isAfterOutside ? factors[0] : ChainDecoder.beginShares
      } else {
        row = LabelShares()
        for label in 0..<count { row.add(factors[label], times: forward[index - 1][label]) }
      }
      row.multiply(by: tokens[index])
      if index == last { row.multiply(by: ChainDecoder.endShares) }
      let sum = max(row.sum, .leastNormalMagnitude)
      row.divide(by: sum)
      sums.append(sum)
      forward.append(row)
    }
    var row = sides.isBeforeOutside ? factorsByNext[0] : ChainDecoder.endShares
    row.multiply(by: ChainDecoder.endShares)
    var weighted = row
    weighted.multiply(by: forward[last])
    row.divide(by: max(weighted.sum, .leastNormalMagnitude))
    backward = [LabelShares](repeating: row, count: scores.count)
    for index in stride(from: last - 1, through: 0, by: -1) {
      row.multiply(by: tokens[index + 1])
      row.divide(by: sums[index + 1])
      var before = LabelShares()
      for label in 0..<count { before.add(factorsByNext[label], times: row[label]) }
      row = before
      backward[index] = row
    }
  }

  /// Returns how likely all labels of the run together are.
  func probability(of labels: ArraySlice<Label>) -> Float {
    var last = Int(labels[labels.startIndex].rawValue)
    var probability = forward[0][last]
    for (index, label) in labels.enumerated().dropFirst() {
      let next = Int(label.rawValue)
      probability *= factors[last][next] * tokens[index][next] / sums[index]
      last = next
    }
    return probability * backward[labels.count - 1][last]
  }

  /// Returns how likely it is that just these tokens of the run are a name of the given kind.
  func probability(of name: Range<Int>, _ kind: RecognizedSpan.Kind) -> Float {
    func label(_ index: Int) -> Int {
      Int(Label(Label.Part(of: index, in: name), of: kind).rawValue)
    }
    var probability = forward[name.lowerBound][label(name.lowerBound)]
    for index in name.dropFirst() {
      probability *= factors[label(index - 1)][label(index)] * tokens[index][label(index)] / sums[index]
    }
    return probability * backward[name.upperBound - 1][label(name.upperBound - 1)]
  }
}

/// The decoders of a text: that of the tagger, and that of the tagger and the careful reader together.
struct Decoders {
  private var all: [ChainDecoder]

  init(_ tagger: Tagger) { all = [ChainDecoder(tagger)] }

  /// Makes sure that there is one for both together.
  mutating func prepare(_ tagger: Tagger, _ settings: ReaderSettings) {
    if all.count < 2 { all.append(ChainDecoder(tagger, eighths: settings.taggerWeight)) }
  }

  var fast: ChainDecoder {
    get { all[0] }
    _modify { yield &all[0] }
  }

  subscript(isCareful isCareful: Bool) -> ChainDecoder {
    get { all[isCareful ? all.count - 1 : 0] }
    _modify { yield &all[isCareful ? all.count - 1 : 0] }
  }
}
