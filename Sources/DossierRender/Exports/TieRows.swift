internal import DossierModel

/// Two entities with the sentences that name both.
struct ExportedTie {
  var first: Int
  var second: Int
  var evidence: [Evidence]
  var statistic: TieStatistic
  /// Whether the one or the other is an unclear name.
  var isUnclear: Bool
  var isBeyondChance: Bool

  /// How many documents have these sentences.
  var documentCount: Int {
    var count = 0
    var last = -1
    for place in evidence where place.document != last {
      count += 1
      last = place.document
    }
    return count
  }
}

extension ExportRows {
  /// Returns the ties of an entity to those that come after it, in their order.
  ///
  /// - Complexity: O(mentions in the entity's sentences), not the evidence of both for each tie.
  func ties(of first: Int) -> [ExportedTie] {
    var sentences: [Int: [Evidence]] = [:]
    for evidence in briefing.entities[first].evidence {
      let item = briefing.documents[evidence.document]
      for mention in site.places[evidence.document].sentences[evidence.sentence].mentions {
        let other = item.mentionEntities[mention]
        // Evidence is in reading order, so that one named twice in a sentence is seen twice in a row.
        if other > first, sentences[other]?.last != evidence {
          sentences[other, default: []].append(evidence)
        }
      }
    }
    return sentences.keys.sorted().map { tie(first, $0, sentences[$0] ?? []) }
  }

  private func tie(_ first: Int, _ second: Int, _ evidence: [Evidence]) -> ExportedTie {
    let (a, b) = (briefing.entities[first], briefing.entities[second])
    let isUnclear = !a.candidates.isEmpty || !b.candidates.isEmpty
    let statistic = site.statistic(together: evidence.count, first, second)
    return ExportedTie(
      first: first, second: second, evidence: evidence, statistic: statistic, isUnclear: isUnclear,
      isBeyondChance: !isUnclear && statistic.isBeyondChance(above: site.tieThreshold))
  }

  func tie(_ tie: ExportedTie) -> [ExportValue] {
    [
      .text(id(ofEntity: tie.first)), .text(id(ofEntity: tie.second)), .integer(tie.evidence.count),
      .integer(tie.documentCount), .decimal(tie.statistic.expected, digits: 4),
      .decimal(tie.statistic.logLikelihood, digits: 2), .flag(tie.isBeyondChance), .flag(tie.isUnclear),
      .list(tie.evidence.map(id(of:))),
    ]
  }
}
