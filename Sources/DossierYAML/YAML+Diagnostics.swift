internal import DossierModel

extension Diagnostic {
  private static func yaml(_ id: String, _ location: SourceLocation, _ message: String, hint: String) -> Diagnostic {
    Diagnostic(.error, id: "yaml." + id, at: location, message, hint: hint)
  }

  /// The commonest mistakes get words of their own; libyaml's stand for the others.
  static func badYAML(_ problem: String, _ location: SourceLocation) -> Diagnostic {
    if problem.contains("mapping values are not allowed") {
      return yaml("colon", location, "a second colon stands in the value", hint: "put the value in quotes")
    }
    if problem.contains("found character that cannot start any token") {
      let isTab = location.excerpt.contains("\t")
      return yaml(
        "bad-character", location,
        isTab ? "a tab stands where YAML takes spaces only" : "this character can't begin a value",
        hint: isTab ? "indent with spaces" : "put the value in quotes")
    }
    if problem.contains("could not find expected ':'") {
      return yaml("no-colon", location, "there is a key without a colon", hint: "write 'key: value'")
    }
    if problem.contains("unexpected end of stream") {
      return yaml("open-quote", location, "a quoted value is not closed", hint: "add the closing quote")
    }
    return yaml("bad", location, problem, hint: "write 'key: value', one a line, text with odd characters in quotes")
  }

  static func yamlAlias(_ location: SourceLocation) -> Diagnostic {
    yaml("alias", location, "anchors and aliases are not offered", hint: "write the value out, or put it in quotes")
  }

  static func yamlTag(_ location: SourceLocation) -> Diagnostic {
    yaml("tag", location, "tags are not offered", hint: "put the value in quotes if it begins with '!'")
  }

  static func yamlTooDeep(_ location: SourceLocation) -> Diagnostic {
    yaml("too-deep", location, "the value lies too deep in others", hint: "use fewer levels")
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
