extension TextLines {
  /// Whether a line ends as a sentence does: a full stop, question or exclamation mark, perhaps with quotation
  /// marks, brackets or a note's number ("[1]") after it.
  func endsSentence(_ line: TextLine) -> Bool {
    switch lastMark(line) {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4, 0x964: true
    default: false
    }
  }

  /// The last scalar of a line that is no closing quotation mark, bracket or note.
  func lastMark(_ line: TextLine) -> UInt32 {
    var end = Int(line.end)
    let start = Int(line.textStart)
    while end > start {
      var head = end - 1
      while head > start, bytes[head] & 0xC0 == 0x80 { head -= 1 }
      let value = scalar(at: head)
      switch value {
      case 0x22, 0x27, 0x29, 0x2019, 0x201D, 0xBB, 0x203A:
        end = head
      case 0x5D:
        var open = head - 1
        while open > start, head - open < 6, bytes[open] != 0x5B { open -= 1 }
        guard open > start, bytes[open] == 0x5B else { return value }
        end = open
      default: return value
      }
    }
    return 0
  }

  /// The scalar whose first byte is at an offset of the text, which is valid UTF-8.
  func scalar(at index: Int) -> UInt32 {
    let first = UInt32(bytes[index])
    if first < 0x80 { return first }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return 0xFFFD }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return value
  }

  /// Whether the first character of a line is a small letter.
  func startsLower(_ line: TextLine) -> Bool {
    let first = bytes[Int(line.textStart)]
    if first < 0x80 { return first >= 0x61 && first <= 0x7A }
    return Unicode.Scalar(scalar(at: Int(line.textStart)))?.properties.isLowercase ?? false
  }

  /// Whether a line starts, after an opening quotation mark, with a capital, a digit or a letter without case.
  func startsUpper(_ line: TextLine) -> Bool {
    var index = Int(line.textStart)
    while index < line.end {
      let value = scalar(at: index)
      switch value {
      case 0x22, 0x27, 0x28, 0xAB, 0x2018, 0x201C: index += value < 0x80 ? 1 : value < 0x800 ? 2 : 3
      case 0x30...0x39, 0x41...0x5A: return true
      case 0..<0x80: return false
      default:
        guard let properties = Unicode.Scalar(value)?.properties else { return false }
        return properties.isAlphabetic && !properties.isLowercase
      }
    }
    return false
  }

  /// The width of the first word of a line, 41 where it is longer than 40.
  func firstWordWidth(_ line: TextLine) -> Int {
    var width = 0
    for index in line.text {
      let byte = bytes[index]
      if byte == 32 || byte == 9 { break }
      if byte & 0xC0 != 0x80 { width += 1 }
      if width > 40 { break }
    }
    return width
  }

  /// Whether a sentence runs over from one line to the next: no end of a sentence, then a small letter.
  func runsOver(_ line: TextLine, _ next: TextLine) -> Bool {
    startsLower(next) && !endsSentence(line)
  }
}
