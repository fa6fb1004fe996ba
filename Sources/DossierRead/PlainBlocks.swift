internal import DossierModel

/// A block of a plain text while it is being made out.
struct PlainBlockDraft {
  /// What it is taken for so far.
  var kind: Block.Kind
  /// Its lines, as indices into `TextLines.lines`.
  var lines: Range<Int>
  /// Whether it starts with a bullet or a number, or is a line of punctuation.
  var isListItem = false
}

extension TextLines {
  /// Groups the lines into paragraphs and verbatim blocks.
  ///
  /// A blank line always ends a block. Without one, lines are joined only
  /// - in a wrapped text (`TextShape`), where the sentence runs over or the line is full;
  /// - to an item of a list, where they are set in further than the item;
  /// - where a sentence runs over and a space at the break shows that a link or an emphasis was cut out of it.
  ///
  /// Lines set in by two columns or more, lines with columns (a tab, or three spaces, between words), and
  /// lines after ">" or "|" are kept as they are, consecutive ones in one block. Not kept are a paragraph's
  /// first line that alone is set in, and a line too wide to be anything but a paragraph.
  func blocks(_ shape: TextShape) -> [PlainBlockDraft] {
    var blocks: [PlainBlockDraft] = []
    blocks.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      var end = index + 1
      if isVerbatim(index, shape) {
        while end < lines.count, !lines[end].traits.contains(.afterBlank), isVerbatim(end, shape) { end += 1 }
        blocks.append(PlainBlockDraft(kind: .verbatim, lines: index..<end))
      } else {
        while end < lines.count, isJoined(end, to: index, shape) { end += 1 }
        blocks.append(
          PlainBlockDraft(
            kind: .paragraph, lines: index..<end,
            isListItem: !lines[index].traits.isDisjoint(with: [.listItem, .rule])))
      }
      index = end
    }
    return blocks
  }

  private func isVerbatim(_ index: Int, _ shape: TextShape) -> Bool {
    let line = lines[index]
    if line.traits.contains(.rule) { return false }
    if line.traits.contains(.listItem), line.indent <= shape.baseIndent + 1 { return false }
    if line.traits.contains(.marked) { return true }
    if line.traits.contains(.columns) { return line.width <= 150 }
    guard line.indent > shape.baseIndent + 1, line.width <= TextShape.widestWrap else { return false }
    if Int(line.indent) == shape.firstLineIndent { return false }
    guard index + 1 < lines.count, lines[index + 1].indent <= shape.baseIndent + 1 else { return true }
    let isFirstLine =
      !lines[index + 1].traits.contains(.afterBlank) && shape.isFull(line, lines[index + 1], self)
    return !isFirstLine
  }

  /// Whether a line ends in a letter and a hyphen.
  private func endsInHyphen(_ line: TextLine) -> Bool {
    line.width > 1 && bytes[Int(line.end) - 1] == 0x2D && isLetterASCII(bytes[Int(line.end) - 2])
  }

  /// Whether a line goes on where the one before it ended, in a block that starts at `first`.
  private func isJoined(_ index: Int, to first: Int, _ shape: TextShape) -> Bool {
    let line = lines[index - 1]
    let next = lines[index]
    guard !next.traits.contains(.afterBlank) else { return false }
    let isItem = lines[first].traits.contains(.listItem)
    if !next.traits.isDisjoint(with: [.columns, .rule, .marked, .bullet]) || line.traits.contains(.rule) {
      return false
    }
    let over = runsOver(line, next)
    if next.traits.contains(.listItem) {
      // A dash or a number in the middle of a sentence may come to stand first in a wrapped line.
      return !isItem && shape.isFull(line, next, self) && !endsSentence(line) && lastMark(line) != 0x3A
    }
    if isItem, next.indent > lines[first].indent, line.width <= 150 || over { return true }
    guard next.indent <= max(shape.baseIndent, isItem ? Int(lines[first].indent) : 0) + 1 else {
      return false
    }
    if let width = shape.wrapWidth {
      if over || endsInHyphen(line), Int(line.width) * 3 >= width { return true }
      guard shape.isFull(line, next, self) else { return false }
      return Int(line.width) * 2 <= width * 3 || !endsSentence(line)
    }
    return over && (line.traits.contains(.trailingSpace) || next.indent == 1)
  }
}
