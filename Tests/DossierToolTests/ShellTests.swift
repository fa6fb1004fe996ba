import Dossier
import Testing

@testable import DossierTool

/// What shells and `man` are given; the shells themselves are asked by Tests/end-to-end.sh.
@Suite struct ShellTests {
  @Test(arguments: Shell.allCases) func everyCommandOptionAndChoiceIsThere(_ shell: Shell) {
    let text = shell.completions
    for command in CommandName.allCases {
      #expect(text.contains(command.rawValue))
      for option in command.options {
        #expect(text.contains(shell == .fish ? "-l \(option.long.dropFirst(2))" : option.long))
        if case .choice(_, let choices) = option.value {
          #expect(text.contains(choices.joined(separator: " ")))
        }
      }
      if case .choice(_, let choices) = command.argument {
        #expect(text.contains(choices.joined(separator: " ")))
      }
    }
  }

  @Test(arguments: [
    ("a/b-c_1.txt", "a/b-c_1.txt"), ("", "''"), ("a b", "'a b'"), ("$(x)", "'$(x)'"), ("it's", #"'it'\''s'"#),
    ("é", "'é'"),
  ])
  func words(_ text: String, _ expected: String) { #expect(ShellText.word(text) == expected) }

  @Test func theManualTellsAll() {
    let text = ManPage.text
    for command in CommandName.allCases {
      #expect(text.contains(".SS \"dossier \(command.rawValue)\"\n"))
      for option in command.options { #expect(text.contains(RoffText.escaped(option.usage))) }
      for example in command.examples { #expect(text.contains(RoffText.escaped(example.line))) }
    }
    for name in SettingName.allCases { #expect(text.contains(RoffText.escaped(name.rawValue + ":"))) }
    #expect(text.utf8.allSatisfy { $0 == 10 || (32...126).contains($0) })
  }

  @Test(arguments: [
    ("plain", "plain"), ("--a-b", #"\-\-a\-b"#), (".TH x", #"\&.TH x"#), ("'x'", #"\&\(aqx\(aq"#),
    (#"a\b"#, #"a\eb"#), ("…", #"\[u2026]"#), ("\u{1F600}", #"\[u1F600]"#), ("a\nb\u{1B}", "ab"), ("", ""),
    ("~^`\"", #"\(ti\(ha\(ga\(dq"#),
  ])
  func roff(_ text: String, _ expected: String) { #expect(RoffText.escaped(text) == expected) }

  @Test func linesAreBrokenBetweenWords() {
    let words = "a bb ccc dddddd e".split(separator: " ")
    #expect(WrappedText.lines(words, width: 5, indent: 1) == ["a bb", " ccc", " dddddd", " e"])
    #expect(WrappedText.lines([String](), width: 5) == [])
  }
}
