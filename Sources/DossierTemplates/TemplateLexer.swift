internal import DossierModel

/// A piece of a template: text, or one tag.
struct TemplateToken: Sendable {
  var kind: Kind
  /// The bytes of the whole piece, braces included.
  var range: TextRange
  /// What a tag names.
  var name = ""
  /// The bytes of the name.
  var nameRange = TextRange(0, 0)
  /// The white space before a tag that has the line to itself: what a partial is indented by.
  var indentation = ""

  enum Kind: Sendable { case text, variable, unescaped, section, inverted, close, partial, comment }
}

/// Cuts a template into text and tags, as the Mustache specification says; tags other than variables that have a
/// line to themselves take the line along.
struct TemplateLexer {
  private let file: TemplateFile
  private let bytes: [UInt8]
  private(set) var tokens: [TemplateToken] = []
  private(set) var problems: [Diagnostic] = []

  init(_ file: TemplateFile) {
    self.file = file
    bytes = Array(file.source.utf8)
    var position = 0
    var textStart = 0
    while position + 1 < bytes.count {
      guard bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") else {
        position += 1
        continue
      }
      addText(textStart, position)
      position = addTag(at: position)
      textStart = position
    }
    addText(textStart, bytes.count)
    removeLinesOfTags()
  }

  private mutating func addText(_ start: Int, _ end: Int) {
    if start < end { tokens.append(TemplateToken(kind: .text, range: TextRange(start, end))) }
  }

  /// Reads the tag at a position, and returns the position after it.
  private mutating func addTag(at start: Int) -> Int {
    var inner = start + 2
    var kind = TemplateToken.Kind.variable
    var end = [UInt8](repeating: UInt8(ascii: "}"), count: 2)
    if inner < bytes.count {
      switch bytes[inner] {
      case UInt8(ascii: "{"):
        kind = .unescaped
        end.append(UInt8(ascii: "}"))
      case UInt8(ascii: "&"): kind = .unescaped
      case UInt8(ascii: "#"): kind = .section
      case UInt8(ascii: "^"): kind = .inverted
      case UInt8(ascii: "/"): kind = .close
      case UInt8(ascii: ">"): kind = .partial
      case UInt8(ascii: "!"): kind = .comment
      case let mark where "=<$%".utf8.contains(mark):
        problems.append(.tagNotOffered(Character(Unicode.Scalar(mark)), file.location(TextRange(start, inner + 1))))
        kind = .comment
      default: inner -= 1
      }
      inner += 1
    }
    guard let close = firstIndex(of: end, from: inner) else {
      problems.append(.unclosedTag(file.location(TextRange(start, start + 2))))
      return bytes.count
    }
    var (low, high) = (inner, close)
    while low < high, isSpace(bytes[low]) { low += 1 }
    while low < high, isSpace(bytes[high - 1]) { high -= 1 }
    let token = TemplateToken(
      kind: kind, range: TextRange(start, close + end.count),
      name: String(decoding: bytes[low..<high], as: UTF8.self), nameRange: TextRange(low, high))
    if kind != .comment, !isName(token.name) {
      problems.append(.badName(token.name, file.location(TextRange(start, close + end.count))))
    } else {
      tokens.append(token)
    }
    return close + end.count
  }

  private func firstIndex(of end: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + end.count <= bytes.count {
      if bytes[index] == end[0], bytes[index..<index + end.count].elementsEqual(end) { return index }
      index += 1
    }
    return nil
  }

  private func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        ($0 | 32) >= UInt8(ascii: "a") && ($0 | 32) <= UInt8(ascii: "z") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
          || "._-/".utf8.contains($0)
      } && name != "."
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Takes the white space and the line end around a tag that stands alone on its line from the text beside it.
  private mutating func removeLinesOfTags() {
    let original = tokens
    for index in tokens.indices {
      switch tokens[index].kind {
      case .text, .variable, .unescaped: continue
      default: break
      }
      let tag = original[index].range
      var start = tag.start
      while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
      var end = tag.end
      while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 || bytes[end] == 13 { end += 1 }
      guard start == 0 || bytes[start - 1] == 10, end == bytes.count || bytes[end] == 10 else { continue }
      tokens[index].indentation = String(decoding: bytes[start..<tag.start], as: UTF8.self)
      if index > 0, tokens[index - 1].kind == .text {
        tokens[index - 1].range.end = min(tokens[index - 1].range.end, max(start, tokens[index - 1].range.start))
      }
      if index + 1 < tokens.count, tokens[index + 1].kind == .text {
        tokens[index + 1].range.start = min(tokens[index + 1].range.end, end == bytes.count ? end : end + 1)
      }
    }
    tokens.removeAll { $0.kind == .comment || $0.kind == .text && $0.range.isEmpty }
  }
}
