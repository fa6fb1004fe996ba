internal import CCmark
internal import DossierModel

extension MarkdownTree {
  /// Makes each heading stand some levels lower, level 6 being the lowest, and at most one level below the one before
  /// it: what is read aloud, a skipped level sounds like a part that is missing.
  ///
  /// - Parameter above: The level of the heading above the text.
  public mutating func lowerHeadings(by levels: Int, above: Int) {
    var last = above
    forEachLeaf { node, kind in
      guard case .heading(let level) = kind else { return }
      last = min(6, level + levels, last + 1)
      cmark_node_set_heading_level(node, Int32(last))
    }
  }

  /// Changes the tree: marks, numbers and leaves out leaf blocks.
  ///
  /// The leaves are those that `leafBlocks()` gives before the call. Ignored are leaves that there are not, and spans
  /// that are empty, overlap one before them, reach out of the text or cut a scalar. A code span is never divided:
  /// what of a span lies in one stays as it is.
  ///
  /// - Complexity: O(nodes + spans).
  public mutating func apply(_ edits: [LeafEdit]) {
    var leaves: [(node: OpaquePointer, kind: LeafBlock.Kind)?] = []
    forEachLeaf { leaves.append(($0, $1)) }
    var pieces: [TextPiece] = []
    for edit in edits where leaves.indices.contains(edit.leaf) {
      guard let (leaf, kind) = leaves[edit.leaf] else { continue }
      if edit.isRemoved {
        remove(leaf)
        leaves[edit.leaf] = nil
        continue
      }
      if edit.cut > 0 { MarkdownTree.cut(edit.cut, from: leaf) }
      switch kind {
      case .paragraph, .heading, .table:
        if !edit.sentences.isEmpty { wrap(edit.sentences, in: leaf, holdsOthers: true, &pieces) }
        if !edit.spans.isEmpty { wrap(edit.spans, in: leaf, holdsOthers: false, &pieces) }
      case .code, .html: break
      }
      guard let lead = edit.lead else { continue }
      switch kind {
      case .paragraph where NodeTag(of: leaf) == .summary:
        cmark_node_insert_before(
          cmark_node_parent(leaf), NodeTag.mark.node(CMARK_NODE_CUSTOM_BLOCK, lead.markup, ""))
      case .paragraph, .heading:
        cmark_node_prepend_child(leaf, NodeTag.custom(CMARK_NODE_CUSTOM_INLINE, lead.markup, ""))
      case .code, .html, .table:
        cmark_node_insert_before(leaf, NodeTag.mark.node(CMARK_NODE_CUSTOM_BLOCK, lead.markup, ""))
      }
    }
  }

  private func remove(_ leaf: OpaquePointer) {
    var node = leaf
    if isVerbatim(leaf), let block = cmark_node_parent(leaf) { node = block }
    // Unlinks it first, and frees all in it.
    cmark_node_free(node)
  }

  /// `pieces` is room to work in, kept from leaf to leaf.
  private func wrap(
    _ spans: [LeafEdit.Span], in leaf: OpaquePointer, holdsOthers: Bool, _ pieces: inout [TextPiece]
  ) {
    pieces.removeAll(keepingCapacity: true)
    var length = 0
    let isButton = NodeTag(of: leaf) == .summary
    MarkdownTree.forEachTextPiece(of: leaf) { node, kind, isInLink in
      let size = kind.length ?? MarkdownTree.literal(of: node).count
      guard size > 0 else { return }
      pieces.append(
        TextPiece(
          node: node, kind: kind, isInLink: isInLink || isButton, range: TextRange(length, length + size)))
      length += size
    }
    let elements = holdsOthers ? elementRanges(in: leaf, pieces) : [:]
    var first = 0
    var last = 0
    for span in spans {
      let range = span.range
      guard range.start >= last, range.end <= length, !range.isEmpty else { continue }
      last = range.end
      while pieces[first].range.end <= range.start { first += 1 }
      var end = first
      while pieces[end].range.end < range.end { end += 1 }
      guard isScalarStart(range.start, in: pieces[first]), isScalarStart(range.end, in: pieces[end]) else {
        continue
      }
      if holdsOthers {
        wrapWhole(span, in: leaf, elements, &pieces, first...end)
      } else {
        wrap(span, &pieces, first...end)
      }
    }
    for piece in pieces where piece.taken > 0 && piece.taken < piece.range.length {
      setLiteral(piece.node, piece, TextRange(piece.taken, piece.range.length))
    }
  }

  /// A piece of a leaf's text with its place in it.
  private struct TextPiece {
    var node: OpaquePointer
    var kind: TextPieceKind
    var isInLink: Bool
    var range: TextRange
    /// How many bytes of the literal stand in nodes of their own by now, or have been wrapped with the node. The node's
    /// literal is only shortened once, at the end: each cut would copy all that follows it.
    var taken = 0
  }

  /// Wraps a span that lies in the pieces `covered`.
  private func wrap(_ span: LeafEdit.Span, _ pieces: inout [TextPiece], _ covered: ClosedRange<Int>) {
    var wrapper: OpaquePointer?
    // Breaks after the wrapper, which go into it if the span goes on behind them under the same parent.
    var breaks: [OpaquePointer] = []
    var isReopened = false
    for index in covered {
      let piece = pieces[index]
      let isNext = (breaks.last ?? wrapper).map { cmark_node_next($0) } == piece.node
      switch piece.kind {
      case .code:
        wrapper = nil
        breaks.removeAll()
      case .lineBreak:
        if isNext { breaks.append(piece.node) }
      case .border:
        wrapper = nil
        breaks.removeAll()
      case .text:
        let part = TextRange(
          max(span.range.start, piece.range.start) - piece.range.start,
          min(span.range.end, piece.range.end) - piece.range.start)
        // Only the first piece can begin before the span, so that what is cut out follows the wrapper.
        let inner = cutOut(part, of: &pieces[index])
        if isNext, let wrapper {
          for lineBreak in breaks { cmark_node_append_child(wrapper, lineBreak) }
          cmark_node_append_child(wrapper, inner)
        } else {
          let tags = piece.isInLink ? span.insideLink : (span.open, span.reopen, span.close)
          let new = NodeTag.custom(
            CMARK_NODE_CUSTOM_INLINE, isReopened ? tags.1.markup : tags.0.markup, tags.2.markup)
          // The wrapper has no children yet: libcmark looks through all ancestors before it moves a node that has.
          cmark_node_insert_before(inner, new)
          cmark_node_append_child(new, inner)
          wrapper = new
          isReopened = true
        }
        breaks.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The ranges of the inline elements of a leaf, as far as they have text.
  private func elementRanges(in leaf: OpaquePointer, _ pieces: [TextPiece]) -> [OpaquePointer: TextRange] {
    var ranges: [OpaquePointer: TextRange] = [:]
    for piece in pieces {
      var node: OpaquePointer = piece.node
      while let parent = cmark_node_parent(node), parent != leaf, MarkdownTree.isInline(parent) {
        ranges[parent] = TextRange(ranges[parent]?.start ?? piece.range.start, piece.range.end)
        node = parent
      }
    }
    return ranges
  }

  /// Wraps a sentence that lies in the pieces `covered`: elements that lie in it whole are moved into the wrapper, so that
  /// there are parts only where an element begins in one sentence and ends in another.
  private func wrapWhole(
    _ span: LeafEdit.Span, in leaf: OpaquePointer, _ elements: [OpaquePointer: TextRange],
    _ pieces: inout [TextPiece], _ covered: ClosedRange<Int>
  ) {
    var wrapper: OpaquePointer?
    var isReopened = false
    var index = covered.lowerBound
    while index <= covered.upperBound {
      let piece = pieces[index]
      let isBorder = if case .border = piece.kind { true } else { false }
      guard !isBorder, piece.kind == .text || span.range.contains(piece.range) else {
        // A code span that lies in two sentences stays outside of both, and a border of cells has no text.
        index += 1
        continue
      }
      var unit: OpaquePointer = piece.node
      var end = piece.range.end
      while let parent = cmark_node_parent(unit), parent != leaf, MarkdownTree.isInline(parent),
        let range = elements[parent],
        span.range.contains(range)
      {
        unit = parent
        end = range.end
      }
      if unit == piece.node, piece.kind == .text {
        unit = cutOut(
          TextRange(
            max(span.range.start, piece.range.start) - piece.range.start,
            min(span.range.end, piece.range.end) - piece.range.start), of: &pieces[index])
      }
      if let wrapper { MarkdownTree.takeTextless(upTo: unit, into: wrapper) }
      if wrapper.map({ cmark_node_next($0) }) != unit {
        let new = NodeTag.inline.node(
          CMARK_NODE_CUSTOM_INLINE, isReopened ? span.reopen.markup : span.open.markup, span.close.markup)
        cmark_node_insert_before(unit, new)
        wrapper = new
        isReopened = true
      }
      if let wrapper { cmark_node_append_child(wrapper, unit) }
      index += 1
      while index <= covered.upperBound, pieces[index].range.end <= end { index += 1 }
    }
  }

  /// Makes a part of a text node a node by itself, and returns it.
  private func cutOut(_ part: TextRange, of piece: inout TextPiece) -> OpaquePointer {
    let node = piece.node
    if part.length == piece.range.length { return node }
    func insert(_ range: TextRange) -> OpaquePointer {
      let new: OpaquePointer = cmark_node_new(CMARK_NODE_TEXT)
      setLiteral(new, piece, range)
      cmark_node_insert_before(node, new)
      return new
    }
    if piece.taken < part.start { _ = insert(TextRange(piece.taken, part.start)) }
    let inner = insert(part)
    piece.taken = part.end
    if piece.taken == piece.range.length {
      // Nothing is left of it, and as an empty node it would part the span from what follows.
      cmark_node_free(node)
    }
    return inner
  }

  private func setLiteral(_ node: OpaquePointer, _ piece: TextPiece, _ range: TextRange) {
    let text = String(decoding: bytes(of: piece)[range.start..<range.end], as: UTF8.self)
    _ = text.withCString { cmark_node_set_literal(node, $0) }
  }

  private func isScalarStart(_ offset: Int, in piece: TextPiece) -> Bool {
    guard piece.kind.length == nil, piece.range.start < offset, offset < piece.range.end else { return true }
    return bytes(of: piece)[offset - piece.range.start] & 0xC0 != 0x80
  }

  /// The literal of a text node that has not been changed yet. Its length is known: to measure it for each cut would
  /// cost the square of it.
  private func bytes(of piece: TextPiece) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: cmark_node_get_literal(piece.node), count: piece.range.length)
  }
}
