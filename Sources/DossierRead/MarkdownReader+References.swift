internal import DossierMarkdown
internal import DossierModel

extension NoteReference {
  init(_ reference: MarkdownReference, in block: Block) {
    let kind: Kind =
      switch reference.kind {
      case .noteLink: .noteLink
      case .embed: .embed
      case .picture: .picture
      }
    let end = block.textRange.length
    func place(_ offset: Int) -> Int { min(max(0, offset - block.markLength), end) }
    let range = TextRange(place(reference.range.start), place(reference.range.end))
    self.init(
      kind: kind, block: reference.leaf, range: range.shifted(by: block.textRange.start),
      target: reference.target, part: reference.part, description: reference.description,
      width: reference.size?.width, height: reference.size?.height, isAlone: reference.isAlone)
  }

  /// The link by hand to an entity that it is where no document has its name.
  var handLink: Document.HandLink? {
    guard kind == .noteLink, part == nil, !target.isEmpty, !range.isEmpty else { return nil }
    return Document.HandLink(range: range, entity: target)
  }
}

extension MarkdownReader {
  /// Of more problems of one kind the first say enough.
  private static let mostProblems = 20

  /// What is wrong with the footnotes of a tree.
  func footnoteProblems(_ tree: borrowing MarkdownTree, _ blocks: [Block]) -> [Diagnostic] {
    // What is in brackets with a "^" need not be meant as a footnote: "[^a-z]".
    let strays = tree.strayFootnotes.filter {
      $0.label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    let (unused, repeated) = (tree.unusedFootnotes, tree.repeatedFootnotes)
    guard !strays.isEmpty || !unused.isEmpty || !repeated.isEmpty else { return [] }
    let lines = SourceLines(String(decoding: source.utf8, as: UTF8.self), path: location)
    let text = source.utf8
    func place(_ words: String, from start: Int) -> SourceLocation {
      let range = text.firstRange(of: Array(words.utf8), from: start)
      return lines.location(of: range ?? TextRange(start, start))
    }
    var problems: [Diagnostic] = []
    for (label, leaf) in strays.prefix(Self.mostProblems) {
      problems.append(.noFootnote(label, place("[^\(label)]", from: blocks[leaf].sourceRange.start)))
    }
    for label in unused.prefix(Self.mostProblems) where !repeated.contains(label) {
      problems.append(.unusedFootnote(label, place("[^\(label)]:", from: source.start)))
    }
    for label in repeated.prefix(Self.mostProblems) {
      let words = "[^\(label)]:"
      let first = text.firstRange(of: Array(words.utf8), from: source.start)?.end ?? source.start
      problems.append(.footnoteTwice(label, place(words, from: first)))
    }
    return problems
  }

  /// What is wrong with tables, and with what would be one.
  func tableProblems(_ blocks: [Block]) -> [Diagnostic] {
    var found: [(slip: TableSlip, line: Range<Int>)] = []
    for block in blocks where block.kind == .paragraph || block.kind == .table {
      let range = block.sourceRange
      found += TableSlip.all(in: source.utf8[range.start..<range.end], isTable: block.kind == .table)
    }
    guard !found.isEmpty else { return [] }
    let lines = SourceLines(String(decoding: source.utf8, as: UTF8.self), path: location)
    return found.prefix(Self.mostProblems).map { slip, line in
      let place = lines.location(of: TextRange(line.lowerBound, line.upperBound))
      return switch slip {
      case .otherColumns(let count, let head): .noTable(columns: count, head: head, place)
      case .moreCells(let count, let head): .cellsLeftOut(cells: count, head: head, place)
      }
    }
  }
}

extension [UInt8] {
  /// Returns the first place of some bytes at or after an offset.
  ///
  /// - Complexity: O(bytes), where what is looked for does not repeat itself.
  func firstRange(of other: [UInt8], from start: Int) -> TextRange? {
    guard let first = other.first else { return nil }
    var index = start
    while index + other.count <= count {
      if self[index] == first, self[index..<(index + other.count)].elementsEqual(other) {
        return TextRange(index, index + other.count)
      }
      index += 1
    }
    return nil
  }
}
