import DossierModel
import Foundation
import Testing

@Suite("The natural logarithm")
struct NaturalLogarithmTests {
  @Test("it is the C library's to twelve digits")
  func values() {
    var x = 1e-300
    while x < 1e300 {
      for factor in [1, 1.1, 1.41421356, 1.41421357, 1.9, 2, 3, 7] {
        let (own, known) = (naturalLogarithm(x * factor), log(x * factor))
        #expect(abs(own - known) <= 1e-14 * max(1, abs(known)), "ln \(x * factor)")
      }
      x *= 97
    }
    for count in 1...10_000 {
      #expect(abs(naturalLogarithm(Double(count)) - log(Double(count))) < 1e-14, "ln \(count)")
    }
  }

  @Test("near 1 the relative error is small too")
  func nearOne() {
    for shift in [1e-15, 1e-9, 1e-4, 0.01] {
      for x in [1 + shift, 1 - shift] {
        #expect(abs(naturalLogarithm(x) / log(x) - 1) < 1e-14, "ln \(x)")
      }
    }
  }

  @Test("known values, and what has none")
  func edges() {
    #expect(naturalLogarithm(1) == 0)
    #expect(naturalLogarithm(2) == 0.6931471805599453)
    #expect(naturalLogarithm(0) == -.infinity)
    #expect(naturalLogarithm(-1).isNaN)
    #expect(naturalLogarithm(.nan).isNaN)
    #expect(naturalLogarithm(.infinity) == .infinity)
    #expect(abs(naturalLogarithm(.leastNonzeroMagnitude) - log(Double.leastNonzeroMagnitude)) < 1e-11)
  }
}
