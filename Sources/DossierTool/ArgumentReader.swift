internal import Dossier
internal import DossierEdition
internal import DossierFilter
internal import DossierModel
internal import DossierPrint

/// Reads a command line: the words after the program's name become a command, or a sentence on what is wrong.
///
/// Options follow the command, in any order with the folder: `--output DIR`, `--output=DIR`, `-o DIR`, `-oDIR`;
/// flags of one letter may be joined. After `--` every word is an argument. Of an option given twice the last
/// counts.
struct ArgumentReader {
  /// The usual ports of the preview.
  static let ports: ClosedRange<UInt16> = 8000...8010

  let command: CommandName
  var words: ArraySlice<String>
  var arguments: [String] = []
  var flags: Set<CommandOption> = []
  var values: [CommandOption: String] = [:]
  /// The values of options that may be given more than once.
  var lists: [CommandOption: [String]] = [:]

  /// Returns what `words` ask for.
  ///
  /// - Parameters:
  ///   - cores: The default for `--jobs`.
  ///   - isFolder: Whether a word is the path of a folder, for hints.
  static func read(
    _ words: [String], cores: Int, isFolder: (String) -> Bool = { _ in false }
  ) throws(UsageError) -> Command {
    guard let first = words.first else { return .help(nil) }
    switch first {
    case "-h", "--help": return .help(nil)
    case "--version": return .version
    default: break
    }
    guard let command = CommandName(rawValue: first) else {
      let isOption = first.hasPrefix("-") && first != "-"
      throw UsageError(
        diagnostic: isOption
          ? .optionBeforeCommand(first) : .unknownCommand(first, isFolder: isFolder(first)), command: nil)
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
    for option in command.options {
      guard let text = values[option], let problem = option.value?.problem(with: text, of: option) else {
        continue
      }
      throw wrong(problem)
    }
    let most = command.argumentCount.upperBound
    if arguments.count > most { throw wrong(.tooManyArguments(arguments[most], of: command)) }
    if arguments.count < command.argumentCount.lowerBound { throw wrong(.missingArgument(of: command)) }
    if command == .help { return .help(try namedCommand()) }
    if arguments.contains("") { throw wrong(.emptyArgument(of: command)) }
    if let plain = try plainCommand() { return plain }
    if flags.isSuperset(of: [.quiet, .verbose]) { throw wrong(.conflict(.quiet, .verbose)) }

    if command == .annotate {
      return .annotate(
        AnnotateOptions(
          files: arguments, unit: values[.offsets].flatMap(OffsetUnit.init) ?? .scalars,
          recogniser: recogniser ?? .careful, jobs: number(of: .jobs) ?? max(1, cores),
          isLinked: flags.contains(.link),
          keepsMentions: flags.contains(.keepMentions)))
    }
    let folder = arguments.first
    var options = BuildOptions()
    if let folder { options.folder = folder }
    if let output = values[.output] { options.output = output }
    options.jobs = number(of: .jobs) ?? max(1, cores)
    options.isStrict = flags.contains(.strict)
    options.isForced = flags.contains(.force)
    options.isFrozen = flags.contains(.frozen)
    options.templates = values[.templates]
    options.printsEverything = flags.contains(.printAll)
    options.writesExports = flags.contains(.exports)
    options.precompresses = flags.contains(.precompress)
    options.isCheck = command == .check
    options.clearance = values[.clearance]
    if let text = values[.edition] {
      guard let tag = EditionTag(text) else { throw wrong(.badEdition(text)) }
      options.edition = tag
    }
    options.since = values[.since]
    if options.since != nil, options.edition == nil { throw wrong(.needsOption(.since, .edition)) }
    options.zip = values[.zip]
    options.singleFile = values[.singleFile]
    options.recogniser = recogniser
    if values[.cache] != nil, flags.contains(.noCache) { throw wrong(.conflict(.cache, .noCache)) }
    if let file = values[.cache] { options.cache = .file(file) }
    if flags.contains(.noCache) { options.cache = .none }
    options.asksOutside = flags.contains(.external) || flags.contains(.externalLocal)
    options.asksLocal = flags.contains(.externalLocal)

    if command == .serve { return .serve(try serveOptions(options)) }
    if command == .review {
      return .review(
        options,
        ReviewStyle(
          isJSON: flags.contains(.json), printsAll: flags.contains(.all), writes: flags.contains(.write)))
    }
    if command == .explain {
      guard let target = folder else { throw wrong(.missingArgument(of: command)) }
      return .explain(options, target: target, folder: values[.from], isJSON: flags.contains(.json))
    }
    var style = OutputStyle()
    if flags.contains(.quiet) { style.verbosity = .quiet }
    if flags.contains(.verbose) { style.verbosity = .verbose }
    if command == .print {
      return .print(options, printOptions(), style)
    }
    style.format = try format()
    return command == .check ? .check(options, style) : .build(options, style)
  }

  private func printOptions() -> PrintOptions {
    var options = PrintOptions()
    options.output = values[.pdf]
    options.only = lists[.only] ?? []
    if let paper = values[.paper].flatMap(PrintOptions.Paper.init) { options.paper = paper }
    options.engine = values[.engine].flatMap(PrintEngine.init)
    return options
  }

  private func serveOptions(_ build: BuildOptions) throws(UsageError) -> ServeOptions {
    var options = ServeOptions(build: build)
    options.port = number(of: .port).flatMap { UInt16(exactly: $0) }
    if let host = values[.host] { options.host = host }
    if let path = values[.basePath] {
      let parts = path.split(separator: "/")
      let isPlain = parts.allSatisfy { part in
        !part.hasPrefix(".") && part.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"%?#\\\"<>".utf8.contains($0) }
      }
      guard isPlain else { throw wrong(.badBasePath(path)) }
      options.basePath = "/" + parts.map { $0 + "/" }.joined()
    }
    options.opens = flags.contains(.open)
    options.polls = flags.contains(.poll)
    return options
  }

  private func number(of option: CommandOption) -> Int? { values[option].flatMap { Int($0) } }

  private var recogniser: BriefingSettings.Recogniser? {
    values[.recogniser].flatMap { BriefingSettings.Recogniser(rawValue: $0) }
  }

  /// Returns the command where it is one that builds nothing.
  private func plainCommand() throws(UsageError) -> Command? {
    switch command {
    case .new: return arguments.first.map { .new(folder: $0) }
    case .completions: return .completions(try Shell(rawValue: choice(arguments[0])) ?? .bash)
    case .man: return .man
    case .changes: return .changes(old: arguments[0], new: arguments[1], isJSON: flags.contains(.json))
    case .verify: return .verify(arguments[0], against: values[.against])
    case .templates:
      var options = TemplatesOptions(isJSON: flags.contains(.json))
      for word in arguments {
        options.names.append(
          try choice(word.hasSuffix(".mustache") ? String(word.dropLast(".mustache".count)) : word))
      }
      options.copyFolder = values[.copy] ?? (flags.contains(.copy) ? TemplateCopies.standardFolder : nil)
      if options.copyFolder != nil, options.isJSON { throw wrong(.conflict(.copy, .json)) }
      return .templates(options)
    case .build, .check, .print, .serve, .review, .explain, .annotate, .help: return nil
    }
  }

  /// Returns `word` if it is one that the argument may be.
  private func choice(_ word: String) throws(UsageError) -> String {
    guard case .choice(let name, let choices) = command.argument, !choices.contains(word) else { return word }
    throw wrong(.badArgument(word, of: command, called: name.lowercased(), among: choices))
  }

  private func format() throws(UsageError) -> OutputStyle.Format {
    let isJSON = flags.contains(.json)
    guard let format = values[.format].flatMap({ OutputStyle.Format(rawValue: $0) }) else {
      return isJSON ? .json : .text
    }
    if isJSON, format != .json { throw wrong(.conflict(.json, .format)) }
    return format
  }

  private func namedCommand() throws(UsageError) -> CommandName? {
    guard let word = arguments.first else { return nil }
    guard let named = CommandName(rawValue: word) else { throw wrong(.unknownCommand(word, isFolder: false)) }
    return named
  }

  func wrong(_ diagnostic: Diagnostic) -> UsageError {
    UsageError(diagnostic: diagnostic, command: command)
  }
}
