internal import DossierModel

/// Reads plain text: nothing in it is markup, and everything is told by its shape.
struct PlainTextReader {
  let text: TextLines
  private let ladder: MarkingLadder
  /// The handling marks that have been taken off the start of lines, and the one of the whole document.
  private let marks: [Int: (mark: String, length: Int)]
  private let wholeMark: String?
  var blocks: [PlainBlockDraft]
  var record = SourceRecord()
  /// The block that is the headline.
  var headline: Int?

  /// Makes out the blocks of a text, and what each of them is.
  init(_ source: SourceText, _ ladder: MarkingLadder = .tlp) {
    var text = TextLines(source.utf8, from: source.start)
    (marks, wholeMark) = text.takeMarks(ladder)
    self.text = text
    self.ladder = ladder
    blocks = text.blocks(TextShape(text))
    findRecord()
    findHeadings()
  }

  /// Builds the document, or nothing where the text has no line.
  func document(path: String) -> Document? {
    guard !blocks.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count)
    var finished: [Block] = []
    finished.reserveCapacity(blocks.count)
    var stated = BlockMarks(ladder)
    for draft in blocks {
      if !finished.isEmpty { bytes.append(10) }
      let start = bytes.count
      let source = append(draft, to: &bytes)
      finished.append(
        Block(kind: draft.kind, textRange: TextRange(start, bytes.count), sourceRange: source))
      if let (mark, length) = marks[draft.lines.lowerBound] {
        stated.state(mark, at: finished.count - 1)
        finished[finished.count - 1].markLength = length
      }
    }
    let whole = ladder.highest(wholeMark, stated.stated.isEmpty ? nil : stated.cover(&finished, []))
    let string = String(decoding: bytes, as: UTF8.self)
    let (title, origin) = title(path: path, text: string, blocks: finished)
    var record = record
    record.marking = ladder.highest(record.marking, whole)
    return Document(
      path: path, slug: Slug.make(path: path), title: title, titleOrigin: origin, record: record,
      text: string,
      blocks: finished, markup: .plain)
  }

  /// Appends a block's text, and returns its place in the source.
  private func append(_ draft: PlainBlockDraft, to bytes: inout [UInt8]) -> TextRange {
    let isVerbatim = draft.kind == .verbatim
    let blockStart = bytes.count
    for index in draft.lines {
      let line = text.lines[index]
      if isVerbatim {
        if index > draft.lines.lowerBound { bytes.append(10) }
        bytes.append(contentsOf: text.bytes[Int(line.start)..<Int(line.end)])
      } else {
        if index > draft.lines.lowerBound, !endsInHyphen(bytes, before: line) { bytes.append(32) }
        bytes.append(contentsOf: text.bytes[line.text])
      }
    }
    if draft.lines.contains(where: { text.lines[$0].traits.contains(.otherSpace) }) {
      for index in blockStart..<bytes.count {
        let byte = bytes[index]
        if byte == 11 || byte == 12 || (byte == 9 && !isVerbatim) { bytes[index] = 32 }
      }
    }
    let (first, last) = (text.lines[draft.lines.lowerBound], text.lines[draft.lines.upperBound - 1])
    return TextRange(Int(isVerbatim ? first.start : first.textStart), Int(last.end))
  }

  /// Whether a line was broken at a hyphen that a word has anyway ("U.S.-" and "led"): then no space comes in.
  /// The hyphen itself stays as typed.
  private func endsInHyphen(_ bytes: [UInt8], before line: TextLine) -> Bool {
    guard bytes.count >= 2, bytes[bytes.count - 1] == 0x2D else { return false }
    let before = bytes[bytes.count - 2]
    guard isLetterASCII(before) || before == 0x2E || before >= 0x80 else { return false }
    let first = text.bytes[Int(line.textStart)]
    guard isLetterASCII(first) || first >= 0x80 else { return false }
    // "short- and long-term": the first word stands for itself.
    let word = text.bytes[line.text].prefix(4)
    return !["and ", "or ", "to ", "nor ", "but "].contains { word.starts(with: $0.utf8) }
  }

  private func title(path: String, text: String, blocks: [Block]) -> (String, Document.TitleOrigin) {
    if let headline {
      let title = TitleText.normalised(text.slice(blocks[headline].textRange))
      if !title.isEmpty { return (title, .headline) }
    }
    for index in self.blocks.indices.prefix(8) {
      if let subject = subject(index) { return (subject, .firstSentence) }
    }
    // A greeting or an entry ("To: all staff") says less than the first paragraph of prose.
    let prose =
      blocks.indices.first { isProse($0) }.map { blocks[$0] } ?? blocks.first { $0.kind == .paragraph }
      ?? blocks.first { $0.kind == .verbatim || $0.isHeading }
    if let prose {
      let title = TitleText.firstSentence(text.slice(prose.textRange))
      if !title.isEmpty { return (title, .firstSentence) }
    }
    return (TitleText.fromPath(path), .fileName)
  }
}
