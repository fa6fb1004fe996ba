internal import DossierFiles
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
    return report
  }

  private func run(_ report: inout BuildReport, _ clock: StageClock) async throws(Diagnostic) {
    let library = try loadTemplates()
    let briefing = try await briefing(&report, clock)
    let site: Site
    let assets = HashedAssets(library, sheets: MarkedSheets(briefing))
    do throws(TemplateErrors) {
      site = try Site(
        briefing, templates: library.templates, assets: assets.names,
        printsEverything: options.printsEverything)
    } catch {
      report.diagnostics += error.diagnostics
      return
    }
    if !site.hasPrintEdition {
      report.diagnostics.append(.noPrintEdition(documents: briefing.documents.count))
    }
    if options.isCheck { return await checkLinks(of: site, assets, &report, clock) }
    if options.isStrict, report.count(of: .error) > 0 { throw .strict(errors: report.count(of: .error)) }
    try await write(site, assets, &report, clock)
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
    let decisions = try AuthorFile.decisions(folder: options.folder, &report.diagnostics)
    let addresses = try AuthorFile.addresses(folder: options.folder)

    // The recogniser's lists take a while to open, which is as well done beside the reading.
    if options.jobs > 1 { Task { _ = EntityRecognizer.builtIn } }
    let (documents, pictures) = await read(settings, &report, clock)
    guard !documents.isEmpty else { throw .noDocuments(options.folder, files: report.count(of: .error)) }
    let annotations = await annotate(documents, settings, &report, clock)
    var problems: [Diagnostic] = []
    let briefing = clock.measure("link", "entities", &report) {
      var briefing = Briefing(
        linking: Array(zip(documents, annotations)), settings: settings, decisions: decisions,
        addresses: addresses, &problems)
      briefing.pictures = pictures
      return (briefing, briefing.entities.count)
    }
    problems += handLinkNotes(briefing, decisions)
    report.diagnostics += problems
    report.documents = documents.count
    report.entities = briefing.entities.count
    report.mentions = briefing.mentionCount
    report.suggestions = briefing.suggestionCount
    return briefing
  }

  // MARK: - Stages

  private func read(
    _ settings: BriefingSettings, _ report: inout BuildReport, _ clock: StageClock
  ) async -> ([Document], [BriefingPicture]) {
    let start = clock.start()
    let contents = SeedFolder.contents(of: options.folder, excluding: options.output)
    let files = contents.documents
    report.diagnostics += contents.diagnostics
    let reader = DocumentReader(isSmart: settings.hasSmartPunctuation)
    let results = await parallelMap(
      files.count, jobs: options.jobs, progress: clock.progress("read", files.count)
    ) {
      index, _ in reader.read(files[index])
    }
    // What all notes of a tool have is told once.
    var knownKeys: Set<String> = []
    for result in results {
      report.diagnostics += result.diagnostics.filter {
        $0.id != "read.unknown-key" || knownKeys.insert($0.message).inserted
      }
    }
    let kept = results.compactMap(\.document).filter { !$0.record.isDraft }
    let folder = options.folder
    var (documents, clashes) = withUniqueAddresses(kept) { folder + "/" + $0.path }
    report.diagnostics += clashes
    let (pictures, unresolved) = resolveReferences(
      in: &documents, pictures: contents.pictures, location: { folder + "/" + $0.path },
      source: { reader.source(of: SeedFile(path: $0.path, location: folder + "/" + $0.path)) },
      name: hashedName)
    report.diagnostics += unresolved
    clock.finish("read", documents.count, "documents", since: start, &report)
    return (documents, pictures)
  }

  /// Renders and writes each page in one go, so that only the pages in hand take memory.
  private func write(
    _ site: Site, _ assets: HashedAssets, _ report: inout BuildReport, _ clock: StageClock
  ) async throws(Diagnostic) {
    let start = clock.start()
    let writer = try SiteWriter(output: options.output, input: options.folder, force: options.isForced)
    report.diagnostics += writer.warnings
    let keys = site.pages
    let staged = await parallelMap(
      keys.count, jobs: options.jobs, progress: clock.progress("render", keys.count)
    ) { index, buffer -> Result<StagedFile, Diagnostic> in
      site.render(keys[index], into: &buffer)
      return Result { () throws(Diagnostic) in try writer.stage(site.path(of: keys[index]), buffer) }
    }
    clock.finish("render", keys.count, "pages", since: start, &report)
    let commitStart = clock.start()
    do throws(Diagnostic) {
      var files: [StagedFile] = []
      for file in assets.files { files.append(try writer.stage(file.path, file.bytes)) }
      for picture in site.pictures { files.append(try writer.stage(picture.path, read(picture))) }
      for result in staged { files.append(try result.get()) }
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
  }

  /// The bytes of a picture, which has been read for its name before.
  private func read(_ picture: BriefingPicture) throws(Diagnostic) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(picture.source)
    } catch {
      throw .pictureGone(picture.source, error.reason)
    }
  }

  /// Renders every page and follows every link, without writing anything.
  private func checkLinks(
    of site: Site, _ assets: HashedAssets, _ report: inout BuildReport, _ clock: StageClock
  ) async {
    let start = clock.start()
    let keys = site.pages.filter(\.isHTML)
    let links = await parallelMap(
      keys.count, jobs: options.jobs, progress: clock.progress("check", keys.count)
    ) {
      site.render(keys[$0], into: &$1)
      return LinkChecker.scan(path: site.path(of: keys[$0]), html: $1)
    }
    report.diagnostics += LinkChecker.check(
      links, files: assets.files.map(\.path) + site.pictures.map(\.path))
    report.files = site.pages.count + assets.files.count + site.pictures.count
    clock.finish("check", keys.count, "pages", since: start, &report)
  }
}

/// Returns a path without slashes at its end: "seeds/" is "seeds", "/" stays.
private func withoutSlashes(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
