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
  /// The links by hand, in order; their brackets are not in the tree.
  public let handLinks: [HandLink]

  /// Parses CommonMark source.
  ///
  /// - Parameter takesHandLinks: Whether "[[Vladimir Putin]]" is a link by hand, which CommonMark does not have.
  /// - Complexity: O(bytes of `source`).
  public init(parsing source: String, takesHandLinks: Bool = false) {
    var source = source
    // libcmark copies what it keeps, so the buffer is needed during the call only.
    root = source.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { text in
        cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      }
    }
    handLinks =
      takesHandLinks && source.utf8.contains(UInt8(ascii: "[")) ? MarkdownTree.takeHandLinks(of: root) : []
  }

  /// Builds the tree of a plain text: nothing in it is markup.
  ///
  /// `leafBlocks()` gives one leaf for each block, with the same text; a zero byte, which libcmark can't hold, becomes a
  /// space.
  public init(plain blocks: [PlainBlock]) {
    root = cmark_node_new(CMARK_NODE_DOCUMENT)
    handLinks = []
    for block in blocks {
      let leaf: OpaquePointer
      var parent = root
      switch block.kind {
      case .paragraph: leaf = cmark_node_new(CMARK_NODE_PARAGRAPH)
      case .verbatim:
        leaf = cmark_node_new(CMARK_NODE_PARAGRAPH)
        parent = custom(CMARK_NODE_CUSTOM_BLOCK, "<div class=\"verbatim\">", "</div>")
        cmark_node_append_child(root, parent)
      case .heading(let level):
        leaf = cmark_node_new(CMARK_NODE_HEADING)
        cmark_node_set_heading_level(leaf, Int32(min(6, max(1, level))))
      }
      let text: OpaquePointer = cmark_node_new(CMARK_NODE_TEXT)
      _ = withoutZeroBytes(block.text).withCString { cmark_node_set_literal(text, $0) }
      cmark_node_append_child(leaf, text)
      cmark_node_append_child(parent, leaf)
    }
  }

  deinit { cmark_node_free(root) }

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
