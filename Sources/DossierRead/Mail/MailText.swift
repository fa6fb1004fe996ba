/// The plain text of a mail: paragraphs, lists, what is quoted of other mails, and the signature.
struct MailText {
  private struct Line {
    var text: Substring
    /// How many ">" stand before it.
    var depth: Int
    /// Whether the next line is its continuation (RFC 3676).
    var isFlowed = false
  }

  private var lines: [Line]
  /// The width at which lines are broken.
  private let width: Int

  /// - Complexity: O(bytes).
  init(_ text: String, isFlowed: Bool) {
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { MailText.line($0, isFlowed) }
    width = min(80, lines.lazy.map(\.text.utf8.count).filter { $0 <= 80 }.max() ?? 80)
  }

  private static func line(_ text: Substring, _ isFlowed: Bool) -> Line {
    var rest = text
    var depth = 0
    while true {
      let next = rest.drop { $0 == " " }
      // Text that is set in has no sign after its spaces.
      guard next.first == ">", depth < 20 else { break }
      depth += 1
      rest = next.dropFirst()
    }
    if depth > 0 || isFlowed, rest.first == " " { rest = rest.dropFirst() }
    let isSoft = isFlowed && rest.last == " " && rest != "-- "
    return Line(text: rest, depth: depth, isFlowed: isSoft)
  }

  /// Writes the text. Quoted mails are quotations; the signature stands below a line.
  func write(to writer: inout MarkdownWriter) {
    var start = 0
    var depth = 0
    /// Whether all that follows is another mail.
    var isForwarded = false
    while start < lines.count {
      let line = lines[start]
      let plain = line.text.trimmed
      if plain.isEmpty {
        start += 1
        continue
      }
      while depth > line.depth {
        writer.end()
        depth -= 1
      }
      while depth < line.depth {
        writer.beginQuotation()
        depth += 1
      }
      if line.depth == 0, !isForwarded, MailText.isForwardingLine(plain) {
        isForwarded = true
        writer.beginQuotation()
        start += 1
        continue
      }
      if line.text == "-- " || line.text == "--" {
        writer.rule()
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, lines[end].depth == line.depth, !lines[end].text.allSatisfy(\.isWhitespace),
        lines[end].text != "-- ", !(line.depth == 0 && MailText.isForwardingLine(lines[end].text.trimmed))
      {
        end += 1
      }
      paragraphs(start..<end, to: &writer)
      start = end
    }
    for _ in 0..<depth { writer.end() }
    if isForwarded { writer.end() }
  }

  /// "-----Original Message-----", "---------- Forwarded message ---------".
  private static func isForwardingLine(_ text: String) -> Bool {
    guard text.hasPrefix("---"), text.hasSuffix("---"), text.utf8.count < 100 else { return false }
    return text.contains { $0.isLetter }
  }

  /// Writes lines between which no blank one stands.
  private func paragraphs(_ range: Range<Int>, to writer: inout MarkdownWriter) {
    var text = MarkdownWriter.Inline()
    var sign: String?
    var wasItem = false
    func finish(_ writer: inout MarkdownWriter) {
      if let sign {
        writer.beginItem(sign, isFirst: !wasItem)
        writer.paragraph(text)
        writer.end()
        wasItem = true
      } else {
        wasItem = false
        writer.paragraph(text)
      }
      text = MarkdownWriter.Inline()
      sign = nil
    }
    for index in range {
      let line = lines[index].text.trimmed
      if let item = MailText.item(line) {
        if index > range.lowerBound { finish(&writer) }
        sign = item.sign
        text.append(item.text)
        continue
      }
      if index > range.lowerBound, !text.bytes.isEmpty {
        // A line that was meant as one is a paragraph: names in two lines are two.
        if isSoft(index) { text.append(" ") } else { finish(&writer) }
      }
      text.append(line)
    }
    finish(&writer)
  }

  /// Whether a line is the continuation of the one before: where its first word would not have fitted there.
  private func isSoft(_ index: Int) -> Bool {
    let last = lines[index - 1]
    if last.isFlowed { return true }
    let word = lines[index].text.drop { $0 == " " }.prefix { $0 != " " }.utf8.count
    let used = last.text.utf8.count
    return used >= 40 && used <= 100 && used + 1 + word > width - width / 8
  }

  private static func item(_ line: String) -> (sign: String, text: Substring)? {
    for sign in ["- ", "* ", "• ", "– "] where line.hasPrefix(sign) { return ("-", line.dropFirst(2)) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
    return ("\(digits).", rest.dropFirst(2))
  }
}
