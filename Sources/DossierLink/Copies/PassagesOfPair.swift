/// Joins the paragraphs that two documents have in common to passages.
///
/// Paragraphs are joined that follow each other in both documents; between them may stand headings and short lines if
/// they have the same words in both. Of passages that overlap in one of the documents the longest is kept.
struct PassagesOfPair {
  /// A paragraph of one document that is one of another.
  struct Match {
    /// The documents, the lower number first.
    var first: Int32
    var second: Int32
    /// The paragraphs, as indices of their documents' blocks.
    var firstBlock: Int32
    var secondBlock: Int32
    /// Whether all words are the same.
    var isExact: Bool

    /// Orders by documents, then by how far the one is shifted against the other, then as they read.
    static func < (a: Match, b: Match) -> Bool {
      (a.first, a.second, a.secondBlock - a.firstBlock, a.firstBlock)
        < (b.first, b.second, b.secondBlock - b.firstBlock, b.firstBlock)
    }
  }

  /// Blocks of the one document that stand in the other, which is shifted against it.
  struct Passage {
    var blocks: Range<Int>
    var shift: Int
    var isExact: Bool
    var others: Range<Int> { blocks.lowerBound + shift..<blocks.upperBound + shift }
  }

  /// So many headings and short lines may stand between two paragraphs, and are added at an end.
  private static let mostBetween = 32
  /// So many passages, the longest, are kept of a pair.
  private static let mostPassages = 12
  /// So many, the longest, are looked at where they overlap.
  private static let mostLookedAt = 64

  /// Returns the passages of two documents, the longest first.
  ///
  /// - Parameters:
  ///   - matches: What the two have in common, in order.
  ///   - first: A number for the words of each block of the first document, 0 for none.
  ///   - second: The same of the second.
  ///   - isText: Whether a block of the first may be added at an end of a passage.
  /// - Complexity: O(matches), and sorting of the passages.
  static func passages(
    _ matches: ArraySlice<Match>, _ first: ArraySlice<UInt64>, _ second: ArraySlice<UInt64>,
    isText: (Int) -> Bool
  ) -> [Passage] {
    func isSame(_ block: Int, _ shift: Int) -> Bool {
      let (a, b) = (first.startIndex + block, second.startIndex + block + shift)
      return first.indices.contains(a) && second.indices.contains(b) && first[a] == second[b]
    }
    var passages: [Passage] = []
    for match in matches {
      let (block, shift) = (Int(match.firstBlock), Int(match.secondBlock - match.firstBlock))
      if let last = passages.last, last.shift == shift, block - last.blocks.upperBound <= mostBetween,
        (last.blocks.upperBound..<block).allSatisfy({ isSame($0, shift) })
      {
        passages[passages.count - 1].blocks = last.blocks.lowerBound..<block + 1
        passages[passages.count - 1].isExact = last.isExact && match.isExact
      } else {
        passages.append(Passage(blocks: block..<block + 1, shift: shift, isExact: match.isExact))
      }
    }
    for index in passages.indices {
      let (blocks, shift) = (passages[index].blocks, passages[index].shift)
      func isAdded(_ block: Int) -> Bool {
        isSame(block, shift) && first[first.startIndex + block] != 0 && isText(block)
      }
      var (start, end) = (blocks.lowerBound, blocks.upperBound)
      while start > 0, blocks.lowerBound - start < mostBetween, isAdded(start - 1) { start -= 1 }
      while end - blocks.upperBound < mostBetween, isAdded(end) { end += 1 }
      passages[index].blocks = start..<end
    }
    passages.sort { a, b in
      if a.blocks.count != b.blocks.count { return a.blocks.count > b.blocks.count }
      if a.isExact != b.isExact { return a.isExact }
      return (a.blocks.lowerBound, a.shift) < (b.blocks.lowerBound, b.shift)
    }
    var kept: [Passage] = []
    for passage in passages.prefix(mostLookedAt) where kept.count < mostPassages {
      let isTaken = kept.contains {
        $0.blocks.overlaps(passage.blocks) || $0.others.overlaps(passage.others)
      }
      if !isTaken { kept.append(passage) }
    }
    return kept
  }
}
