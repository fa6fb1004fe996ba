import Dossier
import DossierFiles
import DossierModel
import Foundation
import SeededGenerator
import Testing

/// Folders of notes as note-taking tools keep them.
@Suite("A folder of notes")
struct VaultTests {
  /// A picture of one colour: a PNG's signature, and a header with its size.
  static func picture(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0]
  }

  /// Writes 300 notes that link to, show and name each other.
  static func write(to folder: TemporaryFolder) throws {
    var random = SeededGenerator(state: 7)
    let people = [
      "Angela Merkel", "Tony Blair", "Barack Obama", "Vladimir Putin", "Xi Jinping", "David Cameron",
    ]
    let places = ["Berlin", "London", "Moscow", "Beijing", "Cairo"]
    for number in 0..<300 {
      let (other, third) = (random.below(300), random.below(300))
      let (person, place) = (people[random.below(people.count)], places[random.below(places.count)])
      var text = """
        ---
        aliases: [Alias \(number), "Other \(number)"]
        tags: [talks, \(place.lowercased())]
        created: 2023-01-0\(1 + number % 9)T10:00
        cssclasses: [wide]
        ---
        # Note \(number)

        \(person) was in \(place) on \(1 + number % 28) March 2015. #talks See [[note-\(other)]], [[Alias \(third)|another]]
        and [[Note \(other)#Who|the names]].[^1] It was ==clear==, and ~~not~~ long. %%Hidden%% ^p\(number)a

        ## Who

        | Name | Place |
        |:-----|------:|
        | \(person) | \(place) |
        | [[note-\(third)\\|third]] | `a\\|b` |

        > [!note]- About [[note-\(other)]]
        > \(person) said so.

        - [ ] write to \(person)
        - [x] go to \(place)

        [^1]: From [another note](../\(third % 10)/note-\(third).md#who).

        """
      switch number % 4 {
      case 0: text += "![[note-\(other)#^p\(other)a]]\n"
      case 1: text += "![[picture \(number % 5).png|120]]\n"
      case 2: text += "![A picture](../pictures/picture%20\(number % 5).png \"In \(place)\")\n"
      default: text += "Term\n: [[#Who]] of \(person)\n"
      }
      try folder.write("\(number % 10)/note-\(number).md", text)
    }
    for number in 0..<5 {
      try folder.write("pictures/picture \(number).png", picture(width: 40, height: UInt8(20 + number)))
    }
    try folder.write(".obsidian/app.json", "{}")
    try folder.write(".obsidian/note.md", "[[nowhere]]")
  }

  @Test("is built without edits, and without a message that says nothing")
  func vault() async throws {
    let folder = try TemporaryFolder()
    try Self.write(to: folder)
    let report = await folder.build {
      $0.recogniser = .fast
      $0.cache = .none
    }
    #expect(report.isWritten)
    #expect(report.documents == 300)
    // Paragraphs may show each other in a circle, as the generator has it.
    let messages = report.diagnostics.filter { $0.id != "read.embed-cycle" }
    #expect(messages.map(\.description) == [])

    let page = try folder.page("documents/1/note-1.html")
    #expect(page.contains("<span id=\"who\"></span>"))
    #expect(page.contains("width=\"120\" height=\"63\""))
    #expect(page.contains("<details class=\"callout neutral\">"))
    #expect(!page.contains("[["))
    #expect(!page.contains("Hidden"))
    let pictures = try Files.names(in: folder.site + "/assets").filter { $0.text.hasPrefix("picture-") }
    #expect(pictures.count == 5)

    let check = await folder.build {
      $0.recogniser = .fast
      $0.isCheck = true
    }
    #expect(check.diagnostics.filter { $0.id.hasPrefix("links.") }.map(\.description) == [])
  }

  private func build(_ files: [String: String], _ change: (TemporaryFolder) throws -> Void = { _ in })
    async throws -> (
      TemporaryFolder, BuildReport
    )
  {
    let folder = try TemporaryFolder(files)
    try change(folder)
    let report = await folder.build {
      $0.recogniser = .fast
      $0.cache = .none
    }
    return (folder, report)
  }

  @Test("a document's name goes before an entity's, which is meant where no document has it")
  func names() async throws {
    let (folder, report) = try await build([
      "a.md": "[[Angela Merkel]] met [[Tony Blair]] and [[Somebody Else|a third]]. Tony Blair spoke.",
      "Angela Merkel.md": "A note on [[Angela Merkel]], who spoke.",
    ])
    let page = try folder.page("documents/a.html")
    #expect(page.contains("<a href=\"../documents/angela-merkel.html\">"))
    #expect(page.contains("href=\"../people/tony-blair.html\">Tony Blair</a>"))
    #expect(page.contains(">a third</a>"))
    // A note about somebody does not link to itself.
    #expect(
      try folder.page("documents/angela-merkel.html").contains("href=\"../people/angela-merkel.html\">"))
    #expect(report.diagnostics.map(\.id) == ["link.only-by-hand"])
    #expect(report.diagnostics.first?.location?.line == 1)
  }

  @Test("a document of any format is found by its name")
  func formats() async throws {
    let (folder, report) = try await build([
      "a.md": "See [[Minutes]] and [[page.html]].",
      "Minutes.eml": "Subject: Minutes of May\nFrom: Anna Keller <a@example.org>\n\nAngela Merkel spoke.\n",
      "page.html":
        "<title>A page</title><article><p>Tony Blair spoke for a long time in London.</p></article>",
    ])
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics)")
    let page = try folder.page("documents/a.html")
    #expect(
      page.contains("href=\"../documents/minutes.html\"") && page.contains("href=\"../documents/page.html\""))
  }

  @Test("what leads nowhere is told once, with its place")
  func lost() async throws {
    let (folder, report) = try await build([
      "a.md": """
      Words [[b#None]] and [[b#^none]] and [[c#d]] and [[c#d]].[^x]

      ![[c]] ![](gone.png) ![](../out.png) ![](b.bmp) ![[d.png]] ![](https://example.org/x.png) [y](z.md)

      [^y]: Unused.
      """, "b.md": "Text.",
    ]) { try $0.write("d.png", "no picture") }
    #expect(
      report.diagnostics.map { "\($0.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == [
        "read.no-part 1:9", "read.no-part 1:24", "read.no-note 1:40", "read.no-footnote 1:58",
        "read.no-note 3:4", "read.no-picture 3:12", "read.picture-outside 3:26", "read.bad-picture 3:42",
        "read.bad-picture 3:52", "read.picture-elsewhere 3:64", "links.broken 3:95",
        "read.unused-footnote 5:1",
      ])
    #expect(report.isWritten)
    #expect(report.count(of: .error) == 2)
    #expect(try folder.page("documents/a.html").contains("<span class=\"vague\">[gone.png]</span>"))
  }

  @Test("a table that is none, or has more cells than columns, is told")
  func tables() async throws {
    let (folder, report) = try await build([
      "a.md": """
      | a | b
      |---|
      | 1 | 2 |

      > | a | b |
      > |---|---|
      > | 1 | 2 | 3 |
      > | 1 |

      One | two.
      """
    ])
    #expect(
      report.diagnostics.map { "\($0.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == [
        "read.no-table 2:1", "read.cells-left-out 7:3",
      ])
    #expect(!(try folder.page("documents/a.html").contains("3</td>")))
  }

  @Test("a slip in a heading or a document's name is answered with what may be meant")
  func nearMisses() async throws {
    let folder = try TemporaryFolder([
      "a.md": "See [[Port talk]], [[Port talks#Kosts]], [[Port talks#Elsewhere]] and [here](b.md#cost).",
      "b.md": "# Port talks\n\n## Costs\n\nText.",
    ])
    let report = await folder.build {
      $0.recogniser = .fast
      $0.isCheck = true
    }
    let hints = report.diagnostics.filter { $0.location?.line == 1 }.map { $0.hint ?? "" }
    #expect(
      hints == [
        "did you mean 'Port talks'?", "did you mean 'Costs'?",
        "write the heading as it stands in the document",
        "did you mean 'b.md#costs'?",
      ])
  }

  @Test("footnotes are a landmark on a document's page, and not in the print edition, where there are many")
  func footnoteLandmarks() async throws {
    let (folder, _) = try await build(["a.md": "A.[^1]\n\n[^1]: B.\n", "b.md": "C.[^1]\n\n[^1]: D.\n"])
    #expect(count(of: "doc-endnotes", in: try folder.page("documents/a.html")) == 1)
    #expect(count(of: "doc-endnotes", in: try folder.page("print.html")) == 0)
    #expect(count(of: "class=\"footnotes\"", in: try folder.page("print.html")) == 2)
  }

  @Test("the number and the names of a folded callout's title are no links in its button")
  func folded() async throws {
    let (folder, _) = try await build(["a.md": "> [!note]- Tony Blair spoke\n> He did.\n\n    code\n"])
    let page = try folder.page("documents/a.html")
    #expect(page.contains("<div class=\"folded\">\n<a class=\"n\" id=\"p1\""))
    let summary = try #require(page.range(of: "(?s)<summary.*?</summary>", options: .regularExpression))
    #expect(page[summary].contains("<span id=\"p1m1\">Tony Blair</span>"))
    #expect(!page[summary].contains("<a "))
    #expect(page.contains("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Code\">\n<pre>"))
  }

  @Test("no picture is read through a link out of the folder")
  func outside() async throws {
    let (folder, report) = try await build(["a.md": "Words ![x](p.png)."]) {
      try Files.write(Self.picture(width: 3, height: 2), to: $0.path + "/secret.png")
      try FileManager.default.createSymbolicLink(
        atPath: $0.seeds + "/p.png", withDestinationPath: $0.path + "/secret.png")
    }
    #expect(report.diagnostics.map(\.id) == ["read.no-picture"])
    #expect(!(try Files.names(in: folder.site + "/assets").contains { $0.text.hasSuffix(".png") }))
  }

  @Test("embeds quote, count once, and end where they go round")
  func embeds() async throws {
    let (folder, report) = try await build([
      "a.md": "Intro.\n\n![[b#^claim]]\n\n![[b#Part]]\n\n![[b]]",
      "b.md": "Tony Blair spoke. ^claim\n\n## Part\n\nIn London.\n\n## Rest\n\n![[a]]",
    ])
    let page = try folder.page("documents/a.html")
    #expect(count(of: "<figcaption>from <a href=\"../documents/b.html", in: page) == 3)
    #expect(page.contains("from <a href=\"../documents/b.html#p1\">Tony Blair spoke, ¶1</a>"))
    #expect(
      page.contains(
        "<h3>Part</h3>\n<p>In <a class=\"m place\" href=\"../places/london.html\">London</a>.</p>"))
    #expect(report.mentions == 2)
    #expect(report.diagnostics.map(\.id) == ["read.embed-cycle"])
    #expect(page.contains("class=\"n\" id=\"p4\""))
  }

  @Test("what a shown part's document shows elsewhere takes nothing from what may be shown")
  func embedsOfParts() async throws {
    let others = String(repeating: "![[c]]\n\n", count: 99)
    let (folder, _) = try await build([
      "a.md": "![[b#Part]]\n\n![[b#Part]]\n\n![[b#Part]]\n", "c.md": "Nothing.",
      "b.md": "## Part\n\nIn London.\n\n## Rest\n\n\(others)",
    ])
    #expect(count(of: "<figcaption>from", in: try folder.page("documents/a.html")) == 3)
  }

  @Test("a source that is long, and has little text, is not shown time and again")
  func longSource() async throws {
    let (folder, _) = try await build([
      "a.md": String(repeating: "![[b]]\n\n", count: 10),
      "b.md": "Nothing.\n\n" + String(repeating: "[x]: /y\n", count: 100_000),
    ])
    #expect((1...3).contains(count(of: "<figcaption>from", in: try folder.page("documents/a.html"))))
  }

  @Test("the print edition keeps ids and links apart")
  func print() async throws {
    let (folder, _) = try await build([
      "a.md": "A[^1] [[b#H]] [x](#own) [y](#p1)\n\n## Own {#own}\n\n[^1]: B.",
      "b.md": "A[^1].\n\n# H\n\n[^1]: C.",
    ])
    let page = try folder.page("print.html")
    for id in ["d1-fn-1", "d2-fn-1", "d1-fnref-1", "d2-fnref-1", "d1-own", "d2-h"] {
      #expect(count(of: "id=\"\(id)\"", in: page) == 1, "\(id)")
    }
    #expect(page.contains("href=\"#d2-p2\""))
    #expect(page.contains("href=\"#d1-p2\""))
    #expect(page.contains("<a href=\"#d1-p1\">y</a>"))
  }

  @Test("punctuation is typographic only where asked for")
  func smart() async throws {
    let text = "He said \"no\"... and -- it's [[b]]"
    let (plain, _) = try await build(["a.md": text, "b.md": "x"])
    #expect(try plain.page("documents/a.html").contains("said &quot;no&quot;... and -- it's"))
    let (smart, report) = try await build([
      "a.md": text, "b.md": "---\nsmart_punctuation: false\n---\n\"x\"",
      "dossier.yml": "smart_punctuation: true\n",
    ])
    #expect(try smart.page("documents/a.html").contains("said “no”… and – it’s"))
    #expect(try smart.page("documents/b.html").contains("&quot;x&quot;"))
    #expect(report.diagnostics.isEmpty)
  }

  @Test("a key that all notes have is told of once, and other tools' keys never")
  func keys() async throws {
    let (_, report) = try await build([
      "a.md": "---\nmood: good\nuid: 3\n---\nA", "b.md": "---\nmood: bad\nauthor: \"[[Jane Doe]]\"\n---\nB",
    ])
    #expect(report.diagnostics.map(\.id) == ["read.unknown-key"])
    #expect(report.diagnostics.first?.severity == .warning)
  }

  @Test("rows of a table are sentences of their own")
  func rows() async throws {
    let (folder, _) = try await build([
      "a.md":
        "| Name | Place |\n|---|---|\n| Tony Blair | London |\n| Angela Merkel | Berlin |\n\nTony Blair spoke."
    ])
    let page = try folder.page("people/tony-blair.html")
    #expect(
      page.contains("<b>Tony Blair</b> | <a class=\"m place\" href=\"../places/london.html\">London</a>"))
    #expect(page.contains("href=\"../documents/a.html#p1s2\""))
    // The table has one number, as the paragraph had that it was.
    #expect(page.contains("href=\"../documents/a.html#p2s1\""))
  }
}
