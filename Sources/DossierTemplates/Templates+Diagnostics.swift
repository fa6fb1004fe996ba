internal import DossierModel

extension Diagnostic {
  private static func template(
    _ id: String, _ location: SourceLocation?, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, id: "template." + id, at: location, message, hint: hint)
  }

  static func noTemplate(_ name: String, among names: [String]) -> Diagnostic {
    template(
      "missing", nil, "there is no template '\(name)'",
      hint: nearMiss(to: name, among: names).map { "rename '\($0)'" } ?? "add the file '\(name)'")
  }

  // MARK: - Tags

  static func tagNotOffered(_ mark: UInt8, _ location: SourceLocation) -> Diagnostic {
    switch mark {
    case UInt8(ascii: "="):
      template(
        "not-offered", location, "set-delimiter tags are not offered", hint: "write tags with '{{' and '}}'")
    case UInt8(ascii: "%"):
      template("not-offered", location, "pragma tags are not offered", hint: "remove the tag")
    default:
      template(
        "not-offered", location, "template inheritance is not offered", hint: "use a partial: '{{> name}}'")
    }
  }

  static func unclosedTag(braces: Int, _ location: SourceLocation) -> Diagnostic {
    template(
      "unclosed-tag", location, "the tag is not closed",
      hint: "end it with '\(String(repeating: "}", count: braces))'")
  }

  static func badName(_ name: String, _ location: SourceLocation) -> Diagnostic {
    if name == "." {
      return template(
        "not-offered", location, "'{{.}}' is not offered", hint: "name a field of the list's records")
    }
    if name.hasPrefix("*") {
      return template(
        "not-offered", location, "the names of partials can't be fields", hint: "write the partial's own name"
      )
    }
    let words = name.split(separator: " ")
    let hint: String? =
      switch (words.first, words.count) {
      case ("if", 2), ("each", 2), ("with", 2): "write '{{#\(words[1])}}' and '{{/\(words[1])}}'"
      case ("unless", 2): "write '{{^\(words[1])}}' and '{{/\(words[1])}}'"
      case (nil, _): "write a name between the braces"
      default: nil
      }
    return template(
      "bad-name", location, name.isEmpty ? "the tag has no name" : "'\(name)' is not a name",
      hint: hint ?? "write letters, digits, '-' and '_', with a dot between a record and its field")
  }

  static func closedWithoutOpening(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-open", location, "the section '\(name)' is closed but not open",
      hint: "remove '{{/\(name)}}', or open it with '{{#\(name)}}'")
  }

  static func closedByAnother(
    _ name: String, by other: String, line: Int, _ location: SourceLocation
  ) -> Diagnostic {
    template(
      "mismatched", location, "the section '\(name)' is closed as '\(other)' on line \(line)",
      hint: "write '{{/\(name)}}' there")
  }

  static func unclosedSection(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "unclosed-section", location, "the section '\(name)' is not closed",
      hint: "close it with '{{/\(name)}}'")
  }

  static func tooDeep(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "too-deep", location, "'\(name)' lies in more than \(ParsedTemplate.deepest) others",
      hint: "use fewer sections and partials inside each other")
  }

  static func tooLarge(_ file: TemplateFile) -> Diagnostic {
    template(
      "too-large", SourceLocation(path: file.path), "the template is too large with its partials",
      hint: "use fewer partials inside each other")
  }

  // MARK: - Names

  static func unknownName(
    _ name: String, in schema: String, among names: [String], _ location: SourceLocation
  ) -> Diagnostic {
    template(
      "unknown-name", location, "unknown name '\(name)'",
      hint: name == "else"
        ? "end the section, and open its opposite with '{{^name}}'"
        : nearMiss(to: name, among: names).map { "did you mean '\($0)'?" } ?? offer(names, of: schema))
  }

  private static func offer(_ names: [String], of schema: String) -> String {
    names.isEmpty
      ? "remove the tag: '\(schema)' offers no names"
      : "use a name that '\(schema)' offers: \(names.prefix(16).joined(separator: ", "))"
        + (names.count > 16 ? ", …" : "")
  }

  static func nameInside(_ name: String, _ opener: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "unknown-name", location, "unknown name '\(name)'",
      hint: "put it between '{{#\(opener)}}' and '{{/\(opener)}}'")
  }

  static func notARecord(
    _ name: String, part: String, _ field: TemplateField, _ location: SourceLocation
  ) -> Diagnostic {
    let hint = if case .list = field { "open it with '{{#\(name)}}'" } else { "remove '.\(part)'" }
    return template(
      "not-a-record", location, "'\(name)' is \(field.words), so it has no '\(part)'", hint: hint)
  }

  static func notMarkup(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-markup", location, "'\(name)' is not markup, so it can't be inserted unescaped",
      hint: "write '{{\(name)}}'")
  }

  static func notText(_ name: String, _ field: TemplateField, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-text", location, "'\(name)' is \(field.words), which can't be inserted",
      hint: "write '{{#\(name)}}' and '{{/\(name)}}'")
  }

  static func noPartial(_ name: String, among names: [String], _ location: SourceLocation) -> Diagnostic {
    template(
      "no-partial", location, "there is no partial '\(name)'",
      hint: nearMiss(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "add the file '\(name).mustache'")
  }

  static func partialCycle(_ names: [String], _ location: SourceLocation) -> Diagnostic {
    let chain = names.map { "'\($0)'" }.joined(separator: " uses ")
    return template(
      "partial-cycle", location, "the partial is used inside itself: \(chain)",
      hint: "remove one of these tags")
  }
}

extension TemplateField {
  /// What the field is, in words.
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .url: "an address"
    case .html: "markup"
    case .flag: "a yes or no"
    case .list: "a list"
    case .record: "a record"
    }
  }
}
