internal import DossierModel

/// A text and its lines.
struct TextLines {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// The lines that are not blank.
  private(set) var lines: [TextLine] = []

  /// Finds the lines of `bytes` from `start`. Lines end at LF, CR LF, CR, and at the line and paragraph
  /// separators of Unicode.
  ///
  /// - Complexity: O(bytes), one pass.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    lines.reserveCapacity(bytes.count / 160)
    var index = start
    var isAfterBlank = true
    while index < bytes.count {
      var line = TextLine(
        start: Int32(index), textStart: 0, end: 0, width: 0, indent: 0,
        traits: isAfterBlank ? .afterBlank : [])
      var indent = 0
      while index < bytes.count, isSpace(bytes[index]) {
        indent += bytes[index] == 9 ? 8 - indent % 8 : 1
        index += 1
      }
      line.indent = UInt16(min(indent, 0xFFFF))
      line.textStart = Int32(index)
      index = scan(&line, from: index)
      if line.textStart < line.end, trim(&line) {
        mark(&line)
        lines.append(line)
        isAfterBlank = false
      } else {
        isAfterBlank = true
      }
    }
  }

  /// Takes handling marks off the start of lines, where each begins a block.
  ///
  /// - Returns: The marks by line, and the one that stands by itself in the first line, which marks the whole. Any other that
  ///   stands by itself is the next line's.
  mutating func takeMarks(
    _ ladder: MarkingLadder
  ) -> (marks: [Int: (mark: String, length: Int)], whole: String?) {
    guard bytes.contains(UInt8(ascii: "{")) else { return ([:], nil) }
    var (marks, whole): ([Int: (mark: String, length: Int)], String?) = ([:], nil)
    var waiting: (mark: String, length: Int)?
    var kept: [TextLine] = []
    for var line in lines {
      if bytes[Int(line.textStart)] == UInt8(ascii: "{"),
        let found = ladder.leadingMark(of: String(decoding: bytes[line.text].prefix(200), as: UTF8.self))
      {
        line.textStart = min(line.end, line.textStart + Int32(found.length))
        guard line.textStart < line.end else {
          if kept.isEmpty, whole == nil { whole = found.mark } else { waiting = found }
          continue
        }
        line.start = line.textStart
        line.width = max(1, line.width - Int32(found.length))
        line.traits = line.traits.intersection([.trailingSpace, .columns, .otherSpace])
        mark(&line)
        waiting = (ladder.highest(waiting?.mark, found.mark) ?? found.mark, found.length)
      }
      if let mark = waiting {
        line.traits.insert(.afterBlank)
        marks[kept.count] = mark
        waiting = nil
      }
      kept.append(line)
    }
    lines = kept
    return (marks, whole)
  }

  /// Measures a line from its first character that is no space, and returns where the next line starts.
  private func scan(_ line: inout TextLine, from start: Int) -> Int {
    var index = start
    // How many bytes are not the first of their scalar.
    var continuations = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Nearly every byte is a letter or mark of ASCII.
      if byte > 32, byte < 0x80 {
        index += 1
        continue
      }
      if byte >= 0x80 {
        if byte & 0xC0 == 0x80 {
          continuations += 1
        } else if byte == 0xE2, isSeparator(index) {
          break
        }
        index += 1
        continue
      }
      if byte == 10 || byte == 13 { break }
      guard isSpace(byte) else {
        index += 1
        continue
      }
      // A single space between two words is all that most gaps are.
      if byte == 32, index + 1 < bytes.count, bytes[index + 1] > 32, bytes[index + 1] < 0x80 {
        index += 2
        continue
      }
      let wordEnd = index
      index = gap(&line, from: index)
      guard index == bytes.count || bytes[index] == 10 || bytes[index] == 13 || isSeparator(index) else {
        continue
      }
      line.traits.insert(.trailingSpace)
      line.end = Int32(wordEnd)
      line.width = Int32(wordEnd - start - continuations)
      return afterLineEnd(index)
    }
    line.end = Int32(index)
    line.width = Int32(index - start - continuations)
    return afterLineEnd(index)
  }

  /// The offset after the line end at an offset.
  private func afterLineEnd(_ index: Int) -> Int {
    guard index < bytes.count else { return index }
    if bytes[index] >= 0x80 { return index + 3 }
    return bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? index + 2 : index + 1
  }

  /// Passes the spaces between two words, and sees whether they make columns: a tab does, and so do three spaces,
  /// but not after a sentence, where they are a typist's habit.
  private func gap(_ line: inout TextLine, from start: Int) -> Int {
    var index = start
    var hasTab = false
    while index < bytes.count, isSpace(bytes[index]) {
      if bytes[index] != 32 {
        line.traits.insert(.otherSpace)
        if bytes[index] == 9 { hasTab = true }
      }
      index += 1
    }
    let before = bytes[start - 1]
    let isAfterSentence = before == 0x2E || before == 0x21 || before == 0x3F
    let isAtEnd = index == bytes.count || bytes[index] == 10 || bytes[index] == 13
    if !isAtEnd, hasTab || (index - start >= 3 && !isAfterSentence) { line.traits.insert(.columns) }
    return index
  }

  /// Whether a line or paragraph separator (U+2028, U+2029) stands at an offset.
  private func isSeparator(_ index: Int) -> Bool {
    bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
      && bytes[index + 2] & 0xFE == 0xA8
  }

  /// The text of a line, without the spaces around it.
  func text(_ line: Int) -> String { String(decoding: bytes[lines[line].text], as: UTF8.self) }

  /// Takes no-break and ideographic spaces off both ends, and returns whether something is left.
  private func trim(_ line: inout TextLine) -> Bool {
    while line.textStart < line.end {
      let length = wideSpace(at: Int(line.textStart))
      guard length > 0 else { break }
      line.textStart += Int32(length)
      line.width -= 1
      while line.textStart < line.end, isSpace(bytes[Int(line.textStart)]) {
        line.textStart += 1
        line.width -= 1
      }
    }
    while line.textStart < line.end, bytes[Int(line.end) - 1] >= 0x80 {
      let length = wideSpace(at: Int(line.end) - 3) == 3 ? 3 : wideSpace(at: Int(line.end) - 2) == 2 ? 2 : 0
      guard length > 0, Int(line.textStart) <= Int(line.end) - length else { break }
      line.end -= Int32(length)
      line.width -= 1
      while line.end > line.textStart, isSpace(bytes[Int(line.end) - 1]) {
        line.end -= 1
        line.width -= 1
      }
    }
    return line.textStart < line.end
  }

  /// The length of the no-break space, ideographic space, zero-width space or byte-order mark at an offset.
  private func wideSpace(at index: Int) -> Int {
    guard index >= 0, index + 1 < bytes.count, bytes[index] >= 0xC2 else { return 0 }
    if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    guard index + 2 < bytes.count else { return 0 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }

  func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 11 || byte == 12 }
}
