internal import DossierModel

extension Diagnostic {
  static func sectionCutsMarkup(_ name: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "template.cuts-markup", at: location,
      "the section '\(name)' begins and ends in different markup",
      hint: "put whole attributes or whole tags into the section")
  }

  static func unfinishedMarkup(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "template.unfinished", at: location,
      "this tag, comment or element such as 'script' is not closed before the template ends", hint: "close it"
    )
  }
}

extension MarkupProblem {
  /// Returns the message; `addresses` are the names that may stand where only addresses may.
  func diagnostic(_ location: SourceLocation, addresses: [String]) -> Diagnostic {
    func name(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let (id, message, hint): (String, String, String) =
      switch self {
      case .inUnquotedValue:
        ("unquoted", "a value can't stand in an attribute without quotes", "put it in double quotes")
      case .unquotedValue: ("unquoted", "the attribute's value has no quotes", "put it in double quotes")
      case .inTag:
        ("in-tag", "a value can't be part of a tag", "put it in an attribute's quoted value, or between tags")
      case .inComment: ("in-comment", "a value can't stand in an HTML comment", "write '{{! … }}' for notes")
      case .inPragma:
        ("in-pragma", "a value can't stand in the 'content' of an 'http-equiv'", "write the content out")
      case .inRawText(let tag):
        (
          "in-raw-text", "a value can't stand in '<\(name(tag))>'",
          "put it in another element, or in a 'data-' attribute"
        )
      case .markupInPlainText(let tag):
        ("markup-in-text", "markup can't stand in '<\(name(tag))>'", "use a name that offers text")
      case .markupInAttribute:
        ("markup-in-attribute", "markup can't stand in an attribute", "use a name that offers text")
      case .addressNeeded(let attribute):
        (
          "address-needed", "'\(name(attribute))' takes only an address",
          addresses.isEmpty
            ? "use a name that offers an address"
            : "use a name that offers an address: \(addresses.prefix(8).joined(separator: ", "))"
        )
      case .gluedAddress(let attribute):
        (
          "glued-address", "an address must be the whole value of '\(name(attribute))'",
          "remove what stands beside it in the quotes"
        )
      case .gluedAttribute:
        ("glued-attribute", "there may be no space before the attribute", "put a space before it")
      case .documentInAttribute:
        (
          "in-document", "a value can't stand in 'srcdoc', which is a document of its own",
          "use 'src' with an address"
        )
      case .inlineStyle:
        (
          "inline-style", "inline styles are not offered",
          "write a class here, and a rule for it in style.css"
        )
      case .inlineScript(let attribute):
        (
          "inline-script", "inline scripts such as '\(name(attribute))' are not offered",
          "remove the attribute"
        )
      }
    return Diagnostic(.error, id: "template." + id, at: location, message, hint: hint)
  }
}
