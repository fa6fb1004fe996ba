internal import DossierJSON
internal import DossierModel

/// JSON in the making.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    comma()
    bytes += open.utf8
    needsComma = false
    body(&self)
    bytes += close.utf8
    needsComma = true
  }

  /// Begins an entry of an object.
  mutating func key(_ key: String) {
    comma()
    JSONText.append(key, to: &bytes)
    bytes += ":".utf8
    needsComma = false
  }

  mutating func text(_ text: String) {
    comma()
    JSONText.append(text, to: &bytes)
    needsComma = true
  }

  mutating func text(_ text: Substring) {
    comma()
    JSONText.append(text, to: &bytes)
    needsComma = true
  }

  mutating func number(_ number: Int) {
    comma()
    bytes += String(number).utf8
    needsComma = true
  }

  /// A number with so many digits after the point at the most.
  mutating func decimal(_ number: Double, digits: Int) {
    comma()
    bytes += DecimalText.digits(of: number, digits: digits).utf8
    needsComma = true
  }

  mutating func flag(_ flag: Bool) {
    comma()
    bytes += (flag ? "true" : "false").utf8
    needsComma = true
  }

  mutating func null() {
    comma()
    bytes += "null".utf8
    needsComma = true
  }

  mutating func entry(_ key: String, _ value: String) {
    self.key(key)
    text(value)
  }

  mutating func entry(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }

  private mutating func comma() {
    if needsComma { bytes += ",".utf8 }
  }
}

/// JSON whose values stand in lines of their own, for tools that read and compare lines.
extension JSONWriter {
  /// An array that ends in a line of its own.
  mutating func lines(_ body: (inout JSONWriter) -> Void) {
    array { json in
      body(&json)
      json.bytes += "\n".utf8
    }
  }

  /// Begins a line within an array.
  mutating func line() {
    comma()
    bytes += "\n".utf8
    needsComma = false
  }

  /// Ends a whole value, and its line.
  mutating func end() {
    bytes += "\n".utf8
    needsComma = false
  }
}

extension JSONWriter {
  /// Returns a piece of data: a call of the script's own function with a name and one value. It is a script itself, since
  /// a page opened from disk may load nothing else.
  static func piece(_ name: String, _ value: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.bytes += "dossier(".utf8
    json.text(name)
    value(&json)
    json.bytes += ");\n".utf8
    return json.bytes
  }

  /// Returns a file with one object.
  static func file(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(body)
    json.bytes += "\n".utf8
    return json.bytes
  }

  /// Returns an object as JSON-LD in a page. A "<" could end the element that holds it, so it is written as JSON's escape.
  static func element(_ body: (inout JSONWriter) -> Void) -> HTML {
    var json = JSONWriter()
    json.object(body)
    var safe: [UInt8] = []
    safe.reserveCapacity(json.bytes.count + 64)
    for byte in json.bytes {
      if byte == UInt8(ascii: "<") { safe += "\\u003c".utf8 } else { safe.append(byte) }
    }
    return HTML(
      trusted: "<script type=\"application/ld+json\">" + String(decoding: safe, as: UTF8.self) + "</script>")
  }
}
