internal import DossierCache
internal import DossierEdition
internal import DossierFiles
internal import DossierHash
internal import DossierLink
internal import DossierModel
internal import DossierRead
internal import DossierRender
internal import DossierTemplates
internal import DossierWrite
internal import EntityRecognizer

/// The pipeline: read, annotate, link, render, write.
///
///     let report = await BriefingBuild(BuildOptions()).run()
///     for diagnostic in report.diagnostics { print(diagnostic) }
///
/// A document that can't be read is left out with a message; the others go on. Whatever fails, the last good site
/// stays as it was.
public struct BriefingBuild: Sendable {
  /// What to build.
  public var options: BuildOptions

  /// News of a running build.
  public enum Event: Sendable {
    /// How far a stage is.
    case progress(stage: String, done: Int, total: Int)
    /// How many words have been read for names, of how many.
    case words(done: Int, total: Int)
    /// A stage has ended.
    case finished(BuildReport.Stage)
  }

  /// Creates a build.
  public init(_ options: BuildOptions) {
    self.options = options
    // Paths in messages, and the folder beside the documents', are made from these.
    self.options.folder = withoutSlashes(options.folder)
    self.options.output = withoutSlashes(options.output)
  }

  /// Runs the build.
  ///
  /// - Parameter news: Told how far it is; may be called from any thread.
  public func run(news: @escaping @Sendable (Event) -> Void = { _ in }) async -> BuildReport {
    var report = BuildReport()
    do throws(Diagnostic) {
      try await run(&report, StageClock(news: news))
    } catch {
      report.diagnostics.append(error)
    }
    report.diagnostics = inOrderOfFiles(report.diagnostics)
    return report
  }

  private func run(_ report: inout BuildReport, _ clock: StageClock) async throws(Diagnostic) {
    try checkHandOuts()
    let library = try BriefingBuild.value(or: builtInTemplateFiles, options.isCheck, &report) {
      diagnostics throws(Diagnostic) in try loadTemplates(&diagnostics)
    }
    let briefing = try await briefing(&report, clock)
    if options.isCheck {
      report.diagnostics += DocumentCheck(briefing, folder: options.folder, told: report.diagnostics)
        .diagnostics()
    }
    let links = DocumentLinkCheck(briefing, folder: options.folder)
    let manifest = manifest(of: briefing, library)
    let assets = HashedAssets(library, briefing, edition: manifest?.mark)
    func makeSite(_ changes: EditionChanges? = nil) throws(TemplateErrors) -> Site {
      try Site(
        briefing, templates: library.templates, assets: assets.names,
        printsEverything: options.printsEverything, rowsPerExport: rowsPerExport(of: briefing),
        edition: manifest?.mark, changes: changes)
    }
    var site: Site
    do throws(TemplateErrors) {
      site = try makeSite()
    } catch {
      report.diagnostics += error.diagnostics
      // What needs no pages is told all the same.
      if options.isCheck { report.diagnostics += links.diagnosticsWithoutPages() }
      return
    }
    if !site.hasPrintEdition {
      report.diagnostics.append(.noPrintEdition(documents: briefing.documents.count))
    }
    if !site.hasExports, briefing.settings.hasExports == nil {
      report.diagnostics.append(.noExports(documents: briefing.documents.count))
    }
    if options.isCheck {
      await checkLinks(of: site, links, assets, &report, clock)
      if options.asksOutside { askOutside(briefing, &report, clock) }
      return
    }
    report.diagnostics += links.diagnosticsWithoutPages()
    if options.isStrict, report.count(of: .error) > 0 { throw .strict(errors: report.count(of: .error)) }
    // The changes are read from what the site says, and then stand in it.
    if let changes = try changes(to: site, manifest?.mark), let changed = try? makeSite(changes) {
      site = changed
    }
    try await write(site, assets, manifest, &report, clock)
    if !options.isFrozen {
      do throws(Diagnostic) {
        try AuthorFile.write(briefing.addresses, folder: options.folder)
      } catch {
        report.diagnostics.append(error)
      }
    }
  }

  /// Reads, annotates and links the documents: the first three stages.
  func briefing(_ report: inout BuildReport, _ clock: StageClock) async throws(Diagnostic) -> Briefing {
    let settings = Settings.read(folder: options.folder, &report.diagnostics)
    let (folder, isCheck) = (options.folder, options.isCheck)
    let decisions = try BriefingBuild.value(or: AuthorDecisions(), isCheck, &report) {
      diagnostics throws(Diagnostic) in try AuthorFile.decisions(folder: folder, &diagnostics)
    }
    let addresses = try BriefingBuild.value(or: AddressMemory(), isCheck, &report) { _ throws(Diagnostic) in
      try AuthorFile.addresses(folder: folder)
    }

    // The recogniser's lists take a while to open, which is as well done beside the reading.
    if options.jobs > 1 { Task { _ = EntityRecognizer.builtIn } }
    let contents = SeedFolder.contents(of: options.folder, excluding: options.output)
    report.diagnostics += contents.diagnostics
    // Of a folder that is none, nothing more is to say.
    if contents.documents.isEmpty, let last = contents.diagnostics.last,
      last.location?.path == options.folder,
      last.severity == .error
    {
      report.diagnostics.removeLast()
      throw last
    }
    let cache = openCache(settings, contents.documents, &report)
    let (documents, pictures) = try await read(contents, settings, cache, &report, clock)
    let annotations = await annotate(documents, settings, cache, &report, clock)
    var problems: [Diagnostic] = []
    let briefing = clock.measure("link", "entities", &report) {
      let briefing = link(
        Array(zip(documents, annotations)), pictures, settings, decisions, addresses, &problems)
      return (briefing, briefing.entities.count)
    }
    report.diagnostics += problems
    report.documents = documents.count
    report.entities = briefing.entities.count
    report.mentions = briefing.mentionCount
    report.suggestions = briefing.suggestionCount
    return briefing
  }

  /// The most rows of a file of data; nothing where no such files are to be made.
  func rowsPerExport(of briefing: Briefing) -> Int? {
    let isSmall = briefing.documents.count <= Site.exportLimit
    if options.edition != nil { return Site.rowsPerExport }
    return options.writesExports || briefing.settings.hasExports ?? isSmall ? Site.rowsPerExport : nil
  }

  /// Links the documents: the third stage, with what the author should know of it.
  func link(
    _ documents: [(document: Document, annotation: Annotation)], _ pictures: [BriefingPicture],
    _ settings: BriefingSettings, _ decisions: AuthorDecisions, _ addresses: AddressMemory,
    _ diagnostics: inout [Diagnostic]
  ) -> Briefing {
    var briefing = Briefing(
      linking: documents, settings: settings, decisions: decisions, addresses: addresses, &diagnostics)
    briefing.pictures = pictures
    diagnostics += handLinkNotes(briefing, decisions)
    return briefing
  }

  /// Returns what `body` gives. A check goes on without what can't be read, so that all else is told in the same run.
  private static func value<Value>(
    or fallback: Value, _ isCheck: Bool, _ report: inout BuildReport,
    _ body: (inout [Diagnostic]) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    do throws(Diagnostic) {
      return try body(&report.diagnostics)
    } catch {
      guard isCheck else { throw error }
      report.diagnostics.append(error)
      return fallback
    }
  }

  // MARK: - Stages

  /// Renders and writes each page in one go, so that only the pages in hand take memory.
  private func write(
    _ site: Site, _ assets: HashedAssets, _ manifest: EditionManifest?, _ report: inout BuildReport,
    _ clock: StageClock
  ) async throws(Diagnostic) {
    let start = clock.start()
    let writer = try SiteWriter(output: options.output, input: options.folder, force: options.isForced)
    report.diagnostics += writer.warnings
    @Sendable func stage(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) -> SealedFile {
      let hash = manifest == nil ? "" : SHA256.hexDigits(of: bytes)
      return SealedFile(file: try writer.stage(path, bytes), hash: hash)
    }
    // What tells of all data is made when that is there.
    let keys = site.pages.filter { $0 != .export(.package) }
    let staged = await parallelMap(
      keys.count, jobs: options.jobs, progress: clock.progress("render", keys.count)
    ) { index, buffer -> Result<(file: SealedFile, export: WrittenExport?), Diagnostic> in
      site.render(keys[index], into: &buffer)
      return Result { () throws(Diagnostic) in
        (try stage(site.path(of: keys[index]), buffer), WrittenExport(keys[index], buffer))
      }
    }
    clock.finish("render", keys.count, "pages", since: start, &report)
    let commitStart = clock.start()
    let files: [StagedFile]
    do throws(Diagnostic) {
      var sealed: [SealedFile] = []
      for file in assets.files { sealed.append(try stage(file.path, file.bytes)) }
      for picture in site.pictures { sealed.append(try stage(picture.path, read(picture))) }
      var exports: [WrittenExport] = []
      for result in staged {
        let (file, export) = try result.get()
        sealed.append(file)
        if let export { exports.append(export) }
      }
      if let package = site.dataPackage(of: exports) {
        sealed.append(try stage(package.path, package.bytes))
      }
      if var manifest {
        manifest.files = EditionManifest.sorted(
          sealed.map { EditionManifest.File(path: $0.file.path, hash: $0.hash) })
        sealed.append(try stage(EditionManifest.path, manifest.bytes))
      }
      files = sealed.map(\.file)
      let written = try writer.commit(files)
      report.files = files.count
      report.written = written.written
      report.removed = written.removed
      report.isWritten = true
    } catch {
      writer.abandon()
      throw error
    }
    clock.finish("write", report.written, "files changed", since: commitStart, &report)
    try handOut(HandOut(site, assets: assets.files), files)
  }

  /// The bytes of a picture, which has been read for its name before.
  private func read(_ picture: BriefingPicture) throws(Diagnostic) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(picture.source)
    } catch {
      throw .pictureGone(picture.source, error.reason)
    }
  }
}

/// Returns a path without slashes at its end: "seeds/" is "seeds", "/" stays.
func withoutSlashes(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
