internal import Dossier
internal import DossierModel
internal import DossierPrint

extension Program {
  /// Prints a briefing, and says what came of it.
  func print(_ options: BuildOptions, _ printOptions: PrintOptions, _ style: OutputStyle) async -> Int32 {
    let console = Console(style, surroundings)
    let report = await BriefingPrint(options, printOptions).run { console.tell($0) }
    console.tell(report.diagnostics)
    if style.verbosity != .quiet, let file = report.file, let engine = report.engine {
      let sheets = report.sheets == 1 ? "1 page" : "\(report.sheets) pages"
      let pages = report.sheets == 0 ? "" : ": \(sheets)"
      let rounds = report.rounds == 1 ? "1 round" : "\(report.rounds) rounds"
      surroundings.messages(
        "printed \(TerminalText.safe(file))\(pages), by \(engine.rawValue) in \(rounds)\n")
    }
    let isClean = !report.diagnostics.contains { $0.severity == .error }
    return report.file != nil && isClean ? Program.success : Program.contentError
  }
}
