import DossierModel
import DossierPrograms
import Foundation
import SeededGenerator
import Synchronization
import Testing

@testable import DossierRead

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../Fixtures/documents"
)
.standardized.path

private func bytes(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
}

/// What was read, in a form that a person can check.
private func listing(_ text: ConvertedText) -> String {
  let record = text.record
  let facts: [(String, String?)] = [
    ("title", text.title), ("date", record.date?.iso), ("authors", record.authors.joined(separator: " | ")),
    ("publisher", record.publisher), ("url", record.url), ("licence", record.licence),
    ("language", record.language),
    ("pages", text.pages.map { "\($0.page)" }.joined(separator: " ")),
  ]
  let lines = facts.compactMap { key, value in (value ?? "").isEmpty ? nil : "\(key): \(value ?? "")" }
  return lines.joined(separator: "\n") + "\n\n" + String(decoding: text.markdown, as: UTF8.self)
}

/// Pages, mails and files of word processors, each with what is to be made of it. `DOSSIER_RECORD=1` writes the expectations
/// anew.
@Suite struct OtherFormatTests {
  private static func names(_ ending: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(ending) }
      .sorted()
  }

  private func compare(_ name: String, _ text: ConvertedText) throws {
    let path = folder + "/" + name + ".expected"
    if ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try listing(text).write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try listing(text) == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test(arguments: names(".html"))
  func webPages(name: String) throws {
    try compare(name, WebPage.convert(bytes(name), location: name).text)
  }

  @Test(arguments: names(".eml"))
  func mails(name: String) throws {
    try compare(name, try #require(MailMessage(bytes(name))).converted())
  }

  // MARK: - Other programs

  private func read(_ name: String) throws -> (document: Document?, diagnostics: [Diagnostic]) {
    let file = SeedFile(path: name, location: folder + "/" + name)
    let converter = SourceConverter(for: [file])
    #expect(
      converter.readable([file]).diagnostics.isEmpty, "pandoc and poppler-utils are needed: see make test")
    return DocumentReader(converter: converter).read(file)
  }

  @Test func pdf() throws {
    let (document, diagnostics) = try read("report.pdf")
    let found = try #require(document)
    #expect(diagnostics.isEmpty)
    #expect(found.title == "The water supply of Halden valley")
    #expect(found.titleOrigin == .headline)
    #expect(found.format == .pdf)
    #expect(found.pageCount == 4)
    #expect(found.contentHash?.count == 64)
    // No head, foot or page number.
    #expect(!found.text.contains("Report 14/2019"))
    #expect(!found.text.contains("Page "))
    // Paragraphs are whole over lines and pages, and start where they start.
    let paragraphs = found.blocks.filter { $0.kind == .paragraph }.map { found.text.slice($0.textRange) }
    #expect(paragraphs.allSatisfy { $0.hasSuffix(".") && ($0.first?.isUppercase ?? false) })
    #expect(
      found.blocks.filter(\.isHeading).map { found.text.slice($0.textRange) } == [
        "The water supply of Halden valley", "Who decides", "What was agreed", "What it costs", "The pipes",
        "What is open",
      ])
    let pages = found.blocks.map { $0.page ?? 0 }
    #expect(pages == pages.sorted())
    #expect(Set(pages) == [1, 2, 3, 4])
    #expect(found.place(ofBlock: 0) == "p. 1, ¶1")
  }

  @Test(arguments: ["report.docx", "report.odt", "report.epub", "letter.rtf"])
  func textsOfWordProcessors(name: String) throws {
    let (document, diagnostics) = try read(name)
    let found = try #require(document)
    #expect(diagnostics.isEmpty)
    #expect(found.title == "The water supply of Halden valley")
    #expect(found.record.date?.iso == "2019-05-14")
    #expect(found.record.authors == ["Marta Lindqvist", "Tomas Berg"])
    #expect(found.text.contains("They agreed that the pumping station would be handed over"))
    #expect(found.blocks.allSatisfy { $0.kind != .html && $0.page == nil })
    #expect(found.blocks.contains { $0.kind == .heading(level: 2) } || name.hasSuffix(".rtf"))
  }

  @Test(arguments: [
    ("<h1>Report on ports</h1><p>Prepared by Anna.</p><h2>Figures</h2>", "Report on ports"),
    ("<h1>Background</h1><p>Prepared by Anna.</p><h1>Figures</h1>", nil),
    ("<p>Prepared by Anna.</p><h1>Report on ports</h1>", nil),
  ])
  func theOnlyTopHeadingIsTheTitle(body: String, title: String?) {
    let page = Array("<html><head><title>file</title></head><body>\(body)</body></html>".utf8)
    #expect(PandocText.text(page, PackageMetadata(RichTextInfo([])), .word).title == title)
  }

  @Test(arguments: [
    ("By Anna Keller\n\nOslo, 2 March 2023\n\nText.", "2023-03-02", ["Anna Keller"]),
    ("By Anna Keller, 2 March 2023\n\nText.", "2023-03-02", ["Anna Keller"]),
    ("Published 2 March 2023\n\nText.", "2023-03-02", ["Somebody"]),
    ("The talks of 2 March 2023 go on.\n\n2 March 2023 was a Thursday.", "2020-01-01", ["Somebody"]),
  ])
  func whatTheTextStatesComesBeforeWhatTheProgramNotes(markdown: String, date: String, authors: [String])
    throws
  {
    var text = ConvertedText(markdown: Array("# Title\n\n\(markdown)\n".utf8), title: "Title")
    text.record.date = CalendarDate(stated: "2020-01-01")
    if authors == ["Somebody"] { text.record.authors = authors }
    let document = try #require(text.document(path: "a.docx", location: "a.docx", format: .word).0)
    #expect(document.record.date?.iso == date)
    #expect(document.record.authors == authors)
  }

  @Test func trackedChangesAreAcceptedAndCommentsAreTold() throws {
    let (document, diagnostics) = try read("reviewed.docx")
    let found = try #require(document)
    #expect(found.text.contains("The lake stays with the municipality."))
    #expect(!found.text.contains("company"))
    #expect(!found.text.contains("Is this so?"))
    #expect(diagnostics.map(\.message) == ["1 comment on the text is left out"])
  }

  @Test func missingProgramsAreOneMessageEach() {
    let files = ["a.docx", "b.odt", "c.pdf", "d.txt", "e.html", "f.eml"].map {
      SeedFile(path: $0, location: "seeds/" + $0)
    }
    let (readable, diagnostics) = SourceConverter.none.readable(files)
    #expect(readable.map(\.path) == ["d.txt", "e.html", "f.eml"])
    #expect(
      diagnostics.map(\.description) == [
        "seeds/a.docx: error: this Word document is read by the program 'pandoc', which is not installed, so it and 1 more are left out\n"
          + "  hint: install it ('apt install pandoc' on Debian), then build again",
        "seeds/c.pdf: error: this PDF is read by the program 'pdftotext', which is not installed, so it is left out\n"
          + "  hint: install it ('apt install poppler-utils' on Debian), then build again",
      ])
  }

  @Test(arguments: [
    ("a.docx", "hello"), ("a.docx", "PK\u{3}\u{4} and no more"), ("a.pdf", "hello"), ("a.pdf", "%PDF-1.4\nx"),
    ("a.rtf", "x"), ("a.eml", "hello\n"),
  ])
  func filesThatAreNotWhatTheySayAreTold(name: String, content: String) throws {
    try withFolder { folder in
      let place = folder + "/" + name
      try content.write(toFile: place, atomically: true, encoding: .utf8)
      let file = SeedFile(path: name, location: place)
      let (document, diagnostics) = DocumentReader(converter: SourceConverter(for: [file])).read(file)
      #expect(document == nil)
      #expect(diagnostics.count == 1)
      #expect(diagnostics.first?.severity == .error)
      #expect(diagnostics.first?.location == SourceLocation(path: place))
    }
  }

  /// Programs that fail or write anything but what is asked of them.
  @Test(arguments: [
    ("echo 'pandoc: cannot read it' >&2; exit 1", "read.conversion-failed"),
    ("printf '\\377\\376x'", "read.conversion-failed"),
    ("exit 0", "read.empty"), ("kill -9 $$", "read.conversion-failed"), ("yes | head -c 100000", ""),
  ])
  func programsThatFailAreTold(script: String, id: String) throws {
    try withFolder { folder in
      let program = folder + "/pandoc"
      try ("#!/bin/sh\n" + script + "\n").write(toFile: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      try #"{\rtf1 x}"#.write(toFile: folder + "/a.rtf", atomically: true, encoding: .utf8)
      let file = SeedFile(path: "a.rtf", location: folder + "/a.rtf")
      var converter = SourceConverter.none
      converter.pandoc = .init(program: Program(path: program), version: "1")
      let (document, diagnostics) = DocumentReader(converter: converter).read(file)
      #expect((document == nil) == !id.isEmpty)
      #expect(diagnostics.map(\.id) == (id.isEmpty ? [] : [id]))
      #expect(diagnostics.allSatisfy { $0.location == SourceLocation(path: folder + "/a.rtf") })
    }
  }

  /// Divided words are joined, compounds keep their hyphens, and what stands on every page is left out.
  @Test func pagesBecomeParagraphs() {
    func page(_ number: Int, _ lines: [(String, Int)]) -> PDFPage {
      var page = PDFPage(height: 80_000)
      let all = [("Annual report", 2_000)] + lines + [("\(number)", 78_000)]
      page.lines = all.enumerated().map { index, line in
        PDFPage.Line(
          text: line.0, left: 5_000, right: 5_000 + line.0.utf8.count * 500, top: line.1,
          bottom: line.1 + 1_000,
          block: line.1 / 20_000)
      }
      return page
    }
    let pages = [
      page(
        1,
        [
          ("They signed the agree-", 21_000), ("ment on a long-", 22_200),
          ("term plan, which the Anglo-", 23_400), ("Saxon council of the", 24_600),
        ]),
      page(
        2, [("valley had asked for.", 21_000), ("Any plan has a term, however long, and an end.", 22_200)]),
      page(3, [("The end.", 21_000)]),
    ]
    let heads = RunningHeads(pages)
    let found = PDFParagraphs(
      pages.enumerated().map { ($0.offset + 1, heads.body(of: $0.element, number: $0.offset + 1)) })
    #expect(
      found.paragraphs.map { "\($0.page): \($0.text)" } == [
        "1: They signed the agreement on a long-term plan, which the Anglo-Saxon council of the valley had asked for.",
        "2: Any plan has a term, however long, and an end.", "3: The end.",
      ])
  }

  /// Names that are options, orders or more than one line elsewhere.
  @Test(arguments: ["-o.pdf", "--help.docx", "new\nline.docx", "a b'\"$(x).pdf", "http:x.docx"])
  func anyNameIsOnlyAName(name: String) throws {
    try withFolder { folder in
      let ending = name.hasSuffix("pdf") ? "pdf" : "docx"
      try FileManager.default.copyItem(
        atPath: URL(filePath: #filePath).deletingLastPathComponent().appending(
          path: "../Fixtures/documents/report." + ending
        )
        .standardized.path, toPath: folder + "/" + name)
      let file = SeedFile(path: name, location: folder + "/" + name)
      let (document, _) = DocumentReader(converter: SourceConverter(for: [file])).read(file)
      #expect(document?.title == "The water supply of Halden valley")
    }
  }

  /// Whatever the file is called and wherever it lies.
  @Test func aFileIsConvertedOnce() throws {
    struct Store {
      var texts: [UInt64: [UInt8]] = [:]
      var kept = 0
    }
    let store = Mutex(Store())
    let texts = KeptTexts(
      find: { first, _ in store.withLock { $0.texts[first] } },
      keep: { first, _, text in
        store.withLock {
          $0.texts[first] = text
          $0.kept += 1
        }
      })
    for (round, name) in ["report.pdf", "report.pdf", "report.docx", "report.docx", "report.odt"].enumerated()
    {
      let file = SeedFile(path: "\(round)-\(name)", location: folder + "/" + name)
      let converter = SourceConverter(for: [file])
      let plain = DocumentReader(converter: converter).read(file).document
      let kept = DocumentReader(converter: converter, kept: texts).read(file).document
      #expect(plain != nil)
      #expect(plain?.text == kept?.text && plain?.blocks == kept?.blocks && plain?.record == kept?.record)
    }
    #expect(store.withLock { $0.kept } == 3)
  }

  @Test func keptTextsAreWhatWasConverted() throws {
    var text = ConvertedText(markdown: Array("# A\n".utf8), title: "A")
    text.record.authors = ["Jane Doe", "É"]
    text.record.date = CalendarDate(year: 2019, month: 5)
    text.record.url = "https://example.org"
    text.pages = [.init(offset: 0, page: 1), .init(offset: 2, page: 3)]
    text.pageCount = 3
    text.notes = [.comments(2), .attachments(["a", "b"]), .emptyPages(1, of: 3)]
    let bytes = text.encoded()
    #expect(ConvertedText(decoding: bytes) == text)
    for length in 0..<bytes.count { #expect(ConvertedText(decoding: Array(bytes[..<length])) == nil) }
    var random = SeededGenerator(state: 3)
    for _ in 0..<2_000 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      _ = ConvertedText(decoding: changed)
    }
  }
}
