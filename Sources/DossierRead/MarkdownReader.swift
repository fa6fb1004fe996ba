internal import DossierMarkdown
internal import DossierModel

/// Reads CommonMark with front matter.
struct MarkdownReader {
  let path: String
  let location: String
  let source: SourceText
  /// Whether punctuation becomes typographic where the document does not say.
  let isSmart: Bool
  let ladder: MarkingLadder
  var diagnostics: [Diagnostic] = []

  init(
    _ source: SourceText, path: String, location: String, isSmart: Bool = false, ladder: MarkingLadder = .tlp
  ) {
    self.source = source
    self.ladder = ladder
    self.isSmart = isSmart
    self.path = path
    self.location = location
  }

  /// Builds the document, or nothing where there is no text below the front matter. Errors in the front matter
  /// cost the value in question, not the document.
  mutating func document() -> Document? {
    let parts = FrontMatter.split(source)
    var front = FrontMatter()
    switch parts.frontMatter {
    case .none: break
    case .open:
      let text = String(decoding: source.utf8, as: UTF8.self)
      diagnostics.append(
        .frontMatterNotClosed(
          SourceLocation(path: location, source: text, range: TextRange(source.start, source.start + 3))))
    case .closed(let range):
      let text = String(decoding: source.utf8, as: UTF8.self)
      diagnostics += front.read(text, range: range, location: location)
    }
    return document(front, bodyStart: parts.bodyStart, takesHandLinks: true)
  }

  /// Builds the document from a body, of which something may be known.
  mutating func document(_ front: FrontMatter, bodyStart: Int, takesHandLinks: Bool) -> Document? {
    let body = String(decoding: source.utf8[bodyStart...], as: UTF8.self)
    var front = front
    let titleMark = BlockMarks.take(from: &front.title, ladder)
    if MarkdownTree.isTooCostly(body) {
      diagnostics.append(.readAsPlainText(location))
      return PlainTextReader(source, ladder).document(path: path)
    }
    let isSmart = front.hasSmartPunctuation ?? self.isSmart
    let tree = MarkdownTree(parsing: body, syntax: .extended(isSmart: isSmart))
    let leaves = tree.leafBlocks()
    guard !leaves.isEmpty else {
      diagnostics.append(.empty(location))
      return nil
    }
    let places = LeafPlaces(source.utf8, bodyStart: bodyStart)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.utf8.count)
    var blocks: [Block] = []
    blocks.reserveCapacity(leaves.count)
    var marks = BlockMarks(ladder)
    for var leaf in leaves {
      if !blocks.isEmpty { bytes.append(10) }
      let start = bytes.count
      let mark = takeMark(of: &leaf)
      if let mark { marks.state(mark.mark, at: blocks.count) }
      append(leaf, to: &bytes)
      let length = bytes.count - start
      let range = places.range(of: leaf, after: blocks.last?.sourceRange.end ?? bodyStart)
      blocks.append(
        Block(
          kind: MarkdownReader.kind(of: leaf), textRange: TextRange(start, bytes.count), sourceRange: range,
          codeRanges: leaf.codeRanges.map {
            TextRange(min($0.start, length), min($0.end, length)).shifted(by: start)
          }, ids: leaf.ids))
      if let mark { blocks[blocks.count - 1].markLength = mark.length }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let first = blocks.first, first.markLength > 0, first.textRange.isEmpty, first.kind == .paragraph {
      // A mark by itself is no text, and the title may come after it.
      blocks[0].kind = .html
    }
    let (title, origin) = title(front, text, &blocks, isNote: takesHandLinks)
    var document = Document(
      path: path, slug: front.slug ?? Slug.make(path: path), title: title, titleOrigin: origin,
      record: front.record, text: text, blocks: blocks, markup: .markdown(source: body, isSmart: isSmart))
    document.format = .markdown
    document.record.marking = ladder.highest(document.record.marking, titleMark)
    if !marks.stated.isEmpty {
      let covered = tree.coveredLeaves(from: marks.stated.keys.sorted())
      let whole = marks.cover(&document.blocks, covered)
      document.record.marking = ladder.highest(document.record.marking, whole)
      marks.coverFootnotes(tree.footnoteLeaves(), &document.blocks)
    }
    document.references = tree.references.map { NoteReference($0, in: blocks[$0.leaf]) }
    document.handLinks = document.references.compactMap(\.handLink)
    diagnostics += footnoteProblems(tree, blocks)
    // What a converter writes has no slips that its author could mend.
    if takesHandLinks { diagnostics += tableProblems(blocks) }
    let links = tree.links()
    if !links.isEmpty {
      document.links = LinkPlaces(source.utf8, from: bodyStart).place(links, blocks)
    }
    return document
  }

  /// Takes the handling mark off the start of a leaf's text.
  private func takeMark(of leaf: inout LeafBlock) -> (mark: String, length: Int)? {
    guard leaf.text.utf8.first == UInt8(ascii: "{"), leaf.codeRanges.first?.start != 0,
      let mark = ladder.leadingMark(of: leaf.text)
    else { return nil }
    switch leaf.kind {
    case .code, .html: return nil
    case .paragraph, .heading, .table: break
    }
    leaf.text = String(leaf.text.utf8.dropFirst(mark.length)) ?? ""
    leaf.codeRanges = leaf.codeRanges.map { $0.shifted(by: -mark.length) }
    return mark
  }

  /// Appends a leaf's text. Its offsets stay those of the leaf: line breaks in prose become spaces one for one,
  /// and only line breaks at the end of code are dropped.
  private func append(_ leaf: LeafBlock, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: leaf.text.utf8)
    switch leaf.kind {
    case .code, .html:
      while bytes.count > start, bytes[bytes.count - 1] == 10 || bytes[bytes.count - 1] == 13 {
        bytes.removeLast()
      }
    case .paragraph, .heading:
      for index in start..<bytes.count where bytes[index] >= 9 && bytes[index] <= 13 { bytes[index] = 32 }
    // Its line feeds part its rows.
    case .table:
      for index in start..<bytes.count where bytes[index] != 10 && bytes[index] >= 9 && bytes[index] <= 13 {
        bytes[index] = 32
      }
    }
  }

  private static func kind(of leaf: LeafBlock) -> Block.Kind {
    switch leaf.kind {
    case .paragraph: .paragraph
    case .heading(let level): .heading(level: level)
    case .code: .code
    case .html: .html
    case .table: .table
    }
  }

  /// Chooses the title, and marks the block that is it: a first heading of level 1 that nothing but HTML
  /// precedes, unless the front matter has another title.
  private func title(
    _ front: FrontMatter, _ text: String, _ blocks: inout [Block], isNote: Bool
  ) -> (String, Document.TitleOrigin) {
    let first = blocks.firstIndex { $0.kind != .html }
    if let first, blocks[first].kind == .heading(level: 1) {
      let heading = TitleText.normalised(text.slice(blocks[first].textRange))
      if !heading.isEmpty, front.title == nil || front.title == heading {
        blocks[first].kind = .title
        return (heading, .headline)
      }
    }
    if let title = front.title { return (title, .frontMatter) }
    if isNote, let title = TitleText.named(by: path) { return (title, .fileName) }
    let isText: (Block) -> Bool = {
      !TitleText.normalised(text.slice($0.textRange).slice(upTo: 4000)).isEmpty
    }
    let block =
      blocks.first { $0.kind == .paragraph && isText($0) } ?? blocks.first { $0.isHeading && isText($0) }
    if let block {
      let title = TitleText.firstSentence(text.slice(block.textRange))
      if !title.isEmpty { return (title, .firstSentence) }
    }
    return (TitleText.fromPath(path), .fileName)
  }
}

/// Turns the lines and columns of a body into offsets of the whole file.
private struct LeafPlaces {
  private let lineStarts: [Int]
  private let end: Int

  /// Finds the lines of a body as CommonMark counts them: LF, CR LF and CR.
  init(_ bytes: [UInt8], bodyStart: Int) {
    var starts = [bodyStart]
    for index in bodyStart..<bytes.count {
      let byte = bytes[index]
      if byte == 10 || (byte == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)) {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
    end = bytes.count
  }

  /// Returns the leaf's place, never before `low`.
  func range(of leaf: LeafBlock, after low: Int) -> TextRange {
    func offset(_ line: Int, _ column: Int) -> Int {
      let line = min(max(line, 1), lineStarts.count)
      let lineEnd = line < lineStarts.count ? lineStarts[line] : end
      return min(lineStarts[line - 1] + min(max(column, 0), end), lineEnd)
    }
    let start = max(low, offset(leaf.startLine, leaf.startColumn - 1))
    return TextRange(start, max(start, offset(leaf.endLine, leaf.endColumn)))
  }
}
