/// How the lines of a plain text hang together, judged over the whole text.
struct TextShape {
  /// The width to which lines are wrapped; nothing where a line is a paragraph.
  var wrapWidth: Int?
  /// The indentation of the text's body: 0, or more in a text that is set in as a whole.
  var baseIndent = 0
  /// The indentation of the first lines of paragraphs, where the text has that habit.
  var firstLineIndent: Int?

  /// Lines up to this width may be wrapped lines.
  static let widestWrap = 100

  /// Judges a text.
  ///
  /// A text is wrapped where at most half of it stands in lines wider than 100 columns, and most breaks
  /// between its lines are such as wrapping makes: the sentence runs over (a small letter starts the next
  /// line), or the next line's first word would not have fitted.
  init(_ text: TextLines) {
    let lines = text.lines
    var widths: [Int32] = []
    var bytes = 0
    var wideBytes = 0
    var indentBytes = [Int](repeating: 0, count: 16)
    for line in lines {
      let count = line.text.count
      bytes += count
      if line.width > TextShape.widestWrap { wideBytes += count }
      indentBytes[min(15, Int(line.indent))] += count
    }
    if indentBytes[0] * 2 < bytes,
      let most = indentBytes.dropLast().indices.max(by: { indentBytes[$0] < indentBytes[$1] }),
      indentBytes[most] * 2 > bytes
    {
      baseIndent = most
    }
    guard wideBytes * 2 <= bytes else { return }

    /// The pairs of lines that may have been one.
    func isPair(_ first: Int) -> Bool {
      let (line, next) = (lines[first], lines[first + 1])
      return !next.traits.contains(.afterBlank) && line.width >= 30 && line.width <= TextShape.widestWrap
        && line.traits.isDisjoint(with: [.columns, .rule, .marked])
        && next.traits.isDisjoint(with: [.columns, .rule, .marked, .listItem])
    }
    var overs = 0
    for index in lines.indices.dropLast() where isPair(index) {
      widths.append(lines[index].width)
      if text.runsOver(lines[index], lines[index + 1]) { overs += 1 }
    }
    guard !widths.isEmpty else { return }
    // One line in twenty may be wider, for its word could not be broken.
    let width = widths.sorted()[widths.count - 1 - widths.count / 20]
    var full = 0
    for index in lines.indices.dropLast() where isPair(index) {
      let word = text.firstWordWidth(lines[index + 1])
      if word <= 20, Int(lines[index].width) + 1 + word > Int(width) { full += 1 }
    }
    let isWrapped = overs * 5 >= widths.count * 2 || (widths.count >= 3 && full * 5 >= widths.count * 4)
    guard isWrapped else { return }
    wrapWidth = Int(width)
    firstLineIndent = indentOfFirstLines(text)
  }

  /// Returns the indentation that at least two lines have which go on in a line without.
  private func indentOfFirstLines(_ text: TextLines) -> Int? {
    var counts = [Int](repeating: 0, count: 16)
    for (line, next) in zip(text.lines, text.lines.dropFirst()) {
      let isStart = line.indent > baseIndent + 1 && line.indent < 16 && next.indent <= baseIndent + 1
      if isStart, !next.traits.contains(.afterBlank), isFull(line, next, text) {
        counts[Int(line.indent)] += 1
      }
    }
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] >= 2 else {
      return nil
    }
    return most
  }

  /// Whether the next line's first word would not have fitted into a line, more or less.
  func isFull(_ line: TextLine, _ next: TextLine, _ text: TextLines) -> Bool {
    guard let wrapWidth else { return false }
    let used = Int(line.width) + max(0, Int(line.indent) - baseIndent)
    return used + 1 + text.firstWordWidth(next) > wrapWidth - wrapWidth / 8
  }
}
