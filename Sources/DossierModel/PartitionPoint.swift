extension Array {
  /// Returns the index of the first element for which the predicate is false, where it is true for all before.
  ///
  /// - Complexity: O(log count).
  @inlinable
  public func partitionPoint(from start: Int = 0, where isBefore: (Element) -> Bool) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
