import Dossier
import DossierModel
import Testing

@Suite("Links from file to file")
struct FileLinkTests {
  private static let other = "---\ntitle: Other\ndate: 2022\nauthor: B\n---\n\nNothing is known.\n"

  @Test("they lead to the pages, and in the print edition to the documents")
  func pages() async throws {
    let folder = try TemporaryFolder([
      "notes/a.md": """
      ---
      title: A
      ---

      [1](../b.md) [2](/b.md#p1) [3](my%20c.txt) [4](a.md#p1) [5](#p1) [6](../people/index.html) [7](b.md)
      """,
      "b.md": Self.other, "notes/my c.txt": "Some words.\n",
    ])
    _ = await folder.build()
    let page = try folder.page("documents/notes/a.html")
    for link in [
      "../../documents/b.html", "../../documents/b.html#p1", "../../documents/notes/my-c.html",
      "../../documents/notes/a.html#p1", "#p1", "../people/index.html", "b.md",
    ] {
      #expect(page.contains("<a href=\"\(link)\">"), "\(link)")
    }
    let print = try folder.page("print.html")
    for link in ["#d1", "#d1-p1", "#d3", "#d2-p1", "documents/people/index.html", "documents/notes/b.md"] {
      #expect(print.contains("<a href=\"\(link)\">"), "\(link)")
    }
  }

  @Test("where another document is shown, its links lead where they lead on its own page, and are told once")
  func shown() async throws {
    let folder = try TemporaryFolder([
      "notes/a.md": "---\ntitle: A\ndate: 2022\nauthor: B\n---\n\nFirst.\n\n![[b]]\n",
      "b.md": """
      ---
      title: Other
      date: 2022
      author: B
      ---

      [1](#Next) [2](#p1) [3](../names.html) [4](notes/a.md#p1) [5](#none) [6](c.md) [7](#p1s9)

      ## Next

      Nothing is known.
      """,
    ])
    let report = await folder.build { $0.isCheck = true }
    let faults = ["links.broken-fragment", "links.broken", "links.broken-fragment"]
    #expect(report.diagnostics.map(\.id) == faults, "\(report.diagnostics)")
    #expect(report.diagnostics.allSatisfy { $0.location?.path == folder.seeds + "/b.md" })
    _ = await folder.build()
    let own = try folder.page("documents/b.html")
    for link in ["#p2", "#p1", "../names.html", "../documents/notes/a.html#p1"] {
      #expect(own.contains("<a href=\"\(link)\">"), "\(link)")
    }
    let page = try folder.page("documents/notes/a.html")
    for link in [
      "../../documents/b.html#p2", "../../documents/b.html#p1", "../../names.html",
      "../../documents/notes/a.html#p1",
    ] {
      #expect(page.contains("<a href=\"\(link)\">"), "\(link)")
    }
  }

  @Test("what is wrong with one is told where it is written, once, whatever the jobs")
  func faults() async throws {
    let folder = try TemporaryFolder([
      "notes/a.md": """
      ---
      title: A
      date: 2022
      author: B
      ---

      [1](../b.md) [2](../c.md) ![3](x.png) [4](../b.md#no) [5](/b.html) ![6](http://example.org/a.png)
      """,
      "b.md": Self.other,
    ])
    var all: [[String]] = []
    for jobs in [1, 7] {
      let report = await folder.build {
        $0.isCheck = true
        $0.jobs = jobs
      }
      all.append(report.diagnostics.map { "\($0.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" })
      #expect(report.diagnostics.allSatisfy { $0.location?.path == folder.seeds + "/notes/a.md" })
    }
    #expect(all[0] == all[1])
    #expect(
      all[0] == [
        "links.broken 7:18", "read.no-picture 7:32", "links.broken-fragment 7:43", "links.rooted 7:59",
        "read.picture-elsewhere 7:73",
      ])
    // A build tells what can be told without following each link.
    let report = await folder.build()
    #expect(report.diagnostics.map(\.id) == ["links.broken", "read.no-picture", "read.picture-elsewhere"])
    #expect(report.isWritten)
  }

  @Test("a template's links are told on the page")
  func templates() async throws {
    let folder = try TemporaryFolder(["b.md": Self.other])
    _ = await folder.build()
    try folder.write("../Templates/about.mustache", "<p><a href=\"no.html\">x</a></p>\n")
    let report = await folder.build { $0.isCheck = true }
    let broken = report.diagnostics.filter { $0.id == "links.broken" }
    #expect(broken.map(\.location?.path) == ["about.html"])
  }

  @Test("outside links are asked for only where that is wanted, and none on this computer")
  func outside() async throws {
    let folder = try TemporaryFolder([
      "a.md":
        "---\ntitle: A\ndate: 2022\nurl: http://127.0.0.1:1/\n---\n\nSee [it](http://localhost:1/x#y).\n"
    ])
    func check(_ change: (inout BuildOptions) -> Void) async -> [String] {
      let report = await folder.build {
        $0.isCheck = true
        change(&$0)
      }
      return report.diagnostics.map { "\($0.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
    }
    #expect(await check { _ in } == [])
    #expect(await check { $0.asksOutside = true } == ["external.local 4:6", "external.local 7:10"])
    #expect(
      await check {
        $0.asksOutside = true
        $0.asksLocal = true
      } == ["external.unsure 4:6", "external.unsure 7:10"])
  }
}
