internal import CCmark

/// Takes the ids that authors give off the text: "## Heading {#own}", "A paragraph. ^a1b2c3".
enum AnchorPass {
  /// Returns the ids of leaves; those of blocks with "^" before them.
  static func apply(to root: OpaquePointer) -> [OpaquePointer: [String]] {
    var ids: [OpaquePointer: [String]] = [:]
    var emptied: [OpaquePointer] = []
    var last: OpaquePointer?
    MarkdownTree.forEachLeaf(of: root) { leaf, kind in
      defer { last = leaf }
      guard let end = cmark_node_last_child(leaf), cmark_node_get_type(end) == CMARK_NODE_TEXT else { return }
      let text = MarkdownTree.literal(of: end)
      var found: (id: String, start: Int)?
      switch kind {
      case .heading: found = headingID(in: text) ?? blockID(in: text, end)
      case .paragraph: found = blockID(in: text, end)
      case .code, .html, .table: break
      }
      guard let (id, start) = found else { return }
      var target = leaf
      if start == 0, cmark_node_previous(end) == nil {
        // Alone in its lines it names what stands before: a list, a table.
        guard let last else { return }
        target = last
        emptied.append(leaf)
      } else {
        let rest = String(decoding: text.prefix(start), as: UTF8.self)
        _ = rest.withCString { cmark_node_set_literal(end, $0) }
        if rest.isEmpty, let before = cmark_node_previous(end),
          cmark_node_get_type(before) == CMARK_NODE_SOFTBREAK
        {
          emptied.append(before)
        }
      }
      ids[target, default: []].append(id)
    }
    for node in emptied { cmark_node_free(node) }
    return ids
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 32) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func withoutSpaces(_ text: UnsafeRawBufferPointer, upTo end: Int) -> Int {
    var end = end
    while end > 0, text[end - 1] <= 32 { end -= 1 }
    return end
  }

  private static func headingID(in text: UnsafeRawBufferPointer) -> (String, Int)? {
    guard text.last == UInt8(ascii: "}"), let open = text.lastIndex(of: UInt8(ascii: "{")),
      open + 2 < text.count - 1, text[open + 1] == UInt8(ascii: "#"),
      !isEscaped(text, open)
    else { return nil }
    let id = text[(open + 2)..<(text.count - 1)]
    guard id.count <= 100, id.allSatisfy({ isIDByte($0) || "_:.".utf8.contains($0) || $0 >= 0x80 }) else {
      return nil
    }
    return (String(decoding: id, as: UTF8.self), withoutSpaces(text, upTo: open))
  }

  private static func blockID(in text: UnsafeRawBufferPointer, _ node: OpaquePointer) -> (String, Int)? {
    var start = text.count
    while start > 0, text.count - start <= 60, isIDByte(text[start - 1]) { start -= 1 }
    let id = text[start...]
    // "10 ^2" is a power.
    guard start > 0, text[start - 1] == UInt8(ascii: "^"),
      id.count > 3 || id.count > 1 && id.contains(where: { $0 > 0x40 })
    else { return nil }
    start -= 1
    let isApart =
      start > 0
      ? text[start - 1] == 32
      : cmark_node_previous(node).map { cmark_node_get_type($0) == CMARK_NODE_SOFTBREAK } ?? true
    return isApart ? ("^" + String(decoding: id, as: UTF8.self), withoutSpaces(text, upTo: start)) : nil
  }

  private static func isEscaped(_ text: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    index >= 4 && text[(index - 4)..<index].elementsEqual(EscapeMarks.mark)
  }
}
