/// What a feature tells of a token.
package enum Template: UInt8, CaseIterable, Sendable {
  // Of the word alone; each is seen from several tokens around.
  case lower, lowerPattern, suffix2, suffix3, suffix4, prefix2, prefix3, prefix4, trigram
  case shape, pattern, classes, classSet, cluster, clusterFine, clusterMiddle, clusterCoarse, clusterPattern
  // Of the token among others.
  case bigram, bigramBefore, patterns, clustersBefore, clustersAfter, clustersAround, first
  case runBefore, runAfter, runHead, runHeadCluster, runHeadClasses, runFirst, runLength, runBetween, runOf
  case listed, listedNear, listedRun, bracket, acronym, quote, headline
  case memory, memoryPair, memoryLower
}

extension Template {
  /// The templates that tell of like things, for finding out what each family brings.
  package static let families: [(name: String, templates: Set<Template>)] = [
    ("words", [.lower, .lowerPattern, .bigram, .bigramBefore]),
    ("affixes", [.suffix2, .suffix3, .suffix4, .prefix2, .prefix3, .prefix4, .trigram]),
    ("shapes", [.shape, .pattern, .patterns]),
    ("lists", [.classes, .classSet, .listed, .listedNear, .listedRun, .runHeadClasses, .first]),
    (
      "clusters",
      [
        .cluster, .clusterFine, .clusterMiddle, .clusterCoarse, .clusterPattern, .clustersBefore,
        .clustersAfter,
        .clustersAround, .runHeadCluster, .runBetween,
      ]
    ),
    (
      "neighbouring words",
      [.bigram, .bigramBefore, .patterns, .clustersBefore, .clustersAfter, .clustersAround]
    ),
    (
      "runs of capitals",
      [
        .runBefore, .runAfter, .runHead, .runHeadCluster, .runHeadClasses, .runFirst, .runLength, .runBetween,
        .runOf,
        .listedRun,
      ]
    ),
    ("document memory", [.memory, .memoryPair, .memoryLower]),
  ]
}
