import EntityRecognizer
import Foundation

extension Float {
  /// Only told to the reader of the log, never a part of the weights.
  static func logarithm(_ x: Float) -> Float { Foundation.log(x) }
}

/// The weights of a linear-chain conditional random field while they are learned (Lafferty, McCallum and Pereira, 2001),
/// by the gradient of each sentence with a step size of its own for each weight (AdaGrad; Duchi, Hazan and Singer,
/// 2011). Features are left out at random, so that none is relied on alone (Hinton and others, 2012).
struct RandomField {
  struct Options {
    var epochs = 5
    var stepSize: Float = 0.1
    /// The share of features left out.
    var dropout = 0.5
    var decay: Float = 1e-6
  }

  private(set) var weights: [Float]
  private(set) var transitions = [Float](repeating: 0, count: Label.count * Label.count)
  private var squares: [Float]
  private var transitionSquares = [Float](repeating: 0, count: Label.count * Label.count)
  private let options: Options

  init(features: Int, _ options: Options) {
    weights = [Float](repeating: 0, count: features * rowWidth)
    squares = weights
    self.options = options
  }

  /// Learns from sentences of a set; the weights are the mean of those after each of the later half of the epochs.
  mutating func fit(_ set: TrainingSet, _ sentences: [Int], log: ((String) -> Void)? = nil) {
    var random = RandomNumbers(seed: 12345)
    var order = sentences
    var sum = [Float](repeating: 0, count: weights.count)
    var transitionSum = [Float](repeating: 0, count: transitions.count)
    var summed: Float = 0
    var step = Step()
    for epoch in 0..<options.epochs {
      random.shuffle(&order)
      var loss = 0.0
      for index in order { loss += Double(learn(set, set.sentences[index], &random, &step)) }
      if epoch >= options.epochs / 2 {
        summed += 1
        for index in weights.indices { sum[index] += weights[index] }
        for index in transitions.indices { transitionSum[index] += transitions[index] }
      }
      log?("epoch \(epoch + 1): loss \(Int(loss))")
    }
    // All features speak at once where a share of them did.
    let scale = Float(1 - options.dropout) / summed
    for index in weights.indices { weights[index] = sum[index] * scale }
    for index in transitions.indices { transitions[index] = transitionSum[index] / summed }
  }

  /// What one sentence needs, kept for the next.
  private struct Step {
    var kept: [Int32] = []
    var starts: [Int] = []
    var factors: [Float] = []
    var free = ChainSums()
    var marked = ChainSums()
    var transitionFactors = [Float](repeating: 0, count: Label.count * rowWidth)
  }

  private mutating func learn(
    _ set: TrainingSet, _ sentence: TrainingSet.Sentence, _ random: inout RandomNumbers, _ step: inout Step
  ) -> Float {
    choose(set, sentence, &random, &step)
    let length = sentence.tokens.count
    if step.factors.count < length * rowWidth {
      step.factors = [Float](repeating: 0, count: length * rowWidth)
    }
    for index in 0..<length { score(index, &step) }
    for from in 0..<Label.count {
      for to in 0..<Label.count where Label(rawValue: UInt8(from)).allows(Label(rawValue: UInt8(to))) {
        step.transitionFactors[from * rowWidth + to] = exponential(transitions[from * Label.count + to])
      }
    }
    step.free.work(step.factors, step.transitionFactors, length: length, allowed: nil)
    step.marked.work(
      step.factors, step.transitionFactors, length: length, allowed: set.allowed[sentence.tokens])
    for index in 0..<length { update(index, sentence.weight, step) }
    for index in transitions.indices {
      let gradient = sentence.weight * (step.free.pairs[index] - step.marked.pairs[index])
      guard gradient != 0 else { continue }
      transitionSquares[index] += gradient * gradient
      transitions[index] -= options.stepSize * gradient / (transitionSquares[index] + 1e-3).squareRoot()
    }
    return sentence.weight * (step.free.total - step.marked.total)
  }

  /// Chooses the features that take part. Every second time those of the second look are among them, so that the weights
  /// serve both looks.
  private func choose(
    _ set: TrainingSet, _ sentence: TrainingSet.Sentence, _ random: inout RandomNumbers, _ step: inout Step
  ) {
    let cut = UInt64(options.dropout * 65536)
    step.kept.removeAll(keepingCapacity: true)
    step.starts.removeAll(keepingCapacity: true)
    step.starts.append(0)
    let remembers = !set.memoryStarts.isEmpty && random.next() & 1 == 0
    var bits: UInt64 = 0
    var left = 0
    for token in sentence.tokens {
      func take(_ feature: Int32) {
        guard feature >= 0 else { return }
        if left == 0 {
          bits = random.next()
          left = 4
        }
        if bits & 0xFFFF >= cut { step.kept.append(feature) }
        bits >>= 16
        left -= 1
      }
      for index in set.starts[token]..<set.starts[token + 1] { take(set.features[index]) }
      if remembers {
        for index in set.memoryStarts[token]..<set.memoryStarts[token + 1] { take(set.memoryFeatures[index]) }
      }
      step.starts.append(step.kept.count)
    }
  }

  private func score(_ index: Int, _ step: inout Step) {
    var (low, middle, high) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
    for feature in step.starts[index]..<step.starts[index + 1] {
      let row = Int(step.kept[feature]) * rowWidth
      low += weights.row(row)
      middle += weights.row(row + 8)
      high += weights.row(row + 16)
    }
    let row = index * rowWidth
    step.factors.set(row, low)
    step.factors.set(row + 8, middle)
    step.factors.set(row + 16, high)
    var top = step.factors[row]
    for label in 1..<Label.count { top = max(top, step.factors[row + label]) }
    for label in 0..<Label.count { step.factors[row + label] = exponential(step.factors[row + label] - top) }
  }

  private mutating func update(_ index: Int, _ weight: Float, _ step: Step) {
    let row = index * rowWidth
    let low = weight * (step.free.likely.row(row) - step.marked.likely.row(row))
    let middle = weight * (step.free.likely.row(row + 8) - step.marked.likely.row(row + 8))
    let high = weight * (step.free.likely.row(row + 16) - step.marked.likely.row(row + 16))
    // Where nothing is to be learned, nothing is touched: most tokens after the first epoch.
    let biggest = pointwiseMax(pointwiseMax(low * low, middle * middle), high * high).max()
    guard biggest >= 1e-8 else { return }
    for feature in step.starts[index]..<step.starts[index + 1] {
      let row = Int(step.kept[feature]) * rowWidth
      change(row, low)
      change(row + 8, middle)
      change(row + 16, high)
    }
  }

  @inline(__always)
  private mutating func change(_ row: Int, _ gradient: SIMD8<Float>) {
    let weight = weights.row(row)
    let slope = gradient + options.decay * weight
    let square = squares.row(row) + slope * slope
    squares.set(row, square)
    weights.set(row, weight - options.stepSize * slope / (square + 1e-3).squareRoot())
  }

  /// Returns the likeliest labels of a text's tokens.
  func labels(of text: TrainingSet.Text, in set: TrainingSet) -> [Label] {
    var labels = [Label](repeating: .outside, count: text.tokens.count)
    for sentence in text.sentences {
      let tokens = set.sentences[sentence].tokens
      var scores = [Float](repeating: 0, count: tokens.count * rowWidth)
      for (index, token) in tokens.enumerated() {
        for feature in set.starts[token]..<set.starts[token + 1] where set.features[feature] >= 0 {
          let row = Int(set.features[feature]) * rowWidth
          for part in [0, 8, 16] {
            scores.set(index * rowWidth + part, scores.row(index * rowWidth + part) + weights.row(row + part))
          }
        }
      }
      for (index, label) in best(scores, length: tokens.count).enumerated() {
        labels[tokens.lowerBound - text.tokens.lowerBound + index] = label
      }
    }
    return labels
  }

  private func best(_ scores: [Float], length: Int) -> [Label] {
    let never: Float = -1e9
    var best = (0..<Label.count).map { Label(rawValue: UInt8($0)).begins ? scores[$0] : never }
    var back: [[UInt8]] = []
    for index in 1..<max(1, length) {
      var next = best
      var from = [UInt8](repeating: 0, count: Label.count)
      for to in 0..<Label.count {
        var top = -Float.infinity
        for previous in 0..<Label.count
        where Label(rawValue: UInt8(previous)).allows(Label(rawValue: UInt8(to))) {
          let score = best[previous] + transitions[previous * Label.count + to]
          if score > top {
            top = score
            from[to] = UInt8(previous)
          }
        }
        next[to] = top + scores[index * rowWidth + to]
      }
      best = next
      back.append(from)
    }
    var last = 0
    for label in 1..<Label.count
    where Label(rawValue: UInt8(label)).ends && best[label] > best[last] { last = label }
    var labels = [Label(rawValue: UInt8(last))]
    for from in back.reversed() {
      last = Int(from[last])
      labels.append(Label(rawValue: UInt8(last)))
    }
    return labels.reversed()
  }
}
