internal import CCmark
public import DossierModel

/// A link or picture of a tree.
public struct MarkdownLink: Hashable, Sendable {
  /// The index of its leaf in `MarkdownTree.leafBlocks()`.
  public var leaf: Int
  /// Where it leads: escapes undone, references resolved.
  public var target: String
  /// Whether it is a picture.
  public var isPicture: Bool
}

extension MarkdownTree {
  /// The links and pictures, in document order; one that stands in another comes after it.
  ///
  /// - Complexity: O(nodes), without recursion.
  public func links() -> [MarkdownLink] {
    var links: [MarkdownLink] = []
    var leaf = -1
    forEachLeaf { node, _ in
      leaf += 1
      MarkdownTree.forEachLink(in: node) { link, isPicture in
        links.append(MarkdownLink(leaf: leaf, target: MarkdownTree.target(of: link), isPicture: isPicture))
      }
    }
    return links
  }

  /// Gives links, but not pictures, another target: what `change` returns for the one that they have.
  public mutating func changeLinks(_ change: (String) -> String?) {
    forEachLeaf { node, _ in
      MarkdownTree.forEachLink(in: node) { link, isPicture in
        guard !isPicture, let new = change(MarkdownTree.target(of: link)) else { return }
        // The node keeps a copy.
        _ = new.withCString { cmark_node_set_url(link, $0) }
      }
    }
  }

  /// Goes through the links and pictures in document order, each with the index of its leaf and its words.
  public func forEachLink(_ body: (MarkdownLink, _ words: String) -> Void) {
    var leaf = -1
    forEachLeaf { node, _ in
      leaf += 1
      MarkdownTree.forEachLink(in: node) { link, isPicture in
        body(
          MarkdownLink(leaf: leaf, target: MarkdownTree.target(of: link), isPicture: isPicture),
          MarkdownTree.words(of: link))
      }
    }
  }

  private static func words(of link: OpaquePointer) -> String {
    var words: [UInt8] = []
    forEachNode(of: link) { node, type in
      if type == CMARK_NODE_TEXT { words += literal(of: node) }
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Puts something after links, but not after pictures: what `words` returns for a link's target and text.
  ///
  /// To be called after `apply`, which counts the text of leaves.
  public mutating func appendToLinks(_ words: (_ target: String, _ text: String) -> HTML?) {
    forEachLeaf { leaf, _ in
      var links: [OpaquePointer] = []
      MarkdownTree.forEachLink(in: leaf) { link, isPicture in if !isPicture { links.append(link) } }
      for link in links {
        guard let words = words(MarkdownTree.target(of: link), MarkdownTree.words(of: link)) else { continue }
        cmark_node_insert_after(link, NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, words.markup, ""))
      }
    }
  }

  private static func target(of link: OpaquePointer) -> String {
    // The node's own zero-ended string, copied at once.
    cmark_node_get_url(link).map { String(cString: $0) } ?? ""
  }

  private static func forEachLink(in leaf: OpaquePointer, _ body: (OpaquePointer, _ isPicture: Bool) -> Void)
  {
    guard let iterator = cmark_iter_new(leaf) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_LINK: body(node, false)
      case CMARK_NODE_IMAGE: body(node, true)
      default: break
      }
    }
  }
}
