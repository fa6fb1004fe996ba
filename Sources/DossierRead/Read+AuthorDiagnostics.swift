internal import DossierModel

// The file of the author's decisions.
extension Diagnostic {
  static func decisionsNotAMap(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.not-a-map", at: location, "the decisions are not a list of keys",
      hint: "begin with a line such as 'same:' or 'never:'")
  }

  static func unknownSection(_ key: String, among keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.unknown-section", at: location, "unknown section '\(key)'",
      hint: nearMiss(to: key, among: keys).map { "did you mean '\($0)'?" }
        ?? "the sections are \(keys.joined(separator: ", "))")
  }

  static func sectionNotAList(_ key: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.not-a-list", at: location, "'\(key)' is not a list",
      hint: "write each entry in a line that begins with '- '")
  }

  static func groupTooSmall(_ section: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.small-group", at: location,
      "an entry of '\(section)' is a list of at least two names",
      hint: "write '- [First name, Second name]'")
  }

  static func entryNotAMap(keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.entry-not-a-map", at: location, "the entry has no keys",
      hint: "it has \(keys.joined(separator: ", "))")
  }

  static func entryNotText(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.not-text", at: location, "the value is not a text",
      hint: "write a single name or sentence")
  }

  static func unknownField(_ key: String, among keys: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.unknown-key", at: location, "unknown key '\(key)'",
      hint: nearMiss(to: key, among: keys).map { "did you mean '\($0)'?" }
        ?? "the keys here are \(keys.joined(separator: ", "))")
  }

  static func missingField(_ key: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.missing-key", at: location, "the entry has no '\(key)'", hint: "add '\(key): …'")
  }

  static func unknownKind(_ word: String, among kinds: [String], _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "entities.unknown-kind", at: location, "unknown kind '\(word)'",
      hint: nearMiss(to: word, among: kinds).map { "did you mean '\($0)'?" }
        ?? "the kinds are \(kinds.joined(separator: ", "))")
  }
}

// The file of addresses.
extension Diagnostic {
  static func addressesNotAMap(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "addresses.not-a-map", at: location, "the addresses are not a list of addresses with names",
      hint: "put the file back as it was; without it pages get their addresses anew")
  }

  static func notAPageAddress(_ text: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "addresses.bad-address", at: location, "'\(text)' is no address of an entity's page",
      hint: "write it as people/kim-jong-un")
  }

  static func addressWithoutName(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "addresses.no-name", at: location, "the address has no name",
      hint: "write 'people/kim-jong-un: Kim Jong-Un', or '{name: Kim, moved: people/kim-jong-un}' after it")
  }
}
