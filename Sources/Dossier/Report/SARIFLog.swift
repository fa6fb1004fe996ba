internal import DossierJSON
public import DossierModel

/// Messages as a log of SARIF 2.1.0 (OASIS Standard, 2020), which code scanning services and editors read.
public enum SARIFLog {
  /// Returns the log, ended by a line feed.
  ///
  /// Of the lines themselves nothing is in it. Columns count Unicode scalars; where a line is so long that they are not
  /// known, a region has the line only.
  public static func text(_ diagnostics: [Diagnostic], isDone: Bool = true) -> String {
    var numbers: [String: Int] = [:]
    var rules: [String] = []
    for diagnostic in diagnostics where numbers[diagnostic.id] == nil {
      numbers[diagnostic.id] = rules.count
      rules.append(rule(of: diagnostic))
    }
    let results = diagnostics.map { result(of: $0, rule: numbers[$0.id] ?? 0) }
    return """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":{"driver":{"name":"Dossier","version":\(JSONText.string(dossierVersion)),"rules":[
      \(rules.joined(separator: ",\n"))
      ]}},
      "invocations":[{"executionSuccessful":\(isDone)}],
      "columnKind":"unicodeCodePoints",
      "results":[
      \(results.joined(separator: ",\n"))
      ]}]}

      """
  }

  private static func rule(of diagnostic: Diagnostic) -> String {
    let help = JSONText.string(RuleHelp.text(of: diagnostic.id))
    return "{\"id\":\(JSONText.string(diagnostic.id)),\"shortDescription\":{\"text\":\(help)},"
      + "\"help\":{\"text\":\(help)},\"defaultConfiguration\":{\"level\":\"\(diagnostic.severity.word)\"}}"
  }

  private static func result(of diagnostic: Diagnostic, rule: Int) -> String {
    let message = diagnostic.message + (diagnostic.hint.map { ". Hint: " + $0 } ?? "")
    var result =
      "{\"ruleId\":\(JSONText.string(diagnostic.id)),\"ruleIndex\":\(rule),\"level\":\"\(diagnostic.severity.word)\","
      + "\"message\":{\"text\":\(JSONText.string(plain(message)))}"
    if let location = diagnostic.location {
      result += ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
      result += JSONText.string(uri(of: location.path)) + "}"
      if location.line > 0 {
        result += ",\"region\":{\"startLine\":\(location.line)\(columns(of: location))}"
      }
      result += "}}]"
    }
    return result + "}"
  }

  /// Returns a message in which nothing is a placeholder, "{0}", or a link, "[words](address)" (sections 3.11.5, 3.11.6).
  private static func plain(_ text: String) -> String {
    let hasLink = text.contains("](")
    var plain = ""
    for character in text {
      switch character {
      case "{", "}": plain += String(repeating: character, count: 2)
      case "[" where hasLink, "]" where hasLink: plain += "\\" + String(character)
      default: plain.append(character)
      }
    }
    return plain
  }

  /// An editor's columns count what it calls characters; the standard counts scalars, and ends behind the last one.
  private static func columns(of location: SourceLocation) -> String {
    guard location.column > 0, location.cut == 0, !location.excerpt.isEmpty else { return "" }
    let before = location.excerpt.prefix(location.column - 1)
    let start = before.unicodeScalars.count + 1
    let words = location.excerpt.dropFirst(location.column - 1).prefix(location.length)
    return ",\"startColumn\":\(start),\"endColumn\":\(start + max(1, words.unicodeScalars.count))"
  }

  /// Returns a path as a URI reference (RFC 3986): relative where the path is, so that it fits any checkout.
  static func uri(of path: String) -> String {
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return (path.hasPrefix("/") ? "file://" : "") + percentEncoded(plain)
  }
}
