internal import CCmark

extension MarkdownTree {
  /// Returns the leaves that a mark at the start of each of some leaves covers: all of the list item, quotation, callout or
  /// footnote that begins with the leaf, or the leaf alone.
  ///
  /// - Complexity: O(nodes, and those of what is covered).
  public func coveredLeaves(from leaves: [Int]) -> [Range<Int>] {
    var nodes: [OpaquePointer] = []
    forEachLeaf { node, _ in nodes.append(node) }
    return leaves.map { number in
      guard nodes.indices.contains(number) else { return number..<number }
      var node = nodes[number]
      while let parent = cmark_node_parent(node), MarkdownTree.isWhole(parent),
        MarkdownTree.firstLeaf(of: parent) == nodes[number]
      {
        node = parent
      }
      guard node != nodes[number] else { return number..<number + 1 }
      var count = 0
      MarkdownTree.forEachLeaf(of: node) { _, _ in count += 1 }
      return number..<number + max(1, count)
    }
  }

  /// Whether a block is one thing to its author, which a mark at its start is meant to cover.
  private static func isWhole(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE: true
    case CMARK_NODE_CUSTOM_BLOCK: NodeTag(of: node) == .group || NodeTag(of: node) == .footnote
    default: false
    }
  }

  private static func firstLeaf(of node: OpaquePointer) -> OpaquePointer? {
    guard let iterator = cmark_iter_new(node) else { return nil }
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK: return node
      case CMARK_NODE_CUSTOM_BLOCK:
        switch NodeTag(of: node) {
        case .leaf, .summary, .table: return node
        default: break
        }
      default: break
      }
    }
    return nil
  }

  /// The footnotes: the leaves of each, and the leaves from which the text leads to it.
  public func footnoteLeaves() -> [(leaves: Range<Int>, cited: [Int])] {
    guard !footnotes.notes.isEmpty else { return [] }
    var numbers: [OpaquePointer: Int] = [:]
    forEachLeaf { node, _ in numbers[node] = numbers.count }
    let places = footnotes.leafOfEach(footnotes.notes.flatMap(\.marks))
    return footnotes.notes.compactMap { note in
      var own: [Int] = []
      MarkdownTree.forEachLeaf(of: note.node) { node, _ in
        if let number = numbers[node] { own.append(number) }
      }
      guard let first = own.first, let last = own.last else { return nil }
      return (first..<last + 1, note.marks.compactMap { places[$0].flatMap { numbers[$0] } })
    }
  }

  /// Prepares for leaves to be taken out by `apply`: footnotes are no longer led to from there, and those of which nothing
  /// will be left lose their marks in the text.
  public mutating func withhold(leaves: [Int]) {
    var nodes: [OpaquePointer] = []
    forEachLeaf { node, _ in nodes.append(node) }
    let withheld = Set(leaves.lazy.filter { nodes.indices.contains($0) }.map { nodes[$0] })
    footnotes.withhold { withheld.contains($0) }
  }

  /// Takes out the blocks in which nothing is left, after `apply` has removed leaves.
  public mutating func pruneWithheld() {
    var blocks: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      switch type {
      case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: blocks.append(node)
      case CMARK_NODE_CUSTOM_BLOCK:
        if NodeTag(of: node) == .group || NodeTag(of: node) == .footnote { blocks.append(node) }
      default: break
      }
    }
    // From the inside out. What is left of a callout may be the line that names its kind.
    for block in blocks.reversed() {
      guard let child = cmark_node_first_child(block) else {
        cmark_node_free(block)
        continue
      }
      let isMarkOnly = NodeTag(of: child) == .mark && cmark_node_next(child) == nil
      if isMarkOnly, NodeTag(of: block) == .group { cmark_node_free(block) }
    }
  }

  /// Makes the words of links with these targets words as any other, and takes pictures with them out.
  public mutating func unlink(_ targets: Set<String>) {
    var found: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      guard type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE,
        targets.contains(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
      else { return }
      found.append(node)
    }
    for node in found {
      if cmark_node_get_type(node) == CMARK_NODE_LINK {
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        cmark_node_free(node)
      } else {
        // A reference of the tree may hold the node, so it stays, and leads nowhere.
        _ = "".withCString { cmark_node_set_url(node, $0) }
      }
    }
  }

  /// Takes bytes off the start of a leaf's text.
  static func cut(_ length: Int, from leaf: OpaquePointer) {
    var pieces: [(node: OpaquePointer, kind: TextPieceKind)] = []
    forEachTextPiece(of: leaf) { node, kind, _ in pieces.append((node, kind)) }
    var left = length
    for (node, kind) in pieces where left > 0 {
      let size = kind.length ?? literal(of: node).count
      if size > left, kind == .text {
        let rest = String(decoding: literal(of: node).dropFirst(left), as: UTF8.self)
        _ = rest.withCString { cmark_node_set_literal(node, $0) }
        return
      }
      guard size <= left, kind == .text || kind == .lineBreak else { return }
      left -= size
      cmark_node_free(node)
    }
  }
}
