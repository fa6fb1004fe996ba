internal import DossierModel
internal import DossierRender
internal import DossierWrite

extension BriefingBuild {
  /// Renders every page and follows every link, without writing anything.
  func checkLinks(
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
    report.files = files.count + keys.count
    clock.finish("check", keys.count, "pages", since: start, &report)
  }
}
