import Dossier
import DossierFiles
import DossierModel
import DossierWrite
import Foundation
import Testing

/// What holds for every page of every site, seen on a folder that has some of everything.
@Suite("Built sites")
struct BuiltSiteTests {
  static let texts = [
    "plain.txt": """
    Talks in Geneva
    Friday, August 21, 2015
    By Jane Doe
    President Vladimir Putin of Russia met Xi Jinping in Geneva on Monday, and Putin spoke of Iran & China.
    Iran's answer
    Iran said "no" to Russia. Russia <b>asked</b> again, and [again](javascript:alert(1)) in Geneva.
      * an indented line with Iran
    The United Nations (UN) met. # The UN left Geneva.
    """,
    "marked.md": """
    ---
    title: A title with <script>alert(1)</script> & "quotes"
    date: 2022-08-15
    publisher: The Example
    url: https://example.org/a?b=1&c=2
    marking: TLP:GREEN
    ---

    ## Iran

    [Iran](https://example.org) and Iran and *North* Korea and `Iran`.

    - Russia
    - China and Russia

    > Vladimir Putin spoke in North
    > Korea. <script>alert(2)</script>

    ```
    Iran in code
    ```
    """,
    "a \"b\" <c> & 'd' %41.txt": "Spain and Italy met in Madrid.\n",
    "sub folder/Ünïcode & more.txt": "Germany and France met in Berlin. Angela Merkel of Germany spoke.\n",
  ]

  private func pages() async throws -> [(path: String, html: String)] {
    let folder = try TemporaryFolder(Self.texts)
    let report = await folder.build()
    #expect(report.isWritten)
    return try contents(of: folder.site).filter { $0.key.hasSuffix(".html") }
      .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }.sorted { $0.path < $1.path }
  }

  @Test("every link leads to a page, and every fragment to an id")
  func links() async throws {
    let folder = try TemporaryFolder(Self.texts)
    _ = await folder.build()
    let files = try contents(of: folder.site)
    let links = files.filter { $0.key.hasSuffix(".html") }.map {
      LinkChecker.scan(path: $0.key, html: $0.value)
    }
    #expect(LinkChecker.check(links, files: files.keys.sorted()).map(\.description) == [])
  }

  @Test("no page has an inline script or style, or a request to another host")
  func policy() async throws {
    for (path, html) in try await pages() {
      let own = html.replacing(
        #/<script src="[a-z0-9./]*assets/[a-z]+\.[0-9a-f]{8}\.js"( defer)?></script>/#, with: "")
      // Data in a page is no script; but nothing in it may end its element.
      var rest = own.replacing(#/<script type="application/ld\+json">[^<]*</script>/#, with: "")
      // The page for what is not there finds its scripts by itself; the site's policy names this one by its hash.
      if path == "404.html" {
        rest = rest.replacing(#/<script>\n// Where[^<]*</script>/#, with: "", maxReplacements: 1)
      }
      #expect(!rest.contains("<script"), "\(path)")
      #expect(!rest.contains("</script"), "\(path)")
      #expect(!html.contains(" style="), "\(path)")
      #expect(!html.contains("<style"), "\(path)")
      #expect(!html.contains("javascript:alert(1)\""), "\(path)")
      #expect(html.firstRange(of: #/(src|action)="(https?:)?\/\//#) == nil, "\(path)")
      #expect(html.firstRange(of: #/ on[a-z]+=/#) == nil, "\(path)")
    }
  }

  @Test("plain text arrives as typed")
  func plain() async throws {
    let page = try #require(try await pages().first { $0.path == "documents/plain.html" }).html
      .replacing(#/</?span[^>]*>/#, with: "")
    #expect(page.contains("&lt;b&gt;asked&lt;/b&gt; again, and [again](javascript:alert(1)) in"))
    #expect(page.contains("# The"))
    #expect(page.contains("  * an indented line"))
  }

  @Test("each name is linked once a section, and never in headings, code or links")
  func density() async throws {
    let page = try #require(try await pages().first { $0.path == "documents/marked.html" }).html
    let start = try #require(page.firstRange(of: "<div class=\"text\">")).lowerBound
    let text = String(
      page[start...].prefix(upTo: try #require(page.firstRange(of: "<section class=\"related\">")).lowerBound)
    )
    #expect(count(of: "href=\"../places/iran.html\"", in: text) <= 1)
    #expect(count(of: "href=\"../places/russia.html\"", in: text) == 1)
    #expect(text.contains("<code>Iran</code>"))
    #expect(text.firstRange(of: #/<h2>.*?<a class="m/#) == nil)
    #expect(text.firstRange(of: #/<a [^>]*>[^<]*<a /#) == nil)
    // A name over a soft break is one link.
    #expect(text.contains("North\nKorea</"))
  }

  @Test("every mention in the text has an address, and every count its sentences")
  func evidence() async throws {
    let folder = try TemporaryFolder(Self.texts)
    let report = await folder.build()
    var marks = 0
    var sentences = 0
    for (path, bytes) in try contents(of: folder.site) {
      let html = String(decoding: bytes, as: UTF8.self)
      if path.hasPrefix("documents/") { marks += html.matches(of: #/ id="p\d+m\d+"/#).count }
      if path.hasPrefix("people/") || path.hasPrefix("places/") {
        sentences += count(of: "<span class=\"at\">", in: html)
      }
    }
    // The title's names have the title's address.
    #expect(marks <= report.mentions && marks >= report.mentions - 3)
    #expect(sentences > 0)
  }

  @Test("the print edition keeps its links to itself")
  func print() async throws {
    let page = try #require(try await pages().first { $0.path == "print.html" }).html
    let main = page[(try #require(page.firstRange(of: "<main"))).lowerBound...]
      .prefix(upTo: (try #require(page.firstRange(of: "</main>"))).lowerBound)
    for match in String(main).matches(of: #/href="([^"]*)"/#) {
      #expect(match.1.hasPrefix("#") || match.1.hasPrefix("https://example.org"), "\(match.1)")
    }
  }
}
