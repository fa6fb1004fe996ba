/// How often two things are named in one sentence, against how often chance alone would bring them together.
///
/// The statistic is the log-likelihood ratio G² of the two-by-two table of sentences (Dunning, "Accurate methods for
/// the statistics of surprise and coincidence", 1993). Chance alone gives a table above 10.83 less than once in a thousand
/// times; thousands of pairs are looked at, so the usual once in twenty would let chance in. And one sentence is no tie:
/// of two names that stand once each, the statistic can say nothing.
public struct TieStatistic: Hashable, Sendable {
  /// How many sentences name both.
  public var together: Int
  /// How many sentences name the one, and the other.
  public var first: Int, second: Int
  /// How many sentences there are.
  public var sentences: Int

  /// The value of G² from which a tie is more than chance.
  public static let threshold = 10.83
  /// The fewest sentences that can be more than chance.
  public static let fewest = 2

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
  public var isBeyondChance: Bool {
    together >= Self.fewest && Double(together) > expected && logLikelihood > Self.threshold
  }
}
