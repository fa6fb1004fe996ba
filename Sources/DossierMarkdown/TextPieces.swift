internal import CCmark

/// A text node while it is taken apart: what is put between its parts.
struct TextPieces {
  let text: [UInt8]
  let node: OpaquePointer
  /// Up to where the text stands in nodes of its own.
  var taken = 0
  private var isChanged = false

  init(text: [UInt8], node: OpaquePointer) {
    self.text = text
    self.node = node
  }

  mutating func insert(_ new: OpaquePointer, at start: Int, through end: Int) {
    keep(upTo: start)
    cmark_node_insert_before(node, new)
    taken = end
    isChanged = true
  }

  private func keep(upTo end: Int) {
    guard end > taken else { return }
    cmark_node_insert_before(node, NodeTag.text(String(decoding: text[taken..<end], as: UTF8.self)))
  }

  mutating func finish() {
    guard isChanged else { return }
    keep(upTo: text.count)
    cmark_node_free(node)
  }
}
