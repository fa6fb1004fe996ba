/// A run of text in one style, out of which a line of Markdown is made.
struct InlineRun: Equatable {
  var content: Content
  var style = Style()
  /// An address of the web.
  var link: String?

  enum Content: Equatable {
    case text(String)
    case lineBreak
    /// A reference to a note.
    case note(String)
  }

  struct Style: OptionSet {
    let rawValue: UInt8
    static let emphasis = Style(rawValue: 1)
    static let strong = Style(rawValue: 2)
    static let code = Style(rawValue: 4)
    static let struck = Style(rawValue: 8)
  }
}

extension Array where Element == InlineRun {
  /// Appends a run, as a part of the last one where it is of the same kind.
  mutating func add(_ run: InlineRun) {
    if case .text(let more) = run.content, let last, case .text(let text) = last.content,
      last.style == run.style, last.link == run.link
    {
      self[count - 1].content = .text(text + more)
    } else {
      append(run)
    }
  }

  /// Whether there is no text in them.
  var isBlank: Bool {
    allSatisfy { run in
      switch run.content {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .lineBreak: true
      case .note: false
      }
    }
  }

  /// Takes the number away that a note starts with: "1. ".
  mutating func dropNumber() {
    guard let first = firstIndex(where: { ![$0].isBlank }), case .text(let text) = self[first].content else {
      return
    }
    let start = text.drop(while: \.isWhitespace)
    let digits = start.prefix { $0.isASCII && $0.isNumber }
    let rest = start.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return }
    self[first].content = .text(String(rest.dropFirst(2)))
  }

  /// The text on one line.
  var text: String {
    TitleText.normalised(
      map { run in
        if case .text(let text) = run.content { return text }
        return " "
      }.joined())
  }

  /// The paragraphs: two line breaks in a row part them.
  var paragraphs: [[InlineRun]] {
    var result: [[InlineRun]] = []
    var current: [InlineRun] = []
    var breaks = 0
    for run in self {
      switch run.content {
      case .lineBreak: breaks += 1
      case .text(let text) where breaks > 0 && text.allSatisfy(\.isWhitespace): break
      default:
        if breaks >= 2, !current.isBlank {
          result.append(current)
          current = []
        } else if breaks > 0, !current.isEmpty {
          current.append(InlineRun(content: .lineBreak))
        }
        breaks = 0
        current.append(run)
      }
    }
    if !current.isBlank { result.append(current) }
    return result
  }

  /// The runs as Markdown.
  ///
  /// - Parameter isPlain: Whether styles and links are left out, as in headings.
  func markdown(isPlain: Bool = false) -> MarkdownWriter.Inline {
    var line = MarkdownWriter.Inline()
    for (index, run) in enumerated() {
      switch run.content {
      case .lineBreak: line.breakLine()
      case .note(let name): line.append(markup: "[^\(name)]")
      case .text(let text) where isPlain || (run.style.isEmpty && run.link == nil): line.append(text)
      case .text(let text): append(text, run, next: self[(index + 1)...].first, to: &line)
      }
    }
    return line
  }

  private func append(
    _ text: String, _ run: InlineRun, next: InlineRun?, to line: inout MarkdownWriter.Inline
  ) {
    let core = TitleText.normalised(text)
    guard let first = core.unicodeScalars.first, let last = core.unicodeScalars.last else {
      return line.append(" ")
    }
    if text.first?.isWhitespace == true { line.append(" ") }
    // CommonMark takes asterisks for emphasis only where these rules hold; elsewhere they would be seen.
    let before = line.bytes.last
    let opens = isWord(first) || before == nil || before == 32 || before == 10
    let closes = isWord(last) || text.last?.isWhitespace == true || !Self.startsWithWord(next)
    var marks = ""
    if run.link == nil, opens, closes, before != UInt8(ascii: "*"), before != UInt8(ascii: "~") {
      if run.style.contains(.struck) { marks = "~~" }
      if run.style.contains(.strong) { marks += "**" }
      if run.style.contains(.emphasis) { marks += "*" }
    }
    if run.style.contains(.code), run.link == nil, !core.contains("`"), !core.contains("|") {
      line.append(markup: "`" + core.filter { !$0.isNewline } + "`")
    } else if let link = run.link {
      line.append(markup: "[")
      line.append(core)
      line.append(markup: "](<" + Self.destination(link) + ">)")
    } else {
      line.append(markup: marks)
      line.append(core)
      line.append(markup: String(marks.reversed()))
    }
    if text.last?.isWhitespace == true { line.append(" ") }
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether text goes on without a space or a mark.
  private static func startsWithWord(_ run: InlineRun?) -> Bool {
    guard let run, case .text(let text) = run.content, let first = text.unicodeScalars.first else {
      return false
    }
    return first.properties.isAlphabetic || first.properties.numericType != nil
  }

  /// An address between "<" and ">".
  private static func destination(_ link: String) -> String {
    var result = ""
    for scalar in link.unicodeScalars {
      switch scalar {
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case "|": result += "%7C"
      case "`": result += "%60"
      case "&": result += "\\&"
      case "\0"..." ", "\u{7F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
