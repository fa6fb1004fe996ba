internal import DossierModel

/// Cuts a template into text and tags, as the Mustache specification says; tags other than variables that have a
/// line to themselves take the line along.
struct TemplateLexer {
  private let file: TemplateFile
  let bytes: [UInt8]
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

  private mutating func report(_ start: Int, _ end: Int, _ problem: (SourceLocation) -> Diagnostic) {
    // A location costs a walk through the file, so their number is limited.
    if problems.count < TemplateErrors.most { problems.append(problem(file.location(TextRange(start, end)))) }
  }

  /// Reads the tag at a position, and returns the position after it.
  private mutating func addTag(at start: Int) -> Int {
    var inner = start + 3
    var kind = TemplateToken.Kind.variable
    var isOffered = true
    let mark = start + 2 < bytes.count ? bytes[start + 2] : 0
    switch mark {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .inverted
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"): isOffered = false
    default: inner = start + 2
    }
    let braces = mark == UInt8(ascii: "{") ? 3 : 2
    let (close, isClosed) = end(of: kind, from: inner, braces: braces)
    guard isClosed else {
      report(start, start + braces) { .unclosedTag(braces: braces, $0) }
      return close
    }
    let end = close + braces
    guard isOffered else {
      report(start, end) { .tagNotOffered(mark, $0) }
      return end
    }
    var (low, high) = (inner, close)
    while low < high, isSpace(bytes[low]) { low += 1 }
    while low < high, isSpace(bytes[high - 1]) { high -= 1 }
    let token = TemplateToken(
      kind: kind, range: TextRange(start, end), name: String(decoding: bytes[low..<high], as: UTF8.self),
      nameRange: TextRange(low, high))
    if kind != .comment, !isName(bytes[low..<high], ofPartial: kind == .partial) {
      report(start, end) { .badName(token.name, $0) }
    } else {
      tokens.append(token)
    }
    return end
  }

  /// Returns where the closing braces of a tag are. Without any, returns where reading goes on: at the next tag,
  /// because a tag that is not closed must not swallow what follows.
  private func end(of kind: TemplateToken.Kind, from start: Int, braces: Int) -> (Int, isClosed: Bool) {
    var index = start
    while index + 1 < bytes.count {
      let isPair = bytes[index] == bytes[index + 1]
      if isPair, bytes[index] == UInt8(ascii: "}") {
        if braces == 2 || index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "}") {
          return (index, true)
        }
      } else if isPair, bytes[index] == UInt8(ascii: "{"), kind != .comment {
        return (index, false)
      }
      index += 1
    }
    return (bytes.count, false)
  }

  /// Names are parts of letters, digits, "-" and "_", with dots between them; those of partials are paths.
  private func isName(_ name: ArraySlice<UInt8>, ofPartial: Bool) -> Bool {
    var isAfterPart = false
    for byte in name {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        isAfterPart = true
      case UInt8(ascii: ".") where isAfterPart, UInt8(ascii: "/") where isAfterPart && ofPartial:
        isAfterPart = false
      default: return false
      }
    }
    return isAfterPart
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  // MARK: - Lines

  /// Takes the white space and the line end around a tag that stands alone on its line from the text beside it.
  private mutating func removeLinesOfTags() {
    for index in tokens.indices {
      switch tokens[index].kind {
      case .text, .variable, .unescaped: continue
      default: break
      }
      let tag = tokens[index].range
      var start = tag.start
      while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
      var end = tag.end
      while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 { end += 1 }
      if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { end += 1 }
      guard startsLine(start), end == bytes.count || bytes[end] == 10 else {
        tokens[index].startsLine = startsLine(tag.start)
        continue
      }
      tokens[index].indentation = String(decoding: bytes[start..<tag.start], as: UTF8.self)
      if index > 0, tokens[index - 1].kind == .text {
        tokens[index - 1].range = cut(index - 1, endingAt: start)
      }
      if index + 1 < tokens.count, tokens[index + 1].kind == .text {
        let range = tokens[index + 1].range
        tokens[index + 1].range = TextRange(min(range.end, end + 1), range.end)
      }
    }
    for index in tokens.indices {
      switch tokens[index].kind {
      case .text, .variable, .unescaped:
        let range = tokens[index].range
        tokens[index].startsLine = !range.isEmpty && startsLine(range.start)
      case .comment where tokens[index].startsLine:
        // The line has begun, though the comment shows nothing.
        tokens[index].kind = .text
        tokens[index].range.start = tokens[index].range.end
      default: break
      }
    }
    tokens.removeAll { $0.kind == .comment || $0.kind == .text && $0.range.isEmpty && !$0.startsLine }
  }

  private func startsLine(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == 10 }

  private func cut(_ index: Int, endingAt end: Int) -> TextRange {
    let range = tokens[index].range
    return TextRange(range.start, max(range.start, min(range.end, end)))
  }
}
