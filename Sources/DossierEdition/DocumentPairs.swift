/// Which document of an old edition is which of a new one.
struct DocumentPairs {
  /// Each document of either, in the order of their files' paths: the old one, the new one, or both.
  private(set) var all: [(old: Int?, new: Int?)] = []

  /// Pairs documents of one address first, then of one content, then those of which the most sentences are the same.
  ///
  /// - Complexity: O(sentences of the documents without a fellow).
  init(_ old: [EditionContent.Document], _ new: [EditionContent.Document]) {
    var fellow: [Int: Int] = [:]
    var free = Set(new.indices)
    // Where files have changed places, their content tells more than their addresses.
    let (oldHashes, newHashes) = (Set(old.map(\.hash)), Set(new.map(\.hash)))
    func haveMoved(_ a: EditionContent.Document, _ b: EditionContent.Document) -> Bool {
      a.hash != b.hash && newHashes.contains(a.hash) && oldHashes.contains(b.hash)
    }
    func pair(
      unless isOther: (EditionContent.Document, EditionContent.Document) -> Bool = { _, _ in false },
      _ key: (EditionContent.Document) -> String
    ) {
      // Two of one content are told apart by nothing, so they are taken in order.
      var places: [String: [Int]] = [:]
      for index in new.indices.reversed() where free.contains(index) && !key(new[index]).isEmpty {
        places[key(new[index]), default: []].append(index)
      }
      for index in old.indices where fellow[index] == nil {
        if let found = places[key(old[index])]?.last, !isOther(old[index], new[found]) {
          places[key(old[index])]?.removeLast()
          fellow[index] = found
          free.remove(found)
        }
      }
    }
    pair(unless: haveMoved, \.id)
    pair(\.hash)
    pair(\.id)
    // A sentence that stands in one free document only says which it is.
    var owner: [String: Int] = [:]
    for index in new.indices where free.contains(index) {
      for sentence in new[index].sentences {
        owner[sentence.text] = owner[sentence.text].map { $0 == index ? index : -1 } ?? index
      }
    }
    for index in old.indices where fellow[index] == nil && !owner.isEmpty {
      var votes: [Int: Int] = [:]
      for sentence in old[index].sentences {
        if let document = owner[sentence.text], document >= 0 { votes[document, default: 0] += 1 }
      }
      let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, free.contains(best.key),
        best.value * 2 > max(old[index].sentences.count, new[best.key].sentences.count)
      {
        fellow[index] = best.key
        free.remove(best.key)
      }
    }
    all = old.indices.map { ($0, fellow[$0]) } + free.sorted().map { (nil, $0) }
    func path(_ pair: (old: Int?, new: Int?)) -> String {
      pair.new.map { new[$0].path } ?? pair.old.map { old[$0].path } ?? ""
    }
    // A path may be free in the new edition and taken there by another document.
    all.sort {
      let (a, b) = (path($0), path($1))
      return a == b ? $0.new != nil && $1.new == nil : a.utf8.lexicographicallyPrecedes(b.utf8)
    }
  }
}
