import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import Dossier

@Suite("Decisions, addresses, review and explanations over whole builds")
struct DecisionsBuildTests {
  private static let talks = """
    Talks in Asia

    Kim Jong-Un met Vladimir Putin in Moscow. Kim Jong-Il was his father.

    The mood was good, as Kim told reporters. Putin left early.

    """

  private func read(_ path: String) throws -> String { String(decoding: try Files.read(path), as: UTF8.self) }

  @Test("a first build keeps the addresses, a second changes nothing")
  func addresses() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks])
    #expect(await folder.build().isWritten)
    let kept = try read(folder.seeds + "/addresses.yml")
    #expect(kept.contains("\npeople/vladimir-putin: Vladimir Putin\n"))
    let before = try contents(of: folder.site)
    #expect(await folder.build().written == 0)
    #expect(try read(folder.seeds + "/addresses.yml") == kept)
    #expect(try contents(of: folder.site) == before)
  }

  @Test("a merged entity's old page leads on, also from disk")
  func redirect() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks])
    _ = await folder.build()
    try folder.write("entities.yml", "same:\n  - [Kim Jong-Un, Kim Jong-Il]\n")
    let report = await folder.build()
    #expect(report.isWritten && report.diagnostics.isEmpty)
    let page = try folder.page("people/kim-jong-il.html")
    #expect(page.contains("content=\"0; url=../people/kim-jong-un.html\""))
    #expect(page.contains("<a href=\"../people/kim-jong-un.html\">Kim Jong-Un</a>"))
    #expect(
      try read(folder.seeds + "/addresses.yml").contains(
        "people/kim-jong-il: {name: Kim Jong-Il, moved: people/kim-jong-un}"))
    #expect(await folder.build { $0.isCheck = true }.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test("frozen, and where the folder can't be written, the build goes on")
  func frozen() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks])
    #expect(await folder.build { $0.isFrozen = true }.isWritten)
    #expect(Files.status(folder.seeds + "/addresses.yml") == nil)
    #expect(await folder.build { $0.isCheck = true }.count(of: .error) == 0)
    #expect(Files.status(folder.seeds + "/addresses.yml") == nil)
    // A folder in its place can't be written to as a file.
    try Files.createFolder(folder.seeds + "/addresses.yml.new/x")
    let report = await folder.build()
    #expect(report.isWritten && report.diagnostics.map(\.id) == ["build.addresses-not-kept"])
  }

  @Test("damaged addresses stop the build before anything is written")
  func damagedAddresses() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks, "addresses.yml": "people/../x: Kim\n"])
    let report = await folder.build()
    #expect(!report.isWritten && report.diagnostics.map(\.id) == ["addresses.bad-address"])
    #expect(Files.status(folder.site) == nil)
    #expect(try read(folder.seeds + "/addresses.yml") == "people/../x: Kim\n")
  }

  @Test("a link by hand in Markdown is a link on the page")
  func handLink() async throws {
    let folder = try TemporaryFolder([
      "a.md": "# Talks\n\nVladimir Putin spoke. Then [[Vladimir Putin|the president]] left for [[Narnia]].\n"
    ])
    #expect(await folder.build().isWritten)
    let page = try folder.page("documents/a.html")
    #expect(page.contains(">the president</a>") && !page.contains("[["))
    #expect(try folder.page("people/vladimir-putin.html").contains("also “the president”"))
    #expect(try folder.page("names.html").contains(">Narnia</a>"))
  }

  @Test("an unclear name has a page that says so, no link, and a note on each candidate")
  func unclear() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks])
    _ = await folder.build()
    let page = try folder.page("people/kim.html")
    #expect(
      page.contains("“Kim” may be one of these:") && page.contains("href=\"../people/kim-jong-il.html\""))
    #expect(try folder.page("documents/talks.html").contains("<span id=\"p3m1\">Kim</span>"))
    #expect(try folder.page("people/kim-jong-un.html").contains("Sentences that may mean this"))
  }

  @Test("decisions that are no YAML stop the build before anything is written")
  func damagedDecisions() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks, "entities.yml": "never: [x"])
    let report = await folder.build()
    #expect(!report.isWritten && report.count(of: .error) == 1)
    #expect(Files.status(folder.seeds + "/addresses.yml") == nil)
  }

  // MARK: - Review

  private func review(_ folder: TemporaryFolder, writes: Bool = false) async -> BriefingReview.Result {
    var options = BuildOptions()
    options.folder = folder.seeds
    options.output = folder.site
    return await BriefingReview(options).run(writesConfident: writes)
  }

  @Test("each question is gone when one of its answers is pasted")
  func review() async throws {
    let folder = try TemporaryFolder([
      "talks.txt": Self.talks,
      "rivers.txt":
        "Rivers\n\nThe Tigris River is long. Then the Tigris rose in Baghdad.\n\nThe Portland Golf Club met. The PGC is old.\n",
    ])
    let first = await review(folder)
    #expect(first.diagnostics.isEmpty && first.questions.contains { $0.kind == "unclear" })
    #expect(first.questions.map(\.links) == first.questions.map(\.links).sorted(by: >))
    for question in first.questions {
      for answer in question.answers {
        try folder.write("entities.yml", "\(answer.section):\n  \(answer.line)\n")
        let second = await review(folder)
        #expect(second.diagnostics.isEmpty, "\(answer.line)")
        #expect(
          !second.questions.contains { $0.kind == question.kind && $0.names == question.names },
          "\(question.text) \(answer.line)")
      }
    }
  }

  @Test("the surest answers are written under a note, beside what the author wrote")
  func writing() async throws {
    let folder = try TemporaryFolder([
      "a.txt": "Clubs\n\nThe Portland Golf Club met. The PGC is old. The PGC won in Oregon.\n",
      "entities.yml": "# mine\nnever:\n  - Xyzzy\nsame:\n  - [A, B]\n\n# the end\n",
    ])
    let result = await review(folder, writes: true)
    #expect(result.written == 1)
    #expect(
      try read(folder.seeds + "/entities.yml") == """
        # mine
        never:
          - Xyzzy
        same:
          - [A, B]
          # added by 'dossier review --write': read them, and take out what is wrong
          - [Portland Golf Club, PGC]

        # the end

        """)
    #expect(await review(folder, writes: true).written == 0)
  }

  @Test("a file with errors, or with a section in brackets, is not written to")
  func notWritten() async throws {
    for (text, id) in [
      ("nevr: [a]\n", "entities.unknown-section"), ("same: [[A, B]]\n", "review.section-in-brackets"),
      ("same: []\n", "review.section-in-brackets"), ("same: ~\n", "review.section-in-brackets"),
      ("same: # none\n  []\n", "review.section-in-brackets"),
      ("same:\n  -\n    - Foo Bar\n    - Baz Qux\n", "review.lines-not-added"),
      ("never:\n  - Monday\n...\n", "review.lines-not-added"),
      ("{never: [Monday]}\n", "review.lines-not-added"),
      ("  never:\n    - Monday\n", "review.lines-not-added"), ("~\n", "review.lines-not-added"),
    ] {
      let folder = try TemporaryFolder([
        "a.txt": "Clubs\n\nThe Portland Golf Club met. The PGC is old.\n", "entities.yml": text,
      ])
      let result = await review(folder, writes: true)
      #expect(result.written == 0 && result.diagnostics.map(\.id) == [id])
      #expect(try read(folder.seeds + "/entities.yml") == text)
    }
  }

  @Test(
    "lines are added in the file's own manner",
    arguments: [
      ("same:\r\n  - [A, B]\r\n", "same:\r\n  - [A, B]\r\n  # …\r\n  - [C, D]\r\n"),
      ("same:\n- [A, B]", "same:\n- [A, B]\n# …\n- [C, D]\n"),
      ("same:\n", "same:\n  # …\n  - [C, D]\n"),
      ("same: # mine\nnever:\n  - X\n", "same: # mine\n  # …\n  - [C, D]\nnever:\n  - X\n"),
      ("", "same:\n  # …\n  - [C, D]\n"),
      ("# mine\n", "# mine\n\nsame:\n  # …\n  - [C, D]\n"),
      (
        "same:\n  - [A,\n     B] # note\n\nnever:\n  - X\n",
        "same:\n  - [A,\n     B] # note\n  # …\n  - [C, D]\n\nnever:\n  - X\n"
      ),
      ("\u{FEFF}same:\n  - [A, B]\n", "\u{FEFF}same:\n  - [A, B]\n  # …\n  - [C, D]\n"),
    ])
  func lines(_ text: String, _ expected: String) throws {
    let added = try DecisionLines.adding(
      [("same", "- [C, D]")], to: text, path: "entities.yml", remark: "…")
    #expect(added == expected)
    let plain = try DecisionLines.adding([("same", "- [C, D]")], to: text, path: "entities.yml")
    #expect(plain == expected.replacing(#/ *# …(\r\n|\n)/#, with: ""))
  }

  // MARK: - Explanations

  private func explain(_ target: String, _ folder: TemporaryFolder) async -> BriefingExplanation.Answer {
    var options = BuildOptions()
    options.folder = folder.seeds
    options.output = folder.site
    return await BriefingExplanation(options).explain(target)
  }

  @Test("a place, a line, a document, a name")
  func explain() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks])
    let place = await explain(folder.seeds + "/talks.txt:5:43", folder)
    #expect(
      place.text == """
        \(folder.seeds)/talks.txt:5:43: Putin
          a name: \(place.text?.split(separator: "\n")[1].dropFirst(10) ?? "")
          stands for: Vladimir Putin (person), people/vladimir-putin.html
          because: it is the surname of the fuller name, which no one else in the document has
            \(folder.seeds)/talks.txt:3: Kim Jong-Un met Vladimir Putin in Moscow.

        """)
    let line = await explain("talks.txt:5", folder)
    #expect(line.text?.contains("could be: Kim Jong-Il (person)") == true)
    #expect(line.text?.contains("stands for: it is not clear which of these") == true)
    #expect(
      await explain("talks.txt", folder).text?.contains("3:1  Kim Jong-Un  →  Kim Jong-Un (person)\n") == true
    )
    let entity = await explain("Putin", folder)
    let lines = entity.text?.split(separator: "\n") ?? []
    #expect(
      lines.prefix(2) == [
        "Vladimir Putin (person), people/vladimir-putin.html", "  named 2 times in 1 document",
      ])
    #expect(entity.text?.contains("also: “Putin” is the surname") == true)
    struct Found: Decodable {
      var words: String
      var entity: String?
      var line: Int
    }
    let found = try JSONDecoder().decode([Found].self, from: Data(line.json.utf8))
    #expect(found.map(\.words) == ["Kim", "Putin"] && found.allSatisfy { $0.line == 5 })
  }

  @Test("a name is found in Markdown over a line's end, and by another way to its file")
  func explainMarkdown() async throws {
    let folder = try TemporaryFolder([
      "a.md":
        "- Vladimir Putin met\n  Angela Merkel and Boris\n  Johnson in **Moscow**\u{2019}s “Moscow” café.\n"
    ])
    #expect(await explain("a.md:2:21", folder).text?.contains("a.md:2:21: Boris Johnson\n") == true)
    #expect(await explain(folder.seeds + "//a.md:3", folder).text?.contains("a.md:3:16: Moscow\n") == true)
  }

  @Test("what is not there is told")
  func explainNothing() async throws {
    let folder = try TemporaryFolder(["talks.txt": Self.talks])
    #expect(await explain("talks.txt:2", folder).diagnostics.map(\.id) == ["explain.no-name"])
    #expect(await explain("other.txt:2", folder).diagnostics.map(\.id) == ["explain.unknown-file"])
    let near = await explain("Vladmir Putin", folder)
    #expect(near.text == nil && near.diagnostics.map(\.hint) == ["did you mean 'Vladimir Putin'?"])
  }

  @Test("the author's line is named")
  func explainDecision() async throws {
    let folder = try TemporaryFolder([
      "talks.txt": Self.talks,
      "entities.yml": "pinned:\n  - {quote: as Kim told reporters, name: Kim, is: Kim Jong-Un}\n",
    ])
    let answer = await explain("talks.txt:5", folder)
    #expect(answer.text?.contains("a name: by the author's word (entities.yml, line 2)") == true)
    #expect(answer.text?.contains("because: it is so by the author's word (entities.yml, line 2)") == true)
  }
}
