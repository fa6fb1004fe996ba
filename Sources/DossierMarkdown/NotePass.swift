internal import CCmark

/// Reads the texts of footnotes, "[^id]: text", and definition lists, "Term" above ": definition".
///
/// Both are list items to the parser: they hold blocks, which are set in. Their markers are rewritten into those of items,
/// and what comes of them is taken out of its lists again.
struct NotePass {
  /// By the keys of their lines.
  private var footnotes: [Int32: String] = [:]
  private var definitions: Set<Int32> = []
  private var marks: Set<Int32> = []

  static func mayApply(to source: LineSource) -> Bool {
    source.lines.indices.contains { line in
      let text = source[line].drop { $0 <= 32 || $0 == UInt8(ascii: ">") }
      return text.first == UInt8(ascii: ":") || NotePass.hasFootnote(source[line])
    }
  }

  private static func hasFootnote(_ line: ArraySlice<UInt8>) -> Bool {
    var index = line.startIndex
    while let bracket = line[index...].firstIndex(of: UInt8(ascii: "[")) {
      if label(of: line[bracket...]) != nil { return true }
      // A footnote begins its line, but for the markers of what it lies in.
      if line[index..<bracket].contains(where: { $0 >= UInt8(ascii: "a") }) { return false }
      index = bracket + 1
    }
    return false
  }

  /// Finds the footnotes and definitions, and rewrites their markers.
  init(_ source: inout LineSource) {
    let root = NotePass.disguised(source)
    defer { cmark_node_free(root) }
    var labels: [Int: (label: String, start: Int, width: Int)] = [:]
    var terms: [Int: Int] = [:]
    var definedParagraphs: Set<OpaquePointer> = []
    MarkdownTree.forEachLeaf(of: root) { node, kind in
      guard case .paragraph = kind, let place = ParagraphLines(node, in: source) else { return }
      for line in place.lines {
        // A footnote needs no blank line before it, nor does it go on a list item that it is not set into.
        let spaces = source[line].prefix(while: { $0 == 32 }).count
        let start: Int = place.start(ofLine: line, in: source) ?? spaces
        guard let (label, width) = NotePass.label(of: source[line].dropFirst(start)) else { continue }
        labels[line] = (label, start, width)
      }
      let found = NotePass.definitions(in: node, place, source, definedParagraphs)
      if !found.isEmpty { definedParagraphs.insert(node) }
      for (line, start) in found where labels[line] == nil { terms[line] = start }
    }
    guard !labels.isEmpty || !terms.isEmpty else { return }
    var lines: [LineSource.Line] = []
    lines.reserveCapacity(source.lines.count + labels.count)
    for number in source.lines.indices {
      let (line, text) = (source.lines[number], source.copy(number))
      if let (label, start, width) = labels[number] {
        let prefix = text.prefix(start)
        let mark = source.makeLine(Array(prefix) + "<!---->".utf8, origin: line.origin)
        marks.insert(mark.key)
        let item = ParagraphLines.continuation(of: prefix) + "10) ".utf8
        let rest = text.dropFirst(start + width).drop { $0 == 32 || $0 == 9 }
        let first = source.makeLine(
          item + rest, origin: line.origin, shift: text.count - rest.count - item.count)
        footnotes[first.key] = label
        lines += [mark, first]
      } else if let start = terms[number] {
        let item = source.makeLine(
          Array(text.prefix(start)) + "+".utf8 + text.dropFirst(start + 1), origin: line.origin)
        definitions.insert(item.key)
        lines.append(item)
      } else {
        lines.append(line)
      }
    }
    source.setLines(lines)
  }

  /// Returns the tree of a source in which no footnote is taken for the definition of a link.
  private static func disguised(_ source: LineSource) -> OpaquePointer {
    var text = source.text()
    for index in text.indices.dropLast()
    where text[index] == UInt8(ascii: "[") && text[index + 1] == UInt8(ascii: "^") {
      text[index] = 1
    }
    return MarkdownTree.parse(text, isSmart: false)
  }

  /// Returns the id in "[^id]: …", and the bytes up to the text.
  private static func label(of text: ArraySlice<UInt8>) -> (String, width: Int)? {
    let opening = text.prefix(2)
    guard opening.elementsEqual("[^".utf8) else { return nil }
    let id = text.dropFirst(2).prefix(101).prefix {
      $0 > 32 && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
    }
    guard !id.isEmpty, id.count <= 100, text[id.endIndex...].starts(with: "]:".utf8) else { return nil }
    return (String(decoding: id, as: UTF8.self), id.count + 4)
  }

  /// Returns the lines of a paragraph that begin with ":" below a term of one line, and where the ":" stands.
  private static func definitions(
    in paragraph: OpaquePointer, _ place: ParagraphLines, _ source: LineSource,
    _ definedParagraphs: Set<OpaquePointer>
  ) -> [(line: Int, start: Int)] {
    func start(_ line: Int) -> Int? {
      guard let start = place.start(ofLine: line, in: source) else { return nil }
      let text = source[line].dropFirst(start)
      guard text.first == UInt8(ascii: ":"), let space = text.dropFirst().first, space == 32 || space == 9,
        text.dropFirst().contains(where: { $0 > 32 })
      else { return nil }
      return start
    }
    let first = place.lines.lowerBound
    if start(first) == nil {
      guard place.lines.count > 1, start(first + 1) != nil else { return [] }
    } else {
      // The term, or another of its definitions, is the paragraph before.
      guard let before = cmark_node_previous(paragraph), cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH,
        definedParagraphs.contains(before)
          || cmark_node_get_start_line(before) == cmark_node_get_end_line(before)
      else { return [] }
    }
    return place.lines.compactMap { line in start(line).map { (line, $0) } }
  }

  /// Puts the footnotes and lists of definitions into the tree of the rewritten source, and returns the footnotes in
  /// order.
  func assemble(
    in root: OpaquePointer, _ source: LineSource, _ places: inout [OpaquePointer: LeafPlace],
    _ origin: (OpaquePointer) -> LeafPlace
  ) -> [(label: String, node: OpaquePointer)] {
    guard !footnotes.isEmpty || !definitions.isEmpty else { return [] }
    var lists: [OpaquePointer] = []
    var separators: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      if type == CMARK_NODE_LIST { lists.append(node) }
      if type == CMARK_NODE_HTML_BLOCK, let line = source.line(of: node), marks.contains(line.key) {
        separators.append(node)
      }
    }
    for separator in separators { cmark_node_free(separator) }
    var found: [(String, OpaquePointer)] = []
    // The outer item of a line comes first; what it holds may begin in the same line.
    var (footnotes, definitions) = (footnotes, definitions)
    for list in lists {
      while let item = cmark_node_first_child(list), let key = source.line(of: item)?.key {
        if let label = footnotes.removeValue(forKey: key) {
          let note = NodeTag.footnote.node(CMARK_NODE_CUSTOM_BLOCK, "", "")
          NodeTag.moveChildren(of: item, to: note)
          cmark_node_insert_before(list, note)
          cmark_node_free(item)
          found.append((label, note))
        } else if definitions.remove(key) != nil {
          define(item, before: list, &places, origin)
        } else {
          break
        }
      }
      if cmark_node_first_child(list) == nil { cmark_node_free(list) }
    }
    return found
  }

  /// Makes a definition of an item, and a term of the paragraph before its list.
  private func define(
    _ item: OpaquePointer, before list: OpaquePointer, _ places: inout [OpaquePointer: LeafPlace],
    _ origin: (OpaquePointer) -> LeafPlace
  ) {
    let definition = NodeTag.group.node(CMARK_NODE_CUSTOM_BLOCK, "<dd>", "</dd>")
    NodeTag.moveChildren(of: item, to: definition)
    cmark_node_free(item)
    let before = cmark_node_previous(list)
    if let before, isTerms(before) {
      cmark_node_append_child(before, definition)
      return
    }
    let terms = NodeTag.group.node(CMARK_NODE_CUSTOM_BLOCK, "<dl>", "</dl>")
    if let before, cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH {
      let term = NodeTag.leaf.node(CMARK_NODE_CUSTOM_BLOCK, "<dt>", "</dt>")
      places[term] = origin(before)
      let earlier = cmark_node_previous(before)
      NodeTag.moveChildren(of: before, to: term)
      cmark_node_free(before)
      if let earlier, isTerms(earlier) {
        cmark_node_append_child(earlier, term)
        cmark_node_append_child(earlier, definition)
        cmark_node_free(terms)
        return
      }
      cmark_node_append_child(terms, term)
    }
    cmark_node_append_child(terms, definition)
    cmark_node_insert_before(list, terms)
  }

  private func isTerms(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK
      && cmark_node_get_on_enter(node).map { String(cString: $0) == "<dl>" } == true
  }
}
