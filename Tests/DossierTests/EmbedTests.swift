import Dossier
import DossierFiles
import DossierModel
import Foundation
import Testing

@Suite("Notes that show each other")
struct EmbedTests {
  @Test("embeds quote, count once, and end where they go round")
  func embeds() async throws {
    let (folder, report) = try await buildNotes([
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
    let (folder, _) = try await buildNotes([
      "a.md": "![[b#Part]]\n\n![[b#Part]]\n\n![[b#Part]]\n", "c.md": "Nothing.",
      "b.md": "## Part\n\nIn London.\n\n## Rest\n\n\(others)",
    ])
    #expect(count(of: "<figcaption>from", in: try folder.page("documents/a.html")) == 3)
  }

  @Test("a source that is long, and has little text, is not shown time and again")
  func longSource() async throws {
    let (folder, _) = try await buildNotes([
      "a.md": String(repeating: "![[b]]\n\n", count: 10),
      "b.md": "Nothing.\n\n" + String(repeating: "[x]: /y\n", count: 100_000),
    ])
    #expect((1...3).contains(count(of: "<figcaption>from", in: try folder.page("documents/a.html"))))
  }

  @Test("the print edition keeps ids and links apart")
  func print() async throws {
    let (folder, _) = try await buildNotes([
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
    let (plain, _) = try await buildNotes(["a.md": text, "b.md": "x"])
    #expect(try plain.page("documents/a.html").contains("said &quot;no&quot;... and -- it's"))
    let (smart, report) = try await buildNotes([
      "a.md": text, "b.md": "---\nsmart_punctuation: false\n---\n\"x\"",
      "dossier.yml": "smart_punctuation: true\n",
    ])
    #expect(try smart.page("documents/a.html").contains("said “no”… and – it’s"))
    #expect(try smart.page("documents/b.html").contains("&quot;x&quot;"))
    #expect(report.diagnostics.isEmpty)
  }

  @Test("a key that all notes have is told of once, and other tools' keys never")
  func keys() async throws {
    let (_, report) = try await buildNotes([
      "a.md": "---\nmood: good\nuid: 3\n---\nA", "b.md": "---\nmood: bad\nauthor: \"[[Jane Doe]]\"\n---\nB",
    ])
    #expect(report.diagnostics.map(\.id) == ["read.unknown-key"])
    #expect(report.diagnostics.first?.severity == .warning)
  }

  @Test("rows of a table are sentences of their own")
  func rows() async throws {
    let (folder, _) = try await buildNotes([
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
