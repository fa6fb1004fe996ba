internal import DossierEdition
internal import DossierFiles
internal import DossierHash
internal import DossierModel
internal import DossierRead
internal import DossierRender

extension BriefingBuild {
  /// Returns the manifest of an edition, still without the files of its site; nothing where the build makes none.
  ///
  /// - Parameter isWhole: Whether nothing is withheld. Of what is shown in part, or decides on what is not shown, an
  ///   edition must tell no hash.
  func manifest(of briefing: Briefing, _ library: TemplateFiles, isWhole: Bool) -> EditionManifest? {
    guard let tag = options.edition else { return nil }
    func file(_ path: String, _ bytes: [UInt8]) -> EditionManifest.File {
      EditionManifest.File(path: path, hash: SHA256.hexDigits(of: bytes))
    }
    let sources = briefing.documents.compactMap { item in
      item.document.contentHash.map { EditionManifest.File(path: item.document.path, hash: $0) }
    }
    var decisions: [EditionManifest.File] = []
    for name in [Settings.name, EntitiesFile.name] where isWhole {
      if let bytes = try? Files.read(AuthorFile.path(name, in: options.folder)) {
        decisions.append(file(name, bytes))
      }
    }
    // The addresses as they are kept after the build, so that the next one has the same.
    decisions.append(file(AddressesFile.name, Array(AddressesFile.text(briefing.addresses).utf8)))
    return EditionManifest(
      tag: tag, program: dossierVersion, sources: sources, decisions: decisions,
      templates: library.sources.map { file($0.name, $0.bytes) })
  }

  /// Returns what has changed since an older edition's site; nothing where none is named.
  func changes(to site: Site, _ mark: EditionMark?) throws(Diagnostic) -> EditionChanges? {
    guard let since = options.since else { return nil }
    let old = try SiteFiles(since).content(of: withoutSlashes(since))
    // What has gone would be quoted, and the folder no longer knows of all that was withheld there.
    if let clearance = options.clearance {
      let ladder = site.briefing.settings.ladder
      let clearing = Clearing(ladder: ladder, rank: ladder.rank(of: clearance) ?? -1)
      let isAbove = old.documents.contains { document in
        let mark = document.facts.first { $0.name == "marking" }?.value ?? ""
        return mark.isEmpty || clearing.isAbove(mark)
      }
      if isAbove { throw .sinceAbove(since, ladder.name(of: clearance)) }
    }
    let pages = Dictionary(
      site.pages.compactMap { key in
        if case .export = key { (site.path(of: key), key) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    do throws(EditionProblem) {
      let new = try EditionContent(mark: mark) { path throws(EditionProblem) in
        guard let key = pages[path] else {
          throw EditionProblem(path: path, reason: "there is no such file")
        }
        return site.render(key).bytes
      }
      return EditionChanges(from: old, to: new)
    } catch {
      throw .noContent(error.path, error.reason)
    }
  }
}
