import DossierFiles
import DossierModel
import DossierPrint
import DossierPrograms
import DossierTemplates
import Foundation
import Testing

@testable import Dossier
@testable import DossierRender

@Suite("Printing")
struct PrintTests {
  static let notes = [
    "a.md": """
    # The bridge

    Anna Keller met Boris Dorn in Oslo[^1]. See [the plan](b.md#Costs), [[b]] and [a page](https://example.org/x).

    ## Costs

    Boris Dorn paid. See <https://example.org/y> and ![a map](https://example.org/map.png).

    ## Rest

    Anna Keller left[^2].

    [^1]: In **May**.

    [^2]: At night.

        In two paragraphs.
    """,
    "b.md": "# The plan\n\nAnna Keller wrote it.\n\n## Costs\n\nMillions.\n\n## End\n\nOslo.",
  ]

  /// The site of a folder of notes.
  private func site(_ files: [String: String] = notes) async throws -> (TemporaryFolder, Site) {
    let folder = try TemporaryFolder(files)
    var options = BuildOptions()
    options.folder = folder.seeds
    options.recogniser = .fast
    let build = BriefingBuild(options)
    var report = BuildReport()
    let briefing = try await build.briefing(&report, StageClock(news: { _ in }))
    let site = try Site(
      briefing, templates: build.builtInTemplateFiles.templates,
      assets: SiteAssets(style: "style.css", start: "", script: "", book: "book.css"))
    return (folder, site)
  }

  private func html(_ book: Book, of site: Site) -> String {
    String(decoding: site.render(book), as: UTF8.self)
  }

  // MARK: - The book

  @Test("a book has no script, and every link in it leads to a place in it")
  func wholeBook() async throws {
    let (folder, site) = try await site()
    let page = html(site.wholeBook, of: site)
    #expect(!page.contains("<script src"))
    let ids = Set(page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) })
    let links = page.matches(of: #/ href="([^"]*)"/#).map { String($0.output.1) }
    let inside = links.filter { !$0.hasSuffix(".css") && !$0.hasPrefix("https:") && $0 != "#main" }
    #expect(inside.count > 30)
    for link in inside where !link.hasSuffix(".html") {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
    _ = folder
  }

  @Test("outside addresses are numbered notes, and pictures of other hosts are words")
  func linkNotes() async throws {
    let (folder, site) = try await site()
    let page = html(site.wholeBook, of: site)
    #expect(page.contains("a page</a><sup class=\"fn\"><a href=\"#d1-link-1\">[1]</a></sup>"))
    #expect(
      page.contains("<li id=\"d1-link-1\"><span class=\"number\">[1]</span> https://example.org/x</li>"))
    #expect(
      page.contains(
        "<span class=\"vague\">[a map]</span><sup class=\"fn\"><a href=\"#d1-link-2\">[2]</a></sup>"))
    #expect(!page.contains("<img"))
    // An address that stands in the text needs no note.
    #expect(count(of: "<li id=\"d1-link-", in: page) == 2)
    _ = folder
  }

  @Test("links within the book cite the page, or the paragraph where no page is known")
  func references() async throws {
    let (folder, site) = try await site()
    #expect(html(site.wholeBook, of: site).contains("the plan</a> <span class=\"pg\">(2&nbsp;¶3)</span>"))
    var book = site.wholeBook
    book.pages = PageNumbers(numbers: ["d2-p3": 7, "d2": 6], digits: 2)
    let page = html(book, of: site)
    #expect(page.contains("the plan</a> \u{2007}<span class=\"pg\">(p.\u{A0}7)</span>"))
    _ = folder
  }

  @Test("footnotes of one paragraph go to the foot where an engine can, the others to the end")
  func footnotes() async throws {
    let (folder, site) = try await site()
    var book = site.wholeBook
    book.putsNotesAtFoot = true
    let page = html(book, of: site)
    let data = "data-number=\"1\""
    #expect(
      page.contains("<span class=\"noted\" \(data)><span class=\"foot-note\" id=\"d1-fn-1\" \(data)>"))
    #expect(page.contains("<li id=\"d1-fn-2\">"))
    #expect(!page.contains("<li id=\"d1-fn-1\">"))
    _ = folder
  }

  @Test("the index has the pages of each name once, in ranges, and other names point to the usual one")
  func index() async throws {
    let (folder, site) = try await site([
      "a.md":
        "Anna Keller met Boris Dorn.\n\nKeller left.\n\nBoris Dorn paid.\n\nAnna Keller and Anna Keller.\n\nOslo."
    ])
    var book = Book(parts: [.document(0), .index])
    let places = BookPlaces(book, isInSite: false, site.briefing)
    let ids = BookIndex(site, places).ids
    #expect(ids.contains("d1-p1m1") || ids.contains("d1-p1"))
    var numbers: [String: Int] = [:]
    // Paragraph n is on page n + 1, the fourth runs from 5 to 6.
    for id in ids {
      let block = try #require(Int(id.dropFirst(4).prefix { $0.isNumber }))
      numbers[id] = block + 1 + (id.hasPrefix("d1-p4m2") ? 1 : 0)
    }
    book.pages = PageNumbers(numbers: numbers, digits: 1)
    let index = BookIndex(site, BookPlaces(book, isInSite: false, site.briefing))
    let keller = try #require(site.briefing.entities.firstIndex { $0.name == "Anna Keller" })
    #expect(index.entries[keller].map(\.label) == ["2–3", "5–6"])
    let dorn = try #require(site.briefing.entities.firstIndex { $0.name == "Boris Dorn" })
    #expect(index.entries[dorn].map(\.label) == ["2", "4"])
    #expect(
      html(book, of: site).contains("Keller <i>see</i> <a href=\"#name-\(keller + 1)\">Anna Keller</a>"))
    book.pages = nil
    let paragraphs = BookIndex(site, BookPlaces(book, isInSite: false, site.briefing))
    #expect(paragraphs.entries[keller].map(\.label) == ["¶1", "¶2", "¶4"])
    _ = folder
  }

  @Test("a section keeps its paragraph numbers and its own footnotes only")
  func section() async throws {
    let (folder, site) = try await site()
    let selection = PrintSelection(site.briefing)
    let page = html(try selection.book(of: ["a.md#Rest"], folder: folder.seeds), of: site)
    #expect(page.contains("At night."))
    #expect(!page.contains("In <strong>May</strong>"))
    #expect(!page.contains("Boris Dorn"))
    #expect(page.contains("id=\"d1-p6\""))
    let first = html(try selection.book(of: ["a.md#Costs"], folder: folder.seeds), of: site)
    #expect(!first.contains("class=\"footnotes\""))
    _ = folder
  }

  @Test("an entity's file has all its sentences, and nothing of another")
  func entity() async throws {
    let (folder, site) = try await site()
    let page = html(
      try PrintSelection(site.briefing).book(of: ["anna keller"], folder: folder.seeds), of: site)
    #expect(count(of: "<b>Anna Keller</b>", in: page) == 3)
    #expect(!page.contains("Millions"))
    #expect(!page.contains("class=\"contents\""))
    #expect(page.contains("SHA-256"))
    // Nothing is linked that is not there.
    #expect(!page.contains("href=\"\""))
    _ = folder
  }

  @Test("a folder of very many documents has no print edition, and no style sheet for one, unless asked for")
  func manyDocuments() async throws {
    let folder = try TemporaryFolder(
      Dictionary(uniqueKeysWithValues: (0...Site.printLimit).map { ("n\($0).txt", "Nothing, \($0).\n") }))
    func build(_ prints: Bool) async throws -> [String] {
      let report = await folder.build {
        ($0.recogniser, $0.cache, $0.printsEverything) = (.fast, .none, prints)
      }
      #expect(report.diagnostics.contains { $0.id == "build.no-print-edition" } != prints)
      return try Files.names(in: folder.site + "/assets").map(\.text).filter { $0.hasPrefix("book.") }
    }
    #expect(try await build(false).isEmpty)
    #expect(try await build(true).count == 1)
  }

  // MARK: - What is asked for

  @Test("each part, and each edition for a clearance, has a file of its own")
  func fileNames() async throws {
    let (folder, site) = try await site()
    func name(_ only: String..., clearance: String? = nil) throws -> String {
      var options = BuildOptions()
      options.clearance = clearance
      var print = PrintOptions()
      print.only = only
      let book =
        try only.isEmpty ? site.wholeBook : PrintSelection(site.briefing).book(of: only, folder: folder.seeds)
      return BriefingPrint(options, print).name(of: book, site.briefing)
    }
    let whole = try name()
    #expect(try name(clearance: "TLP:GREEN") == whole + "-tlp-green")
    #expect(try name("timeline") == whole + "-timeline")
    #expect(try name("timeline", "b.md") == whole + "-parts")
    #expect(try name("b.md") == "the-plan")
    #expect(try name("b.md#Costs") == "the-plan-costs")
    #expect(try name("Oslo") == "oslo")
  }

  @Test("a part of a name finds the whole")
  func partOfName() async throws {
    let (folder, site) = try await site()
    do {
      _ = try PrintSelection(site.briefing).book(of: ["keller"], folder: folder.seeds)
      Issue.record("it has been found")
    } catch {
      #expect(error.hint == "did you mean 'Anna Keller'?")
    }
  }

  @Test("documents, sections, names and parts are found by what an author calls them")
  func selection() async throws {
    let (folder, site) = try await site()
    let selection = PrintSelection(site.briefing)
    func parts(_ names: String...) throws -> [Book.Part] {
      try selection.book(of: names, folder: folder.seeds).parts
    }
    #expect(try parts("b.md") == [.document(1)])
    #expect(try parts(folder.seeds + "/b.md") == [.document(1)])
    #expect(try parts("the plan") == [.document(1)])
    #expect(try parts("b.md#costs") == [.document(1, blocks: 2..<4)])
    let oslo = try #require(site.briefing.entities.firstIndex { $0.name == "Oslo" })
    #expect(try parts("Oslo") == [.entity(oslo)])
    #expect(try parts("places/oslo") == [.entity(oslo)])
    #expect(
      try parts("index", "Timeline", "Oslo", "a.md", "Oslo") == [
        .cover, .contents, .document(0), .entity(oslo), .timeline, .index,
      ])
    #expect(throws: Diagnostic.self) { try parts("Olso") }
    #expect(throws: Diagnostic.self) { try parts("a.md#Cots") }
  }

  // MARK: - Rounds

  /// A press whose engine writes the page itself, and whose `pdfinfo` answers by a script.
  private func press(_ site: Site, _ folder: TemporaryFolder, info: String) throws -> PrintingPress {
    func program(_ name: String, _ text: String) throws -> Program {
      let path = folder.path + "/" + name
      try Files.write(Array(("#!/bin/sh\n" + text).utf8), to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      return Program(path: path)
    }
    let work = folder.path + "/work"
    try Files.createFolder(work)
    return PrintingPress(
      site: site, pages: HandOut(site, assets: []), folder: work, engine: .weasyprint,
      program: try program(
        "engine",
        "for word; do page=$file; file=$word; done; cp \"$page\" \"$file\"; echo >> '\(folder.path)/rounds'\n"
      ),
      info: try program("info", info))
  }

  /// A `pdfinfo` for which every id of the page is on the sheet that `sheet` gives in the language of awk.
  private func info(_ folder: TemporaryFolder, sheets: Int, sheet: String) -> String {
    """
    R=$(wc -l < '\(folder.path)/rounds')
    if [ "$1" != -dests ]; then echo "Pages: \(sheets)"; exit; fi
    grep -o ' id="[^"]*"' "$2" | awk -F'"' -v R="$R" '{ printf "%d [ XYZ 56 700 null ] \\"%s\\"\\n", \(sheet), $2 }'

    """
  }

  @Test("the second round has the numbers of the first, and is the last where nothing moves")
  func settles() async throws {
    let (folder, site) = try await site()
    let press = try press(site, folder, info: info(folder, sheets: 18, sheet: "13"))
    let sheets = try press.print(site.wholeBook, mostRounds: 3)
    #expect(sheets.isSettled && sheets.rounds == 2 && sheets.count == 18)
    let page = String(decoding: sheets.bytes, as: UTF8.self)
    #expect(page.contains("<span class=\"sheet-number\">13</span>"))
    #expect(page.contains("(p.\u{A0}13)"))
    #expect(page.contains("<div class=\"measured\" aria-hidden=\"true\"></div>"))
  }

  @Test("a digit more makes a third round")
  func anotherDigit() async throws {
    let (folder, site) = try await site()
    let press = try press(site, folder, info: info(folder, sheets: 120, sheet: "(R == 1 ? 3 : 4)"))
    let sheets = try press.print(site.wholeBook, mostRounds: 3)
    #expect(sheets.isSettled && sheets.rounds == 3 && sheets.count == 120)
    #expect(String(decoding: sheets.bytes, as: UTF8.self).contains("<span class=\"sheet-number\">4</span>"))
  }

  @Test("numbers that never come to rest are told")
  func restless() async throws {
    let (folder, site) = try await site()
    let press = try press(site, folder, info: info(folder, sheets: 8, sheet: "R"))
    let sheets = try press.print(site.wholeBook, mostRounds: 3)
    #expect(!sheets.isSettled && sheets.rounds == 3)
  }

  @Test("without pdfinfo there are paragraphs in the place of pages")
  func noInfo() async throws {
    let (folder, site) = try await site()
    var press = try press(site, folder, info: "exit 1\n")
    press = PrintingPress(
      site: site, pages: press.pages, folder: press.folder, engine: press.engine, program: press.program,
      info: nil)
    let sheets = try press.print(site.wholeBook, mostRounds: 3)
    #expect(sheets.rounds == 1 && sheets.isSettled)
    #expect(String(decoding: sheets.bytes, as: UTF8.self).contains("(2&nbsp;¶3)"))
  }

  @Test("an engine that fails is told with its own words")
  func engineFails() async throws {
    let (folder, site) = try await site()
    let path = folder.path + "/broken"
    try Files.write(Array("#!/bin/sh\necho 'no such font' >&2; exit 3\n".utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let press = PrintingPress(
      site: site, pages: HandOut(site, assets: []), folder: folder.path, engine: .weasyprint,
      program: Program(path: path), info: nil)
    #expect {
      try press.print(site.wholeBook, mostRounds: 3)
    } throws: { error in
      (error as? Diagnostic)?.message == "'weasyprint' did not print: no such font"
    }
  }
}
