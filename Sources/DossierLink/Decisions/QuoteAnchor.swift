internal import DossierModel

/// Finds the place that an author has pinned by a short quote, also where the text around it has been edited.
///
/// Of all places of the name the one counts whose neighbours are most like the quote's: the share of the quote's other
/// words that stand around it in the same order (the longest common subsequence, on each side). Half of them must, and
/// no other place may have as many.
struct QuoteAnchor {
  private let quote: [Substring]
  private let name: [Substring]
  /// Where the name stands in the quote.
  private let place: Int

  /// What a search found.
  enum Result: Equatable {
    case found(TextRange, isExact: Bool)
    /// As good in more than one place; the first.
    case several(TextRange)
    case gone
  }

  /// Creates the anchor, or nothing where the quote has not the name in it.
  init?(quote: String, name: String) {
    self.quote = WordIndex(quote).words.map(\.text)
    self.name = WordIndex(name).words.map(\.text)
    guard let place = WordIndex(quote).places(of: self.name).first else { return nil }
    self.place = place
  }

  /// Returns the name's place in a text.
  ///
  /// - Complexity: O(words of the text + places of the name · the square of the quote's words).
  func find(in index: WordIndex) -> Result {
    let before = Array(quote[..<place])
    let after = Array(quote[(place + name.count)...])
    let total = before.count + after.count
    var best: (place: Int, likeness: Int)?
    var isTied = false
    for candidate in index.places(of: name) {
      let likeness =
        QuoteAnchor.common(before, window(index, candidate - before.count - slack, candidate))
        + QuoteAnchor.common(
          after, window(index, candidate + name.count, candidate + name.count + after.count + slack))
      if likeness > best?.likeness ?? -1 {
        best = (candidate, likeness)
        isTied = false
      } else if likeness == best?.likeness {
        isTied = true
      }
    }
    guard let best, best.likeness * 2 >= total else { return .gone }
    let range = index.range(from: best.place, count: name.count)
    if isTied { return best.likeness == total ? .several(range) : .gone }
    return .found(range, isExact: best.likeness == total)
  }

  /// How many words may have been put between the quote's.
  private var slack: Int { 3 }

  private func window(_ index: WordIndex, _ from: Int, _ to: Int) -> [Substring] {
    let (low, high) = (max(0, from), min(index.words.count, to))
    return low < high ? index.words[low..<high].map(\.text) : []
  }

  /// Returns how many words two texts have in common, in order.
  private static func common(_ a: [Substring], _ b: [Substring]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for (column, other) in b.enumerated() {
        let above = row[column + 1]
        row[column + 1] = word == other ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
