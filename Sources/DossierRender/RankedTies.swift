internal import DossierModel

/// A tie with how far it is beyond chance.
struct RankedTie: Sendable {
  var first: Int
  var second: Int
  var statistic: TieStatistic

  /// The most that a table has; the others are on the entities' pages.
  static let most = 2000

  /// Returns the ties that chance does not explain, the strongest first, and whether some are left out.
  ///
  /// - Complexity: O(ties · log ties).
  static func strongest(
    in entities: [Entity], sentences: Int, threshold: Double
  ) -> (ties: [RankedTie], hasMore: Bool) {
    var found: [(strength: Double, tie: RankedTie)] = []
    for (index, entity) in entities.enumerated() where entity.candidates.isEmpty {
      for tie in entity.ties where tie.entity > index && tie.count >= TieStatistic.fewest {
        let other = entities[Int(tie.entity)]
        guard other.candidates.isEmpty else { continue }
        let statistic = TieStatistic(
          together: Int(tie.count), first: entity.evidence.count, second: other.evidence.count,
          sentences: sentences)
        guard statistic.isBeyondChance(above: threshold) else { continue }
        found.append(
          (
            statistic.logLikelihood,
            RankedTie(first: index, second: Int(tie.entity), statistic: statistic)
          ))
      }
    }
    found.sort {
      $0.strength == $1.strength
        ? ($0.tie.first, $0.tie.second) < ($1.tie.first, $1.tie.second) : $1.strength < $0.strength
    }
    return (found.prefix(most).map(\.tie), found.count > most)
  }
}
