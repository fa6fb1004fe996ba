/// Puts the pieces of a page into their places.
struct TreeBuilder {
  /// The open elements, the page first.
  private var open: [(name: String, index: Int)] = [("", 0)]

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]

  /// Elements before which an open paragraph ends.
  private static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
  ]

  /// What a start tag closes, and what it never reaches across.
  private static let siblings: [String: (closes: Set<String>, within: Set<String>)] = [
    "li": (["li"], ["ul", "ol", "menu", "dir"]),
    "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
    "tr": (["tr", "td", "th"], ["table"]), "td": (["td", "th"], ["tr", "table"]),
    "th": (["td", "th"], ["tr", "table"]),
    "thead": (["thead", "tbody", "tfoot", "tr", "td", "th"], ["table"]),
    "tbody": (["thead", "tbody", "tfoot", "tr", "td", "th"], ["table"]),
    "tfoot": (["thead", "tbody", "tfoot", "tr", "td", "th"], ["table"]),
    "option": (["option"], ["select", "datalist"]),
  ]

  /// What an end tag of another element does not reach across.
  private static let borders: Set<String> = ["td", "th", "table", "body", "html"]

  mutating func take(_ token: HTMLToken, _ nodes: inout [HTMLTree.Node]) {
    switch token {
    case .text(let text): add(.text(text), &nodes)
    case .comment(let text): add(.comment(text), &nodes)
    case .end(let name): close(name, &nodes)
    case .start(let name, let attributes, let isSelfClosing):
      makeRoom(for: name, &nodes)
      let index = nodes.count
      add(.element(name: name, attributes: attributes), &nodes)
      // "<div/>" is open in HTML; in XHTML only elements without text are written so.
      let isClosed = TreeBuilder.void.contains(name) || (isSelfClosing && name.contains(":"))
      if !isClosed, open.count < HTMLTree.deepest { open.append((name, index)) }
    }
  }

  mutating func closeAll(_ nodes: inout [HTMLTree.Node]) {
    pop(to: 1, &nodes)
    nodes[0].end = nodes.count
  }

  private mutating func add(_ content: HTMLTree.Content, _ nodes: inout [HTMLTree.Node]) {
    nodes.append(HTMLTree.Node(content: content, parent: open[open.count - 1].index, end: nodes.count + 1))
  }

  /// Closes what ends before an element of this name.
  private mutating func makeRoom(for name: String, _ nodes: inout [HTMLTree.Node]) {
    if TreeBuilder.endsParagraph.contains(name) {
      closeNearest(["p"], within: ["td", "th", "table", "li", "blockquote", "button"], &nodes)
    }
    if let rule = TreeBuilder.siblings[name] { closeNearest(rule.closes, within: rule.within, &nodes) }
  }

  /// Closes the outermost of the elements of some names that are open within the nearest border.
  private mutating func closeNearest(
    _ names: Set<String>, within borders: Set<String>, _ nodes: inout [HTMLTree.Node]
  ) {
    var level = open.count - 1
    var outermost: Int?
    while level > 0, !borders.contains(open[level].name) {
      if names.contains(open[level].name) { outermost = level }
      level -= 1
    }
    if let outermost { pop(to: outermost, &nodes) }
  }

  private mutating func close(_ name: String, _ nodes: inout [HTMLTree.Node]) {
    var level = open.count - 1
    while level > 0 {
      if open[level].name == name { return pop(to: level, &nodes) }
      let isBorder = TreeBuilder.borders.contains(open[level].name)
      if isBorder, !["table", "tr", "tbody", "thead", "tfoot", "body", "html"].contains(name) { return }
      level -= 1
    }
  }

  private mutating func pop(to level: Int, _ nodes: inout [HTMLTree.Node]) {
    while open.count > level {
      let (_, index) = open.removeLast()
      nodes[index].end = nodes.count
    }
  }
}
