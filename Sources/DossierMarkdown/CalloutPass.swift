internal import CCmark
internal import DossierModel

/// Makes callouts of block quotes that begin with "[!note] Title".
enum CalloutPass {
  static func apply(
    to root: OpaquePointer, _ places: inout [OpaquePointer: LeafPlace], _ origin: (OpaquePointer) -> LeafPlace
  ) {
    var quotes: [(OpaquePointer, Callout)] = []
    MarkdownTree.forEachNode(of: root) { node, type in
      if type == CMARK_NODE_BLOCK_QUOTE, let callout = Callout(of: node) { quotes.append((node, callout)) }
    }
    for (quote, callout) in quotes { replace(quote, callout, &places, origin) }
  }

  private static func replace(
    _ quote: OpaquePointer, _ callout: Callout, _ places: inout [OpaquePointer: LeafPlace],
    _ origin: (OpaquePointer) -> LeafPlace
  ) {
    guard let paragraph = cmark_node_first_child(quote), let text = cmark_node_first_child(paragraph) else {
      return
    }
    let element = callout.isOpen == nil ? ("div", "p") : ("details", "summary")
    let block = NodeTag.group.node(
      CMARK_NODE_CUSTOM_BLOCK,
      "<\(element.0) class=\"callout \(callout.look)\"\(callout.isOpen == true ? " open" : "")>",
      "</\(element.0)>")
    let rest = String(decoding: MarkdownTree.literal(of: text).dropFirst(callout.length), as: UTF8.self)
    if rest.isEmpty {
      cmark_node_free(text)
    } else {
      _ = rest.withCString { cmark_node_set_literal(text, $0) }
    }
    let open = "<\(element.1) class=\"callout-title\">"
    let word = "<span class=\"callout-kind\">" + HTML(escaping: callout.word).markup + "</span>"
    let title: OpaquePointer
    if let first = cmark_node_first_child(paragraph), !isBreak(first) {
      let tag: NodeTag = callout.isOpen == nil ? .leaf : .summary
      title = tag.node(CMARK_NODE_CUSTOM_BLOCK, open, "</\(element.1)>")
      var place = origin(paragraph)
      cmark_node_append_child(title, NodeTag.inline.node(CMARK_NODE_CUSTOM_INLINE, word + " ", ""))
      while let node = cmark_node_first_child(paragraph), !isBreak(node) {
        cmark_node_append_child(title, node)
      }
      if cmark_node_first_child(paragraph) != nil {
        (place.endLine, place.endColumn) = (place.startLine, .max)
        var below = origin(paragraph)
        (below.startLine, below.startColumn) = (below.startLine + 1, 1)
        places[paragraph] = below
      }
      places[title] = place
    } else {
      // Without a title of the author's there is nothing to number.
      title = NodeTag.mark.node(CMARK_NODE_CUSTOM_BLOCK, open + word + "</\(element.1)>", "")
    }
    if let first = cmark_node_first_child(paragraph), isBreak(first) { cmark_node_free(first) }
    if cmark_node_first_child(paragraph) == nil { cmark_node_free(paragraph) }
    cmark_node_append_child(block, title)
    NodeTag.moveChildren(of: quote, to: block)
    if callout.isOpen == nil {
      cmark_node_insert_before(quote, block)
    } else {
      // Around it, for its number, which stands before the button.
      let box = NodeTag.group.node(CMARK_NODE_CUSTOM_BLOCK, "<div class=\"folded\">", "</div>")
      cmark_node_insert_before(quote, box)
      cmark_node_append_child(box, block)
    }
    cmark_node_free(quote)
  }

  private static func isBreak(_ node: OpaquePointer) -> Bool {
    let type = cmark_node_get_type(node)
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
  }
}

/// What the first line of a callout says.
private struct Callout {
  /// The word that a reader sees: "Warning".
  var word: String
  /// The class that gives it its look.
  var look: String
  /// Whether it is unfolded at first; nothing where it can't be folded.
  var isOpen: Bool?
  /// The bytes of "[!note]- ".
  var length: Int

  /// Kinds that look alike.
  private static let looks = [
    "tip": "good", "hint": "good", "important": "good", "success": "good", "check": "good", "done": "good",
    "question": "doubt", "help": "doubt", "faq": "doubt", "warning": "doubt", "caution": "doubt",
    "attention": "doubt", "failure": "bad", "fail": "bad", "missing": "bad", "danger": "bad", "error": "bad",
    "bug": "bad",
  ]

  init?(of quote: OpaquePointer) {
    guard let paragraph = cmark_node_first_child(quote),
      cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let node = cmark_node_first_child(paragraph), cmark_node_get_type(node) == CMARK_NODE_TEXT
    else { return nil }
    let text = MarkdownTree.literal(of: node)
    guard text.prefix(2).elementsEqual("[!".utf8) else { return nil }
    let kind = text.dropFirst(2).prefix(40).prefix {
      (0x61...0x7A).contains($0 | 32) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard !kind.isEmpty, kind.endIndex < text.count, text[kind.endIndex] == UInt8(ascii: "]") else {
      return nil
    }
    var index = kind.endIndex + 1
    if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
      isOpen = text[index] == UInt8(ascii: "+")
      index += 1
    }
    while index < text.count, text[index] == 32 { index += 1 }
    length = index
    let name = String(decoding: kind, as: UTF8.self).lowercased()
    word =
      name == "faq" || name == "tldr" ? name.uppercased() : name.prefix(1).uppercased() + name.dropFirst()
    look = Callout.looks[name] ?? "neutral"
  }
}
