internal import Dossier
internal import DossierModel
internal import Synchronization

/// What the program says while it builds and when it has built, on standard error.
///
/// Stages, one a line, as they end; how far a long one is, in a line that is rewritten, on a terminal only; then
/// what the author should know; then one last line. May be told from any thread.
final class Console: Sendable {
  private let style: OutputStyle
  private let surroundings: Surroundings
  private let progress = Mutex(Progress())

  /// The rewritten line.
  private struct Progress {
    var stage = ""
    var done = 0
    var isShown = false
    var start = Duration.zero
    var lastChange = Duration.zero
  }

  /// A rewritten line changes no more often than this, and a stage that is over sooner never shows one.
  private static let interval = Duration.milliseconds(100)

  /// How many messages of one kind are printed, unless `--verbose`.
  static let mostAlike = 20

  init(_ style: OutputStyle, _ surroundings: Surroundings) {
    self.style = style
    self.surroundings = surroundings
  }

  /// Tells news of a running build.
  func tell(_ event: BriefingBuild.Event) {
    guard style.verbosity != .quiet else { return }
    switch event {
    case .progress(let stage, let done, let total): tellProgress(of: stage, done: done, total: total)
    case .words(let done, let total): tellProgress(of: "annotate", done: done, total: total, inWords: true)
    case .finished(let stage):
      progress.withLock { progress in
        let clearing = progress.isShown ? ConsoleText.clearLine : ""
        progress = Progress()
        surroundings.messages(clearing + ConsoleText.line(of: stage, isVerbose: style.verbosity == .verbose))
      }
    }
  }

  private func tellProgress(of stage: String, done: Int, total: Int, inWords: Bool = false) {
    guard surroundings.hasCursor else { return }
    progress.withLock { progress in
      let now = surroundings.now()
      if progress.stage != stage {
        progress.stage = stage
        progress.done = 0
        progress.start = now
        progress.lastChange = now
      }
      // Threads may overtake each other on their way to here; what is shown never goes back.
      progress.done = max(progress.done, done)
      guard now - progress.lastChange >= Console.interval else { return }
      progress.lastChange = now
      progress.isShown = true
      surroundings.messages(
        ConsoleText.clearLine
          + ConsoleText.progressLine(
            of: stage, done: progress.done, total: total, wordsSince: inWords ? now - progress.start : nil))
    }
  }

  /// Tells what a build came to: the messages, in the order of files, and the last line.
  func tell(_ report: BuildReport, of options: BuildOptions) {
    // GitHub shows what stands on either stream, and would show it twice.
    if style.format != .github { tell(report.diagnostics) }
    guard style.verbosity != .quiet else { return }
    surroundings.messages(ConsoleText.lastLine(of: report, options: options) + "\n")
  }

  /// Tells that files have changed, and after how many milliseconds that was to be seen, and done.
  func tell(change files: [String], shownAfter: Int, milliseconds: Int, isMended: Bool) {
    guard let first = files.first else { return }
    let more = Set(files).count - 1
    let what = TerminalText.safe(first) + (more > 0 ? " and \(ConsoleText.amount(more, "more file"))" : "")
    let mended = isMended ? "  ·  no errors any more" : ""
    surroundings.messages(
      "\(what) changed: shown after \(shownAfter) ms, linked after \(milliseconds) ms\(mended)\n")
  }

  /// Tells messages; of many alike only the first.
  func tell(_ diagnostics: [Diagnostic]) {
    let shown = diagnostics.filter { style.verbosity != .quiet || $0.severity > .note }
    let counts = Dictionary(shown.map { ($0.id, 1) }, uniquingKeysWith: +)
    var seen: [String: Int] = [:]
    var text = ""
    for diagnostic in shown {
      seen[diagnostic.id, default: 0] += 1
      let number = seen[diagnostic.id] ?? 0
      let isCapped = style.verbosity != .verbose
      if isCapped, number > Console.mostAlike { continue }
      text += ConsoleText.text(of: diagnostic, isColoured: surroundings.hasColours) + "\n"
      if isCapped, number == Console.mostAlike, let more = counts[diagnostic.id].map({ $0 - number }),
        more > 0
      {
        text += "… and \(ConsoleText.grouped(more)) more like this; see --verbose\n"
      }
    }
    if !text.isEmpty { surroundings.messages(text) }
  }

  /// Tells one message at once, whatever the verbosity.
  func tell(_ diagnostic: Diagnostic) {
    surroundings.messages(ConsoleText.text(of: diagnostic, isColoured: surroundings.hasColours) + "\n")
  }
}
