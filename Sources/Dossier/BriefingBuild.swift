internal import DossierFiles
internal import DossierModel
internal import DossierRead
internal import DossierRender
internal import DossierTemplates
internal import DossierWrite

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
    let library = try BriefingBuild.value(or: builtInTemplateFiles, options.isCheck, &report) {
      diagnostics throws(Diagnostic) in try loadTemplates(&diagnostics)
    }
    let (briefing, proof) = try await edition(&report, clock)
    if options.isCheck {
      report.diagnostics += DocumentCheck(briefing, folder: options.folder, told: report.diagnostics)
        .diagnostics()
    }
    let links = DocumentLinkCheck(briefing, folder: options.folder)
    let site: Site
    let assets = HashedAssets(library, briefing)
    do throws(TemplateErrors) {
      site = try Site(
        briefing, templates: library.templates, assets: assets.names,
        printsEverything: options.printsEverything, rowsPerExport: rowsPerExport(of: briefing))
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
      if let proof { await prove(proof, site, assets, &report, clock) }
      if options.asksOutside { askOutside(briefing, &report, clock) }
      return
    }
    report.diagnostics += links.diagnosticsWithoutPages()
    if options.isStrict, report.count(of: .error) > 0 { throw .strict(errors: report.count(of: .error)) }
    try await write(site, assets, proof, &report, clock)
    // An edition must neither forget the addresses of what is withheld nor give them to others.
    if !options.isFrozen, proof == nil {
      do throws(Diagnostic) {
        try AuthorFile.write(briefing.addresses, folder: options.folder)
      } catch {
        report.diagnostics.append(error)
      }
    }
  }

  /// Returns what `body` gives. A check goes on without what can't be read, so that all else is told in the same run.
  static func value<Value>(
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
    _ site: Site, _ assets: HashedAssets, _ proof: LeakProof?, _ report: inout BuildReport,
    _ clock: StageClock
  ) async throws(Diagnostic) {
    let start = clock.start()
    let log = LeakLog()
    var inspection: SiteWriter.Inspection?
    if let proof { inspection = { path, bytes in log.look(proof, at: path, bytes) } }
    let writer = try SiteWriter(
      output: options.output, input: options.folder, force: options.isForced, inspection: inspection)
    report.diagnostics += writer.warnings
    // What tells of all data is made when that is there.
    let keys = site.pages.filter { $0 != .export(.package) }
    let staging = FileStaging(writer: writer, packs: options.precompresses)
    let staged = await parallelMap(
      keys.count, jobs: options.jobs, progress: clock.progress("render", keys.count)
    ) { index, buffer -> Result<(files: [StagedFile], export: WrittenExport?), Diagnostic> in
      site.render(keys[index], into: &buffer)
      return Result { () throws(Diagnostic) in
        (try staging.stage(site.path(of: keys[index]), buffer), WrittenExport(keys[index], buffer))
      }
    }
    clock.finish("render", keys.count, "pages", since: start, &report)
    let commitStart = clock.start()
    do throws(Diagnostic) {
      var files: [StagedFile] = []
      for file in assets.files { files += try staging.stage(file.path, file.bytes) }
      for picture in site.pictures { files += try staging.stage(picture.path, read(picture)) }
      try site.hostingFiles { page throws(Diagnostic) in files += try staging.stage(page.path, page.bytes) }
      var exports: [WrittenExport] = []
      for result in staged {
        let (pieces, export) = try result.get()
        files += pieces
        if let export { exports.append(export) }
      }
      if let package = site.dataPackage(of: exports) {
        files += try staging.stage(package.path, package.bytes)
      }
      if let proof {
        clock.finish("prove", proof.count, "words and sentences looked for", since: start, &report)
      }
      let written = try writer.commit(files)
      report.files = files.count
      report.written = written.written
      report.removed = written.removed
      report.isWritten = true
    } catch {
      writer.abandon()
      throw tell(log, &report) ?? error
    }
    clock.finish("write", report.written, "files changed", since: commitStart, &report)
  }

  /// The bytes of a picture, which has been read for its name before.
  func read(_ picture: BriefingPicture) throws(Diagnostic) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(picture.source)
    } catch {
      throw .pictureGone(picture.source, error.reason)
    }
  }

  /// Renders every page and follows every link, without writing anything.
  private func checkLinks(
    of site: Site, _ check: DocumentLinkCheck, _ assets: HashedAssets, _ report: inout BuildReport,
    _ clock: StageClock
  ) async {
    let start = clock.start()
    let keys = site.pages.filter(\.isHTML)
    let links = await parallelMap(
      keys.count, jobs: options.jobs, progress: clock.progress("check", keys.count)
    ) {
      site.render(keys[$0], into: &$1)
      return LinkChecker.scan(path: site.path(of: keys[$0]), html: $1, root: site.root(of: keys[$0]))
    }
    var files =
      assets.files.map(\.path) + site.pictures.map(\.path) + site.pages.filter { !$0.isHTML }.map(site.path)
    site.hostingFiles { files.append($0.path) }
    report.diagnostics += check.diagnostics(LinkChecker.findings(links, files: files), on: site)
    report.diagnostics += hostingNotes(site)
    report.files = files.count + site.pages.count(where: \.isHTML)
    clock.finish("check", keys.count, "pages", since: start, &report)
  }
}

/// Returns a path without slashes at its end: "seeds/" is "seeds", "/" stays.
func withoutSlashes(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
