/// What two sequences have in common, in order.
///
/// Short ones are compared exactly (a longest common subsequence, by dynamic programming); long ones are first cut at the
/// elements that each has once, in the way of patience diff, so that no step costs more than a bound.
enum SequenceMatch {
  /// The largest table of the exact comparison.
  static let exactLimit = 1 << 16

  /// Returns the pairs of places that match, both rising.
  ///
  /// - Complexity: O((n + m) log n), and `exactLimit` for each piece between two cuts.
  static func pairs(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    // The pieces that are still to be compared, the first one last.
    var pieces = [(0..<old.count, 0..<new.count)]
    while let (a, b) = pieces.popLast() {
      var (i, j) = (a.lowerBound, b.lowerBound)
      while i < a.upperBound, j < b.upperBound, old[i] == new[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      }
      var (m, n) = (a.upperBound, b.upperBound)
      while m > i, n > j, old[m - 1] == new[n - 1] { (m, n) = (m - 1, n - 1) }
      // The common end comes after what is between.
      if m < a.upperBound, i < m || j < n {
        pieces.append((m..<a.upperBound, n..<b.upperBound))
      } else {
        pairs += zip(m..<a.upperBound, n..<b.upperBound).map { ($0, $1) }
      }
      if i == m || j == n { continue }
      if (m - i) * (n - j) <= exactLimit {
        pairs += exact(old[i..<m], new[j..<n])
        continue
      }
      let anchors = anchors(old[i..<m], new[j..<n])
      guard !anchors.isEmpty else { continue }
      var bounds = [(i, j)] + anchors
      bounds.append((m, n))
      for index in bounds.indices.dropFirst().reversed() {
        pieces.append((bounds[index - 1].0..<bounds[index].0, bounds[index - 1].1..<bounds[index].1))
      }
    }
    return pairs
  }

  private static func exact(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [(old: Int, new: Int)] {
    let width = new.count + 1
    // The length of what the ends have in common.
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for j in stride(from: new.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          old[old.startIndex + i] == new[new.startIndex + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[old.startIndex + i] == new[new.startIndex + j] {
        pairs.append((old.startIndex + i, new.startIndex + j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// The elements that stand once in each, as far as they are in the same order (a longest rising run, by patience sorting).
  private static func anchors(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [(Int, Int)] {
    // Where an element stands; -1 where it stands twice.
    func places(_ elements: ArraySlice<Int>) -> [Int: Int] {
      var places: [Int: Int] = [:]
      for index in elements.indices { places[elements[index]] = places[elements[index]] == nil ? index : -1 }
      return places
    }
    let inNew = places(new)
    let common = places(old).compactMap { element, place -> (Int, Int)? in
      guard place >= 0, let other = inNew[element], other >= 0 else { return nil }
      return (place, other)
    }.sorted { $0.0 < $1.0 }
    var tops: [Int] = []
    var before = [Int](repeating: -1, count: common.count)
    for index in common.indices {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if common[tops[middle]].1 < common[index].1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [(Int, Int)] = []
    var next = tops.last ?? -1
    while next >= 0 {
      run.append(common[next])
      next = before[next]
    }
    return run.reversed()
  }
}
