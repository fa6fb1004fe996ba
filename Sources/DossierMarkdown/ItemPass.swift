internal import CCmark

/// Makes boxes of the "[ ]" and "[x]" of task lists.
enum ItemPass {
  static func apply(to root: OpaquePointer) {
    var texts: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      guard type == CMARK_NODE_ITEM, let paragraph = cmark_node_first_child(node),
        cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH, let text = cmark_node_first_child(paragraph),
        cmark_node_get_type(text) == CMARK_NODE_TEXT, isDone(text) != nil
      else { return }
      texts.append(text)
    }
    for text in texts {
      let isDone = isDone(text) == true
      // Read aloud, a box without a name is nothing but a box.
      let box = NodeTag.inline.node(
        CMARK_NODE_CUSTOM_INLINE,
        "<input type=\"checkbox\" disabled\(isDone ? " checked" : "") aria-label=\"\(isDone ? "done" : "to do")\"> ",
        "")
      cmark_node_insert_before(text, box)
      let rest = String(decoding: MarkdownTree.literal(of: text).dropFirst(4), as: UTF8.self)
      _ = rest.withCString { cmark_node_set_literal(text, $0) }
    }
  }

  private static func isDone(_ text: OpaquePointer) -> Bool? {
    let start = MarkdownTree.literal(of: text).prefix(4)
    if start.elementsEqual("[ ] ".utf8) { return false }
    return start.elementsEqual("[x] ".utf8) || start.elementsEqual("[X] ".utf8) ? true : nil
  }
}
