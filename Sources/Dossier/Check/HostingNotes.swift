internal import DossierModel
internal import DossierRender

extension BriefingBuild {
  /// What only the host of a site can do for it.
  func hostingNotes(_ site: Site) -> [Diagnostic] {
    guard let path = site.briefing.settings.basePath, path != "/", let line = site.sitemapLine else {
      return []
    }
    return [.robotsBelowRoot(path, line: line, AuthorFile.path(Settings.name, in: options.folder))]
  }
}
