internal import DossierEdition
internal import DossierModel

// Every message of the program's own.
extension Diagnostic {
  static func unknownCommand(_ word: String, isFolder: Bool) -> Diagnostic {
    let known = CommandName.allCases.map(\.rawValue) + ["--help", "--version"]
    let near = isFolder ? "dossier build \(word)" : nearMiss(to: word, among: known)
    return Diagnostic(
      .error, id: "tool.unknown-command", "unknown command '\(word)'",
      hint: near.map { "did you mean '\($0)'?" } ?? "run 'dossier help' for the commands")
  }

  static func missingArgument(of command: CommandName) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.missing-argument",
      "'dossier \(command.rawValue)' needs \(command.argument?.name ?? "a word") after it",
      hint: command.examples.first.map { "write '\($0.line)'" })
  }

  static func badArgument(
    _ word: String, of command: CommandName, called name: String, among choices: [String]
  ) -> Diagnostic {
    var hint = nearMiss(to: word, among: choices).map { "did you mean '\($0)'?" }
    if hint == nil, command == .templates, word.contains("/") || word.first?.isUppercase == true {
      hint = "write '--copy=\(word)' to copy into a folder"
    }
    return Diagnostic(
      .error, id: "tool.bad-argument", "unknown \(name) '\(word)'",
      hint: hint
        ?? (choices.count > 9
          ? "run 'dossier \(command.rawValue)' for all" : "write \(choices.joined(separator: ", "))"))
  }

  static func unknownOption(_ word: String, of command: CommandName) -> Diagnostic {
    var hint = nearMiss(to: word, among: command.options.map(\.long)).map { "did you mean '\($0)'?" }
    let others = CommandName.allCases.filter { $0.options.contains { $0.isCalled(word) } }.map(\.rawValue)
    if hint == nil, let first = others.first {
      hint =
        others.count == 1
        ? "leave it out: only 'dossier \(first)' has it"
        : "leave it out: it is an option of \(others.joined(separator: ", "))"
    }
    if hint == nil, !word.hasPrefix("--") { hint = "write './\(word)' if it is a folder" }
    return Diagnostic(
      .error, id: "tool.unknown-option", "unknown option '\(word)' of 'dossier \(command.rawValue)'",
      hint: hint ?? "run 'dossier help \(command.rawValue)' for the options")
  }

  static func optionBeforeCommand(_ word: String) -> Diagnostic {
    let isKnown = CommandName.allCases.contains { $0.options.contains { $0.isCalled(word) } }
    let near = word == "-V" ? "--version" : nearMiss(to: word, among: ["--help", "--version"])
    return Diagnostic(
      .error, id: "tool.option-before-command", "unknown option '\(word)' before a command",
      hint: isKnown
        ? "write it after the command" : near.map { "did you mean '\($0)'?" } ?? "begin with a command")
  }

  static func missingValue(of option: String, called value: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.missing-value", "option '\(option)' has no value",
      hint: "write '\(option)\(value)'")
  }

  static func needlessValue(_ value: String, of option: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.needless-value", "option '\(option)' takes no value, but has '\(value)'",
      hint: "write '\(option)' alone")
  }

  static func badNumber(_ value: String, of option: String, in range: ClosedRange<Int>) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.bad-number", "bad number '\(value)' for option '\(option)'",
      hint: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  static func badChoice(_ value: String, of option: String, among choices: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.bad-choice", "unknown value '\(value)' of option '\(option)'",
      hint: nearMiss(to: value, among: choices).map { "did you mean '\($0)'?" }
        ?? "write one of \(choices.joined(separator: ", "))")
  }

  static func unreadableText(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.unreadable-text", at: SourceLocation(path: path),
      "the file cannot be read: \(reason)",
      hint: "check the path and who may read it")
  }

  static func unwritableAnswers(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.unwritable-answers", "the answers cannot be written: \(reason)",
      hint: "check where standard output leads")
  }

  static func textNotUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.text-not-utf8", at: SourceLocation(path: path), "the file is not UTF-8",
      hint: "save it as plain text in UTF-8")
  }

  static func conflict(_ first: CommandOption, _ second: CommandOption) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.conflicting-options",
      "options '\(first.long)' and '\(second.long)' exclude each other", hint: "leave one of them out")
  }

  static func badEdition(_ tag: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.bad-edition", "'\(tag)' can't be the name of an edition",
      hint:
        "write up to \(EditionTag.limit) letters and digits of English, '.', '-' and '_', such as '3' or '2024-05'"
    )
  }

  static func needsOption(_ option: CommandOption, _ other: CommandOption) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.needs-option", "option '\(option.long)' needs '\(other.long)'",
      hint: "add '\(other.usage)'")
  }

  static func tooManyArguments(_ word: String, of command: CommandName) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.too-many-arguments", "one argument too many: '\(word)'",
      hint: command.argument == nil
        ? "leave it out"
        : command == .help ? "name one command" : "name one folder, in quotes if its name has spaces")
  }

  static func emptyArgument(of command: CommandName) -> Diagnostic {
    switch command {
    case .explain: missingArgument(of: command)
    case .annotate:
      Diagnostic(
        .error, id: "tool.empty-argument", "the name of a file is empty",
        hint: "name files, or none to read standard input")
    default:
      Diagnostic(
        .error, id: "tool.empty-argument", "the name of the folder is empty",
        hint: "name a folder, or none for the default")
    }
  }

  static func noFolderToServe(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.no-folder", at: SourceLocation(path: folder), "there is no such folder to serve",
      hint: "name a folder of documents or a built site")
  }

  static func servedToOthers(_ host: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "tool.served-to-others", "everybody who can reach '\(host)' can read this briefing",
      hint: "leave out --host to serve to this computer only")
  }

  static func noBrowser(_ address: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "tool.no-browser", "there is no program to open a browser with", hint: "open \(address)")
  }

  static func badBasePath(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.bad-base-path", "'\(path)' is no path of a site",
      hint: "write it as '/briefings/', of letters, digits, '-' and '/'")
  }

  static func noFreePort(_ ports: ClosedRange<UInt16>) -> Diagnostic {
    Diagnostic(
      .error, id: "tool.no-free-port", "all ports from \(ports.lowerBound) to \(ports.upperBound) are in use",
      hint: "choose another with '--port N'")
  }
}

extension CommandOption {
  /// Whether `word` is the option's long or short form.
  fileprivate func isCalled(_ word: String) -> Bool {
    word == long || letter.map { word == "-\($0)" } ?? false
  }
}
