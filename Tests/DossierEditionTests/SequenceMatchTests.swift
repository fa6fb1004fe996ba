import SeededGenerator
import Testing

@testable import DossierEdition

@Suite struct SequenceMatchTests {
  /// The length of a longest common subsequence, by the plainest method.
  private func longest(_ a: [Int], _ b: [Int]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var corner = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? corner + 1 : max(above, row[j])
        corner = above
      }
    }
    return row[b.count]
  }

  private func isSound(_ a: [Int], _ b: [Int], _ pairs: [(old: Int, new: Int)]) -> Bool {
    pairs.allSatisfy { a[$0.old] == b[$0.new] }
      && zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
  }

  @Test func shortOnesAreExact() {
    var random = SeededGenerator(state: 5)
    for _ in 0..<2_000 {
      let letters = Int.random(in: 1...6, using: &random)
      let a = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        Int.random(in: 0..<letters, using: &random)
      }
      let b = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        Int.random(in: 0..<letters, using: &random)
      }
      let pairs = SequenceMatch.pairs(a, b)
      #expect(isSound(a, b, pairs))
      #expect(pairs.count == longest(a, b))
    }
  }

  @Test func longOnesAreFoundAgain() {
    var random = SeededGenerator(state: 6)
    let a = Array(0..<50_000)
    var b = a
    for _ in 0..<300 {
      b[Int.random(in: 0..<b.count, using: &random)] = -Int.random(in: 1...9, using: &random)
    }
    for _ in 0..<300 { b.remove(at: Int.random(in: 0..<b.count, using: &random)) }
    for _ in 0..<300 { b.insert(-5, at: Int.random(in: 0..<b.count, using: &random)) }
    let pairs = SequenceMatch.pairs(a, b)
    #expect(isSound(a, b, pairs))
    #expect(pairs.count == b.count { $0 >= 0 })
    // Nothing in common, one thing throughout, and all the other way round.
    #expect(SequenceMatch.pairs(a, a.map { -1 - $0 }).isEmpty)
    let same = [Int](repeating: 1, count: 20_000)
    #expect(SequenceMatch.pairs(same, same + same).count == 20_000)
    #expect(isSound(a, a.reversed(), SequenceMatch.pairs(a, a.reversed())))
  }

  @Test func wordsThatAreOtherAreFound() {
    func text(_ old: String, _ new: String) -> String {
      WordDiff.pieces(old, new).map { piece in
        let space = piece.hasSpace ? " " : ""
        switch piece.side {
        case .both: return space + piece.text
        case .old: return space + "[-\(piece.text)-]"
        case .new: return space + "{+\(piece.text)+}"
        }
      }.joined()
    }
    #expect(text("They met on Monday.", "They met on Tuesday.") == "They met on [-Monday-] {+Tuesday+}.")
    #expect(text("A b c.", "A c.") == "A [-b-] c.")
    #expect(text("It is 3.5 km.", "It is 3.7 km.") == "It is 3.[-5-]{+7+} km.")
    #expect(text("", "New.") == "{+New.+}")
    #expect(text("東京に行く。", "京都に行く。") == "[-東-]京{+都+}に行く。")
    #expect(text("a  b", "a b") == "a b")
  }
}
