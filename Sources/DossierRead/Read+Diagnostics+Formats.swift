internal import DossierModel
internal import DossierPrograms

// Documents in other formats.
extension Diagnostic {
  static func converterMissing(
    _ example: String, program: String, package: String, count: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "read.converter-missing", at: SourceLocation(path: example),
      "this \(DocumentFormat(path: example)?.name ?? "document") is read by the program '\(program)', which is not installed, so "
        + (count == 1 ? "it is left out" : "it and \(count - 1) more are left out"),
      hint: "install it ('apt install \(package)' on Debian), then build again")
  }

  static func notWhatItsNameSays(_ path: String, format: DocumentFormat) -> Diagnostic {
    Diagnostic(
      .error, id: "read.other-content", at: SourceLocation(path: path),
      "by its name this is \(article(format)), but its content is not, so it is left out",
      hint: "open it in the program that made it, and save it anew")
  }

  private static func article(_ format: DocumentFormat) -> String {
    switch format {
    case .openDocument, .richText, .epub, .mail: "an " + format.name
    default: "a " + format.name
    }
  }

  static func unpacksTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "read.unpacks-too-large", at: SourceLocation(path: path),
      "unpacked, the document would be larger than \(limit >> 20) MiB, so it is left out",
      hint: "split it into several documents, or take out its pictures")
  }

  static func tooManyPages(_ path: String, count: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "read.too-many-pages", at: SourceLocation(path: path),
      "the document has \(count) pages, more than \(limit), so it is left out",
      hint: "split it into several documents")
  }

  static func pagesAreImages(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "read.no-text-in-pages", at: SourceLocation(path: path),
      "no page has text, only pictures of it, so the document is left out",
      hint: "have its text recognised first, for example with 'ocrmypdf'")
  }

  static func conversionFailed(_ path: String, program: String, _ failure: Program.Failure) -> Diagnostic {
    let reason =
      switch failure {
      case .notStarted(let reason): "'\(program)' cannot be started: \(reason)"
      case .tooSlow(let seconds): "'\(program)' was not done after \(seconds) seconds"
      case .tooMuch(let bytes): "'\(program)' made more than \(bytes >> 20) MiB of it"
      case .failed(let words): "'\(program)' cannot read it: '\(words)'"
      }
    return Diagnostic(
      .error, id: "read.conversion-failed", at: SourceLocation(path: path), reason + ", so it is left out",
      hint: "open it in the program that made it, and save it anew")
  }

  static func commentsLeftOut(_ path: String, count: Int) -> Diagnostic {
    Diagnostic(
      .note, id: "read.comments", at: SourceLocation(path: path),
      count == 1 ? "1 comment on the text is left out" : "\(count) comments on the text are left out",
      hint: "write what matters into the text")
  }

  static func attachmentsLeftOut(_ path: String, names: [String]) -> Diagnostic {
    let list = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return Diagnostic(
      .note, id: "read.attachments", at: SourceLocation(path: path),
      names.count == 1
        ? "1 attachment is not read: \(list)" : "\(names.count) attachments are not read: \(list)\(more)",
      hint: "save them beside the mail to have them read")
  }

  static func pagesWithoutText(_ path: String, count: Int, of all: Int) -> Diagnostic {
    Diagnostic(
      .warning, id: "read.pages-without-text", at: SourceLocation(path: path),
      "\(count) of \(all) pages have no text, perhaps only pictures of it",
      hint: "look at them, and have their text recognised, for example with 'ocrmypdf'")
  }
}
