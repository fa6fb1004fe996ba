internal import CCmark

/// A source in lines, as the parser is given it, and where each line comes from.
///
/// What CommonMark has no words for is rewritten into what it has; the tree is put right afterwards. Lines are ranges of one
/// buffer, so that a source of millions of lines is no heavier than it must be.
struct LineSource {
  struct Line {
    /// The bytes in `bytes`, without the line's end.
    var start: Int32
    var end: Int32
    /// The line in the author's source, from 1.
    var origin: Int32
    /// What to add to a column to have the author's.
    var shift: Int32 = 0
    /// What a pass knows the line by, whatever others do to it.
    var key: Int32
  }

  private(set) var bytes: [UInt8]
  private(set) var lines: [Line] = []
  /// How often lines have been rewritten.
  private(set) var revision = 0

  /// Takes a source apart, at LF, CR LF and CR.
  init(_ source: [UInt8]) {
    bytes = source
    var start = 0
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == 10 || byte == 13 {
        add(start, index)
        if byte == 13, index + 1 < source.count, source[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < source.count { add(start, source.count) }
  }

  private mutating func add(_ start: Int, _ end: Int) {
    lines.append(
      Line(start: Int32(start), end: Int32(end), origin: Int32(lines.count + 1), key: Int32(start)))
  }

  /// The bytes of a line, counted from 0.
  subscript(line: Int) -> ArraySlice<UInt8> { bytes[Int(lines[line].start)..<Int(lines[line].end)] }

  /// The bytes of a line, for who makes lines of them: as long as a part of `bytes` is held, each new line copies the whole.
  func copy(_ line: Int) -> ArraySlice<UInt8> { Array(self[line])[...] }

  /// Makes a line of new bytes.
  ///
  /// - Parameter key: That of the line whose place it takes, where others may know that one.
  mutating func makeLine(
    _ text: some Sequence<UInt8>, origin: Int32, shift: Int = 0, key: Int32? = nil
  ) -> Line {
    let start = Int32(bytes.count)
    bytes += text
    return Line(
      start: start, end: Int32(bytes.count), origin: origin, shift: Int32(shift), key: key ?? start)
  }

  mutating func setLines(_ lines: [Line]) {
    self.lines = lines
    revision += 1
  }

  /// The line at which a node of the parser's begins.
  func line(of node: OpaquePointer) -> Line? {
    let number = Int(cmark_node_get_start_line(node)) - 1
    return lines.indices.contains(number) ? lines[number] : nil
  }

  /// The whole, each line ended by LF.
  func text() -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + lines.count)
    for line in lines {
      text += bytes[Int(line.start)..<Int(line.end)]
      text.append(10)
    }
    return text
  }
}
