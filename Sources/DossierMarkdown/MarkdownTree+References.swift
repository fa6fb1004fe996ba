internal import CCmark
public import DossierModel

/// What a reader sees of a reference.
public enum ReferenceDisplay: Sendable {
  /// Its words, as if it were none.
  case words
  /// Its words, as a link to an address of the site or the web, and what stands after it.
  case link(address: String, after: HTML = HTML(trusted: ""))
  /// Something in its place.
  case element(HTML)
}

extension MarkdownTree {
  /// Says what a reader sees of each reference, in their order.
  ///
  /// To be called once, before `apply`.
  public mutating func show(_ displays: [ReferenceDisplay]) {
    for (index, display) in displays.enumerated() where index < referenceNodes.count {
      let node = referenceNodes[index]
      switch (references[index].kind, display) {
      case (.noteLink, .words):
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        cmark_node_free(node)
      case (.noteLink, .link(let address, let after)), (.embed, .link(let address, let after)):
        NodeTag.setMarkup(
          of: node, "<a href=\"" + HTML(escaping: address).markup + "\">", "</a>" + after.markup)
        // Without its tag it is a link.
        cmark_node_set_user_data(node, nil)
        if references[index].kind == .embed {
          let words =
            references[index].description.isEmpty ? references[index].ownWords : references[index].description
          NodeTag.setMarkup(
            of: node,
            "<a href=\"" + HTML(escaping: address).markup + "\">" + HTML(escaping: words).markup + "</a>"
              + after.markup, "")
        }
      case (.embed, .words):
        NodeTag.setMarkup(
          of: node, "<span class=\"vague\">" + HTML(escaping: references[index].ownWords).markup + "</span>",
          "")
      case (.embed, .element(let html)), (.noteLink, .element(let html)):
        NodeTag.setMarkup(of: node, html.markup, "")
      case (.picture, .element(let html)):
        cmark_node_insert_before(node, NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, html.markup, ""))
        cmark_node_free(node)
      default: break
      }
    }
    referenceNodes = []
  }

  /// Takes out the footnotes, and blocks in which nothing is left, after `apply` has removed leaves.
  public mutating func prune() {
    for note in footnotes.notes { cmark_node_free(note.node) }
    pruneEmptyBlocks()
  }

  /// Takes out blocks in which nothing is left, after `apply` has removed leaves.
  public mutating func pruneEmptyBlocks() {
    var blocks: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      switch type {
      case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: blocks.append(node)
      case CMARK_NODE_CUSTOM_BLOCK:
        switch NodeTag(of: node) {
        case .group, .footnote: blocks.append(node)
        // What belongs to a leaf that may be gone.
        case .mark: blocks.append(node)
        default: break
        }
      case CMARK_NODE_THEMATIC_BREAK: blocks.append(node)
      default: break
      }
    }
    // From the inside out.
    for block in blocks.reversed() where cmark_node_first_child(block) == nil { cmark_node_free(block) }
  }
}
