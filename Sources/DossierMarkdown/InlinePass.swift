internal import CCmark

/// Reads what stands within lines: [[links]], ![[embeds]], [^footnotes], ~~struck~~ and ==marked==.
struct InlinePass {
  /// The ids of the footnotes that there are, in lower case.
  let labels: Set<String>
  private(set) var references: [(node: OpaquePointer, reference: MarkdownReference)] = []
  private(set) var footnoteMarks: [(node: OpaquePointer, label: String)] = []
  /// Marks of footnotes that there are not.
  private(set) var strays: [(node: OpaquePointer, label: String)] = []

  init(labels: Set<String>) { self.labels = labels }

  /// Marks that stand in pairs.
  private enum Pair: UInt8 {
    case strike = 0x7E
    case highlight = 0x3D
  }
  private struct Delimiter {
    var node: OpaquePointer
    var pair: Pair
    var canOpen: Bool
    var canClose: Bool
  }

  /// In more elements nothing but CommonMark is read: libcmark looks through all of them when one is moved.
  private static let deepest = 200

  mutating func read(_ root: OpaquePointer) {
    var parents: [(node: OpaquePointer, isInLink: Bool)] = []
    var (links, images, depth) = (0, 0, 0)
    MarkdownTree.forEachEvent(of: root) { node, type, isEnter in
      if MarkdownTree.holdsNodes(type) { depth += isEnter ? 1 : -1 }
      if type == CMARK_NODE_LINK { links += isEnter ? 1 : -1 }
      if type == CMARK_NODE_IMAGE { images += isEnter ? 1 : -1 }
      guard isEnter, type == CMARK_NODE_TEXT, images == 0, depth <= InlinePass.deepest,
        let parent = cmark_node_parent(node)
      else { return }
      if parents.last?.node == parent { return }
      if InlinePass.isOfInterest(MarkdownTree.literal(of: node)) { parents.append((parent, links > 0)) }
    }
    var seen: Set<OpaquePointer> = []
    for (parent, isInLink) in parents where seen.insert(parent).inserted { read(parent, isInLink) }
  }

  private static func isOfInterest(_ text: UnsafeRawBufferPointer) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte == last, byte == 0x7E || byte == 0x3D || byte == UInt8(ascii: "]") { return true }
      if byte == UInt8(ascii: "^"), last == UInt8(ascii: "[") { return true }
      last = byte
    }
    return false
  }

  private mutating func read(_ parent: OpaquePointer, _ isInLink: Bool) {
    var delimiters: [Delimiter] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      if cmark_node_get_type(node) == CMARK_NODE_TEXT { split(node, isInLink, &delimiters) }
    }
    if delimiters.count > 1 { InlinePass.wrap(delimiters) }
  }

  // MARK: - Taking a text apart

  private mutating func split(_ node: OpaquePointer, _ isInLink: Bool, _ delimiters: inout [Delimiter]) {
    guard InlinePass.isOfInterest(MarkdownTree.literal(of: node)) else { return }
    let text = Array(MarkdownTree.literal(of: node))
    var pieces = TextPieces(text: text, node: node)
    /// The last "[[".
    var open: Int?
    var index = 0
    while index < text.count {
      let byte = text[index]
      if text[index...].starts(with: EscapeMarks.mark) {
        // The mark, and what it keeps as it is.
        index += EscapeMarks.mark.count + 1
        continue
      }
      let next = index + 1 < text.count ? text[index + 1] : 0
      switch byte {
      case UInt8(ascii: "[") where next == UInt8(ascii: "[") && !isInLink:
        open = index
        index += 1
      case UInt8(ascii: "]") where next == UInt8(ascii: "]") && open != nil:
        if let start = open, let link = InlinePass.link(in: text, start + 2..<index) {
          let isEmbed =
            start > pieces.taken && text[start - 1] == UInt8(ascii: "!")
            && !text[..<(start - 1)].suffix(EscapeMarks.mark.count).elementsEqual(EscapeMarks.mark)
          if let (node, reference) = InlinePass.reference(link, isEmbed) {
            pieces.insert(node, at: isEmbed ? start - 1 : start, through: index + 2)
            references.append((node, reference))
          }
        }
        open = nil
        index += 2
      case UInt8(ascii: "[") where next == UInt8(ascii: "^") && !isInLink:
        guard let label = InlinePass.footnoteLabel(in: text, at: index) else {
          index += 2
          continue
        }
        let end = index + label.utf8.count + 3
        if labels.contains(label.lowercased()) {
          let mark = NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, "", "")
          pieces.insert(mark, at: index, through: end)
          footnoteMarks.append((mark, label))
        } else {
          let text = NodeTag.text("[^\(label)]")
          pieces.insert(text, at: index, through: end)
          strays.append((text, label))
        }
        index = end
      case 0x7E, 0x3D:
        var end = index
        while end < text.count, text[end] == byte { end += 1 }
        if end - index == 2, let pair = Pair(rawValue: byte) {
          let delimiter = NodeTag.text(String(decoding: [byte, byte], as: UTF8.self))
          pieces.insert(delimiter, at: index, through: end)
          delimiters.append(InlinePass.delimiter(pair, delimiter, text, index..<end, node))
        }
        index = end
      default: index += 1
      }
    }
    pieces.finish()
  }

  /// Returns what stands between two pairs of brackets, if that can be a link.
  private static func link(in text: [UInt8], _ range: Range<Int>) -> Substring? {
    let inside = text[range]
    guard !inside.contains(UInt8(ascii: "[")), !inside.contains(UInt8(ascii: "]")) else { return nil }
    return Substring(String(decoding: inside, as: UTF8.self))
  }

  private static func reference(
    _ inside: Substring, _ isEmbed: Bool
  ) -> (OpaquePointer, MarkdownReference)? {
    guard let reference = MarkdownReference(brackets: inside, isEmbed: isEmbed) else { return nil }
    let node = NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, "", "")
    if !isEmbed {
      let bar = inside.firstIndex(of: "|")
      let words = bar.map { String(inside[inside.index(after: $0)...]) }
      // A name is shown as it is written.
      let isName = reference.part == nil && !reference.target.contains("/")
      cmark_node_append_child(
        node, NodeTag.text(words ?? (isName ? String(inside) : reference.ownWords)))
    }
    return (node, reference)
  }

  private static func footnoteLabel(in text: [UInt8], at start: Int) -> String? {
    let id = text[(start + 2)...].prefix(101).prefix {
      $0 > 32 && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
    }
    guard !id.isEmpty, id.count <= 100, id.endIndex < text.count, text[id.endIndex] == UInt8(ascii: "]")
    else {
      return nil
    }
    return String(decoding: id, as: UTF8.self)
  }

  private static func delimiter(
    _ pair: Pair, _ node: OpaquePointer, _ text: [UInt8], _ range: Range<Int>, _ whole: OpaquePointer
  ) -> Delimiter {
    func isSpace(_ byte: UInt8?, _ neighbour: OpaquePointer?) -> Bool {
      if let byte { return byte <= 32 }
      guard let neighbour else { return true }
      let type = cmark_node_get_type(neighbour)
      return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
    }
    func isWord(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 32)
    }
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : nil
    let after = range.upperBound < text.count ? text[range.upperBound] : nil
    var delimiter = Delimiter(
      node: node, pair: pair, canOpen: !isSpace(after, cmark_node_next(whole)),
      canClose: !isSpace(before, range.lowerBound > 0 ? nil : cmark_node_previous(node)))
    if pair == .highlight {
      // "a==b" compares.
      if isWord(before) { delimiter.canOpen = false }
      if isWord(after) { delimiter.canClose = false }
    }
    return delimiter
  }

  // MARK: - Pairs

  private static func wrap(_ delimiters: [Delimiter]) {
    // At most one of each kind, the outer first.
    var open: [Delimiter] = []
    for delimiter in delimiters {
      guard delimiter.canClose, let match = open.lastIndex(where: { $0.pair == delimiter.pair }),
        cmark_node_next(open[match].node) != delimiter.node
      else {
        if delimiter.canOpen {
          open.removeAll { $0.pair == delimiter.pair }
          open.append(delimiter)
        }
        continue
      }
      let tag = delimiter.pair == .strike ? "del" : "mark"
      let wrapper = NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, "<\(tag)>", "</\(tag)>")
      while let next = cmark_node_next(open[match].node), next != delimiter.node {
        cmark_node_append_child(wrapper, next)
      }
      cmark_node_insert_before(delimiter.node, wrapper)
      cmark_node_free(delimiter.node)
      cmark_node_free(open[match].node)
      open.removeSubrange(match...)
    }
  }
}
