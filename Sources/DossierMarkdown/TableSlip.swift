/// A slip of the hand that costs a table some of its text, or makes it none.
public enum TableSlip: Equatable, Sendable {
  /// The line of hyphens has another number of columns than the line above, so that the lines are a paragraph.
  case otherColumns(Int, head: Int)
  /// A row has more cells than the head, so that the rest is left out.
  case moreCells(Int, head: Int)

  /// Finds slips in the lines of a paragraph or a table, as they stand in the source.
  ///
  /// - Parameter isTable: Whether the lines are one.
  /// - Returns: Each slip with the place of its line in `source`.
  /// - Complexity: O(bytes).
  public static func all(in source: ArraySlice<UInt8>, isTable: Bool) -> [(slip: TableSlip, line: Range<Int>)]
  {
    guard source.contains(UInt8(ascii: "|")) else { return [] }
    let lines = source.split { $0 == 10 || $0 == 13 }.map { line in
      // What the lines may lie in.
      line.drop { $0 == UInt8(ascii: ">") || $0 == 32 || $0 == 9 }
    }
    guard let first = lines.first else { return [] }
    if isTable {
      let head = TableRow.cells(of: first).count
      return lines.dropFirst(2).compactMap { line in
        let count = TableRow.cells(of: line).count
        return count > head ? (.moreCells(count, head: head), line.startIndex..<line.endIndex) : nil
      }
    }
    for (head, line) in zip(lines, lines.dropFirst()) {
      guard head.contains(UInt8(ascii: "|")), let columns = TableRow.alignments(of: line)?.count else {
        continue
      }
      let count = TableRow.cells(of: head).count
      return count == columns
        ? [] : [(.otherColumns(columns, head: count), line.startIndex..<line.endIndex)]
    }
    return []
  }
}
