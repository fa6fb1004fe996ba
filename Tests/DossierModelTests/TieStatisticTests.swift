import DossierModel
import Foundation
import Testing

@Suite("Ties against chance")
struct TieStatisticTests {
  /// G² as the textbook has it: twice the sum over the four cells of observed · ln(observed / expected).
  private func reference(_ t: TieStatistic) -> Double {
    let n = Double(t.sentences)
    let cells = [
      (Double(t.together), Double(t.first), Double(t.second)),
      (Double(t.first - t.together), Double(t.first), n - Double(t.second)),
      (Double(t.second - t.together), n - Double(t.first), Double(t.second)),
      (n - Double(t.first + t.second - t.together), n - Double(t.first), n - Double(t.second)),
    ]
    return 2 * cells.reduce(0) { $0 + ($1.0 == 0 ? 0 : $1.0 * log($1.0 * n / ($1.1 * $1.2))) }
  }

  @Test("is the log-likelihood ratio of the two-by-two table")
  func values() {
    for together in 0...6 {
      for first in [6, 10, 200] {
        for second in [6, 15] {
          let table = TieStatistic(together: together, first: first, second: second, sentences: 1000)
          #expect(abs(table.logLikelihood - max(0, reference(table))) < 1e-6)
        }
      }
    }
  }

  @Test("a pair that chance gives is no tie, and one that keeps apart is none either")
  func chance() {
    #expect(!TieStatistic(together: 5, first: 15, second: 14, sentences: 45).isBeyondChance(above: 10.83))
    #expect(!TieStatistic(together: 1, first: 100, second: 90, sentences: 200).isBeyondChance(above: 10.83))
    #expect(TieStatistic(together: 5, first: 6, second: 5, sentences: 1000).isBeyondChance(above: 10.83))
    // Two names that stand once each, by chance in the same sentence.
    #expect(!TieStatistic(together: 1, first: 1, second: 1, sentences: 1000).isBeyondChance(above: 10.83))
    #expect(!TieStatistic(together: 2, first: 10, second: 10, sentences: 340).isBeyondChance(above: 10.83))
    #expect(TieStatistic(together: 5, first: 15, second: 14, sentences: 45).expected.rounded() == 5)
  }

  @Test("the more pairs are looked at, the more is asked of each")
  func threshold() {
    #expect(
      [0, 20, 21, 100, 1000, 5241, 10_000_000].map(TieStatistic.threshold(pairs:)) == [
        3.84, 3.84, 6.63, 6.63, 10.83, 15.14, 28.37,
      ])
  }

  @Test("nothing is no number that breaks a page")
  func nothing() {
    let empty = TieStatistic(together: 0, first: 0, second: 0, sentences: 0)
    #expect(empty.expected == 0)
    #expect(empty.logLikelihood == 0)
    #expect(!empty.isBeyondChance(above: 10.83))
    // Fewer sentences than the two need can't be.
    #expect(TieStatistic(together: 1, first: 3, second: 3, sentences: 2).sentences == 5)
  }

  @Test("the logarithm is that of the C library, to the last digits")
  func logarithm() {
    for number in [
      1, 2, 0.5, 3, 10, 1e-300, 1e300, 1.4142135623730951, 1.4142135623730952, 0.70710678, 12345.678,
    ] {
      #expect(abs(naturalLogarithm(number) - log(number)) <= 1e-14 * max(1, abs(log(number))), "\(number)")
    }
    var value = 0.001
    while value < 1e6 {
      #expect(abs(naturalLogarithm(value) - log(value)) <= 1e-14 * max(1, abs(log(value))))
      value *= 1.0173
    }
    #expect(naturalLogarithm(0) == -.infinity)
    #expect(naturalLogarithm(-1).isNaN)
  }
}
