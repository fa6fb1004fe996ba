internal import CCmark

/// The lines of a paragraph as its containers leave them: where the text of each begins.
struct ParagraphLines {
  /// The lines in the source, from 0.
  private(set) var lines: ClosedRange<Int>
  /// In how many block quotes it lies.
  private let quotes: Int
  /// The column from which on a line belongs to the list item around it.
  private let column: Int
  private let firstStart: Int

  /// In more containers nothing but CommonMark is read: to look through all of them for each paragraph would cost the
  /// square of their number.
  private static let deepest = 40

  init?(_ paragraph: OpaquePointer, in source: LineSource) {
    let first = Int(cmark_node_get_start_line(paragraph)) - 1
    let last = Int(cmark_node_get_end_line(paragraph)) - 1
    guard first >= 0, last >= first, last < source.lines.count else { return nil }
    lines = first...last
    firstStart = max(0, min(Int(cmark_node_get_start_column(paragraph)) - 1, source[first].count))
    var quotes = 0
    var column = 0
    var depth = 0
    var node = cmark_node_parent(paragraph)
    while let container = node {
      depth += 1
      guard depth <= ParagraphLines.deepest else { return nil }
      switch cmark_node_get_type(container) {
      case CMARK_NODE_BLOCK_QUOTE: quotes += 1
      case CMARK_NODE_ITEM where column == 0: column = ParagraphLines.contentColumn(of: container, in: source)
      default: break
      }
      node = cmark_node_parent(container)
    }
    self.quotes = quotes
    self.column = column
  }

  /// Ends a heading of several lines where its underlining does, and leaves that out if it is one of hyphens: below a
  /// table it would be a line across the page. The parser's own last line may be the one after.
  mutating func endAtUnderline(in source: LineSource) {
    for line in lines.dropFirst() {
      guard let start = start(ofLine: line, in: source) else { continue }
      let text = source[line].dropFirst(start)
      guard let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "="),
        text.drop(while: { $0 == sign }).allSatisfy({ $0 <= 32 })
      else { continue }
      lines = lines.lowerBound...(sign == UInt8(ascii: "-") ? line - 1 : line)
      return
    }
  }

  /// The column at which the text of a list item begins, from 0.
  private static func contentColumn(of item: OpaquePointer, in source: LineSource) -> Int {
    let line = Int(cmark_node_get_start_line(item)) - 1
    guard line >= 0, line < source.lines.count else { return 0 }
    let text = source[line]
    var index = text.startIndex + max(0, Int(cmark_node_get_start_column(item)) - 1)
    while index < text.endIndex, text[index] > 32 { index += 1 }
    let marker = width(text[text.startIndex..<min(index, text.endIndex)])
    while index < text.endIndex, text[index] == 32 || text[index] == 9 { index += 1 }
    let content = width(text[text.startIndex..<min(index, text.endIndex)])
    return index >= text.endIndex || content - marker > 4 ? marker + 1 : content
  }

  private static func width(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $1 == 9 ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  /// Returns how many bytes before a line's text belong to its containers or are spaces; nothing where the line only
  /// belongs to the paragraph because paragraphs may be carried on lazily.
  func start(ofLine line: Int, in source: LineSource) -> Int? {
    if line == lines.lowerBound { return firstStart }
    let text = source[line]
    var found = 0
    var index = text.startIndex
    loop: while index < text.endIndex {
      switch text[index] {
      case 32, 9: break
      case UInt8(ascii: ">") where found < quotes: found += 1
      default: break loop
      }
      index += 1
    }
    guard found == quotes, ParagraphLines.width(text[..<index]) >= column else { return nil }
    return index - text.startIndex
  }

  /// Returns what stands before a line's text, with the markers of list items blanked: what the next line of the same
  /// containers begins with.
  static func continuation(of prefix: ArraySlice<UInt8>) -> [UInt8] {
    prefix.map { $0 == 9 || $0 == UInt8(ascii: ">") ? $0 : 32 }
  }
}
