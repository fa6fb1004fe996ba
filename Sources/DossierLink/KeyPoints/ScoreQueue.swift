/// Numbers in the order of their scores, the highest first, and of equal ones the lowest number: a binary heap
/// (Williams, 1964).
struct ScoreQueue {
  private var heap: [(number: Int32, score: Double)]

  /// Puts each index of the scores into the queue.
  ///
  /// - Complexity: O(scores).
  init(_ scores: [Double]) {
    heap = scores.enumerated().map { (Int32($0.offset), $0.element) }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// The number with the highest score.
  var first: (number: Int, score: Double)? { heap.first.map { (Int($0.number), $0.score) } }

  /// Takes the first away.
  ///
  /// - Complexity: O(log scores), like the next.
  mutating func removeFirst() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    sink(0)
  }

  /// Gives the first a lower score.
  mutating func lowerFirst(to score: Double) {
    guard !heap.isEmpty else { return }
    heap[0].score = score
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if comesBefore(heap[child], heap[best]) { best = child }
      }
      if best == place { return }
      heap.swapAt(best, place)
      place = best
    }
  }

  private func comesBefore(_ a: (number: Int32, score: Double), _ b: (number: Int32, score: Double)) -> Bool {
    a.score != b.score ? a.score > b.score : a.number < b.number
  }
}
