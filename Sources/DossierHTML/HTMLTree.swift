/// A page as a tree of elements and texts, in one list in the order of the page.
///
///     let tree = HTMLTree(parsing: Array("<p>Hello".utf8))
///     tree.nodes[1].element == "p"
///
/// What HTML leaves out is put in as browsers do it for the elements that texts are made of. Elements more than `deepest`
/// levels deep count as children of that level, so that a walk of the tree has a bound.
public struct HTMLTree: Sendable {
  /// An element, a text or a comment.
  public struct Node: Sendable {
    /// What the node is.
    public var content: Content
    /// The element that it is in; the first node, which holds all others, is in itself.
    public var parent: Int
    /// The index after the last node in it.
    public var end: Int
  }

  /// What a node is.
  public enum Content: Sendable {
    case element(name: String, attributes: [String: String])
    case text(String)
    case comment(String)
  }

  /// The nodes; the first is the page, an element without a name.
  public private(set) var nodes: [Node]

  /// The most levels.
  public static let deepest = 100

  /// Parses a page in UTF-8.
  ///
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8]) {
    nodes = [Node(content: .element(name: "", attributes: [:]), parent: 0, end: 0)]
    var builder = TreeBuilder()
    var tokenizer = HTMLTokenizer(bytes)
    while let token = tokenizer.next() { builder.take(token, &nodes) }
    builder.closeAll(&nodes)
  }
}

extension HTMLTree.Node {
  /// The element's name in small letters; nothing where the node is none.
  public var element: String? {
    if case .element(let name, _) = content { return name }
    return nil
  }

  /// The text; nothing where the node is none.
  public var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// Returns the value of an attribute.
  public subscript(attribute: String) -> String? {
    if case .element(_, let attributes) = content { return attributes[attribute] }
    return nil
  }
}

extension HTMLTree {
  /// The indices of a node's children.
  public func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      children.append(child)
      child = nodes[child].end
    }
    return children
  }

  /// All text in a node.
  public func text(of index: Int) -> String {
    var text = ""
    for node in nodes[index..<nodes[index].end] {
      if let piece = node.text { text += piece }
    }
    return text
  }
}
