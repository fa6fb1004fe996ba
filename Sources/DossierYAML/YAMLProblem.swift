internal import DossierModel

/// Why a text is not read as YAML.
struct YAMLProblem: Error {
  enum Kind {
    case alias, tooDeep
    /// A mistake, in libyaml's words.
    case syntax(String)
  }
  var kind: Kind
  /// Where it was noticed.
  var range: TextRange
  /// What was being read, in libyaml's words, and where it began.
  var context = ""
  var contextRange: TextRange?

  func diagnostic(in source: String, path: String) -> Diagnostic {
    func location(_ range: TextRange) -> SourceLocation {
      SourceLocation(path: path, source: source, range: range)
    }
    let noticed = location(range)
    guard case .syntax(let problem) = kind else {
      if case .alias = kind { return .yamlAlias(noticed) }
      return .yamlTooDeep(noticed)
    }
    let began = location(contextRange ?? range)
    func says(_ words: String) -> Bool { problem.contains(words) }
    // The commonest mistakes get words of their own, placed where they began rather than where libyaml gave up.
    if says("mapping values are not allowed") {
      return startOfLine(source).contains(":") ? .yamlSecondColon(noticed) : .yamlOddLine(noticed)
    }
    if context.contains("quoted scalar"), says("end of stream") || says("document indicator") {
      return .yamlOpenQuote(began)
    }
    if context.contains("quoted scalar"), says("escape") || says("hexdecimal") {
      return .yamlBadEscape(noticed)
    }
    if says("control characters") || says("Unicode character") { return .yamlControlCharacter(noticed) }
    if context.contains("anchor") || context.contains("alias") { return .yamlAlias(began) }
    if context.contains("tag") { return .yamlTag(began) }
    if says("cannot start any token") {
      return byte(source) == UInt8(ascii: "\t") ? .yamlTab(noticed) : .yamlBadCharacter(noticed)
    }
    if says("could not find expected ':'") { return .yamlNoColon(began) }
    if says("expected ',' or ']'") { return .yamlOpenList("]", began) }
    if says("expected ',' or '}'") { return .yamlOpenList("}", began) }
    if says("block sequence entries") { return .yamlListInLine(noticed) }
    if says("expected key"), startOfLine(source).contains(where: { $0 != " " }) {
      return .yamlTextAfterValue(noticed)
    }
    if says("expected key") || says("'-' indicator") || says("document start") || says("mapping keys") {
      return .yamlOddLine(noticed)
    }
    return .badYAML(problem, noticed)
  }

  /// The text between the start of the line and the problem.
  private func startOfLine(_ source: String) -> Substring {
    let before = source.slice(TextRange(0, range.start))
    // By scalars: as characters, CR LF is one and neither of the two.
    guard let end = before.unicodeScalars.lastIndex(where: { $0 == "\n" || $0 == "\r" }) else {
      return before
    }
    return before[before.unicodeScalars.index(after: end)...]
  }

  private func byte(_ source: String) -> UInt8? {
    source.slice(TextRange(range.start, range.start + 1)).utf8.first
  }
}
