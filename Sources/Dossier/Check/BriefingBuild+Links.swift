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
      return LinkChecker.scan(path: site.path(of: keys[$0]), html: $1)
    }
    report.diagnostics += check.diagnostics(
      LinkChecker.findings(
        links,
        files: assets.files.map(\.path) + site.pictures.map(\.path)
          + site.pages.filter { !$0.isHTML }.map(site.path)), on: site)
    report.files = site.pages.count + assets.files.count + site.pictures.count
    clock.finish("check", keys.count, "pages", since: start, &report)
  }
}
