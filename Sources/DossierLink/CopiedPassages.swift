internal import DossierModel

/// So many other documents, those with most paragraphs in common, are listed for a document.
private let mostListed = 5

/// Fills in the passages of each document that stand in others too, word for word or nearly so.
///
/// Paragraphs of twelve words or more are compared, whatever their case and punctuation. Those with the same words are
/// found by a hash of them all, those nearly the same by fingerprints (`NearParagraphs`). Text that stands in more than
/// 32 documents is nobody's passage. What two documents have in common is listed for both, unless one has more in common
/// with five others.
///
/// - Complexity: O(bytes), and sorting of the paragraphs found. The same documents in the same order give the same.
func addCopiedPassages(to documents: inout [BriefingDocument]) {
  var index = ParagraphIndex(documents)
  let near = NearParagraphs(&index)
  let matches = matches(index, near)
  guard !matches.isEmpty else { return }
  var listings: [Listing] = []
  var start = 0
  while start < matches.count {
    let (first, second) = (Int(matches[start].first), Int(matches[start].second))
    var end = start
    while end < matches.count, matches[end].first == first, matches[end].second == second { end += 1 }
    let blocks = documents[first].document.blocks
    let passages = PassagesOfPair.passages(
      matches[start..<end], index.blockWords[index.blockStarts[first]..<index.blockStarts[first + 1]],
      index.blockWords[index.blockStarts[second]..<index.blockStarts[second + 1]],
      isText: { blocks[$0].isCompared })
    let count = passages.reduce(0) { $0 + $1.blocks.count }
    listings.append(
      Listing(
        document: first, other: second, count: count,
        passages: passages.map {
          CopiedPassage(blocks: $0.blocks, document: second, otherBlocks: $0.others, isExact: $0.isExact)
        }))
    listings.append(
      Listing(
        document: second, other: first, count: count,
        passages: passages.map {
          CopiedPassage(blocks: $0.others, document: first, otherBlocks: $0.blocks, isExact: $0.isExact)
        }))
    start = end
  }
  listings.sort { ($0.document, $1.count, $0.other) < ($1.document, $0.count, $1.other) }
  var listed = 0
  for (place, listing) in listings.enumerated() {
    listed = place > 0 && listings[place - 1].document == listing.document ? listed + 1 : 0
    if listed < mostListed { documents[listing.document].copies += listing.passages }
  }
  for document in documents.indices where documents[document].copies.count > 1 {
    documents[document].copies.sort {
      ($0.blocks.lowerBound, $0.document, $0.otherBlocks.lowerBound)
        < ($1.blocks.lowerBound, $1.document, $1.otherBlocks.lowerBound)
    }
  }
}

/// What a document has in common with one other.
private struct Listing {
  var document: Int
  var other: Int
  /// How many blocks.
  var count: Int
  var passages: [CopiedPassage]
}

/// Returns the pairs of places that have the same or nearly the same paragraph, in order.
///
/// A paragraph that is no standing text stands in 32 documents at most, and so do all together that share a fingerprint.
private func matches(_ index: ParagraphIndex, _ near: NearParagraphs) -> [PassagesOfPair.Match] {
  var starts = [Int](repeating: 0, count: index.count + 1)
  for place in index.places { starts[Int(place.paragraph) + 1] += 1 }
  for paragraph in 0..<index.count { starts[paragraph + 1] += starts[paragraph] }
  var next = starts
  var order = [Int32](repeating: 0, count: index.places.count)
  for (number, place) in index.places.enumerated() {
    order[next[Int(place.paragraph)]] = Int32(number)
    next[Int(place.paragraph)] += 1
  }
  var matches: [PassagesOfPair.Match] = []
  func add(_ one: Int32, _ other: Int32, isExact: Bool) {
    let (a, b) = (index.places[Int(one)], index.places[Int(other)])
    guard a.document != b.document else { return }
    let (first, second) = a.document < b.document ? (a, b) : (b, a)
    matches.append(
      PassagesOfPair.Match(
        first: first.document, second: second.document, firstBlock: first.block, secondBlock: second.block,
        isExact: isExact))
  }
  for paragraph in 0..<index.count where !near.isStanding[paragraph] {
    let places = order[starts[paragraph]..<starts[paragraph + 1]]
    for (offset, one) in places.enumerated() {
      for other in places.dropFirst(offset + 1) { add(one, other, isExact: true) }
    }
  }
  for pair in near.pairs {
    for one in order[starts[Int(pair.first)]..<starts[Int(pair.first) + 1]] {
      for other in order[starts[Int(pair.second)]..<starts[Int(pair.second) + 1]] {
        add(one, other, isExact: false)
      }
    }
  }
  matches.sort(by: <)
  return matches
}
