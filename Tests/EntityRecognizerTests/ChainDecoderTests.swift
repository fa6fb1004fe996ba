import Foundation
import SeededGenerator
import Testing

@testable import EntityRecognizer

/// The decoder against the sum over all labellings, one by one.
struct ChainDecoderTests {
  private struct Case {
    var tagger: Tagger
    var scores: [LabelScores]
    var sides: ChainDecoder.Sides

    init(seed: Int, length: Int) throws {
      var generator = SeededGenerator(state: UInt64(seed))
      let transitions = (0..<Label.count * Label.count).map { _ in
        Int16.random(in: -60...60, using: &generator)
      }
      let steps = (0...Calibration.steps).map { Float($0) / Float(Calibration.steps) }
      let file = Tagger.file(
        features: [], transitions: transitions, unit: 20,
        calibration: RecognizedSpan.Kind.allCases.flatMap { _ in steps })
      tagger = try Tagger(ModelFile(ModelBytes(file)))
      scores = (0..<length).map { _ in
        var scores = LabelScores()
        for label in 0..<8 { scores.low[label] = Int16.random(in: -99...99, using: &generator) }
        for label in 0..<8 { scores.middle[label] = Int16.random(in: -99...99, using: &generator) }
        for label in 0..<5 { scores.high[label] = Int16.random(in: -99...99, using: &generator) }
        return scores
      }
      sides = ChainDecoder.Sides(isAfterOutside: seed % 2 == 0, isBeforeOutside: seed % 3 == 0)
    }

    /// All labellings that are allowed, each with its score.
    var labellings: [(labels: [Label], score: Int32)] {
      let all = (0..<Label.count).map { Label(rawValue: UInt8($0)) }
      func transition(_ a: Label, _ b: Label) -> Int32 {
        Int32(tagger.transition(a, b))
      }
      var found: [(labels: [Label], score: Int32)] = [([], 0)]
      for token in scores {
        found = found.flatMap { labels, score in
          all.filter { labels.last?.allows($0) ?? $0.begins }.map { label in
            let step =
              labels.last.map { transition($0, label) }
              ?? (sides.isAfterOutside ? transition(.outside, label) : 0)
            return (labels + [label], score + step + Int32(token[Int(label.rawValue)]))
          }
        }
      }
      return found.filter { $0.labels.last?.ends ?? true }.map { labels, score in
        (labels, score + (sides.isBeforeOutside ? transition(labels[labels.count - 1], .outside) : 0))
      }
    }
  }

  @Test(arguments: 0..<12)
  func findsTheBest(_ seed: Int) throws {
    let made = try Case(seed: seed, length: 1 + seed % 4)
    var decoder = ChainDecoder(made.tagger)
    var labels = [Label](repeating: .outside, count: made.scores.count)
    decoder.decode(made.scores[...], made.sides, into: &labels, at: 0)
    let top = made.labellings.map(\.score).max()
    #expect(made.labellings.first { $0.labels == labels }?.score == top)
  }

  @Test(arguments: 0..<12)
  func sumsAll(_ seed: Int) throws {
    let made = try Case(seed: seed, length: 1 + seed % 4)
    var decoder = ChainDecoder(made.tagger)
    decoder.sum(made.scores[...], made.sides)
    var total = 0.0
    var named: [String: Double] = [:]
    for (labels, score) in made.labellings {
      let weight = exp(Double(score) / 20)
      total += weight
      var start = 0
      for (index, label) in labels.enumerated() {
        if label.begins { start = index }
        if let kind = label.kind, label.ends {
          named["\(start) \(index) \(kind.rawValue)", default: 0] += weight
        }
      }
    }
    for start in made.scores.indices {
      for end in start..<made.scores.count {
        for kind in RecognizedSpan.Kind.allCases {
          let expected = (named["\(start) \(end) \(kind.rawValue)"] ?? 0) / total
          let probability = Double(decoder.probability(of: start..<end + 1, kind))
          #expect(abs(probability - expected) < 1e-4, "\(start) \(end) \(kind)")
        }
      }
    }
  }

  @Test func exponentialIsNear() {
    for step in -8000...8000 {
      let x = Float(step) / 100
      let expected = Foundation.exp(x)
      #expect(abs(exponential(x) - expected) <= 1e-5 * expected, "\(x)")
    }
  }
}

struct CalibrationTests {
  @Test func scoresRiseWithProbability() throws {
    let shares: [Float] = (0...Calibration.steps).map { Float($0) / Float(Calibration.steps) * 0.9 }
    let calibration = try #require(Calibration(RecognizedSpan.Kind.allCases.flatMap { _ in shares }))
    var last: Float = -1
    for step in 0...100 {
      let score = calibration.score(Float(step) / 100, of: .place)
      #expect(score >= last && score <= 0.9)
      last = score
    }
    #expect(calibration.score(2, of: .person) == 0.9 && calibration.score(-1, of: .person) == 0)
    #expect(Calibration([0.5]) == nil)
    #expect(Calibration([Float](repeating: 2, count: 5 * (Calibration.steps + 1))) == nil)
  }
}
