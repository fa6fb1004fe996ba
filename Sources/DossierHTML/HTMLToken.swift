/// A piece of an HTML page.
enum HTMLToken {
  case text(String)
  case start(name: String, attributes: [String: String], isSelfClosing: Bool)
  case end(name: String)
  case comment(String)
}
