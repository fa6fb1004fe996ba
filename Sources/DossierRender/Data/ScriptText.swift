internal import DossierJSON
internal import DossierModel

/// A piece of data in the making: a call of the script's own function with one value of JSON, which is a script since
/// a page opened from disk may load nothing else.
struct ScriptText {
  private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Begins a piece of a name.
  init(_ name: String) {
    bytes = []
    bytes += "dossier(".utf8
    JSONText.append(name, to: &bytes)
    bytes += ",".utf8
  }

  mutating func array(_ body: (inout ScriptText) -> Void) { nest("[", "]", body) }

  mutating func object(_ body: (inout ScriptText) -> Void) { nest("{", "}", body) }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout ScriptText) -> Void) {
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

  private mutating func comma() {
    if needsComma { bytes += ",".utf8 }
  }

  /// Ends the piece, and returns it.
  consuming func finished() -> [UInt8] {
    bytes += ");\n".utf8
    return bytes
  }
}
