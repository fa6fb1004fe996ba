internal import DossierModel
internal import DossierPrint
internal import DossierPrograms

extension Diagnostic {
  static func noEngine(_ wanted: PrintEngine?) -> Diagnostic {
    Diagnostic(
      .error, id: "print.no-engine",
      wanted.map { "'\($0.rawValue)' is not installed" }
        ?? "neither 'weasyprint' nor 'chromium' is installed, one of which prints",
      hint: "install one: 'apt install weasyprint' or 'apt install chromium'")
  }

  static let noPageNumbers = Diagnostic(
    .warning, id: "print.no-page-numbers",
    "'pdfinfo' is not installed, so there are paragraph numbers in the place of page numbers",
    hint: "install it: 'apt install poppler-utils'")

  static func numbersMoved(rounds: Int) -> Diagnostic {
    Diagnostic(
      .warning, id: "print.numbers-moved",
      "page numbers still moved after \(rounds) rounds of printing, so some may be wrong",
      hint: "try another --engine or --paper")
  }

  static func engineFailed(_ engine: String, _ failure: Program.Failure) -> Diagnostic {
    let reason =
      switch failure {
      case .notStarted(let reason): "it could not be started: \(reason)"
      case .tooSlow(let seconds): "it took more than \(seconds) seconds"
      case .tooMuch(let bytes): "it wrote more than \(bytes) bytes"
      case .failed(let reason): reason
      }
    return Diagnostic(
      .error, id: "print.engine-failed", "'\(engine)' did not print: \(reason)",
      hint: "try another --engine, or a part with --only")
  }

  static func unwritablePDF(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, id: "print.unwritable", at: SourceLocation(path: path), "the file can't be written: \(reason)",
      hint: "name another with --output")
  }

  static func nothingToPrint(_ name: String, nearest: String?, parts: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "print.nothing", "there is no document, name or part '\(name)' to print",
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "name a document by its path or title, an entity, or one of: \(parts.joined(separator: ", "))")
  }

  static func noSuchSection(_ heading: String, in document: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .error, id: "print.no-section", "there is no heading '\(heading)' in '\(document)'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "name a heading of the document, or leave '#' out")
  }

  static func severalToPrint(_ name: String, _ candidates: [String]) -> Diagnostic {
    let shown = candidates.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, id: "print.several", "'\(name)' may be one of several",
      hint: "name one of them: \(shown)" + (candidates.count > 8 ? " …" : ""))
  }
}
