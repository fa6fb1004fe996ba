import DossierCache
import DossierFiles
import DossierModel
import DossierWeb
import Foundation
import Testing

@testable import Dossier

@Suite("What a check looks for")
struct CheckTests {
  @Test(
    "days that no calendar has",
    arguments: [
      ("on 31 June 2022", ["31 June"]), ("June 31, 2022", ["June 31"]), ("30th February", ["30th February"]),
      ("29 February 2023", ["29 February"]), ("February 29, 2024", []), ("29 February", []),
      ("29 February 2023 and 30 June", ["29 February"]), ("31 May, 1 June", []), ("June 35 people", []),
      ("1931 June", []), ("31 june", []), ("31. June", []), ("Junes 31", []),
      ("31 September 31 April", ["31 September", "31 April"]),
      ("April 31st", ["April 31st"]), ("the 31", []), ("", []), ("é31 June", []),
    ])
  func days(_ text: String, _ expected: [String]) {
    #expect(ImpossibleDay.all(in: text).map { String(text.slice($0.range)) } == expected)
  }

  @Test("messages come in the order of files, lines and columns")
  func order() {
    func told(_ path: String?, _ line: Int = 0, _ column: Int = 0) -> Diagnostic {
      Diagnostic(
        .note, id: "a.b", at: path.map { SourceLocation(path: $0, line: line, column: column) },
        "\(path ?? "-"):\(line):\(column)")
    }
    let all = [
      told(nil), told("b"), told("a/c", 2, 3), told("a", 1), told("a/c", 2, 1), told("a/c"),
      told("a/c", 10, 1),
    ]
    #expect(
      inOrderOfFiles(all).map(\.message) == [
        "a:1:0", "a/c:0:0", "a/c:2:1", "a/c:2:3", "a/c:10:1", "b:0:0", "-:0:0",
      ])
  }

  @Test("a good answer is kept for a week, a bad one not at all")
  func kept() throws {
    let path = NSTemporaryDirectory() + "dossier-" + UUID().uuidString
    defer { try? Files.removeFile(path) }
    let moved = WebAnswer(.good, moved: "https://example.org/b")
    let day = 24 * 3600
    do {
      let answers = KeptAnswers(try AnswerCache(path), now: 100 * day)
      answers.keep(WebAnswer(.good), of: "a")
      answers.keep(moved, of: "b")
      answers.keep(WebAnswer(.dead("404")), of: "c")
      answers.flush()
    }
    func find(_ address: String, _ now: Int) throws -> WebAnswer? {
      KeptAnswers(try AnswerCache(path), now: now).find(address)
    }
    #expect(try find("a", 106 * day) == WebAnswer(.good))
    #expect(try find("b", 106 * day) == moved)
    #expect(try find("c", 100 * day) == nil)
    #expect(try find("a", 107 * day) == nil)
    // A clock that was wrong.
    #expect(try find("a", 99 * day) == nil)
  }

  @Test("every message of a check has a sentence for the rules of SARIF")
  func rules() throws {
    let sources = try #require(FileManager.default.enumerator(atPath: projectFolder + "/Sources"))
    var ids: Set<Substring> = []
    for case let path as String in sources where path.hasSuffix("+Diagnostics.swift") {
      let text = String(decoding: try Files.read(projectFolder + "/Sources/" + path), as: UTF8.self)
      for match in text.matches(of: #/id: "([a-z]+\.[a-z0-9-]+)"/#) { ids.insert(match.output.1) }
    }
    #expect(ids.count > 90)
    let other = RuleHelp.text(of: "no.such")
    let others = ["tool", "explain", "review", "filter", "preview", "new", "templates", "print"]
    for id in ids where !others.contains(String(id.prefix { $0 != "." })) {
      #expect(RuleHelp.text(of: String(id)) != other, "\(id)")
    }
  }
}
