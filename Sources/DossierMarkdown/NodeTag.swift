internal import CCmark

/// What a node of our own is. libcmark has nodes for CommonMark only; the others are its custom nodes, which carry their
/// tag in the place for a user's data: a number in the place of an address, which nothing reads from.
enum NodeTag: Int {
  /// An inline element that is no link, so that others may stand in it.
  case inline = 1
  /// A block that holds inline nodes and has a number: a term, a caption, a callout's title.
  case leaf
  /// The title of a callout that can be folded: a leaf that is a button, so no link of ours stands in it.
  case summary
  /// The block around text whose spaces are kept.
  case verbatim
  /// A table, which is one leaf, however many cells it has.
  case table
  case row, cell
  /// The words below a picture, which hold inline nodes within a leaf.
  case caption
  /// A block that only holds blocks: a callout, a list of terms.
  case group
  /// The text of a footnote.
  case footnote
  /// A line that parts what libcmark would join.
  case mark

  init?(of node: OpaquePointer) {
    guard let data = cmark_node_get_user_data(node) else { return nil }
    self.init(rawValue: Int(bitPattern: data))
  }

  /// Makes a custom block or inline element.
  ///
  /// - Parameters:
  ///   - open: The markup before what it holds.
  func node(_ type: cmark_node_type, _ open: String, _ close: String) -> OpaquePointer {
    let node = NodeTag.custom(type, open, close)
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: rawValue))
    return node
  }

  /// Makes a custom node without a tag, which counts as a link where it is inline.
  static func custom(_ type: cmark_node_type, _ open: String, _ close: String) -> OpaquePointer {
    let node: OpaquePointer = cmark_node_new(type)
    setMarkup(of: node, open, close)
    return node
  }

  static func setMarkup(of node: OpaquePointer, _ open: String, _ close: String) {
    // Not as arguments: a string made into one is copied to the heap first.
    _ = open.withCString { cmark_node_set_on_enter(node, $0) }
    _ = close.withCString { cmark_node_set_on_exit(node, $0) }
  }

  static func text(_ text: String) -> OpaquePointer {
    let node: OpaquePointer = cmark_node_new(CMARK_NODE_TEXT)
    _ = text.withCString { cmark_node_set_literal(node, $0) }
    return node
  }

  /// Moves all that is in one node to the end of another, which must not lie deep yet: libcmark looks through all
  /// ancestors for each node that it moves.
  static func moveChildren(of old: OpaquePointer, to new: OpaquePointer) {
    while let child = cmark_node_first_child(old) { cmark_node_append_child(new, child) }
  }
}
