import Dossier
import DossierFiles
import DossierModel
import Foundation
import Testing

/// Builds a few notes.
func buildNotes(
  _ files: [String: String], _ change: (TemporaryFolder) throws -> Void = { _ in }
) async throws -> (TemporaryFolder, BuildReport) {
  let folder = try TemporaryFolder(files)
  try change(folder)
  let report = await folder.build {
    $0.recogniser = .fast
    $0.cache = .none
  }
  return (folder, report)
}

@Suite("Notes that link to each other, and what is wrong with them")
struct NoteLinkTests {
  @Test("a document's name goes before an entity's, which is meant where no document has it")
  func names() async throws {
    let (folder, report) = try await buildNotes([
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
    let (folder, report) = try await buildNotes([
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
    let (folder, report) = try await buildNotes([
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
    let (folder, report) = try await buildNotes([
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
    let (folder, _) = try await buildNotes(["a.md": "A.[^1]\n\n[^1]: B.\n", "b.md": "C.[^1]\n\n[^1]: D.\n"])
    #expect(count(of: "doc-endnotes", in: try folder.page("documents/a.html")) == 1)
    #expect(count(of: "doc-endnotes", in: try folder.page("print.html")) == 0)
    #expect(count(of: "class=\"footnotes\"", in: try folder.page("print.html")) == 2)
  }

  @Test("the number and the names of a folded callout's title are no links in its button")
  func folded() async throws {
    let (folder, _) = try await buildNotes(["a.md": "> [!note]- Tony Blair spoke\n> He did.\n\n    code\n"])
    let page = try folder.page("documents/a.html")
    #expect(page.contains("<div class=\"folded\">\n<a class=\"n\" id=\"p1\""))
    let summary = try #require(page.range(of: "(?s)<summary.*?</summary>", options: .regularExpression))
    #expect(page[summary].contains("<span id=\"p1m1\">Tony Blair</span>"))
    #expect(!page[summary].contains("<a "))
    #expect(page.contains("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Code\">\n<pre>"))
  }

  @Test("no picture is read through a link out of the folder")
  func outside() async throws {
    let (folder, report) = try await buildNotes(["a.md": "Words ![x](p.png)."]) {
      try Files.write(VaultTests.picture(width: 3, height: 2), to: $0.path + "/secret.png")
      try FileManager.default.createSymbolicLink(
        atPath: $0.seeds + "/p.png", withDestinationPath: $0.path + "/secret.png")
    }
    #expect(report.diagnostics.map(\.id) == ["read.no-picture"])
    #expect(!(try Files.names(in: folder.site + "/assets").contains { $0.text.hasSuffix(".png") }))
  }
}
