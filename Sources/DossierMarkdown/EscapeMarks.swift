internal import CCmark

/// Keeps what an author has escaped: "\~~", "\[[Note]]".
///
/// To the parser "\=" is "=", and nothing tells it from an "=" afterwards. So a mark is put before the backslash, and taken
/// out of the tree again. It is a mark of punctuation, as the backslash is, so that the rules of emphasis see no difference.
enum EscapeMarks {
  /// U+10A7F, of Old South Arabian inscriptions.
  static let mark: [UInt8] = [0xF0, 0x90, 0xA9, 0xBF]

  /// Returns the source with its marks; nothing where it needs none, or has the mark itself.
  static func marked(_ source: [UInt8]) -> [UInt8]? {
    guard source.contains(UInt8(ascii: "\\")) else { return nil }
    var marked: [UInt8] = []
    marked.reserveCapacity(source.count + 64)
    var isChanged = false
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == mark[0], source[index...].starts(with: mark) { return nil }
      if byte == UInt8(ascii: "\\"), index + 1 < source.count {
        if "[!~=%^{".utf8.contains(source[index + 1]) {
          marked += mark
          isChanged = true
        }
        marked.append(byte)
        index += 1
      }
      marked.append(source[index])
      index += 1
    }
    return isChanged ? marked : nil
  }

  /// Takes the marks out of a tree.
  static func remove(from root: OpaquePointer) {
    var changes: [() -> Void] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      if let text = plain(cmark_node_get_literal(node)) {
        changes.append { _ = text.withCString { cmark_node_set_literal(node, $0) } }
      }
      if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE {
        if let url = plain(cmark_node_get_url(node)) {
          changes.append { _ = url.withCString { cmark_node_set_url(node, $0) } }
        }
        if let title = plain(cmark_node_get_title(node)) {
          changes.append { _ = title.withCString { cmark_node_set_title(node, $0) } }
        }
      }
      if type == CMARK_NODE_CODE_BLOCK, let info = plain(cmark_node_get_fence_info(node)) {
        changes.append { _ = info.withCString { cmark_node_set_fence_info(node, $0) } }
      }
    }
    for change in changes { change() }
  }

  /// Returns a text of a node without marks; nothing where it has none.
  private static func plain(_ text: UnsafePointer<CChar>?) -> String? {
    // It ends with a zero byte, and stays the node's own until it is changed.
    guard let text else { return nil }
    let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
    guard bytes.contains(mark[0]) else { return nil }
    let plain = without(Array(bytes))
    return plain.count == bytes.count ? nil : String(decoding: plain, as: UTF8.self)
  }

  static func without(_ text: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == mark[0], text[index...].starts(with: mark) {
        index += mark.count
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    return plain
  }
}
