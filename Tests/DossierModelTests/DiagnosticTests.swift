import DossierModel
import Foundation
import Testing

@Suite struct DiagnosticTests {
  @Test func printsPlaceCaretAndHint() {
    let source = "---\ntitle: x\ndate: 15 Augst 2022\n---\n"
    let diagnostic = Diagnostic(
      .error, id: "read.bad-date",
      at: SourceLocation(path: "seeds/korea.md", source: source, range: TextRange(19, 32)),
      "unknown date '15 Augst 2022'", hint: "write it as 2022-08-15")
    #expect(
      diagnostic.description == """
        seeds/korea.md:3:7: error: unknown date '15 Augst 2022'
            date: 15 Augst 2022
                  ^~~~~~~~~~~~~
          hint: write it as 2022-08-15
        """)
  }

  @Test func printsAWholeFileAndAWholeLine() {
    #expect(
      Diagnostic(.note, id: "x.y", at: SourceLocation(path: "a.txt"), "it is so").description
        == "a.txt: note: it is so")
    #expect(
      Diagnostic(.warning, id: "x.y", at: SourceLocation(path: "a.txt", line: 3, column: 0), "it is so")
        .description
        == "a.txt:3: warning: it is so")
    #expect(
      Diagnostic(.error, id: "x.y", "it is so", hint: "mend it").description
        == "error: it is so\n  hint: mend it")
  }

  @Test func showsAWindowOfALongLine() {
    let source = String(repeating: "a", count: 300) + "WRONG" + String(repeating: "b", count: 300)
    let location = SourceLocation(path: "a.txt", source: source, range: TextRange(300, 305))
    let lines = Diagnostic(.error, id: "x.y", at: location, "bad").description.split(separator: "\n")
    #expect(lines[0] == "a.txt:1:301: error: bad")
    #expect(lines[1].count <= 4 + 100)
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let word = lines[1].range(of: "WRONG").map {
      lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound)
    }
    #expect(caret == word)
    #expect(lines[2].hasSuffix("^~~~~"))
  }

  /// The window holds the caret, wherever in the line it is.
  @Test func theCaretStandsUnderItsCharacterInEveryColumn() {
    let characters = (0..<250).map { Character(Unicode.Scalar(UInt8(33 + $0 % 90))) }
    for column in 1...250 {
      let location = SourceLocation(path: "p", line: 1, column: column, excerpt: String(characters))
      let lines = Diagnostic(.error, id: "x.y", at: location, "bad").description.split(separator: "\n")
      let caret = Array(lines[2]).firstIndex(of: "^") ?? -1
      #expect(Array(lines[1])[caret] == characters[column - 1], "column \(column)")
    }
  }

  @Test func aCaretMayStandAfterTheLine() {
    let location = SourceLocation(path: "p", line: 1, column: 4, length: 9, excerpt: "abc")
    #expect(
      Diagnostic(.error, id: "x.y", at: location, "bad").description == "p:1:4: error: bad\n    abc\n       ^"
    )
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{7}", "\r", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{2028}", "\n", "\u{7F}",
  ])
  func nothingReachesTheTerminalRaw(text: String) {
    let location = SourceLocation(path: "a\(text)b", line: 1, column: 1, excerpt: "c\(text)d")
    let printed = Diagnostic(.error, id: "x.y", at: location, "'\(text)'", hint: "h\(text)").description
    let scalars = printed.unicodeScalars.filter { $0 != "\n" }
    #expect(!scalars.contains { text.unicodeScalars.first == $0 })
    #expect(printed.split(separator: "\n").count == 4)
  }

  @Test func safeTextIsLeftAlone() {
    #expect(TerminalText.safe("Ja’afari — 金 🎉") == "Ja’afari — 金 🎉")
    #expect(TerminalText.safe("a\u{1B}b") == "a\u{FFFD}b")
  }

  @Test func severitiesAreOrdered() {
    #expect(Diagnostic.Severity.note < .warning)
    #expect(Diagnostic.Severity.warning < .error)
  }
}
