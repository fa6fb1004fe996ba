import Dossier
import DossierModel
import Testing

@testable import DossierTool

@Suite struct LastLineTests {
  private func report(
    documents: Int = 12, entities: Int = 31, mentions: Int = 101, files: Int = 45, written: Int = 3,
    removed: Int = 0, isWritten: Bool = true, _ severities: [Diagnostic.Severity] = []
  ) -> BuildReport {
    var report = BuildReport()
    (report.documents, report.entities, report.mentions) = (documents, entities, mentions)
    (report.files, report.written, report.removed) = (files, written, removed)
    report.isWritten = isWritten
    report.diagnostics = severities.map { Diagnostic($0, id: "a.b", "odd") }
    return report
  }

  @Test func built() {
    let options = BuildOptions()
    #expect(
      ConsoleText.lastLine(of: report([.warning, .warning]), options: options)
        == "built site: 12 documents, 31 names, 101 mentions, 45 files (3 changed)  ·  2 warnings")
    #expect(
      ConsoleText.lastLine(
        of: report(documents: 1, entities: 1, mentions: 1, files: 1, written: 0), options: options)
        == "built site: 1 document, 1 name, 1 mention, 1 file (none changed)")
    #expect(
      ConsoleText.lastLine(of: report(documents: 10_000, removed: 1_000, [.error, .note]), options: options)
        == "built site: 10,000 documents, 31 names, 101 mentions, 45 files (3 changed, 1,000 removed)"
        + "  ·  1 error, 1 note")
  }

  @Test func notBuilt() {
    var options = BuildOptions()
    options.output = "a\u{7}b"
    #expect(
      ConsoleText.lastLine(of: report(isWritten: false, [.error, .error]), options: options)
        == "not built, 'a\u{FFFD}b' is unchanged  ·  2 errors")
  }

  @Test func checked() {
    var options = BuildOptions()
    options.isCheck = true
    #expect(
      ConsoleText.lastLine(of: report(isWritten: false), options: options)
        == "checked seeds: 12 documents, 31 names, 101 mentions, 45 files  ·  nothing wrong")
    #expect(
      ConsoleText.lastLine(of: report(isWritten: false, [.note]), options: options)
        == "checked seeds: 12 documents, 31 names, 101 mentions, 45 files  ·  1 note")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (1_234_567, "1,234,567"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func groups(_ number: Int, _ expected: String) {
    #expect(ConsoleText.grouped(number) == expected)
  }

  @Test(
    arguments: [
      (0, "0 ms"), (0.49, "0 ms"), (0.5, "1 ms"), (1234, "1,234 ms"), (9_999.4, "9,999 ms"),
      (9_999.5, "10.0 s"),
      (61_000, "61.0 s"), (-1, "0 ms"), (Double.nan, "0 ms"), (Double.infinity, "0 ms"),
    ] as [(Double, String)])
  func durations(_ milliseconds: Double, _ expected: String) {
    #expect(ConsoleText.duration(milliseconds) == expected)
  }
}
