public import DossierModel

/// Messages as the workflow commands of GitHub Actions, which shows them beside the lines of a change:
///
///     ::error file=seeds/a.md,line=3,col=5,endColumn=9,title=links.broken::the link 'b.md' leads to no document or page
public enum GitHubCommands {
  /// Returns a line for each message.
  public static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { line(of: $0) + "\n" }.joined()
  }

  private static func line(of diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      // Paths are those of the repository, which begin with no dot.
      let path = location.path.hasPrefix("./") ? String(location.path.dropFirst(2)) : location.path
      properties.append("file=" + GitHubText.property(path))
      if location.line > 0 { properties.append("line=\(location.line)") }
      if location.column > 0 {
        properties.append("col=\(location.column)")
        if location.length > 1 { properties.append("endColumn=\(location.column + location.length - 1)") }
      }
    }
    properties.append("title=" + GitHubText.property(diagnostic.id))
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.word
    let hint = diagnostic.hint.map { "\nhint: " + TerminalText.safe($0) } ?? ""
    return "::\(command) \(properties.joined(separator: ","))::"
      + GitHubText.data(TerminalText.safe(diagnostic.message) + hint)
  }
}

/// The one way by which text reaches a workflow command.
enum GitHubText {
  /// Returns a message: per cent signs and line ends would begin something else.
  static func data(_ text: String) -> String { escaped(text, isProperty: false) }

  /// Returns the value of a property, which also ends at a colon or comma.
  static func property(_ text: String) -> String { escaped(text, isProperty: true) }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where isProperty: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where isProperty: escaped.append(contentsOf: "%2C".unicodeScalars)
      // A log may be shown by a terminal.
      default: escaped.append(contentsOf: TerminalText.safe(String(scalar)).unicodeScalars)
      }
    }
    return String(escaped)
  }
}
