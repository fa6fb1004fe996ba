internal import Dossier
internal import DossierFiles
internal import DossierModel

/// The program: a command line in, an exit code out.
struct Program: Sendable {
  /// Built, or done.
  static let success: Int32 = 0
  /// The documents have errors, or the site could not be written or served.
  static let contentError: Int32 = 1
  /// The command line is wrong.
  static let usageError: Int32 = 2

  let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Does what `words`, the arguments after the program's name, ask for, and returns the exit code.
  func run(_ words: [String]) async -> Int32 {
    if words.isEmpty {
      surroundings.messages(HelpText.overview)
      return Program.usageError
    }
    do throws(UsageError) {
      return await run(
        try ArgumentReader.read(
          words, cores: surroundings.cores, isFolder: { Files.status($0)?.kind == .folder }))
    } catch {
      Console(OutputStyle(), surroundings).tell(error.diagnostic)
      surroundings.messages(HelpText.usage(of: error.command) + "\n")
      return Program.usageError
    }
  }

  private func run(_ command: Command) async -> Int32 {
    switch command {
    case .build(let options, let style), .check(let options, let style):
      let report = await build(options, style)
      switch style.format {
      case .text: break
      case .json: surroundings.output(report.json + "\n")
      case .github: surroundings.output(GitHubCommands.text(report.diagnostics))
      case .sarif: surroundings.output(SARIFLog.text(report.diagnostics, isDone: report.documents > 0))
      }
      return Program.exitCode(of: report, options: options)
    case .print(let options, let printOptions, let style):
      StopSignal.beforeEnd { BriefingPrint.abandon() }
      return await print(options, printOptions, style)
    case .changes(let old, let new, let isJSON):
      return changes(from: old, to: new, isJSON: isJSON)
    case .verify(let name, let site):
      return verify(name, against: site)
    case .serve(let options):
      return await serve(options)
    case .review(let options, let style):
      return await review(options, style)
    case .explain(let options, let target, let folder, let isJSON):
      return await explain(options, target: target, folder: folder, isJSON: isJSON)
    case .annotate(let options):
      return await annotate(options)
    case .new(let folder):
      return new(folder)
    case .templates(let options):
      return templates(options)
    case .completions(let shell):
      surroundings.output(shell.completions)
      return Program.success
    case .man:
      surroundings.output(ManPage.text)
      return Program.success
    case .help(let name):
      surroundings.output(name.map { HelpText.text(of: $0) } ?? HelpText.overview)
      return Program.success
    case .version:
      surroundings.output("dossier \(dossierVersion)\n")
      return Program.success
    }
  }

  /// Builds or checks, and says so.
  func build(_ options: BuildOptions, _ style: OutputStyle) async -> BuildReport {
    let console = Console(style, surroundings)
    let report = await BriefingBuild(options).run { console.tell($0) }
    console.tell(report, of: options)
    return report
  }

  /// Returns the exit code of a build or check.
  static func exitCode(of report: BuildReport, options: BuildOptions) -> Int32 {
    let isDone = options.isCheck || report.isWritten
    let isClean = report.count(of: .error) == 0
    let isCleanEnough = isClean && !(options.isCheck && options.isStrict && report.count(of: .warning) > 0)
    return isDone && isCleanEnough ? success : contentError
  }
}
