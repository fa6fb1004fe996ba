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
      hint: nearMiss(to: name, among: names).map { "did you mean to name '\($0)' so?" })
  }

  static func tagNotOffered(_ mark: Character, _ location: SourceLocation) -> Diagnostic {
    let what =
      switch mark {
      case "=": "set-delimiter tags"
      default: "template inheritance"
      }
    return template(
      "not-offered", location, "\(what) are not offered", hint: "use partials, such as '{{> head}}'")
  }

  static func unclosedTag(_ location: SourceLocation) -> Diagnostic {
    template("unclosed-tag", location, "the tag is not closed", hint: "end it with '}}'")
  }

  static func badName(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "bad-name", location, "'\(name)' is no name",
      hint: "write letters, digits, '-' and '_', with a dot between a record and its field")
  }

  static func tooDeep(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template("too-deep", location, "the section '\(name)' lies too deep in others", hint: "move it to a partial")
  }

  static func closedWithoutOpening(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-open", location, "the section '\(name)' is closed but was not opened",
      hint: "remove '{{/\(name)}}', or open it with '{{#\(name)}}'")
  }

  static func closedByAnother(_ name: String, by other: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "mismatched", location, "the section '\(name)' is closed by '\(other)'", hint: "write '{{/\(name)}}' here")
  }

  static func unclosedSection(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "unclosed-section", location, "the section '\(name)' is not closed", hint: "close it with '{{/\(name)}}'")
  }

  static func unknownName(
    _ name: String, in schema: String, among names: [String], _ location: SourceLocation
  ) -> Diagnostic {
    template(
      "unknown-name", location, "unknown name '\(name)'",
      hint: nearMiss(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "'\(schema)' offers \(names.prefix(16).joined(separator: ", "))")
  }

  static func notARecord(_ name: String, part: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-a-record", location, "'\(name)' has no '\(part)', because what is before the dot is no record",
      hint: "leave out '.\(part)'")
  }

  static func notMarkup(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-markup", location, "'\(name)' is text, so it can't be inserted without escaping",
      hint: "write '{{\(name)}}'")
  }

  static func notText(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "not-text", location, "'\(name)' has no text to insert",
      hint: "open it with '{{#\(name)}}' and close it with '{{/\(name)}}'")
  }

  static func noPartial(_ name: String, among names: [String], _ location: SourceLocation) -> Diagnostic {
    template(
      "no-partial", location, "there is no partial '\(name)'",
      hint: nearMiss(to: name, among: names).map { "did you mean '\($0)'?" } ?? "add the file '\(name).mustache'")
  }

  static func partialCycle(_ names: [String], _ location: SourceLocation) -> Diagnostic {
    template(
      "partial-cycle", location, "the partial includes itself: \(names.joined(separator: ", "))",
      hint: "remove one of these tags")
  }

  static func sectionCutsMarkup(_ name: String, _ location: SourceLocation) -> Diagnostic {
    template(
      "cuts-markup", location, "the section '\(name)' ends in another part of a tag than it began",
      hint: "put whole attributes or whole elements into the section")
  }
}

extension MarkupContext.Problem {
  func diagnostic(_ location: SourceLocation) -> Diagnostic {
    func name(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let (id, message, hint): (String, String, String) =
      switch self {
      case .inUnquotedValue, .unquotedValue:
        ("unquoted", "the attribute's value is not quoted", "put it in double quotes")
      case .inTag: ("in-tag", "a value can't be part of a tag", "put it in an attribute's quoted value, or in text")
      case .inComment: ("in-comment", "a value can't stand in an HTML comment", "use '{{! … }}' for notes")
      case .inRawText: ("in-script", "a value can't stand in a script or style", "put it in an element's text")
      case .urlNeeded(let attribute):
        ("url-needed", "'\(name(attribute))' takes an address only", "use a name that offers an address")
      case .gluedURL(let attribute):
        (
          "glued-url", "an address must be the whole value of '\(name(attribute))'",
          "remove what stands beside it in the value"
        )
      case .markupInAttribute:
        ("markup-in-attribute", "markup can't stand in an attribute", "use a name that offers text")
      case .inlineStyle:
        ("inline-style", "an inline style is not offered", "write a class, and a rule in style.css")
      case .inlineScript(let attribute):
        ("inline-script", "the attribute '\(name(attribute))' is an inline script", "remove it")
      }
    return Diagnostic(.error, id: "template." + id, at: location, message, hint: hint)
  }
}
