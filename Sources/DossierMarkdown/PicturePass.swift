internal import CCmark

/// Finds pictures, and makes figures of what stands alone.
struct PicturePass {
  private(set) var references: [(node: OpaquePointer, reference: MarkdownReference)] = []

  mutating func read(
    _ root: OpaquePointer, _ places: inout [OpaquePointer: LeafPlace], _ origin: (OpaquePointer) -> LeafPlace
  ) {
    var pictures: [OpaquePointer] = []
    var depth = 0
    MarkdownTree.forEachEvent(of: root) { node, type, isEnter in
      if type == CMARK_NODE_IMAGE {
        if isEnter, depth == 0 { pictures.append(node) }
        depth += isEnter ? 1 : -1
      }
    }
    for picture in pictures {
      var reference = PicturePass.picture(picture)
      if let parent = cmark_node_parent(picture), PicturePass.isAlone(picture, in: parent) {
        reference.isAlone = true
        if let title = cmark_node_get_title(picture), title.pointee != 0 {
          PicturePass.makeFigure(of: picture, caption: String(cString: title), parent, &places, origin)
        }
      }
      references.append((picture, reference))
    }
  }

  /// Makes a block of each embed that stands alone, for what it shows may be blocks.
  static func makeBlocks(
    of references: inout [(node: OpaquePointer, reference: MarkdownReference)],
    _ places: inout [OpaquePointer: LeafPlace], _ origin: (OpaquePointer) -> LeafPlace
  ) {
    for index in references.indices where references[index].reference.kind == .embed {
      let node = references[index].node
      guard let parent = cmark_node_parent(node), isAlone(node, in: parent) else { continue }
      references[index].reference.isAlone = true
      let block = NodeTag.leaf.node(CMARK_NODE_CUSTOM_BLOCK, "<div class=\"embed\">", "</div>")
      places[block] = origin(parent)
      cmark_node_insert_before(parent, block)
      cmark_node_append_child(block, node)
      cmark_node_free(parent)
    }
  }

  private static func isAlone(_ node: OpaquePointer, in parent: OpaquePointer) -> Bool {
    cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && cmark_node_next(node) == nil
      && cmark_node_previous(node) == nil
  }

  private static func makeFigure(
    of picture: OpaquePointer, caption: String, _ paragraph: OpaquePointer,
    _ places: inout [OpaquePointer: LeafPlace], _ origin: (OpaquePointer) -> LeafPlace
  ) {
    let figure = NodeTag.leaf.node(CMARK_NODE_CUSTOM_BLOCK, "<figure>", "</figure>")
    let words = NodeTag.caption.node(CMARK_NODE_CUSTOM_BLOCK, "<figcaption>", "</figcaption>")
    cmark_node_append_child(words, NodeTag.text(caption))
    places[figure] = origin(paragraph)
    cmark_node_insert_before(paragraph, figure)
    cmark_node_append_child(figure, picture)
    cmark_node_append_child(figure, words)
    cmark_node_free(paragraph)
    _ = "".withCString { cmark_node_set_title(picture, $0) }
  }

  private static func picture(_ node: OpaquePointer) -> MarkdownReference {
    var words: [UInt8] = []
    MarkdownTree.forEachNode(of: node) { inner, type in
      switch type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += MarkdownTree.literal(of: inner)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words.append(32)
      default: break
      }
    }
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    var reference = MarkdownReference(kind: .picture, target: url)
    reference.description = String(decoding: words, as: UTF8.self)
    if let bar = reference.description.utf8.lastIndex(of: UInt8(ascii: "|")) {
      let after = reference.description[reference.description.utf8.index(after: bar)...]
      if let size = PictureSize(after) {
        reference.size = size
        reference.description = String(reference.description[..<bar])
      }
    }
    return reference
  }
}
