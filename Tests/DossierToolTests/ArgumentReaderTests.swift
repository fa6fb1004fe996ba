import Dossier
import DossierEdition
import DossierModel
import DossierPrint
import Testing

@testable import DossierTool

@Suite struct ArgumentReaderTests {
  /// The arguments, and the command they become; what is not said has its default, jobs being 4.
  static let commands: [(String, String)] = [
    ("", "help"),
    ("help", "help"),
    ("-h", "help"),
    ("--help", "help"),
    ("--version", "version"),
    ("help build", "help build"),
    ("help help", "help help"),
    ("help -h", "help help"),
    ("build -h", "help build"),
    ("check --help", "help check"),
    ("build a b --help", "help build"),
    ("build -qh --nonsense", "help build"),

    ("annotate", "annotate scalars jobs 4"),
    ("annotate a.txt - b.jsonl --offsets utf16 -j 2", "annotate a.txt - b.jsonl utf16 jobs 2"),
    ("annotate --recogniser fast", "annotate scalars jobs 4 fast"),
    ("annotate --recogniser careful", "annotate scalars jobs 4"),

    ("new a/b", "new a/b"),
    ("templates", "templates"),
    ("templates head foot.mustache colours.css", "templates head foot colours.css"),
    ("templates --json home", "templates home json"),
    ("templates --copy", "templates to Templates"),
    ("templates head --copy foot", "templates head foot to Templates"),
    ("templates --copy=a/b head", "templates head to a/b"),
    ("completions zsh", "completions zsh"),
    ("man", "man"),

    ("build", "build seeds > site jobs 4"),
    ("build texts", "build texts > site jobs 4"),
    ("build texts --output out", "build texts > out jobs 4"),
    ("build --output out texts", "build texts > out jobs 4"),
    ("build --output=out", "build seeds > out jobs 4"),
    ("build --output=a=b", "build seeds > a=b jobs 4"),
    ("build -o out", "build seeds > out jobs 4"),
    ("build -oout", "build seeds > out jobs 4"),
    ("build -o=out", "build seeds > out jobs 4"),
    ("build --output=-", "build seeds > - jobs 4"),
    ("build -o a -o b", "build seeds > b jobs 4"),
    ("build --jobs 1", "build seeds > site jobs 1"),
    ("build -j1024", "build seeds > site jobs 1024"),
    ("build -qj2", "build seeds > site jobs 2 quiet"),
    ("build -vj 2", "build seeds > site jobs 2 verbose"),
    ("build -q -q", "build seeds > site jobs 4 quiet"),
    (
      "build --strict --force --print-all --exports --json",
      "build seeds > site jobs 4 strict force print-all exports json"
    ),
    ("build --precompress", "build seeds > site jobs 4 precompress"),
    ("build --templates T --verbose", "build seeds > site jobs 4 templates T verbose"),
    ("build --recogniser fast", "build seeds > site jobs 4 fast"),
    ("build --recogniser=careful --cache a/b", "build seeds > site jobs 4 careful cache a/b"),
    ("build --no-cache", "build seeds > site jobs 4 no-cache"),
    ("check --cache c", "check seeds > site jobs 4 cache c"),
    ("print", "print seeds a4"),
    (
      "print texts -o b.pdf --only a.md --only=#b --paper letter --engine chromium -q",
      "print texts letter to b.pdf only 'a.md' only '#b' by chromium quiet"
    ),
    (
      "build --edition 3 --since old --zip a.zip --single-file a.html",
      "build seeds > site jobs 4 edition 3 since old zip a.zip single-file a.html"
    ),
    ("changes old new --json", "changes old to new json"), ("verify site", "verify site"),
    ("verify a.pdf --against site", "verify a.pdf against site"),
    ("build -- --strict", "build --strict > site jobs 4"),
    ("build --", "build seeds > site jobs 4"),
    ("build -", "build - > site jobs 4"),

    ("check", "check seeds > site jobs 4"),
    (
      "check texts --templates T --strict -q --json",
      "check texts > site jobs 4 strict templates T quiet json"
    ),

    ("serve", "serve seeds"),
    ("serve site", "serve site"),
    ("serve --port 0", "serve seeds port 0"),
    ("serve site --port=65535", "serve site port 65535"),
    ("serve --host 0.0.0.0 --open --poll", "serve seeds host 0.0.0.0 open poll"),
    ("serve --base-path briefings/one", "serve seeds below /briefings/one/"),
    ("serve --base-path /", "serve seeds"),
  ]

  @Test(arguments: commands) func reads(_ arguments: String, _ expected: String) throws {
    #expect(words(try ArgumentReader.read(split(arguments), cores: 4)) == expected)
  }

  @Test func neverRunsNoJobs() throws {
    #expect(words(try ArgumentReader.read(["build"], cores: 0)) == "build seeds > site jobs 1")
  }

  /// The arguments, and the whole message.
  static let mistakes: [(String, String)] = [
    ("biuld", "error: unknown command 'biuld'\n  hint: did you mean 'build'?"),
    ("version", "error: unknown command 'version'\n  hint: did you mean '--version'?"),
    ("chek", "error: unknown command 'chek'\n  hint: did you mean 'check'?"),
    ("template", "error: unknown command 'template'\n  hint: did you mean 'templates'?"),
    (
      "build --ouput=a",
      "error: unknown option '--ouput' of 'dossier build'\n  hint: did you mean '--output'?"
    ),
    (
      "build --jobs=abc",
      "error: bad number 'abc' for option '--jobs'\n  hint: write a whole number from 1 to 1024"
    ),
    ("new", "error: 'dossier new' needs FOLDER after it\n  hint: write 'dossier new my-briefing'"),
    (
      "new a b",
      "error: one argument too many: 'b'\n  hint: name one folder, in quotes if its name has spaces"
    ),
    (
      "explain",
      "error: 'dossier explain' needs PLACE|NAME after it\n  hint: write 'dossier explain seeds/a.md:3'"
    ),
    (
      "completions",
      "error: 'dossier completions' needs SHELL after it\n  hint: write 'dossier completions bash'"
    ),
    ("completions bsh", "error: unknown shell 'bsh'\n  hint: did you mean 'bash'?"),
    ("completions tcsh-6", "error: unknown shell 'tcsh-6'\n  hint: write bash, zsh, fish"),
    ("man build", "error: one argument too many: 'build'\n  hint: leave it out"),
    ("templates haed", "error: unknown template 'haed'\n  hint: did you mean 'head'?"),
    ("templates colors.css", "error: unknown template 'colors.css'\n  hint: did you mean 'colours.css'?"),
    ("templates summary", "error: unknown template 'summary'\n  hint: run 'dossier templates' for all"),
    (
      "templates --copy own/Templates",
      "error: unknown template 'own/Templates'\n  hint: write '--copy=own/Templates' to copy into a folder"
    ),
    ("templates --copy=", "error: option '--copy' has no value\n  hint: write '--copy=DIR'"),
    (
      "templates --copy --json",
      "error: options '--copy' and '--json' exclude each other\n  hint: leave one of them out"
    ),
    ("seeds", "error: unknown command 'seeds'\n  hint: run 'dossier help' for the commands"),
    ("-", "error: unknown command '-'\n  hint: run 'dossier help' for the commands"),
    ("help bild", "error: unknown command 'bild'\n  hint: did you mean 'build'?"),
    ("--quiet build", "error: unknown option '--quiet' before a command\n  hint: write it after the command"),
    ("-q build", "error: unknown option '-q' before a command\n  hint: write it after the command"),
    ("--hlep", "error: unknown option '--hlep' before a command\n  hint: did you mean '--help'?"),
    ("-V", "error: unknown option '-V' before a command\n  hint: did you mean '--version'?"),
    ("--nonsense", "error: unknown option '--nonsense' before a command\n  hint: begin with a command"),
    (
      "build --outptu out",
      "error: unknown option '--outptu' of 'dossier build'\n  hint: did you mean '--output'?"
    ),
    (
      "build --outptu=out",
      "error: unknown option '--outptu' of 'dossier build'\n  hint: did you mean '--output'?"
    ),
    (
      "check --output out",
      "error: unknown option '--output' of 'dossier check'\n  hint: leave it out: it is an option of build, print"
    ),
    (
      "serve -j 3",
      "error: unknown option '-j' of 'dossier serve'\n  hint: leave it out: it is an option of build, annotate"
    ),
    (
      "build --nonsense",
      "error: unknown option '--nonsense' of 'dossier build'\n  hint: run 'dossier help build' for the options"
    ),
    ("build -x", "error: unknown option '-x' of 'dossier build'\n  hint: write './-x' if it is a folder"),
    ("build -qx", "error: unknown option '-x' of 'dossier build'\n  hint: write './-x' if it is a folder"),
    (
      "annotate --offsets byte",
      "error: unknown value 'byte' of option '--offsets'\n  hint: did you mean 'bytes'?"
    ),
    (
      "annotate --offsets lines",
      "error: unknown value 'lines' of option '--offsets'\n  hint: write one of scalars, bytes, utf16"
    ),
    (
      "build --recogniser fats",
      "error: unknown value 'fats' of option '--recogniser'\n  hint: did you mean 'fast'?"
    ),
    (
      "annotate --recogniser slow-but-sure",
      "error: unknown value 'slow-but-sure' of option '--recogniser'\n  hint: write one of careful, fast"
    ),
    ("build --recogniser", "error: option '--recogniser' has no value\n  hint: write '--recogniser NAME'"),
    (
      "build --cache a --no-cache",
      "error: options '--cache' and '--no-cache' exclude each other\n  hint: leave one of them out"
    ),
    ("build --output", "error: option '--output' has no value\n  hint: write '--output DIR'"),
    ("build --output=", "error: option '--output' has no value\n  hint: write '--output DIR'"),
    ("build -o", "error: option '-o' has no value\n  hint: write '-o DIR'"),
    ("build -o= out", "error: option '-o' has no value\n  hint: write '-o DIR'"),
    ("build --output --strict", "error: option '--output' has no value\n  hint: write '--output DIR'"),
    ("build --output -- a", "error: option '--output' has no value\n  hint: write '--output DIR'"),
    ("build -j", "error: option '-j' has no value\n  hint: write '-j N'"),
    (
      "build --strict=yes",
      "error: option '--strict' takes no value, but has 'yes'\n  hint: write '--strict' alone"
    ),
    (
      "build --jobs 0",
      "error: bad number '0' for option '--jobs'\n  hint: write a whole number from 1 to 1024"
    ),
    (
      "build --jobs -2",
      "error: bad number '-2' for option '--jobs'\n  hint: write a whole number from 1 to 1024"
    ),
    (
      "build -j 1025",
      "error: bad number '1025' for option '--jobs'\n  hint: write a whole number from 1 to 1024"
    ),
    (
      "build --jobs=99999999999999999999",
      "error: bad number '99999999999999999999' for option '--jobs'\n  hint: write a whole number from 1 to 1024"
    ),
    (
      "build --jobs two",
      "error: bad number 'two' for option '--jobs'\n  hint: write a whole number from 1 to 1024"
    ),
    (
      "serve --port 65536",
      "error: bad number '65536' for option '--port'\n  hint: write a whole number from 0 to 65535"
    ),
    (
      "build --quiet --verbose",
      "error: options '--quiet' and '--verbose' exclude each other\n  hint: leave one of them out"
    ),
    (
      "build -vq",
      "error: options '--quiet' and '--verbose' exclude each other\n  hint: leave one of them out"
    ),
    (
      "build a b",
      "error: one argument too many: 'b'\n  hint: name one folder, in quotes if its name has spaces"
    ),
    (
      "build a -- -b",
      "error: one argument too many: '-b'\n  hint: name one folder, in quotes if its name has spaces"
    ),
    ("help build check", "error: one argument too many: 'check'\n  hint: name one command"),
    (
      "build \u{1B}[2J --x",
      "error: unknown option '--x' of 'dossier build'\n  hint: run 'dossier help build' for the options"
    ),
  ]

  @Test(arguments: mistakes) func refuses(_ arguments: String, _ expected: String) {
    let error = #expect(throws: UsageError.self) { try ArgumentReader.read(split(arguments), cores: 4) }
    #expect(error?.diagnostic.description == expected)
  }

  /// Of every command and every long option, with a letter too many.
  @Test func slipsAreToldWithTheRightWord() {
    func hint(_ words: [String]) -> String? {
      do throws(UsageError) {
        _ = try ArgumentReader.read(words, cores: 1)
        return nil
      } catch { return error.diagnostic.hint }
    }
    for command in CommandName.allCases {
      #expect(hint([command.rawValue + "x"]) == "did you mean '\(command.rawValue)'?")
      for option in command.options {
        #expect(hint([command.rawValue, option.long + "x"]) == "did you mean '\(option.long)'?")
        if case .choice(_, let choices) = option.value {
          for choice in choices {
            #expect(hint([command.rawValue, option.long, choice + "x"]) == "did you mean '\(choice)'?")
          }
        }
      }
    }
  }

  @Test func aFolderIsNoCommand() {
    let error = #expect(throws: UsageError.self) {
      try ArgumentReader.read(["chek"], cores: 4) { $0 == "chek" }
    }
    #expect(
      error?.diagnostic.description
        == "error: unknown command 'chek'\n  hint: did you mean 'dossier build chek'?")
  }

  @Test func refusesTheEmptyFolder() {
    let error = #expect(throws: UsageError.self) { try ArgumentReader.read(["build", ""], cores: 4) }
    #expect(
      error?.diagnostic.description
        == "error: the name of the folder is empty\n  hint: name a folder, or none for the default")
  }

  @Test func reviewAndExplain() throws {
    #expect(
      try words(ArgumentReader.read(split("review notes --write --json"), cores: 2))
        == "review notes > site jobs 2 json write")
    #expect(
      try words(ArgumentReader.read(split("review --all"), cores: 2)) == "review seeds > site jobs 2 all")
    #expect(
      try words(ArgumentReader.read(split("explain a.md:3:4 --from notes"), cores: 2))
        == "explain a.md:3:4 in notes a.md:3:4 > site jobs 2")
    #expect(
      try words(ArgumentReader.read(split("annotate --link --keep-mentions x.jsonl"), cores: 2))
        == "annotate x.jsonl scalars jobs 2 link keep-mentions")
    #expect(
      try words(ArgumentReader.read(split("build --frozen"), cores: 2)) == "build seeds > site jobs 2 frozen")
  }

  @Test func everyOptionIsReadOrRefusedByEachCommand() {
    for command in CommandName.allCases {
      for option in CommandOption.allCases {
        let values: [CommandOption: String] = [
          .offsets: "bytes", .recogniser: "fast", .format: "sarif", .paper: "a4", .engine: "chromium",
        ]
        let value = values[option] ?? "1"
        let target = Array(
          repeating: command == .completions ? "fish" : "Putin", count: command.argumentCount.lowerBound)
        let takesNext = option.value != nil && !option.valueIsOptional
        // One that needs another.
        let needed = option == .since && command == .build ? ["--edition", "1"] : []
        let words = [command.rawValue] + target + needed + [option.long] + (takesNext ? [value] : [])
        let isRead = (try? ArgumentReader.read(words, cores: 4)) != nil
        #expect(isRead == command.options.contains { $0.long == option.long }, "\(words)")
      }
    }
  }
}

private func split(_ arguments: String) -> [String] { arguments.split(separator: " ").map(String.init) }

/// Returns a command in words.
private func words(_ command: Command) -> String {
  switch command {
  case .build(let options, let style): return "build " + words(options, style)
  case .check(let options, let style): return (options.isCheck ? "check " : "?") + words(options, style)
  case .print(let options, let print, let style):
    return "print \(options.folder) \(print.paper.rawValue)" + (print.output.map { " to \($0)" } ?? "")
      + print.only.map { " only '\($0)'" }.joined() + (print.engine.map { " by \($0.rawValue)" } ?? "")
      + (style.verbosity == .quiet ? " quiet" : "")
  case .changes(let old, let new, let isJSON):
    return "changes \(old) to \(new)" + (isJSON ? " json" : "")
  case .verify(let name, let site): return "verify \(name)" + (site.map { " against \($0)" } ?? "")
  case .serve(let options):
    return "serve \(options.build.folder)" + (options.port.map { " port \($0)" } ?? "")
      + (options.host == "127.0.0.1" ? "" : " host \(options.host)")
      + (options.basePath == "/" ? "" : " below \(options.basePath)") + (options.opens ? " open" : "")
      + (options.polls ? " poll" : "")
  case .review(let options, let style):
    return "review " + words(options, OutputStyle()) + (style.isJSON ? " json" : "")
      + (style.printsAll ? " all" : "")
      + (style.writes ? " write" : "")
  case .explain(let options, let target, let folder, let isJSON):
    return "explain \(target) in \(folder ?? "its folder") " + words(options, OutputStyle())
      + (isJSON ? " json" : "")
  case .annotate(let options):
    return "annotate " + (options.files + ["\(options.unit)", "jobs \(options.jobs)"]).joined(separator: " ")
      + (options.recogniser == .fast ? " fast" : "") + (options.isLinked ? " link" : "")
      + (options.keepsMentions ? " keep-mentions" : "")
  case .new(let folder): return "new \(folder)"
  case .templates(let options):
    return (["templates"] + options.names).joined(separator: " ") + (options.isJSON ? " json" : "")
      + (options.copyFolder.map { " to \($0)" } ?? "")
  case .completions(let shell): return "completions \(shell)"
  case .man: return "man"
  case .help(let name): return "help" + (name.map { " \($0)" } ?? "")
  case .version: return "version"
  }
}

private func words(_ options: BuildOptions, _ style: OutputStyle) -> String {
  var words = "\(options.folder) > \(options.output) jobs \(options.jobs)"
  if options.isStrict { words += " strict" }
  if options.isForced { words += " force" }
  if options.isFrozen { words += " frozen" }
  if let templates = options.templates { words += " templates \(templates)" }
  if options.printsEverything { words += " print-all" }
  if options.writesExports { words += " exports" }
  if options.precompresses { words += " precompress" }
  if let edition = options.edition { words += " edition \(edition.text)" }
  if let since = options.since { words += " since \(since)" }
  if let zip = options.zip { words += " zip \(zip)" }
  if let file = options.singleFile { words += " single-file \(file)" }
  if let recogniser = options.recogniser { words += " \(recogniser)" }
  switch options.cache {
  case .besideOutput: break
  case .file(let path): words += " cache \(path)"
  case .none: words += " no-cache"
  }
  if style.verbosity != .normal { words += " \(style.verbosity)" }
  if style.format != .text { words += " " + style.format.rawValue }
  return words
}
