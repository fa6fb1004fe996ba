/// Something that the author should know: an error, a warning or a note, with its place and what to do.
///
/// The message is lower case, without a full stop, says what is wrong, and has the author's text in single
/// quotes. The hint is an imperative that can be done now.
public struct Diagnostic: Hashable, Sendable, Error {
  /// How bad it is.
  public var severity: Severity
  /// The stable name of the message, stage first: "read.bad-date".
  public var id: String
  /// Where it is, if it is anywhere.
  public var location: SourceLocation?
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var hint: String?

  /// How bad a diagnostic is.
  public enum Severity: UInt8, Comparable, Sendable {
    /// Done, and worth knowing.
    case note
    /// Probably not what the author wants.
    case warning
    /// Something could not be done.
    case error

    /// Orders by how bad it is.
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

    /// The word in messages: "error".
    public var word: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, id: String, at location: SourceLocation? = nil, _ message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.location = location
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The printed form: a line that editors can parse, the line in question with a caret, and the hint. Text of
  /// the author's is made safe for a terminal.
  ///
  ///     seeds/korea.md:12:7: error: unknown date '15 Augst 2022'
  ///         date: 15 Augst 2022
  ///               ^~~~~~~~~~~~~
  ///       hint: write it as 2022-08-15
  public var description: String {
    var text = ""
    if let location {
      text += TerminalText.safe(location.path)
      if location.line > 0 {
        text += ":\(location.line)"
        if location.column > 0 { text += ":\(location.column)" }
      }
      text += ": "
    }
    text += "\(severity.word): \(TerminalText.safe(message))"
    if let location, location.column > 0, !location.excerpt.isEmpty {
      let (line, column) = Diagnostic.window(of: location)
      let width = min(location.length, max(1, line.count - column + 1))
      text += "\n    " + TerminalText.safe(line)
      text +=
        "\n    " + String(repeating: " ", count: column - 1) + "^" + String(repeating: "~", count: width - 1)
    }
    if let hint { text += "\n  hint: " + TerminalText.safe(hint) }
    return text
  }

  /// Returns at most 100 characters of a long line around the column, tabs as spaces, and the column in it.
  private static func window(of location: SourceLocation) -> (line: String, column: Int) {
    let line = location.excerpt.map { $0 == "\t" ? " " : $0 }
    let column = location.column - location.cut
    guard line.count > 100 else { return (String(line), column) }
    let from = max(0, min(column - 41, line.count - 98))
    var cut = String(line[from..<min(line.count, from + 98)])
    if from > 0 { cut = "…" + cut }
    if from + 98 < line.count { cut += "…" }
    return (cut, column - from + (from > 0 ? 1 : 0))
  }
}

/// The one function by which text from outside reaches a terminal.
public enum TerminalText {
  /// Returns `text` with control characters, which could move the cursor or hide what is written, and
  /// direction overrides, which could reorder it, replaced by U+FFFD.
  public static func safe(_ text: String) -> String {
    func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0...31, 127...159, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { safe.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
    return String(safe)
  }
}
