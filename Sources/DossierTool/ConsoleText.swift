internal import Dossier
internal import DossierModel

/// The lines of the console: pure functions from what happened to what is printed.
enum ConsoleText {
  /// Goes to the start of the line and clears it.
  static let clearLine = "\r\u{1B}[K"

  /// Returns the line of a stage that has ended, aligned with the others.
  static func line(of stage: BuildReport.Stage, isVerbose: Bool) -> String {
    var text = stage.name.padded(to: 9)
    let unit = stage.count == 1 ? singular(stage.unit) : stage.unit
    text += grouped(stage.count).leftPadded(to: 9) + " " + unit.padded(to: 14)
    text += duration(stage.milliseconds).leftPadded(to: 9)
    if isVerbose {
      text += "   processor" + duration(stage.processorMilliseconds).leftPadded(to: 9)
      text += "   memory" + "\(grouped(megabytes(stage.peakMemory))) MB".leftPadded(to: 9)
    }
    return text + "\n"
  }

  /// "documents" is "document", "entities" is "entity", "files changed" is "file changed".
  private static func singular(_ unit: String) -> String {
    var words = unit.split(separator: " ").map(String.init)
    guard let noun = words.first else { return unit }
    words[0] =
      noun.hasSuffix("ies") ? noun.dropLast(3) + "y" : noun.hasSuffix("s") ? String(noun.dropLast()) : noun
    return words.joined(separator: " ")
  }

  /// Returns how far a stage is, without the end of the line.
  ///
  /// - Parameter wordsSince: Where words are counted, how long it has taken so far.
  static func progressLine(of stage: String, done: Int, total: Int, wordsSince: Duration? = nil) -> String {
    let text = stage.padded(to: 9) + grouped(done).leftPadded(to: 9)
    guard total > 0 else { return text }
    var line = text + " of \(grouped(total))"
    if wordsSince != nil { line += " words" }
    line += "\(min(100, done * 100 / total)) %".leftPadded(to: 8)
    guard let elapsed = wordsSince.map({ $0 / .seconds(1) }), elapsed >= 1, done > 0 else { return line }
    let rate = Double(done) / elapsed
    let left = Int((Double(max(0, total - done)) / rate).rounded(.up))
    return line + "   \(grouped(Int(rate))) words/s   \(remaining(left))"
  }

  /// Returns "12 s left", "3 min left".
  private static func remaining(_ seconds: Int) -> String {
    seconds < 100 ? "\(seconds) s left" : "\(grouped((seconds + 30) / 60)) min left"
  }

  /// Returns the last line: what was built, and how many problems there are.
  static func lastLine(of report: BuildReport, options: BuildOptions) -> String {
    let problems = counts(of: report)
    let output = TerminalText.safe(options.output)
    if !options.isCheck, !report.isWritten {
      return "not built, '\(output)' is unchanged" + (problems.isEmpty ? "" : "  ·  " + problems)
    }
    if options.isCheck, report.documents == 0 {
      return "could not check \(TerminalText.safe(options.folder))"
        + (problems.isEmpty ? "" : "  ·  " + problems)
    }
    var text = options.isCheck ? "checked \(TerminalText.safe(options.folder)): " : "built \(output): "
    let unsure = report.suggestions > 0 ? " (and \(grouped(report.suggestions)) too unsure)" : ""
    text += [
      amount(report.documents, "document"), amount(report.entities, "name"),
      amount(report.mentions, "mention") + unsure, amount(report.files, "file"),
    ].joined(separator: ", ")
    if !options.isCheck {
      text += report.written == 0 ? " (none changed" : " (\(grouped(report.written)) changed"
      if report.removed > 0 { text += ", \(grouped(report.removed)) removed" }
      text += ")"
    }
    if !problems.isEmpty { return text + "  ·  " + problems }
    return options.isCheck ? text + "  ·  nothing wrong" : text
  }

  /// Returns "1 error, 2 warnings, 1 note", without those of which there are none.
  private static func counts(of report: BuildReport) -> String {
    let severities: [Diagnostic.Severity] = [.error, .warning, .note]
    return severities.map { (report.count(of: $0), $0.word) }.filter { $0.0 > 0 }
      .map { amount($0.0, $0.1) }.joined(separator: ", ")
  }

  /// Returns a diagnostic's printed form, in colour on request: its severity, its caret and its hint.
  static func text(of diagnostic: Diagnostic, isColoured: Bool) -> String {
    guard isColoured else { return diagnostic.description }
    let colour = diagnostic.severity.colour
    var lines = diagnostic.description.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    // The first line ends with the severity and the message; what stands before is the place. Author's text
    // holds neither line ends nor escapes, so nothing else needs to be looked for.
    let word = diagnostic.severity.word
    let ending = "\(word): \(TerminalText.safe(diagnostic.message))"
    let place = lines[0].utf8.dropLast(ending.utf8.count)
    lines[0] =
      (place.isEmpty ? "" : bold + String(Substring(place)) + plain) + colour + word + ":" + plain
      + String(Substring(ending.utf8.dropFirst(word.utf8.count + 1)))
    for index in lines.indices.dropFirst() {
      if lines[index].hasPrefix("  hint: ") {
        lines[index] = dim + lines[index] + plain
      } else if index == 2 {
        lines[index] = colour + lines[index] + plain
      }
    }
    return lines.joined(separator: "\n")
  }

  private static let bold = "\u{1B}[1m"
  private static let dim = "\u{1B}[2m"
  private static let plain = "\u{1B}[0m"

  /// Returns a number and its noun: "1 name", "1,234 names".
  static func amount(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Returns a number with commas between its thousands.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// Returns a time: "3 ms", "12.3 s".
  static func duration(_ milliseconds: Double) -> String {
    // A clock that ran backwards, or a nonsense value, is shown as nothing.
    guard milliseconds.isFinite, milliseconds > 0, milliseconds < 1e12 else { return "0 ms" }
    if milliseconds < 9_999.5 { return "\(grouped(Int(milliseconds.rounded()))) ms" }
    let tenths = Int((milliseconds / 100).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10) s"
  }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + 500_000) / 1_000_000 }
}

extension Diagnostic.Severity {
  /// The start of the severity's colour.
  fileprivate var colour: String {
    switch self {
    case .note: "\u{1B}[1;36m"
    case .warning: "\u{1B}[1;33m"
    case .error: "\u{1B}[1;31m"
    }
  }
}

extension String {
  /// Returns the text with spaces after it up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Returns the text with spaces before it up to `width` characters.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
