/// How often two things are named in one sentence, against how often chance alone would bring them together.
///
/// The statistic is the log-likelihood ratio G² of the two-by-two table of sentences (Dunning, "Accurate methods for
/// the statistics of surprise and coincidence", 1993).
public struct TieStatistic: Hashable, Sendable {
  /// How many sentences name both.
  public var together: Int
  /// How many sentences name the one, and the other.
  public var first: Int, second: Int
  /// How many sentences there are.
  public var sentences: Int

  /// The fewest sentences that can be more than chance: of two names that stand once each, the statistic says nothing.
  public static let fewest = 2

  /// Returns the value of G² above which a tie is more than chance.
  ///
  /// Where many pairs are looked at, some are far from what is expected by chance alone. So the value is that of the
  /// chi-squared distribution (one degree of freedom) which chance exceeds in one of all pairs at the most.
  ///
  /// - Parameter pairs: How many pairs are looked at.
  public static func threshold(pairs: Int) -> Double {
    let levels = [
      (20, 3.84), (100, 6.63), (1000, 10.83), (10_000, 15.14), (100_000, 19.51), (1_000_000, 23.93),
    ]
    return levels.first { pairs <= $0.0 }?.1 ?? 28.37
  }

  /// Creates the table of two things.
  public init(together: Int, first: Int, second: Int, sentences: Int) {
    self.together = together
    self.first = first
    self.second = second
    self.sentences = max(sentences, first + second - together)
  }

  /// How many sentences would name both if each were named regardless of the other.
  public var expected: Double { sentences == 0 ? 0 : Double(first) * Double(second) / Double(sentences) }

  /// G²; nought or more.
  public var logLikelihood: Double {
    let neither = sentences - first - second + together
    let cells = [
      (together, first, second), (first - together, first, sentences - second),
      (second - together, sentences - first, second), (neither, sentences - first, sentences - second),
    ]
    var sum = 0.0
    for (count, row, column) in cells where count > 0 {
      sum +=
        Double(count) * naturalLogarithm(Double(count) * Double(sentences) / (Double(row) * Double(column)))
    }
    return max(0, 2 * sum)
  }

  /// Whether they are together more often than chance explains.
  public func isBeyondChance(above threshold: Double) -> Bool {
    together >= Self.fewest && Double(together) > expected && logLikelihood > threshold
  }
}
