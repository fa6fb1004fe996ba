/// Finds the different paragraphs that are nearly the same, and those that are mere standing text.
///
/// Two paragraphs are nearly the same if their resemblance (Broder, "On the resemblance and containment of documents",
/// 1997: what two sets share, by what they have together) is seven tenths, over their words, each as often as it stands
/// there. Only those are compared that share a fingerprint, found by an inverted index.
///
/// What many documents have is standing text: a fingerprint of more than 32 documents relates none, and a paragraph most
/// of whose fingerprints are such is left out wholly. So the work for a paragraph is bounded by its length.
struct NearParagraphs {
  /// Two paragraphs that are nearly the same.
  struct Pair {
    var first: Int32
    var second: Int32
  }

  /// The pairs; the first number is the lower one.
  private(set) var pairs: [Pair] = []
  /// Whether each paragraph is standing text.
  private(set) var isStanding: [Bool]

  /// A text that stands in more documents is standing text.
  static let mostDocuments = 32
  /// So many paragraphs, those with most fingerprints in common, are compared with each.
  private static let mostCompared = 32

  /// Compares the paragraphs of an index. It sorts the words of those that it compares.
  ///
  /// - Complexity: O(fingerprints): each is looked up, and followed to 32 others at most.
  init(_ index: inout ParagraphIndex) {
    let paragraphs = index.count
    let postings = Postings(index)
    isStanding = (0..<paragraphs).map { paragraph in
      let range = index.fingerprintStarts[paragraph]..<index.fingerprintStarts[paragraph + 1]
      return range.reduce(0) { $0 + (postings.isCommon(postings.bucket(of: $1)) ? 1 : 0) } * 2 > range.count
    }
    var isSorted = [Bool](repeating: false, count: paragraphs)
    var shared = [Int32](repeating: 0, count: paragraphs)
    var touched: [Int32] = []
    for paragraph in 0..<paragraphs where !isStanding[paragraph] {
      let own = index.fingerprintStarts[paragraph]..<index.fingerprintStarts[paragraph + 1]
      for fingerprint in own {
        let bucket = postings.bucket(of: fingerprint)
        if postings.isCommon(bucket) { continue }
        for place in postings.range(of: bucket) {
          let other = postings.paragraphs[place]
          if other >= Int32(paragraph) { break }
          if shared[Int(other)] == 0 { touched.append(other) }
          shared[Int(other)] += 1
        }
      }
      if touched.isEmpty { continue }
      let length = index.wordStarts[paragraph + 1] - index.wordStarts[paragraph]
      var candidates = touched.filter { other in
        let otherLength = index.wordStarts[Int(other) + 1] - index.wordStarts[Int(other)]
        let otherCount = index.fingerprintStarts[Int(other) + 1] - index.fingerprintStarts[Int(other)]
        // Fewer common words than that can't resemble, fewer common fingerprints hardly do.
        return min(length, otherLength) * 10 >= max(length, otherLength) * 7
          && Int(shared[Int(other)]) * 8 >= min(own.count, otherCount) && !isStanding[Int(other)]
      }
      if candidates.count > NearParagraphs.mostCompared {
        candidates.sort { (shared[Int($1)], $0) < (shared[Int($0)], $1) }
        candidates.removeLast(candidates.count - NearParagraphs.mostCompared)
      }
      for other in candidates {
        for number in [paragraph, Int(other)] where !isSorted[number] {
          index.sortWords(of: number)
          isSorted[number] = true
        }
        if NearParagraphs.resemble(index, Int(other), paragraph) {
          pairs.append(Pair(first: other, second: Int32(paragraph)))
        }
      }
      for other in touched { shared[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }

  private static func resemble(_ index: ParagraphIndex, _ first: Int, _ second: Int) -> Bool {
    var (i, iEnd) = (index.wordStarts[first], index.wordStarts[first + 1])
    var (j, jEnd) = (index.wordStarts[second], index.wordStarts[second + 1])
    let all = iEnd - i + jEnd - j
    var common = 0
    while i < iEnd, j < jEnd {
      let (a, b) = (index.words[i], index.words[j])
      if a == b { common += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return common * 10 >= (all - common) * 7
  }
}

/// The inverted index: for each fingerprint the paragraphs that have it.
///
/// A fingerprint's place is its top bits. Where two share a place, some paragraphs are compared in vain.
private struct Postings {
  /// The bucket of each fingerprint of the index, in its order.
  private let buckets: [UInt32]
  private var starts: [Int32]
  /// How many documents have the fingerprints of each bucket.
  private var documents: [UInt16]
  /// The paragraphs of each bucket in order; those of a common one are left out.
  private(set) var paragraphs: [Int32]

  func bucket(of fingerprint: Int) -> Int { Int(buckets[fingerprint]) }
  func isCommon(_ bucket: Int) -> Bool { documents[bucket] > UInt16(NearParagraphs.mostDocuments) }
  func range(of bucket: Int) -> Range<Int> { Int(starts[bucket])..<Int(starts[bucket + 1]) }

  init(_ index: ParagraphIndex) {
    var bits: UInt64 = 4
    while bits < 28, 1 << bits < index.fingerprints.count * 2 { bits += 1 }
    buckets = index.fingerprints.map { UInt32($0 >> (64 - bits)) }
    documents = [UInt16](repeating: 0, count: 1 << Int(bits))
    // The last paragraph of a bucket, so that one that repeats a fingerprint counts once.
    var last = [Int32](repeating: -1, count: 1 << Int(bits))
    var isRepeated = [Bool](repeating: false, count: buckets.count)
    var documentCount = [UInt16](repeating: 0, count: index.count)
    for place in index.places where documentCount[Int(place.paragraph)] < 1000 {
      documentCount[Int(place.paragraph)] += 1
    }
    starts = [Int32](repeating: 0, count: (1 << Int(bits)) + 1)
    for paragraph in 0..<index.count {
      for fingerprint in index.fingerprintStarts[paragraph]..<index.fingerprintStarts[paragraph + 1] {
        let bucket = Int(buckets[fingerprint])
        if last[bucket] == Int32(paragraph) {
          isRepeated[fingerprint] = true
          continue
        }
        last[bucket] = Int32(paragraph)
        documents[bucket] = min(1000, documents[bucket] + documentCount[paragraph])
        starts[bucket] += 1
      }
    }
    var total: Int32 = 0
    for bucket in documents.indices {
      let count = documents[bucket] > UInt16(NearParagraphs.mostDocuments) ? 0 : starts[bucket]
      starts[bucket] = total
      last[bucket] = total
      total += count
    }
    starts[documents.count] = total
    paragraphs = [Int32](repeating: 0, count: Int(total))
    for paragraph in 0..<index.count {
      for fingerprint in index.fingerprintStarts[paragraph]..<index.fingerprintStarts[paragraph + 1]
      where !isRepeated[fingerprint] {
        let bucket = Int(buckets[fingerprint])
        if starts[bucket] == starts[bucket + 1] { continue }
        paragraphs[Int(last[bucket])] = Int32(paragraph)
        last[bucket] += 1
      }
    }
  }
}
