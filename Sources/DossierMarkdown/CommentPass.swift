internal import CCmark

/// Leaves out what an author keeps to himself: %%in a line%%, or in lines between two of "%%".
enum CommentPass {
  static func apply(to root: OpaquePointer) {
    removeBlocks(of: root)
    var parents: [OpaquePointer] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      guard type == CMARK_NODE_TEXT, let parent = cmark_node_parent(node), parents.last != parent,
        cmark_node_get_type(parent) != CMARK_NODE_IMAGE, hasMark(MarkdownTree.literal(of: node))
      else { return }
      parents.append(parent)
    }
    var seen: Set<OpaquePointer> = []
    for parent in parents where seen.insert(parent).inserted { removeParts(of: parent) }
    for parent in seen
    where cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH && cmark_node_first_child(parent) == nil {
      cmark_node_free(parent)
    }
  }

  private static let sign = UInt8(ascii: "%")

  private static func hasMark(_ text: UnsafeRawBufferPointer) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte == sign, last == sign { return true }
      last = byte
    }
    return false
  }

  /// Removes the blocks of the text from one that begins with "%%" to one that ends with it.
  private static func removeBlocks(of root: OpaquePointer) {
    var block = cmark_node_first_child(root)
    while let first = block {
      block = cmark_node_next(first)
      guard isComment(first, atEnd: false), !isComment(first, atEnd: true) || isMarkAlone(first) else {
        continue
      }
      var last = cmark_node_next(first)
      while let node = last, !isComment(node, atEnd: true) { last = cmark_node_next(node) }
      // Where none ends it, none ends one that begins later.
      guard let last else { return }
      while let next = cmark_node_next(first), next != last { cmark_node_free(next) }
      block = cmark_node_next(last)
      cmark_node_free(last)
      cmark_node_free(first)
    }
  }

  private static func isComment(_ block: OpaquePointer, atEnd: Bool) -> Bool {
    guard atEnd || cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH,
      var child = atEnd ? cmark_node_last_child(block) : cmark_node_first_child(block)
    else { return false }
    // The line that ends it may go on a list item.
    while atEnd, let last = cmark_node_last_child(child) { child = last }
    guard cmark_node_get_type(child) == CMARK_NODE_TEXT else { return false }
    let text = MarkdownTree.literal(of: child)
    return atEnd ? text.suffix(2).elementsEqual([sign, sign]) : text.prefix(2).elementsEqual([sign, sign])
  }

  private static func isMarkAlone(_ block: OpaquePointer) -> Bool {
    guard let child = cmark_node_first_child(block), cmark_node_next(child) == nil else { return false }
    return MarkdownTree.literal(of: child).count == 2
  }

  /// Removes what stands between each two marks in one row of inline nodes.
  private static func removeParts(of parent: OpaquePointer) {
    var marks: [OpaquePointer] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      if cmark_node_get_type(node) == CMARK_NODE_TEXT { split(node, &marks) }
    }
    for index in stride(from: 0, to: marks.count - 1, by: 2) {
      while let next = cmark_node_next(marks[index]), next != marks[index + 1] { cmark_node_free(next) }
      cmark_node_free(marks[index])
      cmark_node_free(marks[index + 1])
    }
  }

  private static func split(_ node: OpaquePointer, _ marks: inout [OpaquePointer]) {
    let text = Array(MarkdownTree.literal(of: node))
    var pieces = TextPieces(text: text, node: node)
    var index = 0
    while index < text.count {
      if text[index...].starts(with: EscapeMarks.mark) {
        index += EscapeMarks.mark.count + 1
      } else if text[index] == sign {
        var end = index
        while end < text.count, text[end] == sign { end += 1 }
        if end - index == 2 {
          let mark = NodeTag.text("%%")
          pieces.insert(mark, at: index, through: end)
          marks.append(mark)
        }
        index = end
      } else {
        index += 1
      }
    }
    pieces.finish()
  }
}
