/// Makes paragraphs of lines: within blocks, across columns and across pages.
struct PDFParagraphs {
  /// A paragraph.
  struct Paragraph: Equatable {
    var text: String
    var page: Int
    var kind = Kind.prose
    /// Whether its last line is so long that the paragraph may go on.
    var isOpen = false
    /// The height of its lines.
    var height: Int

    enum Kind: Equatable {
      case prose, item
      case heading
      /// In smaller print, such as a footnote.
      case small
    }
  }

  private(set) var paragraphs: [Paragraph] = []
  /// The height of most of the text's lines.
  private let bodyHeight: Int
  private let words: HyphenWords

  init(_ pages: [(number: Int, lines: [PDFPage.Line])]) {
    var weights: [Int: Int] = [:]
    for page in pages {
      for line in page.lines { weights[(line.height + 25) / 50 * 50, default: 0] += line.text.utf8.count }
    }
    bodyHeight = max(100, weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1_000)
    words = HyphenWords(pages.lazy.flatMap { $0.lines }.map(\.text))
    for page in pages {
      var start = 0
      while start < page.lines.count {
        var end = start + 1
        while end < page.lines.count, page.lines[end].block == page.lines[start].block { end += 1 }
        add(block: Array(page.lines[start..<end]), page: page.number)
        start = end
      }
    }
  }

  /// The heights of headings, the largest first, those alike as one; a heading's place among them is its level.
  func headingHeights() -> [Int] {
    var heights: [Int] = []
    for height in Set(paragraphs.filter { $0.kind == .heading }.map(\.height)).sorted(by: >)
    where heights.last.map({ height * 14 < $0 * 13 }) ?? true {
      heights.append(height)
    }
    return heights
  }

  private mutating func add(block lines: [PDFPage.Line], page: Int) {
    let left = lines.map(\.left).min() ?? 0
    let right = lines.map(\.right).max() ?? 0
    var first = 0
    for index in 1...lines.count {
      if index < lines.count,
        !startsParagraph(lines[index], after: lines[index - 1], left, right, lines, index)
      {
        continue
      }
      add(Array(lines[first..<index]), right: right, page: page)
      first = index
    }
  }

  /// Whether a line starts a paragraph within its block: by what it begins with, by the space above it, by its indent, or
  /// because the line before ended a sentence early.
  private func startsParagraph(
    _ line: PDFPage.Line, after last: PDFPage.Line, _ left: Int, _ right: Int, _ lines: [PDFPage.Line],
    _ index: Int
  ) -> Bool {
    if isItem(line.text) { return true }
    if abs(line.height - last.height) * 8 > last.height { return true }
    let step = line.top - last.top
    if step > max(line.height, last.height) * 7 / 4 { return true }
    if index >= 2 {
      let before = last.top - lines[index - 2].top
      if before > 0, step * 4 > before * 5, ends(last.text) { return true }
    }
    guard ends(last.text) else { return false }
    let width = right - left
    if last.right < right - width / 6 { return true }
    let indent = line.left - left
    return indent * 10 > line.height * 6 && indent * 4 < width && last.left - left < indent / 2
  }

  private mutating func add(_ lines: [PDFPage.Line], right: Int, page: Int) {
    var text = ""
    for line in lines { words.join(line.text, to: &text) }
    guard let first = lines.first, let last = lines.last else { return }
    var paragraph = Paragraph(text: text, page: page, height: first.height)
    paragraph.isOpen = !ends(text) && last.right > right - (right - first.left) / 8
    if isItem(text) {
      paragraph.kind = .item
    } else if first.height * 20 >= bodyHeight * 23, lines.count <= 3, text.utf8.count <= 240, hasLetters(text)
    {
      paragraph.kind = .heading
    } else if first.height * 10 < bodyHeight * 9 {
      paragraph.kind = .small
    }
    if let open = continued(paragraph, first) {
      words.join(text, to: &paragraphs[open].text)
      paragraphs[open].isOpen = paragraph.isOpen
    } else {
      paragraphs.append(paragraph)
    }
  }

  /// The paragraph that goes on with this one: the last of the same print, on this page or the one before.
  private func continued(_ next: Paragraph, _ line: PDFPage.Line) -> Int? {
    guard next.kind == .prose || next.kind == .small else { return nil }
    // Footnotes stand between the parts of a paragraph.
    guard let last = paragraphs.lastIndex(where: { next.kind == .small || $0.kind != .small }) else {
      return nil
    }
    let open = paragraphs[last]
    guard next.page - open.page <= 1, abs(open.height - next.height) * 8 <= open.height else { return nil }
    switch open.kind {
    case .heading: return nil
    case .prose, .item, .small: break
    }
    guard let first = next.text.unicodeScalars.first else { return nil }
    if open.text.hasSuffix("-") || open.text.hasSuffix("\u{AD}") {
      return first.properties.isLowercase ? last : nil
    }
    if ends(open.text) { return nil }
    return first.properties.isLowercase || (open.isOpen && open.page != next.page) ? last : nil
  }

  /// Whether a text ends as a sentence does.
  private func ends(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !"”’\"')]»".unicodeScalars.contains($0) }) else {
      return false
    }
    return ".!?:;…。".unicodeScalars.contains(last)
  }

  private func hasLetters(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether a text starts with the sign of a list's item.
  private func isItem(_ text: String) -> Bool { PDFParagraphs.itemText(text) != nil }

  /// The text of an item without its sign; nothing where there is none.
  static func itemText(_ text: String) -> Substring? {
    for sign in ["• ", "◦ ", "▪ ", "‣ ", "– ", "— ", "· ", "● ", "○ ", "■ "] where text.hasPrefix(sign) {
      return text.dropFirst(2)
    }
    return nil
  }
}
