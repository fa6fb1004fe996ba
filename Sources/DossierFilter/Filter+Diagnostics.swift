internal import DossierModel

// Every message of this target.
extension Diagnostic {
  static func badLine(_ reason: String, path: String, line: Int, offset: Int?) -> Diagnostic {
    Diagnostic(
      .error, id: "filter.bad-line",
      at: SourceLocation(path: path, line: line, column: offset.map { $0 + 1 } ?? 1),
      reason, hint: "write one object a line, such as {\"id\": 1, \"text\": \"…\"}")
  }

  static func lineTooLong(path: String, line: Int, mebibytes: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "filter.long-line", at: SourceLocation(path: path, line: line, column: 1),
      "the line is longer than \(mebibytes) MiB", hint: "split the text")
  }

  static func badTextDate(_ date: String, path: String, line: Int) -> Diagnostic {
    Diagnostic(
      .warning, id: "filter.bad-date", at: SourceLocation(path: path, line: line, column: 1),
      "unknown date '\(date)', so the text's dates are not resolved", hint: "write it as 2022-08-15")
  }
}
