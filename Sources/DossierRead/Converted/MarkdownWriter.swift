/// Writes CommonMark in which nothing but what it is told to is markup.
///
/// A block is one line, but for line breaks that are meant.
struct MarkdownWriter {
  private(set) var bytes: [UInt8] = []
  /// The items and quotations that are begun.
  private var levels: [Level] = []
  /// What stands once before the next line, in place of the last prefixes: "- ".
  private var marker: [UInt8]?

  private struct Level {
    /// What stands before each line: "> ", the spaces of an item, or nothing where it lies too deep.
    var prefix: [UInt8]
    /// The marker before it.
    var outer: [UInt8]?
    var isItem = false
  }

  /// So many list items and quotations lie in each other; more are written as if they did not.
  private static let deepest = 8

  /// Text with markup in it, and whether it may be the start of a line.
  struct Inline: Equatable {
    var bytes: [UInt8] = []

    /// Whether nothing can be seen.
    var isBlank: Bool { bytes.allSatisfy { $0 == 32 || $0 == 10 || $0 == 0x5C } }

    /// Appends text, in which nothing is markup. White space becomes single spaces.
    mutating func append(_ text: some StringProtocol) {
      for scalar in text.unicodeScalars { append(scalar) }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        if let last = bytes.last, last != 32, last != 10 { bytes.append(32) }
      // What orders text about or cannot be seen: no part of a readable text.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{FFFC}": break
      case ":" where bytes.isEmpty || bytes.last == 10: bytes += Array("\\:".utf8)
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "~", "|", "=", "%", "^", "{":
        bytes.append(0x5C)
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }

    /// Appends a line break.
    mutating func breakLine() {
      guard !bytes.isEmpty, bytes.last != 10 else { return }
      if bytes.last == 32 { bytes.removeLast() }
      bytes += [0x5C, 10]
    }

    /// Appends markup.
    mutating func append(markup: String) { bytes += Array(markup.utf8) }
  }

  /// Writes a paragraph, or nothing where it is blank.
  mutating func paragraph(_ text: Inline) { block(text, lead: "") }

  /// Writes a heading of level 1 to 6.
  mutating func heading(_ text: Inline, level: Int) {
    // A heading is one line.
    var line = text
    line.bytes = MarkdownWriter.withoutBreaks(text.bytes)
    block(line, lead: String(repeating: "#", count: max(1, min(6, level))) + " ")
  }

  /// Writes lines that are kept as they are.
  mutating func code(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard lines.contains(where: { $0.contains { !$0.isWhitespace } }) else { return }
    var longest = 2
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == 0x60 ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    let fence = [UInt8](repeating: 0x60, count: longest + 1)
    startBlock()
    line(fence)
    for text in lines {
      line(Array(text.utf8.lazy.filter { $0 >= 32 || $0 == 9 }))
    }
    line(fence)
  }

  /// Writes a table, its first row the head. Nothing where it has no cells.
  mutating func table(_ rows: [[Inline]]) {
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return }
    startBlock()
    for (number, row) in rows.enumerated() {
      var text: [UInt8] = [0x7C]
      for column in 0..<width {
        let cell = column < row.count ? MarkdownWriter.withoutBreaks(row[column].bytes) : []
        text += [32] + cell + [32, 0x7C]
      }
      line(text)
      if number == 0 { line(Array("|".utf8) + (0..<width).flatMap { _ in Array(" --- |".utf8) }) }
    }
  }

  /// Writes Markdown that another writer has written.
  mutating func append(_ markdown: [UInt8]) {
    guard !markdown.isEmpty else { return }
    startBlock()
    bytes += markdown
  }

  /// Writes a line between parts.
  mutating func rule() {
    startBlock()
    line(Array("***".utf8))
  }

  /// Begins an item of a list; what is written up to `end()` is in it.
  mutating func beginItem(_ sign: String, isFirst: Bool) {
    guard levels.count < MarkdownWriter.deepest else {
      return levels.append(Level(prefix: [], outer: marker))
    }
    // Items without blank lines between them stand close together; a list in an item does too, where it can.
    let isTight = !isFirst || (levels.last?.isItem == true && (sign == "-" || sign == "1."))
    if !isTight { startBlock() }
    let prefix = [UInt8](repeating: 32, count: sign.utf8.count + 1)
    levels.append(Level(prefix: prefix, outer: marker, isItem: true))
    marker = (marker ?? []) + Array((sign + " ").utf8)
  }

  /// Begins a quotation; what is written up to `end()` is in it.
  mutating func beginQuotation() {
    guard levels.count < MarkdownWriter.deepest, marker == nil else {
      return levels.append(Level(prefix: [], outer: marker))
    }
    startBlock()
    levels.append(Level(prefix: [0x3E, 32], outer: nil))
  }

  /// Ends an item or a quotation. One without text is none.
  mutating func end() {
    let level = levels.removeLast()
    if marker != nil { marker = level.outer }
  }

  /// Writes a note, to which "[^name]" leads.
  mutating func note(_ name: String, _ text: Inline) {
    var line = text
    line.bytes = MarkdownWriter.withoutBreaks(text.bytes)
    block(line, lead: "[^\(name)]: ")
  }

  // MARK: - Lines

  private var prefixes: [UInt8] { levels.flatMap(\.prefix) }

  private mutating func block(_ text: Inline, lead: String) {
    var bytes = text.bytes[...]
    while let last = bytes.last, last == 32 || last == 10 {
      // A line feed has its backslash before it.
      bytes.removeLast(last == 10 ? 2 : 1)
    }
    while bytes.first == 32 { bytes.removeFirst() }
    guard !Inline(bytes: Array(bytes)).isBlank else { return }
    startBlock()
    for (number, part) in bytes.split(separator: 10).enumerated() {
      let start = part.drop { $0 == 32 }
      line((number == 0 ? Array(lead.utf8) : []) + MarkdownWriter.asText(start))
    }
  }

  /// The blank line before a block; none at the top, nor after the sign of an item.
  private mutating func startBlock() {
    guard marker == nil, !bytes.isEmpty else { return }
    var blank = prefixes
    while blank.last == 32 { blank.removeLast() }
    bytes += blank + [10]
  }

  private mutating func line(_ text: [UInt8]) {
    if let marker {
      // The sign stands in place of the spaces of its item, and of those that it stands for too.
      var before = prefixes
      before.removeLast(min(before.count, marker.count))
      bytes += before + marker + text + [10]
      self.marker = nil
    } else {
      bytes += prefixes + text + [10]
    }
  }

  /// A line that starts like a list, a rule or a definition gets a backslash before that.
  private static func asText(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard let first = line.first else { return [] }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"): return [0x5C] + line
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix { (0x30...0x39).contains($0) }
      let rest = line.dropFirst(digits.count)
      guard let sign = rest.first, sign == 0x2E || sign == 0x29 else { return Array(line) }
      return Array(digits) + [0x5C] + rest
    default: return Array(line)
    }
  }

  private static func withoutBreaks(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(10) else { return bytes }
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 10, result.last == 0x5C { result.removeLast() }
      result.append(byte == 10 ? 32 : byte)
    }
    return result
  }
}
