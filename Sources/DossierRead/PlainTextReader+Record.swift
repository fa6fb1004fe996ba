internal import DossierModel

extension PlainTextReader {
  /// Finds the headline, and the lines on date, author and licence near the top and at the end.
  ///
  /// Near the top are the first eight blocks up to the first paragraph of prose; at the end are the blocks
  /// after the last paragraph of prose, one unknown short line among them at most.
  mutating func findRecord() {
    let isChronology = isChronology()
    let topEnd = findTop(isChronology)
    var dates: [(date: CalendarDate?, isUpdate: Bool)] = []
    findEnd(after: topEnd, isChronology)
    for index in blocks.indices where index < topEnd || index >= blocks.count - 10 {
      switch blocks[index].kind {
      case .dateLine:
        if let line = DateLine(string(index)) { dates.append((line.date, line.isUpdate)) }
      case .byline:
        let line = string(index)
        guard let byline = Byline(line) ?? Byline.biography(line) else { continue }
        for author in byline.authors where !record.authors.contains(author) { record.authors.append(author) }
        if record.affiliation == nil { record.affiliation = byline.affiliation }
      case .licence:
        guard let licence = LicenceLine(string(index)) else { continue }
        if record.publisher == nil { record.publisher = licence.publisher }
        if record.licence == nil { record.licence = licence.licence }
        if record.url == nil { record.url = licence.url }
      default: break
      }
    }
    record.date = dates.first { $0.date != nil && !$0.isUpdate }?.date ?? dates.first { $0.date != nil }?.date
    if record.date == nil, let headline, headline + 1 < blocks.count, isProse(headline + 1) {
      record.date = DateLine.leading(string(headline + 1, limit: 80))
    }
  }

  /// Marks the lines of the record near the top, sets the headline, and returns where the top ends.
  private mutating func findTop(_ isChronology: Bool) -> Int {
    var end = 0
    while end < min(8, blocks.count) {
      let index = end
      end += 1
      guard blocks[index].kind == .paragraph, !blocks[index].isListItem, isShort(index) else { break }
      let line = string(index)
      if let date = DateLine(line), headline != nil || !date.isWeak {
        if isChronology, !isRecordLine(index + 1) { break }
        blocks[index].kind = .dateLine
      } else if LicenceLine(line) != nil, index > 0 || !isProse(index) {
        blocks[index].kind = .licence
      } else if let byline = Byline(line), isByline(byline, atTop: index) {
        blocks[index].kind = .byline
      } else if headline == nil, isHeadline(index) {
        headline = index
        blocks[index].kind = .title
      } else if isProse(index) {
        break
      }
    }
    return end
  }

  /// Whether a byline's shape is sure enough where it stands.
  private func isByline(_ byline: Byline, atTop index: Int) -> Bool {
    switch byline.strength {
    case .by: true
    case .post: headline != nil
    case .loosePost: false
    case .names:
      headline == index - 1
        && (index + 1 < blocks.count && isShort(index + 1) && DateLine(string(index + 1)) != nil)
    }
  }

  /// Marks the lines of the record at the end.
  private mutating func findEnd(after top: Int, _ isChronology: Bool) {
    var unknown = 0
    var bylines: [Int] = []
    var index = blocks.count - 1
    while index >= top, blocks.count - index <= 8 {
      defer { index -= 1 }
      guard blocks[index].kind == .paragraph, isShort(index) else { break }
      let line = string(index)
      let isSigned = line.hasPrefix("— ") || line.hasPrefix("– ")
      if blocks[index].isListItem, !isSigned { break }
      if LicenceLine(line) != nil {
        blocks[index].kind = .licence
      } else if let date = DateLine(line), !date.isWeak, !isChronology {
        blocks[index].kind = .dateLine
      } else if let byline = Byline(line),
        byline.strength > .names || isSigned
          || (index + 1 < blocks.count && blocks[index + 1].kind == .licence)
      {
        blocks[index].kind = .byline
        bylines.append(index)
      } else if let biography = Byline.biography(line), !isNamed(biography.authors[0], before: index) {
        blocks[index].kind = .byline
        bylines.append(index)
      } else if isProse(index) || unknown > 0 {
        break
      } else {
        unknown += 1
      }
    }
    // Many names with posts are the people in a meeting, not the authors.
    if bylines.count > 3 {
      for index in bylines { blocks[index].kind = .paragraph }
    }
  }

  /// Whether a block is a date, a byline that starts with "By", or a licence line.
  private func isRecordLine(_ index: Int) -> Bool {
    guard index < blocks.count, blocks[index].kind == .paragraph, isShort(index) else { return false }
    let line = string(index)
    return DateLine(line) != nil || Byline(line)?.strength == .by || LicenceLine(line) != nil
  }

  /// Whether dates are the headings of the text: two or more stand alone in its middle.
  private func isChronology() -> Bool {
    guard blocks.count > 6 else { return false }
    var count = 0
    for index in 3..<blocks.count - 3 where blocks[index].lines.count == 1 {
      let line = text.lines[blocks[index].lines.lowerBound]
      guard line.width <= 40, (0x30...0x39).contains(text.bytes[Int(line.end) - 1]) else { continue }
      if DateLine(text.bytes[line.text]) != nil { count += 1 }
      if count == 2 { return true }
    }
    return false
  }

  /// Whether the last word of a name stands in the text before a block.
  private func isNamed(_ name: String, before index: Int) -> Bool {
    guard let last = name.split(separator: " ").last else { return false }
    let end = Int(text.lines[blocks[index].lines.lowerBound].start)
    return String(decoding: text.bytes[..<end], as: UTF8.self).range(ofFirst: [String(last)]) != nil
  }
}
