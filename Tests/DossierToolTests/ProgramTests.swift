import Dossier
import DossierModel
import Foundation
import Testing

@testable import DossierTool

@Suite struct ProgramTests {
  @Test func aWrongCommandLineEndsWithItsUsage() async {
    let recorder = Recorder()
    let code = await Program(recorder.surroundings()).run(["check", "--strcit"])
    #expect(code == 2)
    #expect(recorder.output == "")
    #expect(
      recorder.messages == """
        error: unknown option '--strcit' of 'dossier check'
          hint: did you mean '--strict'?
        usage: dossier check [FOLDER] [--external] [--external-local] [--clearance MARK]
                             [--recogniser NAME] [--cache FILE] [--no-cache]
                             [--templates DIR] [--strict] [--quiet | --verbose]
                             [--format NAME] [--json]

        """)
  }

  @Test func anUnknownCommandEndsWithTheUsageOfAll() async {
    let recorder = Recorder()
    #expect(await Program(recorder.surroundings()).run(["\u{1B}[2J"]) == 2)
    #expect(
      recorder.messages == """
        error: unknown command '\u{FFFD}[2J'
          hint: run 'dossier help' for the commands
        usage: dossier COMMAND [FOLDER] [OPTIONS] | --help | --version

        """)
  }

  @Test func noCommandIsNoSuccess() async {
    let recorder = Recorder()
    #expect(await Program(recorder.surroundings()).run([]) == 2)
    #expect(recorder.output == "")
    #expect(recorder.messages == HelpText.overview)
  }

  @Test(arguments: [
    (["help"], HelpText.overview), (["serve", "-h"], HelpText.text(of: .serve)),
    (["--version"], "dossier \(dossierVersion)\n"),
  ])
  func whatIsAskedForGoesToStandardOutput(_ words: [String], _ expected: String) async {
    let recorder = Recorder()
    #expect(await Program(recorder.surroundings()).run(words) == 0)
    #expect(recorder.output == expected)
    #expect(recorder.messages == "")
  }

  @Test func aTemplateIsToldWhole() async {
    let recorder = Recorder()
    #expect(await Program(recorder.surroundings()).run(["templates", "start.js", "moved"]) == 0)
    #expect(recorder.messages == "")
    #expect(
      recorder.output == """
        moved.mustache: What stands at the old address of a page.
          language   text     en
          site       text     Night trains
          name       text     Ingrid Solheim
          url        address  people/ingrid-solheim.html
          refresh    markup   <meta http-equiv="refresh" content="0; url=../people/ingr…
          canonical  address  https://example.org/briefing/people/ingrid-solheim.html
          style      address  assets/style.d0586d38.css

        start.js: Before the page is drawn: says that scripts run, and sets the chosen
          colours.

        """)
  }

  @Test func templatesAreJSON() async throws {
    let recorder = Recorder()
    #expect(await Program(recorder.surroundings()).run(["templates", "--json"]) == 0)
    let json =
      try JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) as? [String: [[String: Any]]]
    #expect(json?["templates"]?.compactMap { $0["file"] as? String }.count == TemplateOutline.all.count)
  }

  @Test(arguments: [["check", "no such folder", "--json"], ["build", "no such folder", "--json", "-q"]])
  func jsonIsOneLine(_ words: [String]) async {
    let recorder = Recorder()
    _ = await Program(recorder.surroundings()).run(words)
    #expect(recorder.output.hasPrefix("{") && recorder.output.hasSuffix("}\n"))
    #expect(recorder.output.filter { $0 == "\n" }.count == 1)
  }

  @Test func aBuildThatWritesNothingIsNoSuccess() async {
    let recorder = Recorder()
    let words = ["build", "no such folder", "--output", "no such site"]
    #expect(await Program(recorder.surroundings()).run(words) == 1)
    #expect(recorder.output == "")
  }

  /// Whether it is a check, whether strict, whether written, the worst message, and the exit code.
  @Test(
    arguments: [
      (false, false, true, nil, 0), (false, false, true, .note, 0), (false, true, true, .warning, 0),
      (false, false, true, .error, 1), (false, false, false, .error, 1), (false, false, false, nil, 1),
      (true, false, false, nil, 0), (true, false, false, .warning, 0), (true, true, false, .note, 0),
      (true, true, false, .warning, 1), (true, false, false, .error, 1),
    ] as [(Bool, Bool, Bool, Diagnostic.Severity?, Int32)])
  func exitCodes(
    _ row: (isCheck: Bool, isStrict: Bool, isWritten: Bool, worst: Diagnostic.Severity?, code: Int32)
  ) {
    var options = BuildOptions()
    options.isCheck = row.isCheck
    options.isStrict = row.isStrict
    var report = BuildReport()
    report.isWritten = row.isWritten
    report.diagnostics = row.worst.map { [Diagnostic($0, id: "a.b", "odd")] } ?? []
    #expect(Program.exitCode(of: report, options: options) == row.code)
  }

  // MARK: - Ports

  private func start(busy: Set<UInt16>) -> (UInt16) throws(Diagnostic) -> UInt16 {
    { port throws(Diagnostic) in
      if busy.contains(port) { throw Diagnostic(.error, id: "preview.port-busy", "port \(port) is in use") }
      return port
    }
  }

  @Test func takesTheFirstFreePort() throws {
    #expect(try Program.firstFree(nil, start: start(busy: [])) == 8000)
    #expect(try Program.firstFree(nil, start: start(busy: [8000, 8001, 8003])) == 8002)
    #expect(try Program.firstFree(nil, start: start(busy: Set(8000...8009))) == 8010)
    #expect(try Program.firstFree(8005, start: start(busy: [8000])) == 8005)
  }

  @Test func aNamedPortIsExact() {
    let error = #expect(throws: Diagnostic.self) { try Program.firstFree(8000, start: start(busy: [8000])) }
    #expect(error?.id == "preview.port-busy")
  }

  @Test func allPortsMayBeInUse() {
    let error = #expect(throws: Diagnostic.self) {
      try Program.firstFree(nil, start: start(busy: Set(8000...8010)))
    }
    #expect(
      error?.description
        == "error: all ports from 8000 to 8010 are in use\n  hint: choose another with '--port N'")
  }

  @Test func anotherFailureIsNotTriedAgain() {
    var tries = 0
    let error = #expect(throws: Diagnostic.self) {
      try Program.firstFree(nil) { _ throws(Diagnostic) -> UInt16 in
        tries += 1
        throw Diagnostic(.error, id: "preview.no-folder", "no folder")
      }
    }
    #expect(error?.id == "preview.no-folder")
    #expect(tries == 1)
  }

  // MARK: - Surroundings

  @Test(
    arguments: [
      (true, "xterm", nil, true), (true, nil, nil, true), (true, "xterm", "", true),
      (true, "xterm", "1", false),
      (true, "dumb", nil, false), (false, "xterm", nil, false),
    ] as [(Bool, String?, String?, Bool)])
  func colours(_ isTerminal: Bool, _ terminal: String?, _ noColour: String?, _ expected: Bool) {
    #expect(
      Surroundings.showsColours(isTerminal: isTerminal, terminal: terminal, noColour: noColour) == expected)
  }
}
