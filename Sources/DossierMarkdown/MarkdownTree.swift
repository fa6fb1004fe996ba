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

  /// Parses CommonMark source.
  ///
  /// - Complexity: O(bytes of `source`).
  public init(parsing source: String) {
    var source = source
    // cmark copies what it keeps, so the buffer is needed during the call only.
    root = source.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { text in
        cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT)
      }
    }
  }

  /// Builds the tree of a plain text: nothing in it is markup.
  public init(plain blocks: [PlainBlock]) {
    root = cmark_node_new(CMARK_NODE_DOCUMENT)
    for block in blocks {
      let leaf: OpaquePointer
      switch block.kind {
      case .paragraph, .verbatim: leaf = cmark_node_new(CMARK_NODE_PARAGRAPH)
      case .heading(let level):
        leaf = cmark_node_new(CMARK_NODE_HEADING)
        cmark_node_set_heading_level(leaf, Int32(min(6, max(1, level))))
      }
      let text: OpaquePointer = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(text, cString(block.text))
      cmark_node_append_child(leaf, text)
      if case .verbatim = block.kind {
        let wrapper: OpaquePointer = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK)
        cmark_node_set_on_enter(wrapper, "<div class=\"verbatim\">")
        cmark_node_set_on_exit(wrapper, "</div>")
        cmark_node_append_child(wrapper, leaf)
        cmark_node_append_child(root, wrapper)
      } else {
        cmark_node_append_child(root, leaf)
      }
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

/// Returns text as cmark's setters take it: they stop at a zero byte, which CommonMark says to replace (section 2.3).
func cString(_ text: some StringProtocol) -> String {
  text.utf8.contains(0) ? String(text.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : String(text)
}
