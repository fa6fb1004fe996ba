internal import DossierModel

/// Finds the place that an author has pinned by a short quote, also where the text around it has been edited.
///
/// Of all places of the name the one counts whose neighbours are most like the quote's: the share of the quote's other
/// words that stand around it in the same order (the longest common subsequence, on each side). Half of them must, and
/// no other place may have as many.
struct QuoteAnchor {
  /// The words of the quote before the name, and after it.
  private let before: [Substring]
  private let after: [Substring]
  /// The words of the name.
  let name: [Substring]

  /// Of a longer quote only so many words on each side of the name are looked for.
  private static let mostWords = 30

  /// The words around the name.
  var contextWords: Set<Substring> { Set(before + after) }

  /// How far from the name its quote's words may stand.
  var reach: Int { max(before.count, after.count) + name.count + slack }

  /// How many words stand around the name.
  var context: Int { before.count + after.count }

  /// What a search found.
  enum Result: Equatable {
    case found(TextRange, isExact: Bool)
    /// As good in more than one place; the first.
    case several(TextRange)
    case gone
  }

  /// Creates the anchor, or nothing where the quote has not the name in it.
  init?(quote: String, name: String) {
    let index = WordIndex(quote)
    let name = WordIndex(name).words.map(\.text)
    guard let place = index.places(of: name).first else { return nil }
    let words = index.words.map(\.text)
    self.name = name
    before = words[..<place].suffix(QuoteAnchor.mostWords).map(\.self)
    after = words[(place + name.count)...].prefix(QuoteAnchor.mostWords).map(\.self)
  }

  /// Returns the name's place in a text.
  ///
  /// - Parameters:
  ///   - firstWords: The places of the name's first word.
  ///   - near: Of these places the ones that are worth a closer look, where the quote is not found word for word.
  /// - Complexity: O(places of the name), and the square of 30 for each that is looked at closely.
  func find(in index: WordIndex, among firstWords: [Int], near: () -> [Int]) -> Result {
    let candidates = index.places(of: name, among: firstWords)
    // Most quotes are found word for word, which takes a few comparisons a place.
    let exact = candidates.filter { candidate in
      candidate >= before.count && candidate + name.count + after.count <= index.words.count
        && zip(before.reversed(), index.words[..<candidate].reversed()).allSatisfy { $0 == $1.text }
        && zip(after, index.words[(candidate + name.count)...]).allSatisfy { $0 == $1.text }
    }
    if let first = exact.first {
      let range = index.range(from: first, count: name.count)
      return exact.count > 1 ? .several(range) : .found(range, isExact: true)
    }
    var best: (place: Int, likeness: Int)?
    var isTied = false
    for candidate in index.places(of: name, among: near()) {
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
    guard let best, !isTied, best.likeness * 2 >= before.count + after.count else { return .gone }
    return .found(index.range(from: best.place, count: name.count), isExact: false)
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
