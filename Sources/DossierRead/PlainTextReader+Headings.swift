internal import DossierModel

extension PlainTextReader {
  /// A block's text in one line.
  func string(_ index: Int, limit: Int = .max) -> String {
    let lines = blocks[index].lines
    if lines.count == 1 {
      let range = text.lines[lines.lowerBound].text
      return String(decoding: text.bytes[range].prefix(limit), as: UTF8.self)
    }
    return String(
      decoding: lines.map { text.text($0) }.joined(separator: " ").utf8.prefix(limit), as: UTF8.self)
  }

  /// The width of a block in scalars.
  func width(_ index: Int) -> Int {
    blocks[index].lines.reduce(0) { $0 + Int(text.lines[$1].width) + 1 } - 1
  }

  /// Whether a block is short enough for the rules that look into its words.
  func isShort(_ index: Int) -> Bool { blocks[index].lines.count <= 4 && width(index) <= 300 }

  /// The last line of a block.
  private func lastLine(_ index: Int) -> TextLine { text.lines[blocks[index].lines.upperBound - 1] }
  private func firstLine(_ index: Int) -> TextLine { text.lines[blocks[index].lines.lowerBound] }

  /// Whether a block is running text: several lines, a wide line, or a whole sentence.
  func isProse(_ index: Int) -> Bool {
    guard blocks[index].kind == .paragraph, !blocks[index].isListItem else { return false }
    if blocks[index].lines.count > 2 { return true }
    let width = width(index)
    if width >= 160 { return true }
    let last = lastLine(index)
    return text.endsSentence(last) && width >= 40 || text.lastMark(last) == 0x3A && width >= 60
  }

  /// Whether a block may be the headline: no end of a sentence, not long, and something to read below.
  func isHeadline(_ index: Int) -> Bool {
    let line = firstLine(index)
    let last = lastLine(index)
    guard blocks[index].lines.count <= 2, text.startsUpper(line), isOpenEnded(last), index + 1 < blocks.count
    else {
      return false
    }
    let standsAlone = firstLine(index + 1).traits.contains(.afterBlank)
    let nextIsDate = isShort(index + 1) && DateLine(string(index + 1)) != nil
    guard width(index) <= (standsAlone || nextIsDate ? 160 : 120) else { return false }
    guard !hasLabel(index), !hasSentenceBreak(index) else { return false }
    if nextIsDate { return true }
    for next in index + 1..<min(index + 4, blocks.count) {
      if isProse(next) || blocks[next].isListItem { return true }
      if blocks[next].kind == .verbatim { return true }
    }
    return false
  }

  /// Makes headings of lines that look like one: see `isHeadingShape`.
  ///
  /// A heading is followed by a paragraph longer than itself, and does not stand among others of its shape as
  /// in a list; two in a row count where blank lines part them. A line of capitals needs no prose below. A
  /// line that comes three times is a speaker's name or a running head.
  mutating func findHeadings() {
    let shapes = blocks.indices.map(isHeadingShape)
    var found: [Int] = []
    var index = 0
    while index < blocks.count {
      guard shapes[index] else {
        index += 1
        continue
      }
      var end = index + 1
      while end < blocks.count, shapes[end] { end += 1 }
      if end < blocks.count, !blocks[end].kind.isRecordLine {
        let isFollowed = isProse(end) && width(end) * 4 > width(end - 1) * 5
        let areCapitals = (index..<end).allSatisfy(isCapitals)
        let areApart = (index + 1...end).allSatisfy { firstLine($0).traits.contains(.afterBlank) }
        switch end - index {
        case 1 where isFollowed || areCapitals: found.append(index)
        case 2 where isFollowed && areApart || areCapitals || (isFollowed && isCapitals(index)):
          found += [index, index + 1]
        default: break
        }
      }
      index = end
    }
    var counts: [String: Int] = [:]
    for index in found { counts[string(index), default: 0] += 1 }
    for index in found where counts[string(index), default: 0] < 3 {
      blocks[index].kind = .heading(level: 2)
    }
  }

  /// Whether a block is one short line that starts with a capital or digit, ends no sentence, and has neither
  /// a label ("Tel: 1234"), an address, nor mostly digits.
  private func isHeadingShape(_ index: Int) -> Bool {
    guard blocks[index].kind == .paragraph, !blocks[index].isListItem, blocks[index].lines.count == 1 else {
      return false
    }
    let line = firstLine(index)
    guard line.width <= 80, line.width >= 2, text.startsUpper(line) else { return false }
    let mark = text.lastMark(line)
    guard mark == 0x3F || isOpenEnded(line), !hasLabel(index), !hasSentenceBreak(index) else { return false }
    var words = 1
    var digits = 0
    for byte in text.bytes[line.text] {
      switch byte {
      case 32: words += 1
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "@"): return false
      default: break
      }
    }
    if DateLine(text.bytes[line.text]) != nil { return true }
    return words <= 12 && digits * 4 <= line.width && !isWebAddress(line)
  }

  /// Whether a line's end leaves it open: no point, comma, colon or the like.
  private func isOpenEnded(_ line: TextLine) -> Bool {
    switch text.lastMark(line) {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x2026, 0x3002, 0xFF0C, 0xFF1A, 0x3001, 0xFF01, 0x60C, 0x2D, 0x2014, 0: false
    case 0x21: false
    default: true
    }
  }

  private func isWebAddress(_ line: TextLine) -> Bool {
    text.bytes[line.text].starts(with: "http".utf8) || text.bytes[line.text].starts(with: "www.".utf8)
  }

  /// Whether a block starts with a single word and a colon, as "From: Jane Doe" and "Coordinates: 33°N" do.
  private func hasLabel(_ index: Int) -> Bool {
    let line = firstLine(index)
    var width = 0
    for offset in line.text {
      let byte = text.bytes[offset]
      if byte == UInt8(ascii: ":") {
        guard offset + 1 < line.end, text.bytes[offset + 1] == 32 else { return false }
        return labels.contains(
          String(decoding: text.bytes[Int(line.textStart)..<offset], as: UTF8.self).lowercased())
      }
      width += 1
      if width > 16 { return false }
    }
    return false
  }

  /// What a line "Subject: ..." of a letter or memorandum says.
  func subject(_ index: Int) -> String? {
    guard blocks[index].kind == .paragraph || blocks[index].kind == .verbatim, isShort(index) else {
      return nil
    }
    let line = string(index)
    guard let colon = line.utf8.prefix(10).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    guard ["subject", "re", "title", "headline"].contains(line[..<colon].lowercased()) else { return nil }
    let subject = TitleText.firstSentence(line[line.utf8.index(after: colon)...])
    return subject.isEmpty ? nil : subject
  }

  /// Whether a sentence ends inside a block: ". " and a capital, but for initials and short forms.
  private func hasSentenceBreak(_ index: Int) -> Bool {
    let line = string(index)
    return TitleText.sentenceEnd(in: Array(line.utf8)) < line.utf8.count
  }

  /// Whether every letter with case is a capital, and there are at least four.
  private func isCapitals(_ index: Int) -> Bool {
    var capitals = 0
    for scalar in string(index).unicodeScalars where scalar.properties.isCased {
      guard !scalar.properties.isLowercase else { return false }
      capitals += 1
    }
    return capitals >= 4
  }
}

/// Words before a colon that make a line an entry, not a heading.
private let labels: Set<String> = [
  "address", "attn", "audio", "bcc", "caption", "cc", "classification", "contact", "coordinates", "copyright",
  "date", "distribution", "email", "e-mail", "fax", "file", "fig", "figure", "for", "from", "graphic",
  "image",
  "isbn", "issn", "location", "mobile", "note", "phone", "photo", "photograph", "picture", "place", "ref",
  "reference", "sent", "source", "subject", "tel", "telephone", "time", "to", "twitter", "url", "venue",
  "video",
  "web", "website",
]

extension Block.Kind {
  /// Whether the kind is one of the record's.
  fileprivate var isRecordLine: Bool { self == .dateLine || self == .byline || self == .licence }
}
