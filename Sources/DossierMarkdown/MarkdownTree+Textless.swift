internal import CCmark

extension MarkdownTree {
  /// Moves what stands between a wrapper and a node into the wrapper, if it has no text: the mark of a footnote, a
  /// picture. A sentence goes on behind it.
  static func takeTextless(upTo unit: OpaquePointer, into wrapper: OpaquePointer) {
    var between: [OpaquePointer] = []
    var next = cmark_node_next(wrapper)
    while let node = next, node != unit {
      let isTextless =
        switch cmark_node_get_type(node) {
        case CMARK_NODE_IMAGE, CMARK_NODE_HTML_INLINE: true
        case CMARK_NODE_CUSTOM_INLINE: NodeTag(of: node) == .inline && cmark_node_first_child(node) == nil
        default: false
        }
      guard isTextless, between.count < 8 else { return }
      between.append(node)
      next = cmark_node_next(node)
    }
    guard next == unit else { return }
    for node in between { cmark_node_append_child(wrapper, node) }
  }
}
