internal import CCmark

/// The footnotes of a tree.
struct Footnotes {
  struct Note {
    var label: String
    var node: OpaquePointer
    /// The marks that lead to it, in order.
    var marks: [OpaquePointer] = []
  }
  /// In the order in which the text leads to them; those that nothing leads to come last.
  private(set) var notes: [Note] = []
  /// Marks of footnotes that there are not.
  var strays: [(node: OpaquePointer, label: String, leaf: Int)] = []
  /// Second definitions of an id, which are shown, but which nothing can lead to.
  private(set) var repeated: [String] = []

  init() {}

  init(
    _ notes: [(label: String, node: OpaquePointer)], _ marks: [(node: OpaquePointer, label: String)],
    _ strays: [(node: OpaquePointer, label: String)], in root: OpaquePointer
  ) {
    self.strays = strays.map { ($0.node, $0.label, 0) }
    guard !notes.isEmpty else { return }
    var all = notes.map { Note(label: $0.label, node: $0.node) }
    var numbers: [String: Int] = [:]
    for (number, note) in notes.enumerated() {
      let id = note.label.lowercased()
      if numbers[id] == nil { numbers[id] = number } else { repeated.append(note.label) }
    }
    var owners: [OpaquePointer: Int] = [:]
    for (number, note) in notes.enumerated() { owners[note.node] = number }
    var labels: [OpaquePointer: String] = [:]
    for mark in marks { labels[mark.node] = mark.label.lowercased() }
    // The marks of the text, and those within each footnote.
    var inText: [OpaquePointer] = []
    var inNotes: [[OpaquePointer]] = Array(repeating: [], count: notes.count)
    var within: [Int] = []
    MarkdownTree.forEachEvent(of: root) { node, type, isEnter in
      if type == CMARK_NODE_CUSTOM_BLOCK, let owner = owners[node] {
        if isEnter { within.append(owner) } else { within.removeLast() }
      } else if isEnter, labels[node] != nil {
        if let owner = within.last { inNotes[owner].append(node) } else { inText.append(node) }
      }
    }
    var order: [Int] = []
    var isKnown = Array(repeating: false, count: notes.count)
    func follow(_ marks: [OpaquePointer]) {
      for mark in marks {
        guard let number = labels[mark].flatMap({ numbers[$0] }) else { continue }
        all[number].marks.append(mark)
        if !isKnown[number] {
          isKnown[number] = true
          order.append(number)
        }
      }
    }
    follow(inText)
    var next = 0
    while next < order.count {
      follow(inNotes[order[next]])
      next += 1
    }
    let rest = notes.indices.filter { !isKnown[$0] }
    self.notes = (order + rest).map { all[$0] }
  }

  /// Leaves out the marks in leaves that are not shown, and the footnotes that only these lead to.
  ///
  /// - Returns: For each leaf of a footnote whether it stays.
  mutating func keep(in root: OpaquePointer, whereShown isShown: (Int) -> Bool) -> [Int: Bool] {
    var numbers: [OpaquePointer: Int] = [:]
    MarkdownTree.forEachLeaf(of: root) { leaf, _ in numbers[leaf] = numbers.count }
    var leaves: [Int: Bool] = [:]
    for note in notes {
      MarkdownTree.forEachLeaf(of: note.node) { leaf, _ in
        if let number = numbers[leaf] { leaves[number] = false }
      }
    }
    func leaf(of mark: OpaquePointer) -> Int? {
      var node: OpaquePointer? = mark
      while let current = node {
        if let number = numbers[current] { return number }
        node = cmark_node_parent(current)
      }
      return nil
    }
    var kept: [Note] = []
    // A footnote comes after what leads to it, be it another footnote.
    for var note in notes {
      note.marks.removeAll { mark in
        if let leaf = leaf(of: mark), leaves[leaf] ?? isShown(leaf) { return false }
        cmark_node_free(mark)
        return true
      }
      guard !note.marks.isEmpty else { continue }
      MarkdownTree.forEachLeaf(of: note.node) { leaf, _ in
        if let number = numbers[leaf] { leaves[number] = true }
      }
      kept.append(note)
    }
    notes = kept
    return leaves
  }
}

extension Footnotes {
  /// Forgets the marks that stand in leaves which will be taken out, and the footnotes of which nothing will be left. Their
  /// marks elsewhere are taken out.
  mutating func withhold(_ isWithheld: (OpaquePointer) -> Bool) {
    let (before, leaf) = (notes, leafOfEach(notes.flatMap(\.marks)))
    notes = []
    for var note in before {
      var (shown, count) = (0, 0)
      MarkdownTree.forEachLeaf(of: note.node) { node, _ in
        count += 1
        if !isWithheld(node) { shown += 1 }
      }
      let gone = count > 0 && shown == 0
      note.marks.removeAll { mark in
        guard let leaf = leaf[mark] else { return false }
        if gone, !isWithheld(leaf) { cmark_node_free(mark) }
        return gone || isWithheld(leaf)
      }
      if !gone { notes.append(note) }
    }
  }

  /// The leaf in which each mark stands.
  func leafOfEach(_ marks: [OpaquePointer]) -> [OpaquePointer: OpaquePointer] {
    var leaves: [OpaquePointer: OpaquePointer] = [:]
    for mark in marks {
      var node: OpaquePointer = mark
      while let parent = cmark_node_parent(node), MarkdownTree.isInline(node) { node = parent }
      // A table holds its cells as blocks.
      var above: OpaquePointer? = node
      while let block = above, NodeTag(of: block) != .table { above = cmark_node_parent(block) }
      leaves[mark] = above ?? node
    }
    return leaves
  }
}

extension MarkdownTree {
  /// The ids of footnotes that nothing leads to.
  public var unusedFootnotes: [String] { footnotes.notes.filter { $0.marks.isEmpty }.map(\.label) }

  /// The ids that several footnotes have.
  public var repeatedFootnotes: [String] { footnotes.repeated }

  /// The marks of footnotes that there are not, each with the index of its leaf.
  public var strayFootnotes: [(label: String, leaf: Int)] { footnotes.strays.map { ($0.label, $0.leaf) } }

  /// Moves the footnotes to the end of the text, numbers them, and links them with their marks. Leaves are numbered as
  /// before.
  ///
  /// - Parameters:
  ///   - prefix: Put before each id.
  ///   - atFoot: Whether those of one paragraph stay where the text leads to them first, as what a style sheet can float to
  ///     the foot of a printed sheet (CSS Generated Content for Paged Media, section 2).
  public mutating func placeFootnotes(prefix: String, atFoot: Bool = false) {
    guard !footnotes.notes.isEmpty else { return }
    // A landmark has to be the only one of its name on a page, and a page of several documents has several lists.
    let landmark = prefix.isEmpty ? " role=\"doc-endnotes\" aria-label=\"Footnotes\"" : ""
    let section = NodeTag.group.node(
      CMARK_NODE_CUSTOM_BLOCK, "<section class=\"footnotes\"\(landmark)><ol>", "</ol></section>")
    for (index, note) in footnotes.notes.enumerated() {
      let number = index + 1
      let id = "\(prefix)fn-\(number)"
      if atFoot, floatFootnote(note, number, id: id) { continue }
      var back = ""
      for (index, mark) in note.marks.enumerated() {
        let markID = "\(prefix)fnref-\(number)" + (index == 0 ? "" : "-\(index + 1)")
        NodeTag.setMarkup(
          of: mark,
          "<sup class=\"fn\"><a id=\"\(markID)\" href=\"#\(id)\" role=\"doc-noteref\" aria-label=\"Footnote \(number)\">\(number)</a></sup>",
          "")
        // A footnote that is referred to a thousand times needs no thousand ways back.
        guard index < 20 else { continue }
        let words = note.marks.count == 1 ? "Back to the text" : "Back to place \(index + 1) in the text"
        back +=
          " <a class=\"back\" href=\"#\(markID)\" role=\"doc-backlink\" aria-label=\"\(words)\">↩\(index == 0 ? "" : "<sup>\(index + 1)</sup>")</a>"
      }
      NodeTag.setMarkup(of: note.node, "<li id=\"\(id)\">", "</li>")
      cmark_node_unlink(note.node)
      if !back.isEmpty {
        if let last = cmark_node_last_child(note.node), cmark_node_get_type(last) == CMARK_NODE_PARAGRAPH {
          cmark_node_append_child(last, NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, back, ""))
        } else {
          cmark_node_append_child(
            note.node, NodeTag.mark.node(CMARK_NODE_CUSTOM_BLOCK, "<p>" + back.dropFirst() + "</p>", ""))
        }
      }
      cmark_node_append_child(section, note.node)
    }
    if cmark_node_first_child(section) == nil {
      cmark_node_free(section)
    } else {
      cmark_node_append_child(root, section)
    }
  }

  /// Puts a footnote of one paragraph in the place of its first mark; returns false where it has more.
  private func floatFootnote(_ note: Footnotes.Note, _ number: Int, id: String) -> Bool {
    guard let mark = note.marks.first, let paragraph = cmark_node_first_child(note.node),
      cmark_node_next(paragraph) == nil, cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH
    else { return false }
    for mark in note.marks.dropFirst() {
      NodeTag.setMarkup(of: mark, "<sup class=\"fn\"><a href=\"#\(id)\">\(number)</a></sup>", "")
    }
    // WeasyPrint 57 takes the mark's style and number from what the footnote stands in.
    let data = "data-number=\"\(number)\""
    let place = NodeTag.inline.node(
      CMARK_NODE_CUSTOM_INLINE,
      "<span class=\"noted\" \(data)><span class=\"foot-note\" id=\"\(id)\" \(data)>", "</span></span>")
    NodeTag.moveChildren(of: paragraph, to: place)
    cmark_node_insert_after(mark, place)
    cmark_node_free(mark)
    cmark_node_free(note.node)
    return true
  }

  /// Takes out the footnotes to which no shown leaf leads, before `apply`, which takes their leaves.
  ///
  /// - Returns: For each leaf of a footnote whether it stays.
  public mutating func keepFootnotes(whereShown isShown: (Int) -> Bool) -> [Int: Bool] {
    footnotes.notes.isEmpty ? [:] : footnotes.keep(in: root, whereShown: isShown)
  }

  /// Takes the marks of footnotes out, before `apply`; `prune` takes the footnotes.
  public mutating func dropFootnoteMarks() {
    for note in footnotes.notes {
      for mark in note.marks { cmark_node_free(mark) }
    }
  }
}
