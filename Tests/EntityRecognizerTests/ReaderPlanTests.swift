import SeededGenerator
import Testing

@testable import EntityRecognizer

struct ReaderPlanTests {
  private func units(seed: UInt64, count: Int) -> [ReaderPlan.Unit] {
    var generator = SeededGenerator(state: seed)
    var start = 0
    return (0..<count).map { _ in
      let pieces = Int.random(
        in: 1...(Bool.random(using: &generator) ? 30 : ReaderPlan.longestSentence), using: &generator)
      defer { start += pieces }
      return ReaderPlan.Unit(
        tokens: start..<start + pieces, pieces: pieces, isAsked: Int.random(in: 0..<3, using: &generator) > 0,
        mayBegin: Int.random(in: 0..<6, using: &generator) == 0)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func everyAskedUnitIsInOnePart(_ seed: UInt64) {
    let units = units(seed: seed, count: 60)
    let parts = ReaderPlan.parts(of: units)
    for (index, unit) in units.enumerated() {
      #expect(parts.count { $0.core.contains(index) } <= 1)
      if unit.isAsked { #expect(parts.contains { $0.core.contains(index) }) }
    }
    for part in parts {
      let size = units[part.all].reduce(0) { $0 + $1.pieces }
      #expect(size + 2 <= Encoder.longest)
      #expect(part.all.lowerBound <= part.core.lowerBound && part.core.upperBound <= part.all.upperBound)
      #expect(units[part.core.lowerBound].isAsked && units[part.core.upperBound - 1].isAsked)
    }
    for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.core.upperBound <= next.core.lowerBound) }
  }

  @Test func anEditChangesPartsNearByOnly() {
    var units = (0..<400).map { index in
      ReaderPlan.Unit(
        tokens: index..<index + 1, pieces: 20 + index * 7 % 11, isAsked: true, mayBegin: index % 5 == 0)
    }
    let before = ReaderPlan.parts(of: units)
    units[200].pieces += 9
    let after = ReaderPlan.parts(of: units)
    let changed = before.filter { !after.contains($0) }
    #expect(changed.count <= 4)
  }

  @Test func nothingAskedIsNothingRead() {
    let unit = ReaderPlan.Unit(tokens: 0..<9, pieces: 9, isAsked: false, mayBegin: true)
    #expect(ReaderPlan.parts(of: [unit, unit]).isEmpty)
    #expect(ReaderPlan.parts(of: []).isEmpty)
  }
}
