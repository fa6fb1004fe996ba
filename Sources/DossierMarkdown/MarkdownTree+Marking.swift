internal import CCmark
internal import DossierModel

extension MarkdownTree {
  /// Changes the tree: marks, numbers and leaves out leaf blocks. Spans that do not lie in a leaf's text are ignored.
  ///
  /// - Complexity: O(nodes + spans).
  public mutating func apply(_ edits: [LeafEdit]) {
    var nodes: [(node: OpaquePointer, kind: LeafBlock.Kind)] = []
    forEachLeaf { nodes.append(($0, $1)) }
    for edit in edits where nodes.indices.contains(edit.leaf) {
      let (leaf, kind) = nodes[edit.leaf]
      if edit.isRemoved {
        cmark_node_unlink(leaf)
        cmark_node_free(leaf)
        continue
      }
      switch kind {
      case .paragraph, .heading:
        if !edit.spans.isEmpty { wrap(edit.spans, in: leaf) }
        if let lead = edit.lead { cmark_node_prepend_child(leaf, custom(CMARK_NODE_CUSTOM_INLINE, lead.markup, "")) }
      case .code, .html:
        if let lead = edit.lead {
          cmark_node_insert_before(leaf, custom(CMARK_NODE_CUSTOM_BLOCK, lead.markup, ""))
        }
      }
    }
  }

  private func custom(_ type: cmark_node_type, _ enter: String, _ exit: String) -> OpaquePointer {
    let node: OpaquePointer = cmark_node_new(type)
    cmark_node_set_on_enter(node, enter)
    cmark_node_set_on_exit(node, exit)
    return node
  }

  /// A piece of the leaf with its place in the leaf's text.
  private struct Piece {
    var piece: TextPiece
    var range: TextRange
    var isCode: Bool
    var isInLink: Bool
    /// The literal of a text node, read when it is first cut.
    var text: String?
    /// How many bytes of the literal stand in nodes of their own by now. The node has the rest, but its literal is
    /// only set once, at the end: each cut would copy all that follows it.
    var taken = 0
  }

  private func wrap(_ spans: [LeafEdit.Span], in leaf: OpaquePointer) {
    var pieces: [Piece] = []
    var length = 0
    forEachTextPiece(of: leaf) { piece, isCode, isInLink in
      var size = 1
      if case .node(let node) = piece { size = cmark_node_get_literal(node).map { strlen($0) } ?? 0 }
      pieces.append(
        Piece(piece: piece, range: TextRange(length, length + size), isCode: isCode, isInLink: isInLink))
      length += size
    }
    var index = 0
    var last = 0
    for span in spans where span.range.start >= last && span.range.end <= length && !span.range.isEmpty {
      last = span.range.end
      while index < pieces.count, pieces[index].range.end <= span.range.start { index += 1 }
      wrap(span, &pieces, from: index)
    }
    for piece in pieces where piece.taken > 0 && piece.taken < piece.range.length {
      guard case .node(let node) = piece.piece, let text = piece.text else { continue }
      cmark_node_set_literal(node, String(text.slice(TextRange(piece.taken, piece.range.length))))
    }
  }

  /// Wraps a span that begins in the piece at `first`.
  private func wrap(_ span: LeafEdit.Span, _ pieces: inout [Piece], from first: Int) {
    var index = first
    var wrapper: OpaquePointer?
    var isReopened = false
    while index < pieces.count, pieces[index].range.start < span.range.end {
      let range = pieces[index].range
      let cut = TextRange(max(range.start, span.range.start), min(range.end, span.range.end))
      defer { index += 1 }
      guard !pieces[index].isCode, let inner = cutOut(cut.shifted(by: -range.start), of: &pieces[index]) else {
        wrapper = nil
        continue
      }
      // A neighbour under the same parent joins the wrapper before it.
      if let wrapper, cmark_node_next(wrapper) == inner {
        cmark_node_append_child(wrapper, inner)
        continue
      }
      // A break alone needs no wrapper.
      if case .space = pieces[index].piece { continue }
      let tags = pieces[index].isInLink ? span.insideLink : (span.open, span.reopen, span.close)
      let node = custom(CMARK_NODE_CUSTOM_INLINE, isReopened ? tags.1.markup : tags.0.markup, tags.2.markup)
      cmark_node_insert_before(inner, node)
      cmark_node_append_child(node, inner)
      wrapper = node
      isReopened = true
    }
  }

  /// Makes a part of a piece a node by itself, and returns it. Nothing, where the part would cut a scalar.
  private func cutOut(_ part: TextRange, of piece: inout Piece) -> OpaquePointer? {
    let node: OpaquePointer
    switch piece.piece {
    case .space(let space): return space
    case .node(let text): node = text
    }
    if part.start == 0, part.end == piece.range.length { return node }
    let text = piece.text ?? literal(of: node)
    piece.text = text
    guard part.start >= piece.taken, isScalarStart(text, part.start), isScalarStart(text, part.end) else { return nil }
    func insert(_ range: TextRange) -> OpaquePointer {
      let new: OpaquePointer = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(new, String(text.slice(range)))
      cmark_node_insert_before(node, new)
      return new
    }
    if piece.taken < part.start { _ = insert(TextRange(piece.taken, part.start)) }
    let inner = insert(part)
    piece.taken = part.end
    if piece.taken == piece.range.length {
      // Nothing is left of it, and as an empty node it would part the span from what follows.
      cmark_node_unlink(node)
      cmark_node_free(node)
    }
    return inner
  }

  private func isScalarStart(_ text: String, _ offset: Int) -> Bool {
    let utf8 = text.utf8
    guard offset < utf8.count else { return offset == utf8.count }
    return utf8[utf8.index(utf8.startIndex, offsetBy: offset)] & 0xC0 != 0x80
  }
}
