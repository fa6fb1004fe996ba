/// A line of a table: its cells (GitHub Flavored Markdown, section 4.10).
enum TableRow {
  /// How a column stands.
  enum Alignment: String { case left, center, right }

  /// Returns the cells of a line, without the spaces around them. A pipe after a backslash is a part of its cell, in code
  /// too.
  static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var line = trimmed(line)
    if line.first == pipe { line.removeFirst() }
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex {
        index += 2
      } else if line[index] == pipe {
        cells.append(trimmed(line[start..<index]))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    if start < line.endIndex { cells.append(trimmed(line[start...])) }
    return cells
  }

  /// Returns the columns of a line of hyphens, "| --- | :-: |"; nothing where it is none, or has no pipe: without one it
  /// is CommonMark's underlining of a heading, or a text.
  static func alignments(of line: ArraySlice<UInt8>) -> [Alignment?]? {
    var hasPipe = false
    for byte in line {
      switch byte {
      case pipe: hasPipe = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 32, 9: break
      default: return nil
      }
    }
    guard hasPipe else { return nil }
    var alignments: [Alignment?] = []
    for cell in cells(of: line) {
      var hyphens = cell
      let isLeft = hyphens.first == UInt8(ascii: ":")
      if isLeft { hyphens.removeFirst() }
      let isRight = hyphens.last == UInt8(ascii: ":")
      if isRight { hyphens.removeLast() }
      guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : nil)
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// Returns a cell as the parser reads it: its pipes without their backslashes.
  static func unescaped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(cell.count)
    for (index, byte) in zip(cell.indices, cell) {
      if byte == UInt8(ascii: "\\"), index + 1 < cell.endIndex, cell[index + 1] == pipe { continue }
      text.append(byte)
    }
    return text
  }

  private static let pipe = UInt8(ascii: "|")

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first == 32 || first == 9 { text.removeFirst() }
    while let last = text.last, last == 32 || last == 9 { text.removeLast() }
    return text
  }
}
