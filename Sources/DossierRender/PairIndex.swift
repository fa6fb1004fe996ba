internal import DossierModel

/// The pairs of entities that have a page: those that two sentences or more name together. One sentence alone is
/// linked to at once.
struct PairIndex: Sendable {
  /// The entities of each pair, the lower index first, in order, and how many sentences name both.
  private(set) var pairs: [(first: Int32, second: Int32, count: Int32)] = []

  /// - Complexity: O(ties).
  init(_ entities: [Entity]) {
    for (index, entity) in entities.enumerated() {
      let own = entity.ties.filter { $0.count >= TieStatistic.fewest && $0.entity > index }
      for tie in own.sorted(by: { $0.entity < $1.entity }) {
        pairs.append((Int32(index), tie.entity, tie.count))
      }
    }
  }

  /// Returns the number of two entities' pair, if it has a page.
  func pair(_ a: Int, _ b: Int) -> Int? {
    let wanted = (Int32(min(a, b)), Int32(max(a, b)))
    let place = pairs.partitionPoint { ($0.first, $0.second) < wanted }
    return place < pairs.count && (pairs[place].first, pairs[place].second) == wanted ? place : nil
  }
}
