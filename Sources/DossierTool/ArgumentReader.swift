internal import Dossier
internal import DossierFilter
internal import DossierModel

/// Reads a command line: the words after the program's name become a command, or a sentence on what is wrong.
///
/// Options follow the command, in any order with the folder: `--output DIR`, `--output=DIR`, `-o DIR`, `-oDIR`;
/// flags of one letter may be joined. After `--` every word is an argument. Of an option given twice the last
/// counts.
struct ArgumentReader {
  /// The usual ports of the preview.
  static let ports: ClosedRange<UInt16> = 8000...8010

  private let command: CommandName
  private var words: ArraySlice<String>
  private var arguments: [String] = []
  private var flags: Set<CommandOption> = []
  private var values: [CommandOption: String] = [:]

  /// Returns what `words` ask for.
  ///
  /// - Parameter cores: The default for `--jobs`.
  static func read(_ words: [String], cores: Int) throws(UsageError) -> Command {
    guard let first = words.first else { return .help(nil) }
    switch first {
    case "-h", "--help": return .help(nil)
    case "--version": return .version
    default: break
    }
    guard let command = CommandName(rawValue: first) else {
      let isOption = first.hasPrefix("-") && first != "-"
      throw UsageError(
        diagnostic: isOption ? .optionBeforeCommand(first) : .unknownCommand(first), command: nil)
    }
    var reader = ArgumentReader(command: command, words: words.dropFirst())
    return try reader.command(cores: cores)
  }

  private init(command: CommandName, words: ArraySlice<String>) {
    self.command = command
    self.words = words
  }

  private mutating func command(cores: Int) throws(UsageError) -> Command {
    try readWords()
    if flags.contains(.help) { return .help(command) }
    if arguments.count > 1, !command.takesManyArguments {
      throw wrong(.tooManyArguments(arguments[1], of: command))
    }
    if command == .help { return .help(try namedCommand()) }
    if arguments.contains("") { throw wrong(.emptyArgument(of: command)) }
    if flags.isSuperset(of: [.quiet, .verbose]) { throw wrong(.conflict(.quiet, .verbose)) }

    if command == .annotate {
      return .annotate(
        AnnotateOptions(
          files: arguments, unit: try offsetUnit(), recogniser: try recogniser() ?? .careful,
          jobs: try number(of: .jobs, in: 1...1024) ?? max(1, cores), isLinked: flags.contains(.link),
          keepsMentions: flags.contains(.keepMentions)))
    }
    let folder = arguments.first
    if command == .serve {
      return .serve(
        folder: folder ?? BuildOptions().folder, port: try number(of: .port, in: 0...65535).map { UInt16($0) }
      )
    }
    var options = BuildOptions()
    if let folder { options.folder = folder }
    if let output = values[.output] { options.output = output }
    options.jobs = try number(of: .jobs, in: 1...1024) ?? max(1, cores)
    options.isStrict = flags.contains(.strict)
    options.isForced = flags.contains(.force)
    options.isFrozen = flags.contains(.frozen)
    options.templates = values[.templates]
    options.printsEverything = flags.contains(.printAll)
    options.isCheck = command == .check
    options.recogniser = try recogniser()
    if values[.cache] != nil, flags.contains(.noCache) { throw wrong(.conflict(.cache, .noCache)) }
    if let file = values[.cache] { options.cache = .file(file) }
    if flags.contains(.noCache) { options.cache = .none }
    options.asksOutside = flags.contains(.external) || flags.contains(.externalLocal)
    options.asksLocal = flags.contains(.externalLocal)

    if command == .review {
      return .review(
        options,
        ReviewStyle(
          isJSON: flags.contains(.json), printsAll: flags.contains(.all), writes: flags.contains(.write)))
    }
    if command == .explain {
      guard let target = folder else { throw wrong(.nothingToExplain) }
      return .explain(options, target: target, folder: values[.from], isJSON: flags.contains(.json))
    }
    var style = OutputStyle()
    if flags.contains(.quiet) { style.verbosity = .quiet }
    if flags.contains(.verbose) { style.verbosity = .verbose }
    style.format = try format()
    return command == .check ? .check(options, style) : .build(options, style)
  }

  private mutating func readWords() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        arguments += words
        return
      }
      if word.hasPrefix("--") {
        try readLong(word)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word)
      } else {
        arguments.append(word)
      }
      // Asking for help is never wrong, whatever follows.
      if flags.contains(.help) { return }
    }
  }

  /// Reads "--name" or "--name=value".
  private mutating func readLong(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = command.options.first(where: { $0.long == parts[0] }) else {
      throw wrong(.unknownOption(parts[0], of: command))
    }
    let attached = parts.count > 1 ? parts[1] : nil
    if option.value == nil {
      if let attached { throw wrong(.needlessValue(attached, of: option.long)) }
      flags.insert(option)
    } else {
      values[option] = try value(of: option, called: option.long, attached: attached)
    }
  }

  /// Reads "-q", "-qv", "-j4" or "-j 4".
  private mutating func readShort(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw wrong(.unknownOption(word.count == 2 ? word : "-\(letter)", of: command))
      }
      if option.value == nil {
        flags.insert(option)
        continue
      }
      var attached = letters.isEmpty ? nil : String(letters)
      if let text = attached, text.hasPrefix("=") { attached = String(text.dropFirst()) }
      values[option] = try value(of: option, called: "-\(letter)", attached: attached)
      return
    }
  }

  /// Returns an option's value: what is attached to it, or the next word, unless that is an option itself.
  private mutating func value(
    of option: CommandOption, called name: String, attached: String?
  ) throws(UsageError) -> String {
    var text = attached
    if text == nil, let next = words.first {
      let isOption = next.hasPrefix("-") && !(next.dropFirst().first?.isNumber ?? true)
      if !isOption { text = words.popFirst() }
    }
    guard let text, !text.isEmpty else {
      throw wrong(.missingValue(of: name, called: option.value ?? ""))
    }
    return text
  }

  private func number(of option: CommandOption, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = values[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw wrong(.badNumber(text, of: option.long, in: range))
    }
    return number
  }

  private func offsetUnit() throws(UsageError) -> OffsetUnit {
    guard let text = values[.offsets] else { return .scalars }
    guard let unit = OffsetUnit(rawValue: text) else {
      throw wrong(
        .badChoice(text, of: CommandOption.offsets.long, among: OffsetUnit.allCases.map(\.rawValue)))
    }
    return unit
  }

  private func format() throws(UsageError) -> OutputStyle.Format {
    let isJSON = flags.contains(.json)
    guard let text = values[.format] else { return isJSON ? .json : .text }
    guard let format = OutputStyle.Format(rawValue: text) else {
      throw wrong(
        .badChoice(
          text, of: CommandOption.format.long, among: OutputStyle.Format.allCases.map(\.rawValue)))
    }
    if isJSON, format != .json { throw wrong(.conflict(.json, .format)) }
    return format
  }

  private func recogniser() throws(UsageError) -> BriefingSettings.Recogniser? {
    guard let text = values[.recogniser] else { return nil }
    guard let recogniser = BriefingSettings.Recogniser(rawValue: text) else {
      throw wrong(
        .badChoice(
          text, of: CommandOption.recogniser.long,
          among: BriefingSettings.Recogniser.allCases.map(\.rawValue)))
    }
    return recogniser
  }

  private func namedCommand() throws(UsageError) -> CommandName? {
    guard let word = arguments.first else { return nil }
    guard let named = CommandName(rawValue: word) else { throw wrong(.unknownCommand(word)) }
    return named
  }

  private func wrong(_ diagnostic: Diagnostic) -> UsageError {
    UsageError(diagnostic: diagnostic, command: command)
  }
}
