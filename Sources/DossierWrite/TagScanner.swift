/// Finds the start tags of a page with their attributes, as the tokenizer of the HTML standard does (section
/// 13.2.5), for pages that are well formed.
struct TagScanner {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
  }

  private let html: [UInt8]
  private var position = 0

  init(html: [UInt8]) { self.html = html }

  /// Returns the next start tag, or nothing at the end.
  mutating func nextTag() -> Tag? {
    while let open = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open + 1
      guard position < html.count else { return nil }
      if html[position...].starts(with: "!--".utf8) {
        skip(past: "-->")
      } else if isLetter(html[position]) {
        let tag = readTag()
        if tag.name == "script" || tag.name == "style" { skip(past: "</" + tag.name) }
        return tag
      }
    }
    return nil
  }

  private mutating func readTag() -> Tag {
    var tag = Tag(name: word(), attributes: [])
    while position < html.count, html[position] != UInt8(ascii: ">") {
      guard isNamePart(html[position]) else {
        position += 1
        continue
      }
      let name = word()
      guard position < html.count, html[position] == UInt8(ascii: "=") else {
        tag.attributes.append((name, ""))
        continue
      }
      position += 1
      tag.attributes.append((name, decoded(value())))
    }
    return tag
  }

  private mutating func word() -> String {
    let start = position
    while position < html.count, isNamePart(html[position]) { position += 1 }
    return String(decoding: html[start..<position], as: UTF8.self).lowercased()
  }

  private mutating func value() -> ArraySlice<UInt8> {
    guard position < html.count else { return [] }
    let quote = html[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let end = html[start...].firstIndex(of: quote) ?? html.count
      position = min(html.count, end + 1)
      return html[start..<end]
    }
    let start = position
    while position < html.count, html[position] > 32, html[position] != UInt8(ascii: ">") { position += 1 }
    return html[start..<position]
  }

  private mutating func skip(past end: String) {
    let end = Array(end.utf8)
    while position + end.count <= html.count, !html[position..<position + end.count].elementsEqual(end) {
      position += 1
    }
    position = min(html.count, position + end.count)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte > 32 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
      && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
  }

  /// Reads the references that this project and libcmark write in attributes.
  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    let names = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#x27;": "'"]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      if let (name, plain) = names.first(where: { rest.hasPrefix($0.key) }) {
        result += plain
        rest = rest.dropFirst(name.count)
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
