internal import DossierHTML

/// Which part of a page is its text.
///
/// Left out is what elements and roles say to be no text, what is hidden, what classes name as something around the text, and
/// runs of links. Of what is left, the main text is the smallest element that holds most of the prose.
struct MainText {
  /// The element that holds the text.
  private(set) var root = 0
  /// By node: whether it is left out, with all that is in it.
  private(set) var isDropped: [Bool]
  private let tree: HTMLTree
  /// By node: the bytes of text, of text in links, and of prose in what is not left out.
  private var weights: [Weight]

  private struct Weight {
    var text: Int32 = 0
    var links: Int32 = 0
    var prose: Int32 = 0
  }

  /// - Complexity: O(nodes).
  init(_ tree: HTMLTree) {
    self.tree = tree
    isDropped = [Bool](repeating: false, count: tree.nodes.count)
    weights = [Weight](repeating: Weight(), count: tree.nodes.count)
    drop { $0.isNoText($1) }
    weigh()
    let all = weights[0].text
    // A page whose whole body is of class "with-sidebar" has a text all the same.
    drop { $0.weights[$1].text * 2 < all && $0.isAround($1) }
    weigh()
    drop { $0.isRunOfLinks($1) }
    weigh()
    root = chosenRoot()
  }

  private mutating func drop(_ isMeant: (MainText, Int) -> Bool) {
    for index in tree.nodes.indices.dropFirst() where !isDropped[index] {
      let isMeant = isDropped[tree.nodes[index].parent] || isMeant(self, index)
      if isMeant { isDropped[index] = true }
    }
  }

  private mutating func weigh() {
    for index in tree.nodes.indices.reversed() {
      guard !isDropped[index] else {
        weights[index] = Weight()
        continue
      }
      switch tree.nodes[index].content {
      case .comment: weights[index] = Weight()
      case .text(let text):
        weights[index] = Weight(text: Int32(clamping: text.utf8.lazy.filter { $0 > 32 }.count))
      case .element(let name, _):
        var sum = Weight()
        var child = index + 1
        while child < tree.nodes[index].end {
          sum.text += weights[child].text
          sum.links += weights[child].links
          sum.prose += weights[child].prose
          child = tree.nodes[child].end
        }
        if name == "a" { sum.links = sum.text }
        // A paragraph, and a run of text that is in none.
        if MainText.proseElements.contains(name), sum.text >= 25, sum.links * 2 < sum.text {
          sum.prose = max(sum.prose, sum.text - sum.links)
        } else if !MainText.inlineElements.contains(name) {
          let own = tree.children(of: index).reduce(Int32(0)) { own, child in
            let isText =
              tree.nodes[child].text != nil
              || tree.nodes[child].element.map(MainText.inlineElements.contains) == true
            return isText && weights[child].prose == 0
              ? own + weights[child].text - weights[child].links : own
          }
          if own >= 60 { sum.prose += own }
        }
        weights[index] = sum
      }
    }
  }

  // MARK: - What is left out

  private static let proseElements: Set<String> = ["p", "li", "blockquote", "pre", "dd", "td", "figcaption"]
  static let inlineElements: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "dfn", "del", "em", "font", "i",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time",
    "tt", "u", "var", "wbr",
  ]
  private static let noText: Set<String> = [
    "head", "title", "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button",
    "input", "select", "textarea", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "dialog", "figure", "figcaption", "img", "picture", "map", "menu", "noframes", "frameset", "applet",
  ]
  private static let noTextRoles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "dialog", "alertdialog", "search", "menu",
    "menubar", "toolbar", "tablist", "alert", "form", "button",
  ]

  private func isNoText(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard case .element(let name, let attributes) = node.content else { return false }
    if MainText.noText.contains(name) {
      // Some wrap the whole page in a form, and tables and quotations in figures.
      if name == "form" { return !holds(["article", "main", "h1"], index) }
      if name == "figure" { return !holds(["table", "blockquote", "pre"], index) }
      if name == "figcaption" { return !isOfShownFigure(index) }
      return true
    }
    if let role = attributes["role"]?.lowercased(), MainText.noTextRoles.contains(role) { return true }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    guard let style = attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// A caption is left out with its picture; that of a table stays.
  private func isOfShownFigure(_ caption: Int) -> Bool {
    let figure = tree.nodes[caption].parent
    return tree.nodes[figure].element == "figure" && !isDropped[figure]
  }

  private func holds(_ names: Set<String>, _ index: Int) -> Bool {
    tree.nodes[(index + 1)..<tree.nodes[index].end].contains { $0.element.map(names.contains) ?? false }
  }

  private static let aroundWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "byline", "comments",
    "commentlist", "consent", "cookie", "cookies", "disqus", "donate", "editsection", "footer", "gdpr",
    "hatnote",
    "jump", "masthead", "menu", "modal", "nav", "navbar", "navbox", "navigation", "newsletter", "noprint",
    "outbrain", "overlay", "pagination", "pager", "paywall", "popup", "promo", "promoted", "recirc",
    "recommended", "related", "respond", "share", "sharing", "sharedaddy", "sidebar", "signup", "skip",
    "social",
    "sponsor", "sponsored", "subscribe", "taboola", "tagcloud", "toc", "toolbar", "trending", "widget",
  ]
  /// Whether a class or id says that an element stands around the text.
  private func isAround(_ index: Int) -> Bool {
    guard case .element(let name, let attributes) = tree.nodes[index].content,
      !["html", "body", "article", "main", "h1"].contains(name)
    else { return false }
    for value in [attributes["class"], attributes["id"]] {
      guard let value, value.utf8.count < 500 else { continue }
      if MainText.words(of: value).contains(where: MainText.aroundWords.contains) { return true }
    }
    return false
  }

  /// "shareTools js-nav_bar" has the words "share", "tools", "js", "nav", "bar".
  private static func words(of value: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsSmall = false
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in value.utf8 {
      let isCapital = byte >= 0x41 && byte <= 0x5A
      let isSmall = byte >= 0x61 && byte <= 0x7A
      if !isCapital, !isSmall {
        finish()
      } else {
        if isCapital, previousIsSmall { finish() }
        word.append(byte | 32)
      }
      previousIsSmall = isSmall
    }
    finish()
    return words
  }

  /// Whether an element is a menu in all but name: three links or more, and little else.
  private func isRunOfLinks(_ index: Int) -> Bool {
    guard let name = tree.nodes[index].element,
      ["ul", "ol", "div", "section", "table", "td", "p", "dl"].contains(name)
    else { return false }
    let weight = weights[index]
    guard weight.text > 0, weight.prose == 0, weight.links * 5 >= weight.text * 4 else { return false }
    let links = tree.nodes[index..<tree.nodes[index].end].lazy.filter { $0.element == "a" }.prefix(3).count
    return links >= 3
  }

  // MARK: - The root

  /// Whether an element only holds others: no paragraph, list or quotation, which are text themselves.
  private func isContainer(_ index: Int) -> Bool {
    guard let name = tree.nodes[index].element else { return false }
    if name == "td" || name == "table" { return holds(["table", "p", "br"], index) }
    return !MainText.proseElements.contains(name) && !["ul", "ol", "dl", "figure"].contains(name)
      && !MainText.inlineElements.contains(name)
  }

  /// Articles and the main part hold the text where they hold half of the prose; else the way leads down as long as one child
  /// holds nearly all.
  private func chosenRoot() -> Int {
    let all = weights[0].prose > 0 ? weights.map(\.prose) : weights.map(\.text)
    func isMost(_ index: Int, _ percent: Int32) -> Bool {
      Int64(all[index]) * 100 >= Int64(all[0]) * Int64(percent)
    }
    func best(_ isMeant: (HTMLTree.Node) -> Bool) -> Int? {
      let found = tree.nodes.indices.filter { isMeant(tree.nodes[$0]) && !isDropped[$0] && isMost($0, 50) }
      // The last that holds so much is the innermost.
      return found.last
    }
    if let body = best({ $0["itemprop"] == "articleBody" && $0.element != "meta" }) { return body }
    if let article = best({ $0.element == "article" || $0["role"] == "article" }) { return article }
    if let main = best({ $0.element == "main" || $0["role"] == "main" }) { return main }
    var root = 0
    while let child = tree.children(of: root).first(where: { isMost($0, 85) && isContainer($0) }) {
      root = child
    }
    return root
  }
}
