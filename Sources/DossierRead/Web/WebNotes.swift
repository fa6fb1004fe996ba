internal import DossierHTML

/// The footnotes of a page: links in the text that lead to a note on the same page.
struct WebNotes {
  /// The names of notes by the element that refers to them.
  private(set) var references: [Int: String] = [:]
  /// The notes in the order in which the text first refers to them.
  private(set) var targets: [(name: String, node: Int)] = []
  private let tree: HTMLTree
  private let page: String?
  private var names: [Int: String] = [:]

  init(_ tree: HTMLTree, page: String?) {
    self.tree = tree
    self.page = page
  }

  func isTarget(_ index: Int) -> Bool { names[index] != nil }

  /// Finds the references in an element, and their notes anywhere after them on the page: what leads back is none.
  mutating func find(in root: Int, isDropped: [Bool]) {
    var ids: [String: Int] = [:]
    for index in tree.nodes.indices {
      if let id = tree.nodes[index]["id"] ?? tree.nodes[index]["name"], ids[id] == nil { ids[id] = index }
    }
    for index in root..<tree.nodes[root].end where tree.nodes[index].element == "a" && !isDropped[index] {
      guard let href = tree.nodes[index]["href"], let hash = href.firstIndex(of: "#"), isReference(index),
        isOwnPage(href[..<hash]), let found = ids[String(href[href.index(after: hash)...])],
        let target = note(around: found), target > index
      else { continue }
      let name = names[target] ?? String(targets.count + 1)
      if names[target] == nil {
        names[target] = name
        targets.append((name, target))
      }
      // The brackets and the raised position belong to the reference.
      let parent = tree.nodes[index].parent
      references[tree.nodes[parent].element == "sup" && parent > root ? parent : index] = name
    }
  }

  private func isOwnPage(_ address: Substring) -> Bool {
    address.isEmpty || page.map { $0.prefix { $0 != "#" } == address } ?? false
  }

  /// Whether a note is no longer than notes are; a page may refer to one often, so no more of it is looked at.
  private func isShort(_ node: Int) -> Bool {
    guard tree.nodes[node].end - node <= 400 else { return false }
    return tree.nodes[node..<tree.nodes[node].end].reduce(0) { $0 + ($1.text?.utf8.count ?? 0) } <= 4_000
  }

  /// Whether a link is the way back from a note to the text.
  static func isWayBack(_ link: HTMLTree.Node) -> Bool {
    link["role"] == "doc-backlink" || link["class"]?.contains("footnote-back") == true
      || link["rev"] == "footnote"
  }

  /// A raised number, or what says that it is one.
  private func isReference(_ link: Int) -> Bool {
    let node = tree.nodes[link]
    if node["role"] == "doc-noteref" || node["epub:type"] == "noteref" { return true }
    let text = tree.text(of: link).filter { !$0.isWhitespace && $0 != "[" && $0 != "]" }
    guard (1...4).contains(text.count) else { return false }
    if tree.nodes[node.parent].element == "sup" { return true }
    if tree.children(of: link).contains(where: { tree.nodes[$0].element == "sup" }) { return true }
    return node["class"]?.contains("foot") == true || node["class"]?.contains("noteref") == true
  }

  /// The element of a note: a list item or paragraph, perhaps around the one that has the id. Never a whole section.
  private func note(around index: Int) -> Int? {
    var node = index
    for _ in 0..<4 {
      guard let name = tree.nodes[node].element else { return nil }
      if ["li", "p", "dd", "aside"].contains(name) || (name == "div" && node == index) {
        return isShort(node) ? node : nil
      }
      node = tree.nodes[node].parent
    }
    return nil
  }
}
