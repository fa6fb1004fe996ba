import DossierFiles
import DossierModel
import Foundation
import Testing

@testable import Dossier

/// What pages say of more than one document, as a reader sees it.
@Suite("Pages over several documents")
struct SeveralDocumentsTests {
  private func site(_ files: [String: String]) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder(files)
    let report = await folder.build { $0.recogniser = .fast }
    #expect(report.isWritten)
    return folder
  }

  @Test("a sentence of many names is quoted in part, around the name that the page is about")
  func longSentence() async throws {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let names = letters.flatMap { a in letters.prefix(12).map { "Person \(a.uppercased())\($0)x" } }
    let entities = "entities:\n" + names.map { "  - name: \($0)\n    kind: person\n" }.joined()
    let folder = try await site([
      "entities.yml": entities, "list.txt": "A list\nThere came " + names.joined(separator: ", ") + ".\n",
    ])
    let page = try folder.page("people/person-mfx.html")
    let evidence = try #require(
      page.firstMatch(of: /<ul class="evidence">(.*?)<\/ul>/.dotMatchesNewlines())?.1)
    #expect(evidence.contains("<b>Person Mfx</b>"))
    #expect(evidence.contains("<li>… "))
    #expect(evidence.contains(" … <span class=\"at\">"))
    #expect(evidence.utf8.count < 15_000)
    // The first ones are cut at one end only.
    #expect(try folder.page("people/person-aax.html").contains("<li>There came <b>Person Aax</b>"))
  }

  @Test("much evidence stands in the order of time, by year, and a document's count opens its own sentences")
  func years() async throws {
    var files: [String: String] = [:]
    for number in 0..<12 {
      let said = (1...5).map { "Angela Merkel spoke in Berlin for the \($0)th time." }.joined(separator: " ")
      let date = number == 3 ? "" : "\(number + 1) March \(2020 - number / 3)\n"
      files["report-\(number).txt"] = "Report number \(number)\n\(date)\(said)\n"
    }
    let folder = try await site(files)
    let page = try folder.page("people/angela-merkel.html")
    let years = page.matches(of: /<h3 class="year-mark">([^<]*)<\/h3>/).map { String($0.1) }
    #expect(years == ["2017", "2018", "2019", "2020", "No date"])
    let links = page.matches(of: /<nav class="letters" aria-label="Years">(.*?)<\/nav>/.dotMatchesNewlines())
    #expect(links.first.map { count(of: "<a ", in: String($0.1)) } == 5)
    let document = try folder.page("documents/report-0.html")
    #expect(document.contains("href=\"../people/angela-merkel.html#in-report-0\""))
    #expect(page.contains("id=\"in-report-0\""))
  }

  @Test("a passage that stands in two documents is pointed out in both")
  func copies() async throws {
    let shared =
      "The inspectors wrote that the ship had carried grain and machine parts from Odesa to Latakia in the night."
    let folder = try await site([
      "a.txt": "First report\nSomething of its own stands here.\n\(shared)\n",
      "b.txt": "Second report\n\(shared)\nAnd another end.\n",
      "c.txt": "Third report\nNothing of that here.\n",
    ])
    let page = try folder.page("documents/a.html")
    #expect(
      page.contains(
        "<a href=\"#p3\">¶3</a> also in <a href=\"../documents/b.html#p2\">Second report, ¶2</a>"), "\(page)")
    #expect(
      try folder.page("documents/b.html").contains(
        "also in <a href=\"../documents/a.html#p3\">First report, ¶3</a>"))
    #expect(try !folder.page("documents/c.html").contains("also in"))
  }

  @Test("the author's key points win, with their place where they are quoted")
  func keyPoints() async throws {
    let folder = try await site([
      "a.txt": "A report\nAngela Merkel met Xi Jinping in Berlin. They spoke of grain.\n",
      "dossier.yml":
        "title: T\nkey_points:\n  - They spoke of grain.\n  - <b>My own</b> words\n",
    ])
    let page = try folder.page("index.html")
    let points = try #require(page.firstMatch(of: /<ol class="points">(.*?)<\/ol>/.dotMatchesNewlines())?.1)
    #expect(
      points.contains("They spoke of grain. <small class=\"at\"><a href=\"documents/a.html#p2s2\">¶2</a>"))
    #expect(points.contains("<li>&lt;b&gt;My own&lt;/b&gt; words</li>"))
    #expect(count(of: "<li>", in: String(points)) == 2)
    #expect(!page.contains("word for word"))
  }

  @Test(
    "one document of one sentence, and one without a name, make whole sites",
    arguments: ["Iran.", "so it is"])
  func least(text: String) async throws {
    let folder = try await site(["a.txt": text])
    for (path, bytes) in try contents(of: folder.site) where path.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("<h1"), "\(path)")
      #expect(!page.contains("<ul class=\"rows\">\n</ul>"), "\(path)")
      #expect(!page.contains("<tbody>\n</tbody>"), "\(path)")
    }
  }

  @Test("what is dated in a sentence stands on the timeline as it is written, with its days and its place")
  func timeline() async throws {
    let folder = try await site([
      "a.md":
        "---\ndate: 2015-08-21\n---\n\nOn 3 May 2014 *Iran* wrote. In 2013 nothing. Every Monday it rains. In June, too.\n"
    ])
    let page = try folder.page("timeline/index.html")
    let whens = page.matches(of: /<p class="when[^"]*">([^<]*) <small>([^<]*)<\/small>/).map {
      "\($0.1)|\($0.2)"
    }
    #expect(whens.prefix(2) == ["2013|to the year", "3 May 2014|to the day"])
    #expect(page.contains("On <b>3 May 2014</b> <a class=\"m place\""))
    #expect(page.contains("<a href=\"../documents/a.html#p1s2\">¶1</a>"))
    #expect(!page.contains("Every <b>Monday"))
    #expect(page.contains("<section class=\"year\" id=\"y2014\" data-filter-group>"))
  }

  @Test("a name with a full stop in it makes its sentences one, and is marked")
  func dividedName() async throws {
    let folder = try await site([
      "entities.yml": "entities:\n  - name: \"What? No 1\"\n    kind: organisation\n",
      "a.txt": "A note\nThen What? No 1 met us. It was late.\n", "b.md": "Then *What?* No 1 met us.\n",
    ])
    let page = try folder.page("organisations/what-no-1.html")
    #expect(count(of: "<b>What? No 1</b>", in: page) == 2)
    for document in ["a", "b"] {
      let ids = try folder.page("documents/\(document).html").matches(of: #/\sid="([^"]+)"/#).map {
        String($0.1)
      }
      #expect(Set(ids).count == ids.count, "\(ids)")
    }
  }

  @Test("headings of a text follow each other without a gap")
  func headings() async throws {
    let folder = try await site(["a.md": "# One\n\nText of Iran.\n\n##### Five\n\nMore.\n\n## Two\n\nEnd.\n"])
    for page in ["documents/a.html", "print.html"] {
      let levels = try folder.page(page).matches(of: /<h([1-6])/).compactMap { Int($0.1) }
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(page): \(levels)")
    }
  }

  @Test("a card quotes the part of a long sentence that has the name")
  func cards() async throws {
    let long = String(repeating: "and so it went on and on ", count: 30)
    let folder = try await site([
      "a.txt": "A note\nIt began \(long) until Angela Merkel came \(long) to an end.\n"
    ])
    let cards = try folder.page("data/cards/0.js")
    #expect(cards.contains("until Angela Merkel came"))
    #expect(cards.utf8.count < 1200)
  }

  @Test("one far year does not press the picture of the others together")
  func farYear() async throws {
    var text = "A note\nIran wrote in 1492."
    for year in 1990...2015 { text += " Iran wrote on 3 May \(year)." }
    let folder = try await site(["a.txt": text + "\n"])
    let page = try folder.page("timeline/index.html")
    #expect(count(of: "<rect class=\"touch\"", in: page) == 26)
    #expect(page.contains("1 statement of another year is not drawn."))
  }
}
