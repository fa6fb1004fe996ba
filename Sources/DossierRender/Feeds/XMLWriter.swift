/// XML in the making, an element a line.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  /// Begins an element that holds others.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    tag(name, attributes)
    bytes += ">\n".utf8
  }

  mutating func close(_ name: String) {
    bytes += "</\(name)>\n".utf8
  }

  /// Adds an element with text.
  mutating func element(_ name: String, _ text: String) { element(name, [], text) }

  /// Adds an element with attributes and text.
  mutating func element(_ name: String, _ attributes: [(String, String)], _ text: String) {
    tag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    XMLText.escape(text, into: &bytes)
    close(name)
  }

  /// Adds an element with attributes only.
  mutating func element(_ name: String, _ attributes: [(String, String)]) {
    tag(name, attributes)
    bytes += "/>\n".utf8
  }

  private mutating func tag(_ name: String, _ attributes: [(String, String)]) {
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      XMLText.escape(value, into: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
