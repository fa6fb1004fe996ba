internal import CCmark
internal import DossierModel

extension MarkdownTree {
  /// The leaf blocks in document order: paragraphs, headings, code blocks and HTML blocks.
  ///
  /// - Complexity: O(nodes), without recursion.
  public func leafBlocks() -> [LeafBlock] {
    var leaves: [LeafBlock] = []
    forEachLeaf { node, kind in
      var leaf = LeafBlock(
        kind: kind, text: "", codeRanges: [], startLine: Int(cmark_node_get_start_line(node)),
        startColumn: Int(cmark_node_get_start_column(node)), endLine: Int(cmark_node_get_end_line(node)),
        endColumn: Int(cmark_node_get_end_column(node)))
      switch kind {
      case .code, .html: leaf.text = literal(of: node)
      case .paragraph, .heading:
        forEachTextPiece(of: node) { piece, isCode, _ in
          let start = leaf.text.utf8.count
          switch piece {
          case .node(let text): leaf.text += literal(of: text)
          case .space: leaf.text += " "
          }
          if isCode { leaf.codeRanges.append(TextRange(start, leaf.text.utf8.count)) }
        }
      }
      leaves.append(leaf)
    }
    return leaves
  }

  /// Calls `body` with each leaf block. `body` must not take the leaf out of the tree.
  func forEachLeaf(_ body: (OpaquePointer, LeafBlock.Kind) -> Void) {
    // The iterator is freed before the tree; every node that it gives is the tree's.
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_PARAGRAPH {
        body(node, .paragraph)
      } else if type == CMARK_NODE_HEADING {
        body(node, .heading(level: Int(cmark_node_get_heading_level(node))))
      } else if type == CMARK_NODE_CODE_BLOCK {
        body(node, .code)
      } else if type == CMARK_NODE_HTML_BLOCK {
        body(node, .html)
      }
    }
  }

  /// A piece of a leaf's text.
  enum TextPiece {
    /// A node with a literal: text or code.
    case node(OpaquePointer)
    /// A break, which counts as one space.
    case space(OpaquePointer)
  }

  /// Calls `body` with each piece of a leaf's text in order, whether it is code, and whether it lies in a link. Raw
  /// HTML, our own inlines and images with their descriptions have no text.
  func forEachTextPiece(of leaf: OpaquePointer, _ body: (TextPiece, _ isCode: Bool, _ isInLink: Bool) -> Void) {
    guard let iterator = cmark_iter_new(leaf) else { return }
    defer { cmark_iter_free(iterator) }
    var links = 0
    var images = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let step = event == CMARK_EVENT_ENTER ? 1 : -1
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_LINK {
        links += step
      } else if type == CMARK_NODE_IMAGE {
        images += step
      } else if images == 0, step == 1 {
        if type == CMARK_NODE_TEXT {
          body(.node(node), false, links > 0)
        } else if type == CMARK_NODE_CODE {
          body(.node(node), true, links > 0)
        } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
          body(.space(node), false, links > 0)
        }
      }
    }
  }

  func literal(of node: OpaquePointer) -> String {
    // The node's own copy, valid until it is changed; copied at once.
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}
