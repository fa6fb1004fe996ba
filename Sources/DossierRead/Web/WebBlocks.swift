internal import DossierHTML

/// Writes a part of a page as Markdown.
struct WebBlocks {
  private let tree: HTMLTree
  private let isDropped: [Bool]
  private let page: String?
  private let title: String?
  private var writer = MarkdownWriter()
  /// By node: whether a block stands in it.
  private var hasBlock: [Bool]
  private var notes: WebNotes
  private var isTitleSeen = false

  init(_ tree: HTMLTree, isDropped: [Bool], page: String?, title: String?) {
    self.tree = tree
    self.isDropped = isDropped
    self.page = page
    self.title = title
    notes = WebNotes(tree, page: page)
    hasBlock = [Bool](repeating: false, count: tree.nodes.count)
    for index in tree.nodes.indices.dropFirst().reversed()
    where hasBlock[index] || tree.nodes[index].element.map(WebBlocks.isBlock) == true {
      hasBlock[tree.nodes[index].parent] = true
    }
  }

  private static func isBlock(_ name: String) -> Bool {
    !MainText.inlineElements.contains(name) && name != "img" && name != "input"
  }

  /// The text of an element, and the notes to which it leads.
  mutating func markdown(of root: Int) -> [UInt8] {
    notes.find(in: root, isDropped: isDropped)
    blocks(in: root)
    for note in notes.targets {
      var runs: [InlineRun] = []
      collect(note.node, InlineRun(content: .text("")), &runs, isNote: true)
      runs.dropNumber()
      writer.note(note.name, runs.markdown())
    }
    return writer.bytes
  }

  // MARK: - Blocks

  private mutating func blocks(in parent: Int) {
    var runs: [InlineRun] = []
    for child in tree.children(of: parent) where isShown(child) {
      if isInline(child) {
        collect(child, InlineRun(content: .text("")), &runs)
      } else {
        flush(&runs)
        block(child)
      }
    }
    flush(&runs)
  }

  private mutating func flush(_ runs: inout [InlineRun]) {
    for paragraph in runs.paragraphs {
      // Many programs have a style for titles that is no heading.
      if !isTitleSeen, writer.bytes.isEmpty, let title, paragraph.text == title {
        isTitleSeen = true
        writer.heading(paragraph.markdown(isPlain: true), level: 1)
      } else {
        writer.paragraph(paragraph.markdown())
      }
    }
    runs = []
  }

  private func isShown(_ index: Int) -> Bool { !isDropped[index] && !notes.isTarget(index) }

  private func isInline(_ index: Int) -> Bool {
    guard let name = tree.nodes[index].element else { return true }
    return !WebBlocks.isBlock(name) && !hasBlock[index]
  }

  private mutating func block(_ index: Int) {
    guard let name = tree.nodes[index].element else { return }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(index, level: Int(name.dropFirst()) ?? 2)
    case "ul", "ol", "menu", "dir": list(index, isNumbered: name == "ol")
    case "blockquote":
      writer.beginQuotation()
      blocks(in: index)
      writer.end()
    case "pre" where !hasBlock[index]: writer.code(tree.text(of: index))
    case "table": table(index)
    case "dl": terms(index)
    case "hr":
      // The line over notes, which stand elsewhere.
      if tree.nodes[tree.nodes[index].parent]["class"]?.contains("footnotes") != true { writer.rule() }
    default: blocks(in: index)
    }
  }

  private mutating func heading(_ index: Int, level: Int) {
    var runs: [InlineRun] = []
    collect(index, InlineRun(content: .text("")), &runs)
    let text = runs.markdown(isPlain: true)
    if !isTitleSeen, let title, TitleText.normalised(tree.text(of: index)) == title {
      isTitleSeen = true
      return writer.heading(text, level: 1)
    }
    // The title is the only heading of level 1.
    writer.heading(text, level: max(2, level))
  }

  private mutating func list(_ index: Int, isNumbered: Bool) {
    var number = tree.nodes[index]["start"].flatMap { Int($0) }.map { max(0, min($0, 99_999)) } ?? 1
    var isFirst = true
    for child in tree.children(of: index) where isShown(child) {
      guard tree.nodes[child].element == "li" else {
        if !isInline(child) { block(child) }
        continue
      }
      writer.beginItem(isNumbered ? "\(number)." : "-", isFirst: isFirst)
      blocks(in: child)
      writer.end()
      isFirst = false
      number += 1
    }
  }

  /// Terms with what they mean, as definition lists are written in Markdown.
  private mutating func terms(_ index: Int) {
    for child in tree.children(of: index) where isShown(child) {
      switch tree.nodes[child].element {
      case "dt", "dd":
        if hasBlock[child] {
          blocks(in: child)
        } else {
          var runs: [InlineRun] = []
          collect(
            child, InlineRun(content: .text(""), style: tree.nodes[child].element == "dt" ? .strong : []),
            &runs)
          flush(&runs)
        }
      default: if !isInline(child) { block(child) }
      }
    }
  }

  // MARK: - Tables

  private mutating func table(_ index: Int) {
    let rows = rows(of: index)
    let cells = rows.map { row in
      tree.children(of: row).filter { ["td", "th"].contains(tree.nodes[$0].element) && isShown($0) }
    }.filter { !$0.isEmpty }
    guard !isLayout(index, cells) else { return blocks(in: index) }
    let texts = cells.map { row in
      row.map { cell in
        var runs: [InlineRun] = []
        collect(cell, InlineRun(content: .text("")), &runs)
        return runs.markdown()
      }
    }
    writer.table(texts.filter { $0.contains { !$0.isBlank } })
  }

  /// The rows of a table, not of one in it.
  private func rows(of table: Int) -> [Int] {
    var rows: [Int] = []
    var index = table + 1
    while index < tree.nodes[table].end {
      let name = tree.nodes[index].element
      if name == "tr" { rows.append(index) }
      index = name == "tr" || name == "table" || isDropped[index] ? tree.nodes[index].end : index + 1
    }
    return rows
  }

  /// Whether a table only puts things beside each other.
  private func isLayout(_ table: Int, _ cells: [[Int]]) -> Bool {
    let role = tree.nodes[table]["role"]
    if role == "presentation" || role == "none" || cells.count < 2 { return true }
    if cells.allSatisfy({ $0.count < 2 }) || cells.count > 2_000 { return true }
    let blocks: Set<String> = ["table", "h1", "h2", "h3", "h4", "blockquote", "pre"]
    if tree.nodes[(table + 1)..<tree.nodes[table].end].contains(where: {
      $0.element.map(blocks.contains) ?? false
    }) {
      return true
    }
    // Cells with several paragraphs are no cells of a table.
    return cells.joined().contains { cell in
      tree.nodes[cell..<tree.nodes[cell].end].lazy.filter { $0.element == "p" }.prefix(3).count == 3
    }
  }

  // MARK: - Lines

  private mutating func collect(
    _ index: Int, _ style: InlineRun, _ runs: inout [InlineRun], isNote: Bool = false
  ) {
    guard !isDropped[index] || isNote, isNote || !notes.isTarget(index) else { return }
    if let reference = notes.references[index] {
      return runs.add(InlineRun(content: .note(reference)))
    }
    var run = style
    switch tree.nodes[index].content {
    case .comment: return
    case .text(let text):
      run.content = .text(text)
      return runs.add(run)
    case .element(let name, let attributes):
      switch name {
      case "br": return runs.add(InlineRun(content: .lineBreak))
      case "em", "i", "cite", "dfn": run.style.insert(.emphasis)
      case "strong", "b": run.style.insert(.strong)
      case "code", "tt", "kbd", "samp": run.style.insert(.code)
      case "s", "del", "strike": run.style.insert(.struck)
      case "input" where attributes["type"] == "checkbox":
        run.content = .text(attributes["checked"] == nil ? "☐ " : "☑ ")
        return runs.add(run)
      case "script", "style", "button", "svg", "noscript": return
      case "a":
        if WebNotes.isWayBack(tree.nodes[index]) || (isNote && attributes["href"]?.hasPrefix("#") == true) {
          return
        }
        run.link = attributes["href"].flatMap { WebLink.absolute($0, on: page) }
      default: break
      }
      let isOwnLine = WebBlocks.isBlock(name) && !runs.isEmpty
      if isOwnLine { runs.add(InlineRun(content: .text(" "))) }
      for child in tree.children(of: index) { collect(child, run, &runs, isNote: isNote) }
      if isOwnLine { runs.add(InlineRun(content: .text(" "))) }
    }
  }
}
