import Dossier
import DossierModel
import Testing

@testable import DossierTool

@Suite struct ConsoleTests {
  static let read = BuildReport.Stage(
    name: "read", count: 12, unit: "documents", milliseconds: 3.2, processorMilliseconds: 5.9,
    peakMemory: 21_400_000)
  static let annotate = BuildReport.Stage(
    name: "annotate", count: 1_234_567, unit: "mentions", milliseconds: 12_345, processorMilliseconds: 23_990,
    peakMemory: 1_234_567_890)
  static let write = BuildReport.Stage(
    name: "write", count: 3, unit: "files changed", milliseconds: 0.2, processorMilliseconds: 0,
    peakMemory: 21_600_000)

  @Test func stagesAreAligned() {
    let recorder = Recorder()
    let console = Console(OutputStyle(), recorder.surroundings())
    for stage in [Self.read, Self.annotate, Self.write] { console.tell(.finished(stage)) }
    #expect(
      recorder.messages == """
        read            12 documents          3 ms
        annotate 1,234,567 mentions         12.3 s
        write            3 files changed      0 ms

        """)
  }

  @Test(arguments: [
    ("documents", "document"), ("mentions", "mention"), ("entities", "entity"), ("pages", "page"),
    ("files changed", "file changed"), ("of some other unit", "of some other unit"),
  ])
  func oneIsNotMany(_ unit: String, _ singular: String) {
    var stage = Self.read
    (stage.count, stage.unit) = (1, unit)
    #expect(ConsoleText.line(of: stage, isVerbose: false).contains(" 1 " + singular + "  "))
  }

  @Test func verboseAddsTimeAndMemory() {
    let recorder = Recorder()
    let console = Console(OutputStyle(verbosity: .verbose), recorder.surroundings())
    for stage in [Self.read, Self.annotate] { console.tell(.finished(stage)) }
    #expect(
      recorder.messages == """
        read            12 documents          3 ms   processor     6 ms   memory    21 MB
        annotate 1,234,567 mentions         12.3 s   processor   24.0 s   memory 1,235 MB

        """)
  }

  @Test func quietTellsNoStages() {
    let recorder = Recorder()
    let console = Console(OutputStyle(verbosity: .quiet), recorder.surroundings(hasCursor: true))
    console.tell(.finished(Self.read))
    recorder.advance(by: .seconds(1))
    console.tell(.progress(stage: "annotate", done: 1, total: 2))
    console.tell(BuildReport(), of: BuildOptions())
    #expect(recorder.messages == "")
  }

  // MARK: - Progress

  @Test func progressIsThrottledAndCleared() {
    let recorder = Recorder()
    let console = Console(OutputStyle(), recorder.surroundings(hasCursor: true))
    for done in 1...25 {
      console.tell(.progress(stage: "annotate", done: done * 400, total: 10_000))
      recorder.advance(by: .milliseconds(10))
    }
    console.tell(.finished(Self.annotate))
    #expect(
      recorder.messages == "\r\u{1B}[Kannotate     4,400 of 10,000    44 %"
        + "\r\u{1B}[Kannotate     8,400 of 10,000    84 %"
        + "\r\u{1B}[Kannotate 1,234,567 mentions         12.3 s\n")
  }

  @Test func wordsHaveASpeedAndAnEnd() {
    func line(_ done: Int, after elapsed: Duration) -> String {
      ConsoleText.progressLine(of: "annotate", done: done, total: 630_000, wordsSince: elapsed)
    }
    let start = "annotate    63,000 of 630,000 words    10 %"
    // Nothing is known of the speed at once.
    #expect(line(63_000, after: .milliseconds(900)) == start)
    #expect(line(63_000, after: .seconds(3)) == start + "   21,000 words/s   27 s left")
    #expect(line(63_000, after: .seconds(60)) == start + "   1,050 words/s   9 min left")
    #expect(line(630_000, after: .seconds(30)).hasSuffix("100 %   21,000 words/s   0 s left"))
    #expect(!line(0, after: .seconds(30)).contains("left"))
    let recorder = Recorder()
    let console = Console(OutputStyle(), recorder.surroundings(hasCursor: true))
    console.tell(.words(done: 1, total: 4_000))
    recorder.advance(by: .seconds(2))
    console.tell(.words(done: 2_000, total: 4_000))
    #expect(
      recorder.messages.hasSuffix("annotate     2,000 of 4,000 words    50 %   1,000 words/s   2 s left"))
  }

  @Test func progressNeverGoesBack() {
    let recorder = Recorder()
    let console = Console(OutputStyle(), recorder.surroundings(hasCursor: true))
    for done in [1, 6, 4] {
      console.tell(.progress(stage: "read", done: done, total: 10))
      recorder.advance(by: .seconds(1))
    }
    #expect(
      recorder.messages
        == "\r\u{1B}[Kread             6 of 10    60 %\r\u{1B}[Kread             6 of 10    60 %")
  }

  @Test func shortStagesShowNoProgress() {
    let recorder = Recorder()
    let console = Console(OutputStyle(), recorder.surroundings(hasCursor: true))
    for (stage, record) in [("read", Self.read), ("annotate", Self.annotate)] {
      console.tell(.progress(stage: stage, done: 1, total: 2))
      recorder.advance(by: .milliseconds(99))
      console.tell(.progress(stage: stage, done: 2, total: 2))
      console.tell(.finished(record))
    }
    #expect(!recorder.messages.contains("\u{1B}"))
  }

  @Test func progressNeedsATerminal() {
    let recorder = Recorder()
    let console = Console(OutputStyle(), recorder.surroundings())
    console.tell(.progress(stage: "read", done: 1, total: 2))
    recorder.advance(by: .seconds(1))
    console.tell(.progress(stage: "read", done: 2, total: 2))
    #expect(recorder.messages == "")
  }

  @Test func progressOfAnUnknownTotal() {
    #expect(ConsoleText.progressLine(of: "read", done: 7, total: 0) == "read             7")
  }

  // MARK: - Messages

  static let date = Diagnostic(
    .error, id: "read.bad-date",
    at: SourceLocation(
      path: "seeds/korea.md", line: 12, column: 7, length: 14, excerpt: "date: 15 Augst 2022"),
    "unknown date '15 Augst 2022'", hint: "write it as 2022-08-15")
  static let encoding = Diagnostic(
    .note, id: "read.encoding", at: SourceLocation(path: "seeds/error: old.txt"), "read as Windows-1252")
  static let link = Diagnostic(
    .warning, id: "write.broken-link", at: SourceLocation(path: "seeds/\u{1B}[2Ja.md", line: 3, column: 0),
    "nothing at '\u{202E}x'")

  static func report() -> BuildReport {
    var report = BuildReport()
    report.diagnostics = [encoding, date, link]
    return report
  }

  @Test func messagesWithoutColour() {
    let recorder = Recorder()
    Console(OutputStyle(), recorder.surroundings()).tell(Self.report(), of: BuildOptions())
    #expect(
      recorder.messages == """
        seeds/error: old.txt: note: read as Windows-1252
        seeds/korea.md:12:7: error: unknown date '15 Augst 2022'
            date: 15 Augst 2022
                  ^~~~~~~~~~~~~
          hint: write it as 2022-08-15
        seeds/\u{FFFD}[2Ja.md:3: warning: nothing at '\u{FFFD}x'
        not built, 'site' is unchanged  ·  1 error, 1 warning, 1 note

        """)
  }

  @Test func messagesInColour() {
    let recorder = Recorder()
    Console(OutputStyle(), recorder.surroundings(hasColours: true)).tell(Self.report(), of: BuildOptions())
    let e = "\u{1B}"
    #expect(
      recorder.messages == """
        \(e)[1mseeds/error: old.txt: \(e)[0m\(e)[1;36mnote:\(e)[0m read as Windows-1252
        \(e)[1mseeds/korea.md:12:7: \(e)[0m\(e)[1;31merror:\(e)[0m unknown date '15 Augst 2022'
            date: 15 Augst 2022
        \(e)[1;31m          ^~~~~~~~~~~~~\(e)[0m
        \(e)[2m  hint: write it as 2022-08-15\(e)[0m
        \(e)[1mseeds/\u{FFFD}[2Ja.md:3: \(e)[0m\(e)[1;33mwarning:\(e)[0m nothing at '\u{FFFD}x'
        not built, 'site' is unchanged  ·  1 error, 1 warning, 1 note

        """)
  }

  @Test func coloursTakeNothingAway() {
    for diagnostic in Self.report().diagnostics {
      let coloured = ConsoleText.text(of: diagnostic, isColoured: true)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == diagnostic.description)
    }
  }

  @Test func quietTellsErrorsAndWarningsOnly() {
    let recorder = Recorder()
    let console = Console(OutputStyle(verbosity: .quiet), recorder.surroundings())
    console.tell(Self.report(), of: BuildOptions())
    #expect(
      recorder.messages == """
        seeds/korea.md:12:7: error: unknown date '15 Augst 2022'
            date: 15 Augst 2022
                  ^~~~~~~~~~~~~
          hint: write it as 2022-08-15
        seeds/\u{FFFD}[2Ja.md:3: warning: nothing at '\u{FFFD}x'

        """)
  }

  @Test(arguments: [(20, 20, ""), (21, 20, "1"), (500, 20, "480"), (2_500, 20, "2,480")])
  func manyAlikeAreCut(_ count: Int, _ shown: Int, _ rest: String) {
    let alike = (1...count).map { number in
      Diagnostic(.warning, id: "a.b", at: SourceLocation(path: "\(number).txt"), "odd")
    }
    let recorder = Recorder()
    Console(OutputStyle(), recorder.surroundings()).tell(alike + [Self.encoding])
    let lines = (1...shown).map { "\($0).txt: warning: odd\n" }.joined()
    let more = rest.isEmpty ? "" : "… and \(rest) more like this; see --verbose\n"
    #expect(recorder.messages == lines + more + "seeds/error: old.txt: note: read as Windows-1252\n")

    let verbose = Recorder()
    Console(OutputStyle(verbosity: .verbose), verbose.surroundings()).tell(alike)
    #expect(verbose.messages.split(separator: "\n").count == count)
  }

  @Test func noMessagesPrintNothing() {
    let recorder = Recorder()
    Console(OutputStyle(), recorder.surroundings()).tell([])
    #expect(recorder.messages == "")
  }
}
