/// A line of plain text that is not blank, measured once so that every rule on shape is a comparison.
///
/// Offsets are 32 bits: a text is at most three times `SourceText.limit`, and millions of lines may be held.
struct TextLine {
  /// Where the line starts, indentation included.
  var start: Int32
  /// Where its first character that is no space stands.
  var textStart: Int32
  /// After its last character that is no space.
  var end: Int32
  /// The width in scalars from `textStart` to `end`.
  var width: Int32
  /// The spaces before `textStart`; a tab counts to the next multiple of 8.
  var indent: UInt16
  /// What else is seen in the line.
  var traits: Traits

  /// What else is seen in a line.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// A blank line, or the start of the text, stands before it.
    static let afterBlank = Traits(rawValue: 1)
    /// Spaces stand before its end.
    static let trailingSpace = Traits(rawValue: 2)
    /// It has runs of spaces or tabs that make columns.
    static let columns = Traits(rawValue: 4)
    /// It starts with a bullet or a number, as an item of a list does.
    static let listItem = Traits(rawValue: 8)
    /// It has punctuation only: "-----".
    static let rule = Traits(rawValue: 16)
    /// It starts with ">" or "|": a quotation in a letter, a row of a table.
    static let marked = Traits(rawValue: 32)
    /// Its first character is a bullet that never stands within a sentence.
    static let bullet = Traits(rawValue: 64)
    /// It has tabs, vertical tabs or form feeds between its words.
    static let otherSpace = Traits(rawValue: 128)
  }

  /// The bytes of the line without the spaces around it.
  var text: Range<Int> { Int(textStart)..<Int(end) }
}

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

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 11 || byte == 12 }

  /// Sees bullets, numbers, rules and quotation marks of letters at the start of a line.
  private func mark(_ line: inout TextLine) {
    let start = Int(line.textStart)
    let end = Int(line.end)
    let first = bytes[start]
    if isLetterASCII(first), end - start > 2 {
      // "a) " is an item; any other letter starts prose. This is the way of nearly every line.
      if bytes[start + 1] == 0x29, isSpace(bytes[start + 2]) { line.traits.insert(.listItem) }
      return
    }
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "|"): line.traits.insert(.marked)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "#"):
      if start + 1 < end, isSpace(bytes[start + 1]) { line.traits.insert(.listItem) }
      if first == UInt8(ascii: "#") { line.traits.insert(.listItem) }
    case 0xE2:
      guard start + 3 < end else { return }
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x96, 0xAA), (0x96, 0xAB), (0x97, 0x8F), (0x97, 0x8B):
        line.traits.insert([.listItem, .bullet])
      case (0x80, 0x93), (0x80, 0x94):
        if isSpace(bytes[start + 3]) { line.traits.insert(.listItem) }
      default: break
      }
    case 0xC2:
      if start + 1 < end, bytes[start + 1] == 0xB7 { line.traits.insert([.listItem, .bullet]) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("):
      if isNumbered(start, end) { line.traits.insert(.listItem) }
    default: break
    }
    if first < 0x80, end - start >= 3 {
      let hasWord = bytes[start..<min(end, start + 200)].contains {
        $0 >= 0x80 || isLetterASCII($0) || (0x30...0x39).contains($0)
      }
      if !hasWord { line.traits.insert(.rule) }
    }
  }

  /// Whether a line starts with "1. ", "12) ", "1.2. ", "(3) ", "(a) " or "(iv) ".
  private func isNumbered(_ start: Int, _ end: Int) -> Bool {
    var index = start
    if bytes[index] == UInt8(ascii: "(") {
      index += 1
      let inner = index
      while index < end, index - inner < 5,
        isLetterASCII(bytes[index]) || (0x30...0x39).contains(bytes[index])
      {
        index += 1
      }
      return index > inner && index + 1 < end && bytes[index] == UInt8(ascii: ")") && bytes[index + 1] == 32
    }
    var digits = 0
    while index < end, (0x30...0x39).contains(bytes[index]) || (digits > 0 && bytes[index] == 0x2E) {
      if bytes[index] == 0x2E {
        if index + 1 < end, isSpace(bytes[index + 1]) { return true }
        digits = 0
      } else {
        digits += 1
        if digits > 3 { return false }
      }
      index += 1
    }
    return digits > 0 && index + 1 < end && bytes[index] == UInt8(ascii: ")") && isSpace(bytes[index + 1])
  }
}

/// Whether a byte is a letter of ASCII.
@inline(__always)
func isLetterASCII(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7A
}
