internal import CCmark
internal import DossierModel

extension MarkdownTree {
  /// The leaf blocks in document order: paragraphs, headings, code blocks and HTML blocks.
  ///
  /// - Complexity: O(bytes), without recursion.
  public func leafBlocks() -> [LeafBlock] {
    var leaves: [LeafBlock] = []
    var text: [UInt8] = []
    forEachLeaf { node, kind in
      var codeRanges: [TextRange] = []
      text.removeAll(keepingCapacity: true)
      switch kind {
      case .code, .html: text.append(contentsOf: MarkdownTree.literal(of: node))
      case .paragraph, .heading, .table:
        MarkdownTree.forEachTextPiece(of: node) { piece, kind, _ in
          switch kind {
          case .lineBreak: return text.append(UInt8(ascii: " "))
          case .border(let border): return text.append(contentsOf: border.text.utf8)
          case .text, .code: break
          }
          let start = text.count
          text.append(contentsOf: MarkdownTree.literal(of: piece))
          if kind == .code { codeRanges.append(TextRange(start, text.count)) }
        }
        // A text node has a line feed where the source writes it as a character reference: "&#10;".
        // In a table it is the border of its rows.
        if case .table = kind {
        } else if !isVerbatim(node) {
          for index in text.indices where text[index] == 10 || text[index] == 13 {
            text[index] = UInt8(ascii: " ")
          }
        }
      }
      let place = place(of: node)
      leaves.append(
        LeafBlock(
          kind: kind, text: String(decoding: text, as: UTF8.self), codeRanges: codeRanges,
          startLine: place.startLine, startColumn: place.startColumn,
          endLine: max(place.startLine, place.endLine),
          endColumn: place.endColumn, ids: ids[node] ?? []))
    }
    return leaves
  }

  /// Calls `body` with each leaf block. `body` must not change the tree.
  func forEachLeaf(_ body: (OpaquePointer, LeafBlock.Kind) -> Void) {
    MarkdownTree.forEachLeaf(of: root, body)
  }

  static func forEachLeaf(of root: OpaquePointer, _ body: (OpaquePointer, LeafBlock.Kind) -> Void) {
    forEachNode(of: root) { node, type in
      switch type {
      case CMARK_NODE_PARAGRAPH: body(node, .paragraph)
      case CMARK_NODE_HEADING: body(node, .heading(level: Int(cmark_node_get_heading_level(node))))
      case CMARK_NODE_CODE_BLOCK: body(node, .code)
      case CMARK_NODE_HTML_BLOCK: body(node, .html)
      case CMARK_NODE_CUSTOM_BLOCK:
        switch NodeTag(of: node) {
        case .leaf, .summary: body(node, .paragraph)
        case .table: body(node, .table)
        default: break
        }
      default: break
      }
    }
  }

  /// What a piece of a leaf's text is.
  enum TextPieceKind: Equatable {
    case text
    /// A code span, which can't be divided.
    case code
    /// A soft or hard break, which counts as one space.
    case lineBreak
    /// What parts the cells and rows of a table.
    case border(TableBorder)

    /// The bytes of what has no literal.
    var length: Int? {
      switch self {
      case .text, .code: nil
      case .lineBreak: 1
      case .border(let border): border.text.utf8.count
      }
    }
  }

  /// How cells and rows are parted where a table is read as a text: a sentence does not go on in the next row, nor a name
  /// in the next cell.
  enum TableBorder {
    case cell, row

    var text: String { self == .cell ? " | " : "\n" }
  }

  /// Calls `body` with each piece of a leaf's text in order, and whether it lies in a link. Raw HTML and images with
  /// their descriptions have no text. `body` must not change the tree.
  ///
  /// - Parameter element: Called where a node that may hold others is entered and left.
  static func forEachTextPiece(
    of leaf: OpaquePointer, element: (OpaquePointer, _ isEnter: Bool) -> Void = { _, _ in },
    _ body: (OpaquePointer, TextPieceKind, _ isInLink: Bool) -> Void
  ) {
    var links = 0
    var images = 0
    forEachEvent(of: leaf) { node, type, isEnter in
      if holdsNodes(type) { element(node, isEnter) }
      switch type {
      case CMARK_NODE_CUSTOM_BLOCK:
        guard isEnter, cmark_node_previous(node) != nil else { break }
        if NodeTag(of: node) == .cell { body(node, .border(.cell), false) }
        if NodeTag(of: node) == .row { body(node, .border(.row), false) }
      // What has been wrapped before counts as a link, for it may be one.
      case CMARK_NODE_CUSTOM_INLINE where NodeTag(of: node) == .inline: break
      case CMARK_NODE_LINK, CMARK_NODE_CUSTOM_INLINE: links += isEnter ? 1 : -1
      case CMARK_NODE_IMAGE: images += isEnter ? 1 : -1
      case _ where images > 0: break
      case CMARK_NODE_TEXT: body(node, .text, links > 0)
      case CMARK_NODE_CODE: body(node, .code, links > 0)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: body(node, .lineBreak, links > 0)
      default: break
      }
    }
  }

  /// Walks over a node and all in it, without recursion. Nodes that can't have children are only entered.
  static func forEachEvent(
    of node: OpaquePointer, _ body: (OpaquePointer, cmark_node_type, _ isEnter: Bool) -> Void
  ) {
    guard let iterator = cmark_iter_new(node) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      body(node, cmark_node_get_type(node), event == CMARK_EVENT_ENTER)
    }
  }

  /// Calls `body` with a node and each in it, in order.
  static func forEachNode(of node: OpaquePointer, _ body: (OpaquePointer, cmark_node_type) -> Void) {
    forEachEvent(of: node) { node, type, isEnter in
      if isEnter { body(node, type) }
    }
  }

  /// Whether nodes of a type may hold others, so that they are left as well as entered.
  static func holdsNodes(_ type: cmark_node_type) -> Bool {
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_SOFTBREAK,
      CMARK_NODE_LINEBREAK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
      false
    default: true
    }
  }

  static func isInline(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type(node).rawValue >= CMARK_NODE_FIRST_INLINE.rawValue
  }

  /// Returns the bytes of a node's literal, which stay the node's own: they are to be copied before it is changed.
  static func literal(of node: OpaquePointer) -> UnsafeRawBufferPointer {
    guard let text = cmark_node_get_literal(node) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: text, count: strlen(text))
  }

  /// Whether a leaf is a `PlainBlock` of kind `verbatim`, which has a block around it; the parser makes none.
  func isVerbatim(_ leaf: OpaquePointer) -> Bool {
    cmark_node_parent(leaf).map { NodeTag(of: $0) == .verbatim } ?? false
  }
}
