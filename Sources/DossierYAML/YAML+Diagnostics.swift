internal import DossierModel

extension Diagnostic {
  private static func yaml(_ id: String, _ location: SourceLocation, _ message: String, hint: String)
    -> Diagnostic
  {
    Diagnostic(.error, id: "yaml." + id, at: location, message, hint: hint)
  }

  /// Any mistake without words of ours.
  static func badYAML(_ problem: String, _ location: SourceLocation) -> Diagnostic {
    yaml(
      "bad", location, "this is no YAML: \(problem)",
      hint: "write 'key: value', one a line, with the value in quotes if it has odd characters")
  }

  static func yamlSecondColon(_ location: SourceLocation) -> Diagnostic {
    yaml("colon", location, "a second colon stands in the value", hint: "put the value in quotes")
  }

  static func yamlOddLine(_ location: SourceLocation) -> Diagnostic {
    yaml(
      "odd-line", location, "the line does not fit those above it",
      hint: "write 'key: value' on each line, and begin all keys at the same column")
  }

  static func yamlNoColon(_ location: SourceLocation) -> Diagnostic {
    yaml("no-colon", location, "there is a key without a colon", hint: "write 'key: value'")
  }

  static func yamlOpenQuote(_ location: SourceLocation) -> Diagnostic {
    yaml("open-quote", location, "a quoted value is not closed", hint: "add the closing quote")
  }

  static func yamlTextAfterValue(_ location: SourceLocation) -> Diagnostic {
    yaml(
      "after-value", location, "there is more after the end of the value",
      hint: "put the whole value in quotes; inside '…' write each ' twice")
  }

  static func yamlBadEscape(_ location: SourceLocation) -> Diagnostic {
    yaml(
      "bad-escape", location, "there is no such escape sequence",
      hint: "write each backslash twice, or use '…' for \"…\"")
  }

  static func yamlControlCharacter(_ location: SourceLocation) -> Diagnostic {
    yaml("control-character", location, "a control character stands here", hint: "remove it")
  }

  static func yamlTab(_ location: SourceLocation) -> Diagnostic {
    yaml("tab", location, "a tab stands where YAML takes spaces only", hint: "indent with spaces")
  }

  static func yamlBadCharacter(_ location: SourceLocation) -> Diagnostic {
    yaml("bad-character", location, "this character can't begin a value", hint: "put the value in quotes")
  }

  static func yamlOpenList(_ bracket: String, _ location: SourceLocation) -> Diagnostic {
    yaml(
      "open-list", location, "a '\(bracket)' or a comma is missing",
      hint: "add the '\(bracket)', or put the value in quotes")
  }

  static func yamlListInLine(_ location: SourceLocation) -> Diagnostic {
    yaml(
      "list-in-line", location, "a list can't begin here",
      hint: "put each item on a line below the key, or the value in quotes")
  }

  static func yamlAlias(_ location: SourceLocation) -> Diagnostic {
    yaml(
      "alias", location, "anchors and aliases are not offered",
      hint: "write the value out, or put it in quotes")
  }

  static func yamlTag(_ location: SourceLocation) -> Diagnostic {
    yaml("tag", location, "tags are not offered", hint: "put the value in quotes if it begins with '!'")
  }

  static func yamlTooDeep(_ location: SourceLocation) -> Diagnostic {
    yaml(
      "too-deep", location, "the value lies deeper than \(YAML.deepest) levels",
      hint: "use fewer levels, or put the value in quotes")
  }

  static func manyYAMLDocuments(_ location: SourceLocation) -> Diagnostic {
    yaml("many-documents", location, "a second YAML document begins", hint: "remove the line '---'")
  }

  static func yamlKeyNotText(_ location: SourceLocation) -> Diagnostic {
    yaml("key-not-text", location, "the key is not a text", hint: "write 'key: value'")
  }

  static func yamlKeyTwice(_ key: String, _ location: SourceLocation) -> Diagnostic {
    yaml("key-twice", location, "the key '\(key)' stands twice", hint: "remove one of the two")
  }
}
