internal import CCmark

/// Reads pipe tables.
///
/// A table is a paragraph to CommonMark. Its lines are taken out of the source and leave a mark; each cell becomes a
/// paragraph before everything else, where nothing that stands open can swallow it, and where the parser reads it with the
/// definitions of all links. Then the cells are put into a table in the place of the mark.
struct TablePass {
  private struct Table {
    /// Where the line of its mark begins in the buffer of the rewritten source.
    var mark: Int32
    var alignments: [TableRow.Alignment?]
    /// For each row the cells, true where it has text.
    var rows: [[Bool]]
    /// Its lines in the author's source, from 1.
    var lines: (first: Int, last: Int)
    var column: Int
  }
  private var tables: [Table] = []
  /// The lines of the cells.
  private var cells: [LineSource.Line] = []

  /// More cells in a document, or columns in a table, are no table any more but something that only looks like one.
  private static let mostCells = 200_000
  private static let mostColumns = 1000

  /// What stands before a cell's text, so that nothing in it begins a block: a space to the rules of emphasis, none to
  /// those of blocks. It is taken off again.
  private static let guardMark = "\u{1680}"

  /// Whether a source may have a table: a line of nothing but what a line of hyphens has.
  static func mayApply(to source: LineSource) -> Bool {
    source.lines.indices.contains { line in
      var (hasPipe, hasHyphen) = (false, false)
      for byte in source[line].reversed() {
        switch byte {
        case UInt8(ascii: "|"): hasPipe = true
        case UInt8(ascii: "-"): hasHyphen = true
        case UInt8(ascii: ":"), 32, 9: break
        // The markers of what it may lie in.
        case UInt8(ascii: ">"): return hasPipe && hasHyphen
        default: return false
        }
      }
      return hasPipe && hasHyphen
    }
  }

  /// Finds the tables in a source, and takes them out of it.
  ///
  /// - Parameter root: The tree of the source.
  init(_ root: OpaquePointer, _ source: inout LineSource) {
    /// By its first line: where a table ends, and its mark.
    var found: [Int: (last: Int, mark: LineSource.Line)] = [:]
    MarkdownTree.forEachLeaf(of: root) { node, kind in
      guard var place = ParagraphLines(node, in: source), place.lines.count > 1 else { return }
      switch kind {
      case .paragraph: break
      // What would be a heading of several lines.
      case .heading: place.endAtUnderline(in: source)
      case .code, .html, .table: return
      }
      guard let (header, read) = read(place, &source) else { return }
      var table = read
      let prefix = source.copy(header).prefix(place.start(ofLine: header, in: source) ?? 0)
      let mark = source.makeLine(
        Array(prefix) + "<!---->".utf8, origin: source.lines[header].origin, key: source.lines[header].key)
      found[header] = (header + table.rows.count, mark)
      table.mark = mark.start
      tables.append(table)
    }
    guard !found.isEmpty else { return }
    // Before the cells there are none of the source's lines; after each of them a blank one parts it from the next.
    let blank = source.makeLine([UInt8](), origin: 1)
    var lines = cells.flatMap { [$0, blank] }
    var line = 0
    while line < source.lines.count {
      if let (last, mark) = found[line] {
        lines.append(mark)
        line = last + 1
      } else {
        lines.append(source.lines[line])
        line += 1
      }
    }
    source.setLines(lines)
  }

  /// Finds the table in a paragraph, and returns its first line.
  private mutating func read(_ place: ParagraphLines, _ source: inout LineSource) -> (Int, Table)? {
    func text(_ line: Int) -> ArraySlice<UInt8>? {
      place.start(ofLine: line, in: source).map { source.copy(line).dropFirst($0) }
    }
    for line in place.lines.dropFirst() {
      guard let hyphens = text(line), let alignments = TableRow.alignments(of: hyphens),
        alignments.count <= TablePass.mostColumns, let header = text(line - 1)
      else { continue }
      let names = TableRow.cells(of: header)
      guard names.count == alignments.count else { continue }
      var rows = [names]
      var count = names.count
      var last = line
      while last < place.lines.upperBound, let row = text(last + 1) {
        rows.append(Array(TableRow.cells(of: row).prefix(alignments.count)))
        // Every row has as many cells as the first.
        count += alignments.count
        last += 1
      }
      guard cells.count + count <= TablePass.mostCells else { return nil }
      var flags: [[Bool]] = []
      for (number, row) in rows.enumerated() {
        let origin = source.lines[number == 0 ? line - 1 : line + number].origin
        for cell in row where !cell.isEmpty {
          cells.append(
            source.makeLine(
              Array(TablePass.guardMark.utf8) + TableRow.unescaped(cell), origin: origin))
        }
        flags.append((0..<alignments.count).map { $0 < row.count && !row[$0].isEmpty })
      }
      let start = place.start(ofLine: line - 1, in: source) ?? 0
      return (
        line - 1,
        Table(
          mark: 0, alignments: alignments, rows: flags,
          lines: (Int(source.lines[line - 1].origin), Int(source.lines[last].origin)), column: start + 1)
      )
    }
    return nil
  }

  /// Puts the tables into the tree of the rewritten source.
  func assemble(
    in root: OpaquePointer, _ source: LineSource, _ places: inout [OpaquePointer: LeafPlace]
  ) {
    guard !tables.isEmpty else { return }
    var texts: [OpaquePointer] = []
    texts.reserveCapacity(cells.count)
    var next = cmark_node_first_child(root)
    while texts.count < cells.count, let cell = next {
      next = cmark_node_next(cell)
      cmark_node_unlink(cell)
      TablePass.takeGuard(off: cell)
      texts.append(cell)
    }
    var marks: [Int32: OpaquePointer] = [:]
    MarkdownTree.forEachLeaf(of: root) { node, kind in
      if case .html = kind, let line = source.line(of: node) { marks[line.start] = node }
    }
    var used = 0
    for table in tables {
      let block = TablePass.block(of: table, texts, &used)
      guard let mark = marks[table.mark] else {
        cmark_node_free(block)
        continue
      }
      cmark_node_insert_before(mark, block)
      cmark_node_free(mark)
      places[block] = LeafPlace(
        startLine: table.lines.first, startColumn: table.column, endLine: table.lines.last, endColumn: .max)
    }
  }

  private static func takeGuard(off cell: OpaquePointer) {
    guard let text = cmark_node_first_child(cell), cmark_node_get_type(text) == CMARK_NODE_TEXT else {
      return
    }
    let literal = String(decoding: MarkdownTree.literal(of: text), as: UTF8.self)
    guard literal.hasPrefix(guardMark) else { return }
    let rest = String(literal.unicodeScalars.dropFirst())
    if rest.isEmpty {
      cmark_node_free(text)
    } else {
      _ = rest.withCString { cmark_node_set_literal(text, $0) }
    }
  }

  private static func block(of table: Table, _ texts: [OpaquePointer], _ used: inout Int) -> OpaquePointer {
    let block = NodeTag.table.node(
      CMARK_NODE_CUSTOM_BLOCK,
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>", "</table></div>")
    for (number, row) in table.rows.enumerated() {
      let isHead = number == 0
      // The first row below the head opens the body, and the last closes it.
      let open = isHead ? "<thead><tr>" : number == 1 ? "<tbody><tr>" : "<tr>"
      let close = isHead ? "</tr></thead>" : number + 1 == table.rows.count ? "</tr></tbody>" : "</tr>"
      let rowNode = NodeTag.row.node(CMARK_NODE_CUSTOM_BLOCK, open, close)
      for (hasText, alignment) in zip(row, table.alignments) {
        let classes = alignment.map { " class=\"\($0.rawValue)\"" } ?? ""
        let cell = NodeTag.cell.node(
          CMARK_NODE_CUSTOM_BLOCK, isHead ? "<th scope=\"col\"\(classes)>" : "<td\(classes)>",
          isHead ? "</th>" : "</td>")
        if hasText, used < texts.count {
          NodeTag.moveChildren(of: texts[used], to: cell)
          cmark_node_free(texts[used])
          used += 1
        }
        cmark_node_append_child(rowNode, cell)
      }
      cmark_node_append_child(block, rowNode)
    }
    return block
  }
}

/// Where a leaf stands in the author's source: lines and columns (bytes) from 1.
struct LeafPlace {
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
}
