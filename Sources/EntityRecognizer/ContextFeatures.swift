/// The features of a token among its neighbours.
extension SentenceView {
  /// Appends the features of the token at `index` that a word alone does not give. A token among small letters has
  /// none.
  func appendContext(of index: Int, clusters: ClusterLevels, to features: inout FeatureList) {
    let token = tokens[index]
    let place = place(index)
    let isName = mayBeName(index) || place.isInRun
    guard isName || mayBeName(index - 1) || mayBeName(index + 1) else { return }
    let before = lower(index - 1)
    let after = lower(index + 1)
    features.add(.bigram, token.lowerHash, after)
    features.add(.bigram, before, token.lowerHash, 1)
    let own = cluster(index, clusters)
    if own > 0 || isName {
      features.add(.clustersBefore, cluster(index - 1, clusters), own)
      features.add(.clustersAfter, own, cluster(index + 1, clusters))
    }
    let patterns = pattern(index - 1) << 16 | pattern(index) << 8 | pattern(index + 1)
    features.add(.patterns, patterns)
    if place.listed > 0 {
      features.add(.listed, UInt64(place.listed), place.flags.contains(.wholeRun) ? 1 : 0)
      features.add(.listed, UInt64(place.listed), pattern(index), before)
    }
    let listedBefore = listed(index - 1)
    let listedAfter = listed(index + 1)
    if listedBefore | listedAfter > 0 {
      features.add(.listedNear, listedBefore, listedAfter, pattern(index))
    }
    guard isName || token.kind == .number || token.kind == .hyphen else { return }
    features.add(.bigramBefore, lower(index - 2), before)
    features.add(.bigramBefore, after, lower(index + 2), 1)
    features.add(.clustersAround, cluster(index - 1, clusters), cluster(index + 1, clusters), pattern(index))
    if place.flags.contains(.first) {
      let classes = token.classes.intersection([.common, .givenName, .surname, .startsName, .stop, .starter])
      features.add(.first, classes.rawValue, pattern(index))
    }
    if headline > 0 {
      let classes = token.classes.intersection([.common, .givenName, .surname, .startsName, .stop, .starter])
      features.add(.headline, UInt64(headline), pattern(index), classes.rawValue)
    }
    if place.flags.contains(.bracketed) { features.add(.bracket, pattern(index)) }
    if place.flags.contains(.quoted) { features.add(.quote, pattern(index)) }
    if place.flags.contains(.acronym) { features.add(.acronym, pattern(index)) }
    if place.isInRun { appendRun(of: index, place, clusters: clusters, to: &features) }
  }

  /// Appends what the run of capitals tells: the words at its ends and beside it, and the token's place in it.
  private func appendRun(
    of index: Int, _ place: Place, clusters: ClusterLevels, to features: inout FeatureList
  ) {
    let start = Int(place.runStart)
    let end = Int(place.runEnd)
    let last = end - 1
    let position: UInt64 = start == last ? 3 : index == start ? 0 : index == last ? 2 : 1
    let fromStart = UInt64(min(index - start, 3))
    let fromEnd = UInt64(min(last - index, 3))
    let before = lower(start - 1)
    let after = lower(end)
    features.add(.runBefore, before, position)
    features.add(.runAfter, after, position)
    features.add(.runBetween, cluster(start - 1, clusters), cluster(end, clusters), position)
    features.add(.runLength, fromStart << 8 | fromEnd)
    if start < last {
      let head = tokens[last]
      features.add(.runHead, head.lowerHash, position)
      features.add(.runHeadCluster, cluster(last, clusters), position)
      features.add(.runHeadClasses, head.classes.rawValue, fromStart << 8 | fromEnd)
      features.add(.runFirst, tokens[start].lowerHash, position)
      features.add(.runFirst, tokens[start].classes.rawValue, fromStart << 8 | fromEnd, 1)
    }
    if place.listed > 0 || listed(start) > 0 || listed(last) > 0 {
      features.add(.listedRun, listed(start), listed(last), fromStart << 8 | fromEnd)
    }
    appendOf(start, end, position, to: &features)
  }

  /// Appends the heads of the runs that "of" and its like join to this one: "Ministry of Foreign Affairs".
  private func appendOf(_ start: Int, _ end: Int, _ position: UInt64, to features: inout FeatureList) {
    if let (connector, other) = linked(from: start - 1, step: -1) {
      features.add(.runOf, connector, tokens[other].lowerHash, position)
      features.add(.runOf, connector, tokens[other].classes.rawValue, 4 | position)
    }
    if let (connector, other) = linked(from: end, step: 1) {
      features.add(.runOf, connector, tokens[end - 1].lowerHash, 8 | position)
      features.add(.runOf, connector, tokens[end - 1].classes.rawValue, 12 | position)
      features.add(.runOf, connector, UInt64(places[other - sentence.lowerBound].listed), 16 | position)
    }
  }

  /// Returns the connector that stands beside a run, and the token of a run behind it.
  private func linked(from index: Int, step: Int) -> (connector: UInt64, other: Int)? {
    guard sentence.contains(index), tokens[index].kind == .word, tokens[index].has(.connector),
      tokens[index].shape.contains(.lower)
    else { return nil }
    var other = index + step
    guard sentence.contains(other) else { return nil }
    var connector = tokens[index].lowerHash
    if tokens[other].kind == .word, tokens[other].has(.connector) || tokens[other].lowerHash == SmallWord.the
    {
      connector = connector &* 31 &+ tokens[other].lowerHash
      other += step
    }
    guard sentence.contains(other), places[other - sentence.lowerBound].isInRun else { return nil }
    return (connector, other)
  }

  /// Whether the token is a word that is not in small letters.
  @inline(__always)
  private func mayBeName(_ index: Int) -> Bool {
    sentence.contains(index) && tokens[index].kind == .word && !tokens[index].shape.contains(.lower)
  }

  @inline(__always)
  private func lower(_ index: Int) -> UInt64 {
    sentence.contains(index) ? tokens[index].lowerHash : index < sentence.lowerBound ? 1 : 2
  }

  @inline(__always)
  private func cluster(_ index: Int, _ clusters: ClusterLevels) -> UInt64 {
    guard sentence.contains(index) else { return index < sentence.lowerBound ? 1000 : 1001 }
    let token = tokens[index]
    if token.cluster > 0 { return UInt64(clusters.middle[Int(token.cluster)]) }
    return 2000 + UInt64(token.kind.rawValue)
  }

  @inline(__always)
  private func listed(_ index: Int) -> UInt64 {
    sentence.contains(index) ? UInt64(places[index - sentence.lowerBound].listed) : 0
  }

  @inline(__always)
  private func pattern(_ index: Int) -> UInt64 {
    sentence.contains(index) ? UInt64(tokens[index].pattern) : 255
  }
}
