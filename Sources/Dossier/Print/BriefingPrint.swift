internal import DossierEdition
internal import DossierFiles
internal import DossierModel
internal import DossierPrint
internal import DossierPrograms
internal import DossierRender
internal import DossierTemplates

/// Prints a briefing, or parts of it, as a PDF with true page numbers.
///
/// No engine but WeasyPrint can put the number of a sheet into a text, and none can merge those of an index. So the book
/// is printed, the places of its elements are read from the PDF, and it is printed again with their numbers, until no
/// number moves.
public struct BriefingPrint: Sendable {
  private let options: BuildOptions
  private let print: PrintOptions

  /// How often a book is printed at the most.
  static let mostRounds = 3

  /// Creates a printer of the briefing that `options` would build.
  public init(_ options: BuildOptions, _ print: PrintOptions) {
    self.options = BriefingBuild(options).options
    self.print = print
  }

  /// Prints.
  ///
  /// - Parameter news: Told how far it is; may be called from any thread.
  public func run(news: @escaping @Sendable (BriefingBuild.Event) -> Void = { _ in }) async -> PrintReport {
    var report = PrintReport()
    do throws(Diagnostic) {
      try await run(&report, StageClock(news: news))
    } catch {
      report.diagnostics.append(error)
    }
    report.diagnostics = inOrderOfFiles(report.diagnostics)
    return report
  }

  private func run(_ report: inout PrintReport, _ clock: StageClock) async throws(Diagnostic) {
    let build = BriefingBuild(options)
    // It must not replace a document, or be read as one by the next build.
    if let file = print.output { try build.checkHandOut(file, outside: [options.folder]) }
    var read = BuildReport()
    let library: TemplateFiles
    let (briefing, proof): (Briefing, LeakProof?)
    do throws(Diagnostic) {
      library = try build.loadTemplates(&read.diagnostics)
      (briefing, proof) = try await build.edition(&read, clock)
    } catch {
      report.diagnostics += read.diagnostics
      throw error
    }
    report.diagnostics += read.diagnostics
    if options.isStrict, read.count(of: .error) > 0 { throw .strict(errors: read.count(of: .error)) }
    let mark = build.manifest(of: briefing, library, isWhole: proof == nil)?.mark
    let site: Site
    do throws(TemplateErrors) {
      site = try Site(
        briefing, templates: library.templates,
        assets: SiteAssets(style: "style.css", start: "", script: "", book: "book.css"),
        edition: mark)
    } catch {
      report.diagnostics += error.diagnostics
      return
    }
    let book =
      print.only.isEmpty
      ? site.wholeBook : try PrintSelection(briefing).book(of: print.only, folder: options.folder)
    let file = print.output ?? name(of: book, briefing) + ".pdf"
    try build.checkHandOut(file, outside: [options.folder])
    let (engine, program) = try Self.engine(print.engine)
    report.engine = engine
    let start = clock.start()
    let bytes = try pdf(of: book, site, library, mark, engine, program, &report)
    if let proof {
      let log = LeakLog()
      _ = log.look(proof, at: file, bytes)
      if let leak = build.tell(log, &report.diagnostics) { throw leak }
    }
    do throws(FileError) {
      // A reader may have the last one open.
      try Files.replace(file) { append throws(FileError) in try append(bytes) }
    } catch {
      throw .unwritablePDF(file, error.reason)
    }
    report.file = file
    var stages = BuildReport()
    clock.finish("print", report.sheets, "sheets", since: start, &stages)
  }

  /// Ends the engine and removes the pages that it was to print, which nobody else should find: when the process is told
  /// to stop.
  public static func abandon() {
    Program.killAll()
    TemporaryFolder.removeAll()
  }

  /// The engine that is asked for, or the first that is installed.
  private static func engine(_ wanted: PrintEngine?) throws(Diagnostic) -> (PrintEngine, Program) {
    for engine in PrintEngine.allCases where wanted == nil || wanted == engine {
      if let program = engine.program { return (engine, program) }
    }
    throw .noEngine(wanted)
  }

  /// A file's name for what is printed and for whom, without its extension: a part does not replace the whole, nor what
  /// anybody may see what only some may.
  func name(of book: Book, _ briefing: Briefing) -> String {
    var words: [String] = []
    switch book.parts.count == 1 ? book.parts[0] : .cover {
    case .document(let index, let blocks):
      words = [briefing.documents[index].document.title]
      if blocks != nil, let hash = print.only.first?.firstIndex(of: "#") {
        words += print.only.prefix(1).map { String($0[hash...]) }
      }
    case .entity(let index):
      words = [briefing.entities[index].slug]
    default:
      words = [briefing.settings.title]
      if !print.only.isEmpty { words.append(print.only.count == 1 ? print.only[0] : "parts") }
    }
    words += options.clearance.map { [$0] } ?? []
    let name = words.map { Slug.make($0) }.filter { !$0.isEmpty }.joined(separator: "-")
    return name.isEmpty ? "briefing" : name
  }

  // MARK: - Rounds

  private func pdf(
    of book: Book, _ site: Site, _ library: TemplateFiles, _ mark: EditionMark?, _ engine: PrintEngine,
    _ program: Program, _ report: inout PrintReport
  ) throws(Diagnostic) -> [UInt8] {
    let folder: TemporaryFolder
    do throws(FileError) {
      folder = try TemporaryFolder("dossier-print")
    } catch {
      throw .unwritablePDF(error.path, error.reason)
    }
    defer { folder.remove() }
    let info = Program(named: "pdfinfo")
    if info == nil { report.diagnostics.append(.noPageNumbers) }
    let pages = HandOut(
      site,
      assets: [
        ("style.css", library.assets["style.css"] ?? []),
        ("book.css", bookStyle(library, book, site.briefing) + (mark?.sheetRules ?? [])),
      ])
    let press = PrintingPress(
      site: site, pages: pages, folder: folder.path, engine: engine, program: program, info: info)
    var sheets = try press.print(book, mostRounds: Self.mostRounds)
    report.sheets = sheets.count
    report.rounds = sheets.rounds
    if !sheets.isSettled { report.diagnostics.append(.numbersMoved(rounds: sheets.rounds)) }
    PDFDates.fix(&sheets.bytes)
    return sheets.bytes
  }

  private func bookStyle(_ library: TemplateFiles, _ book: Book, _ briefing: Briefing) -> [UInt8] {
    let entities = book.parts.compactMap { part in
      if case .entity(let index) = part { index } else { nil }
    }
    return (library.assets["book.css"] ?? []) + MarkedSheets(briefing).styleRules
      + BookSheets(briefing).styleRules(entities: entities)
      + Array("@page { size: \(print.paper.rawValue); }\n".utf8)
  }
}
