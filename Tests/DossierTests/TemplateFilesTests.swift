import DossierFiles
import DossierModel
import Testing

@testable import Dossier

@Suite("Templates inside the program")
struct TemplateFilesTests {
  @Test("they are the files of the folder Templates, byte for byte")
  func sameAsFolder() throws {
    let folder = projectFolder + "/Templates"
    let names = try Files.names(in: folder).map(\.text).filter { !$0.hasPrefix(".") }
    let builtIn = builtInTemplates()
    #expect(builtIn.map(\.name).sorted() == names)
    for (name, bytes) in builtIn { #expect(try Files.read(folder + "/" + name) == bytes, "\(name)") }
  }

  @Test("all script is less than 25,000 bytes, and asks no other host")
  func scripts() {
    let scripts = builtInTemplates().filter { $0.name.hasSuffix(".js") }
    #expect(scripts.map(\.name).sorted() == ["dossier.js", "start.js"])
    #expect(scripts.reduce(0) { $0 + $1.bytes.count } < 25_000)
    for script in scripts {
      let text = String(decoding: script.bytes, as: UTF8.self)
      #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("eval("))
    }
  }

  @Test("each says what it is, each part is a part of some page, and all names are told")
  func outlines() {
    let outlines = TemplateOutline.all
    #expect(outlines.map(\.file).sorted() == builtInTemplates().map(\.name).sorted())
    #expect(outlines.map(\.name).sorted() == TemplateOutline.allNames.sorted())
    for outline in outlines {
      #expect(outline.summary.count > 10 && outline.summary.hasSuffix("."), "\(outline.file)")
      #expect(outline.pages.isEmpty == (outline.kind != .part), "\(outline.file)")
      let isPlain = outline.kind == .asset && outline.file != "colours.css"
      #expect(outline.names.isEmpty == isPlain, "\(outline.file)")
    }
    let colours = outlines.first { $0.file == "colours.css" }?.names ?? []
    #expect(colours.count == 13 && colours.first?.name == "--paper" && colours.first?.example == "#fcfbf8")
    #expect(colours.contains { $0.name == "--heading" && $0.example == "var(--ink)" })
    // A part is told what holds wherever it stands: in rows of a home page, a document and a list.
    let rows = outlines.first { $0.file == "rows.mustache" }
    #expect(rows?.pages == ["home", "document", "kind"])
    #expect(rows?.names.map(\.name) == ["heading", "rows", "frame"])
    #expect(outlines.first { $0.file == "head.mustache" }?.names.map(\.name) == ["frame"])
  }
}

@Suite("Templates of the author's")
struct OwnTemplateTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(["a.md": "---\ntitle: A\n---\n\nAngela Merkel went to Berlin.\n"])
    try Files.createFolder(folder.path + "/Templates")
  }

  private func write(_ name: String, _ text: String) throws {
    try Files.write(Array(text.utf8), to: folder.path + "/Templates/" + name)
  }

  private func pages() throws -> [String: String] {
    try contents(of: folder.site).filter { $0.key.hasSuffix(".html") }.mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test("one part is enough to change it on every page", arguments: ["masthead", "foot"])
  func onePart(_ name: String) async throws {
    try write(name + ".mustache", "<p class=\"mine\">{{frame.site}}</p>\n")
    #expect(await folder.build().diagnostics == [])
    let pages = try pages()
    #expect(pages.count > 10)
    for (path, page) in pages { #expect(count(of: "<p class=\"mine\">Seeds</p>", in: page) == 1, "\(path)") }
  }

  @Test("colours say only what they change, and come last")
  func colours() async throws {
    _ = await folder.build()
    let plain = try style()
    try write("colours.css", ":root { --heading: #14508c; }\n")
    #expect(await folder.build().diagnostics == [])
    #expect(try style() == plain + ":root { --heading: #14508c; }\n")
    #expect(plain.hasPrefix("/* The colours of every page.") && plain.contains("color: var(--heading)"))
    try write("style.css", "p { margin: 0 }\n")
    #expect(await folder.build().diagnostics == [])
    let own = try style()
    #expect(own.contains("--paper:") && own.hasSuffix("p { margin: 0 }\n:root { --heading: #14508c; }\n"))
  }

  private func style() throws -> String {
    let name = try Files.names(in: folder.site + "/assets").map(\.text).first { $0.hasPrefix("style.") }
    return String(decoding: try Files.read(folder.site + "/assets/" + (name ?? "")), as: UTF8.self)
  }

  @Test("a mistake is told with its place and the nearest name")
  func mistake() async throws {
    try write("foot.mustache", "<footer>\n<p>{{frame.docments}}</p>\n</footer>\n</body>\n</html>\n")
    let report = await folder.build()
    #expect(!report.isWritten)
    let path = folder.path + "/Templates/foot.mustache"
    #expect(
      report.diagnostics.map(\.description) == [
        """
        \(path):2:12: error: unknown name 'docments'
            <p>{{frame.docments}}</p>
                       ^~~~~~~~
          hint: did you mean 'documents'?
        """
      ])
  }

  @Test("a file that no page uses is told, unless it is of another kind")
  func unused() async throws {
    for name in ["colors.css", "foott.mustache", "summary.mustache", "part.mustache", "notes.txt"] {
      try write(name, "x")
    }
    try write("masthead.mustache", "{{> part}}\n")
    let report = await folder.build()
    #expect(report.isWritten)
    let told = report.diagnostics.map { [$0.id, $0.location?.path ?? "", $0.hint ?? ""] }
    let start = folder.path + "/Templates/"
    #expect(
      told == [
        ["build.unused-template", start + "colors.css", "rename it 'colours.css'"],
        ["build.unused-template", start + "foott.mustache", "rename it 'foot.mustache'"],
        ["build.unused-template", start + "summary.mustache", "insert it with '{{> name}}', or remove it"],
      ])
  }

  @Test("copies never replace a file that was changed")
  func copies() async throws {
    let copies = TemplateCopies(folder: folder.path + "/own/Templates/")
    let (all, problems) = try copies.copy()
    #expect(all.map(\.name) == builtInTemplates().map(\.name) && all.allSatisfy { $0.outcome == .copied })
    #expect(problems == [])
    #expect(await folder.build { $0.templates = copies.folder }.diagnostics == [])

    try Files.write([33], to: copies.folder + "/foot.mustache")
    try Files.removeFile(copies.folder + "/head.mustache")
    let (some, kept) = try copies.copy(["foot.mustache", "head.mustache", "home.mustache"])
    #expect(some.map(\.outcome) == [.kept, .copied, .same])
    #expect(kept.map(\.id) == ["templates.kept"])
    #expect(kept.first?.location?.path == copies.folder + "/foot.mustache")
    #expect(try Files.read(copies.folder + "/foot.mustache") == [33])
    let error = #expect(throws: Diagnostic.self) {
      try TemplateCopies(folder: copies.folder + "/foot.mustache/x").copy()
    }
    #expect(error?.id == "templates.not-copied")
  }
}
