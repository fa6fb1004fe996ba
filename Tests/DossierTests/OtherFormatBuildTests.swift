import Dossier
import DossierFiles
import DossierModel
import Foundation
import Testing

@Suite("Documents in other formats, built")
struct OtherFormatBuildTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    try Files.read(projectFolder + "/Tests/Fixtures/documents/" + name)
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["report.pdf", "letter.rtf", "newspaper.html", "plain.eml"] {
      try folder.write(name, fixture(name))
    }
    try folder.write("word.docx", fixture("report.docx"))
    return folder
  }

  @Test("pages say what each file is, and where on its pages something stands")
  func formats() async throws {
    let folder = try folder()
    let report = await folder.build { $0.recogniser = .fast }
    #expect(report.documents == 5)
    #expect(report.count(of: .error) == 0)
    let page = try folder.page("documents/report.html")
    #expect(page.contains("<dt>Format</dt><dd>PDF, 4 pages</dd>"))
    #expect(page.contains("aria-label=\"Paragraph 17, page 3\"><small>p. 3</small> 17</a>"))
    #expect(page.contains("\"encodingFormat\":\"application/pdf\""))
    #expect(try folder.page("people/kari-moen.html").contains(">p. 2, ¶9</a>"))
    #expect(try folder.page("sources.html").contains("<span class=\"format\">Word document</span>"))
    // The hash is that of the file as its sender has it.
    #expect(
      try folder.page("sources.html").contains(
        page.firstMatch(of: /[0-9a-f]{64}/).map { String($0.0) } ?? "none"))
  }

  @Test("the same files give the same bytes, whatever the jobs, and with kept texts")
  func deterministic() async throws {
    let (first, second) = (try folder(), try folder())
    _ = await first.build { ($0.jobs, $0.recogniser, $0.cache) = (1, .fast, .none) }
    #expect(Files.status(first.path + "/.dossier-cache") == nil)
    for _ in 0..<2 { _ = await second.build { ($0.jobs, $0.recogniser) = (7, .fast) } }
    #expect(Files.status(second.path + "/.dossier-cache") != nil)
    #expect(try contents(of: first.site) == contents(of: second.site))
  }

  @Test("two files with one address are one document and a message")
  func sameAddress() async throws {
    let folder = try TemporaryFolder(["report.md": "# Mine\n\nText.\n"])
    try folder.write("report.docx", fixture("report.docx"))
    let report = await folder.build { $0.recogniser = .fast }
    #expect(report.documents == 1)
    #expect(report.diagnostics.filter { $0.severity == .error }.map(\.id) == ["read.same-address"])
  }

  @Test("nothing that a page says of itself reaches the site as markup")
  func hostile() async throws {
    let evil = "&lt;img src=x onerror=alert(1)&gt;"
    let folder = try TemporaryFolder([
      "a.html": """
      <title>\(evil)</title><meta name=author content="\(evil)"><meta property="og:site_name" content="\(evil)">
      <link rel=canonical href='https://example.org/"><img src=x onerror=alert(1)>'>
      <p>\(evil) [x](javascript:alert(2)) <a href="javascript:alert(3)">go</a> <a href='https://e.org/"x&apos;'>on</a>
      <a rel=license>\(evil)</a> and enough of a text for a paragraph.
      """,
      "b.eml":
        "From: \"<img src=x onerror=alert(1)>\" <a@b.c>\nSubject: <img src=x onerror=alert(1)>\n\n<img src=x onerror=alert(1)>\n",
    ])
    let report = await folder.build { $0.recogniser = .fast }
    #expect(report.documents == 2)
    for (name, bytes) in try contents(of: folder.site) where name.hasSuffix(".html") {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(!page.contains("<img"), "\(name)")
      #expect(!page.contains("href=\"javascript:"), "\(name)")
    }
  }

  @Test("explaining a file without lines counts its paragraphs")
  func explain() async throws {
    let folder = try TemporaryFolder()
    try folder.write("report.pdf", fixture("report.pdf"))
    var options = BuildOptions()
    (options.folder, options.output, options.recogniser, options.cache) = (
      folder.seeds, folder.site, .fast, .none
    )
    let answer = await BriefingExplanation(options).explain(folder.seeds + "/report.pdf:9")
    #expect(answer.text?.contains("report.pdf p. 2, ¶9: Kari Moen\n") == true)
    #expect(answer.json.contains("\"paragraph\":9,\"page\":2,"))
  }
}
