internal import DossierEdition
internal import DossierFiles
internal import DossierModel
internal import DossierRender
internal import DossierTemplates

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
    let (briefing, proof) = try await edition(&report, clock)
    if options.isCheck {
      report.diagnostics += DocumentCheck(briefing, folder: options.folder, told: report.diagnostics)
        .diagnostics()
    }
    let links = DocumentLinkCheck(briefing, folder: options.folder)
    let manifest = manifest(of: briefing, library, isWhole: proof == nil)
    let assets = HashedAssets(
      library, briefing, hasBook: options.makesBook || Site.printsUnasked(briefing), edition: manifest?.mark)
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
      if let proof { await prove(proof, site, assets, &report, clock) }
      if options.asksOutside { askOutside(briefing, &report, clock) }
      return
    }
    report.diagnostics += links.diagnosticsWithoutPages()
    if options.isStrict, report.count(of: .error) > 0 { throw .strict(errors: report.count(of: .error)) }
    // The changes are read from what the site says, and then stand in it.
    if let changes = try changes(to: site, manifest?.mark), let changed = try? makeSite(changes) {
      site = changed
    }
    try await write(site, assets, manifest, proof, &report, clock)
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
}

/// Returns a path without slashes at its end: "seeds/" is "seeds", "/" stays.
func withoutSlashes(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}
