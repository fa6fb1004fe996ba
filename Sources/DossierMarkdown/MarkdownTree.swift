internal import CCmark
public import DossierModel

/// A CommonMark tree, owned: parsed from source or built from plain text, changed, and rendered.
///
///     var tree = MarkdownTree(parsing: source)
///     tree.apply(edits)
///     let body = tree.html()
///
/// This module is the only one that sees libcmark. The tree is freed with the value; nothing of C leaves it. Where
/// memory runs out libcmark ends the program, so none of its constructors gives a null pointer.
public struct MarkdownTree: ~Copyable {
  /// The document node. Valid until `deinit`; only this value has it.
  let root: OpaquePointer
  /// What the text refers to, in its order.
  public let references: [MarkdownReference]
  /// The nodes of the references; nothing where one has been replaced.
  var referenceNodes: [OpaquePointer]
  var footnotes: Footnotes
  /// The places of leaves that the parser has not made.
  let places: [OpaquePointer: LeafPlace]
  /// The ids that the author has given to leaves.
  let ids: [OpaquePointer: [String]]
  private let origin: (OpaquePointer) -> LeafPlace

  /// Parses Markdown.
  ///
  /// - Complexity: O(bytes of `source`).
  public init(parsing source: String, syntax: MarkdownSyntax = .commonMark) {
    guard syntax.isExtended else {
      var source = source
      root = source.withUTF8 { MarkdownTree.parse($0, isSmart: syntax.isSmart) }
      references = []
      referenceNodes = []
      footnotes = Footnotes()
      places = [:]
      ids = [:]
      origin = MarkdownTree.parsedPlace
      return
    }
    let tree = ExtendedTree(source, isSmart: syntax.isSmart)
    root = tree.root
    references = tree.references.map(\.reference)
    referenceNodes = tree.references.map(\.node)
    footnotes = tree.footnotes
    places = tree.places
    ids = tree.ids
    origin = tree.origin
  }

  static func parse(_ source: [UInt8], isSmart: Bool) -> OpaquePointer {
    source.withUnsafeBufferPointer { parse($0, isSmart: isSmart) }
  }

  private static func parse(_ source: UnsafeBufferPointer<UInt8>, isSmart: Bool) -> OpaquePointer {
    // libcmark copies what it keeps, so the buffer is needed during the call only.
    source.withMemoryRebound(to: CChar.self) { text in
      cmark_parse_document(
        text.baseAddress, text.count, isSmart ? CMARK_OPT_DEFAULT | CMARK_OPT_SMART : CMARK_OPT_DEFAULT)
    }
  }

  /// Where a node of the parser's stands in what it has parsed.
  static func parsedPlace(of node: OpaquePointer) -> LeafPlace {
    LeafPlace(
      startLine: Int(cmark_node_get_start_line(node)), startColumn: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)), endColumn: Int(cmark_node_get_end_column(node)))
  }

  /// Where a leaf stands in the author's source.
  func place(of leaf: OpaquePointer) -> LeafPlace { places[leaf] ?? origin(leaf) }

  /// Builds the tree of a plain text: nothing in it is markup.
  ///
  /// `leafBlocks()` gives one leaf for each block, with the same text; a zero byte, which libcmark can't hold, becomes a
  /// space.
  public init(plain blocks: [PlainBlock]) {
    root = cmark_node_new(CMARK_NODE_DOCUMENT)
    references = []
    referenceNodes = []
    footnotes = Footnotes()
    places = [:]
    ids = [:]
    origin = MarkdownTree.parsedPlace
    for block in blocks {
      let leaf: OpaquePointer
      var parent = root
      switch block.kind {
      case .paragraph: leaf = cmark_node_new(CMARK_NODE_PARAGRAPH)
      case .verbatim:
        leaf = cmark_node_new(CMARK_NODE_PARAGRAPH)
        parent = NodeTag.verbatim.node(CMARK_NODE_CUSTOM_BLOCK, "<div class=\"verbatim\">", "</div>")
        cmark_node_append_child(root, parent)
      case .heading(let level):
        leaf = cmark_node_new(CMARK_NODE_HEADING)
        cmark_node_set_heading_level(leaf, Int32(min(6, max(1, level))))
      }
      cmark_node_append_child(leaf, NodeTag.text(withoutZeroBytes(block.text)))
      cmark_node_append_child(parent, leaf)
    }
  }

  deinit { cmark_node_free(root) }

  /// Puts each code block into a box that can be moved sideways, also with the keyboard.
  public mutating func boxCode() {
    var blocks: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { if $1 == CMARK_NODE_CODE_BLOCK { blocks.append($0) } }
    for block in blocks {
      let box = NodeTag.group.node(
        CMARK_NODE_CUSTOM_BLOCK,
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Code\">", "</div>")
      cmark_node_insert_before(block, box)
      cmark_node_append_child(box, block)
    }
  }

  /// Renders the tree as libcmark does, with raw HTML and dangerous links left out.
  ///
  /// - Complexity: O(nodes).
  public func html() -> HTML {
    guard let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return HTML(trusted: "") }
    // The string is cmark's, made by its default allocator, and ends with a zero byte.
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    return HTML(trusted: String(cString: rendered))
  }
}

private func withoutZeroBytes(_ text: Substring) -> String {
  guard text.utf8.contains(0) else { return String(text) }
  return String(decoding: text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
}
