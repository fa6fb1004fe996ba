internal import DossierModel

/// One step of a commit. Whatever the step after which a build is killed, every file is whole, and the manifest on
/// disk names every file that Dossier wrote.
enum CommitStep: Equatable {
  /// Writes the manifest.
  case manifest(Manifest)
  /// Moves a file from the staging folder into its place.
  case move(String)
  /// Takes a file away, and the folders that it leaves empty.
  case remove(String)
  /// Moves all new files at once into the place of an output that is not there yet.
  case moveAll
  case removeStaging

  /// Returns the steps of a commit.
  ///
  /// The manifest of old and new files comes first, so that none is ever forgotten; then what pages ask for (style
  /// sheets, pictures), which has a new name when it changes, so that no page asks for what is not there; then pages;
  /// then what has become stale.
  ///
  /// - Throws: That two files can't stand side by side.
  static func plan(_ files: [StagedFile], for writer: SiteWriter) throws(Diagnostic) -> [CommitStep] {
    let manifest = Manifest(paths: files.map(\.path))
    try refuseClashes(files, manifest, writer.output)
    guard writer.exists else { return [.manifest(manifest), .moveAll, .removeStaging] }

    let changed = Manifest(paths: files.filter(\.isChanged).map(\.path)).paths
    let stale = writer.manifest.subtracting(manifest)
    // What a folder of the new site replaces, and what stands in a folder that a file replaces, has to go first.
    let obstacles = Manifest(paths: files.compactMap(\.obstacle))
    let isInTheWay = { (path: String) in
      obstacles.contains(path) || SitePath.folders(of: path).contains { manifest.contains($0) }
    }
    let first = obstacles.subtracting(Manifest(paths: stale)) + stale.filter(isInTheWay)
    let last = stale.filter { !isInTheWay($0) }
    if changed.isEmpty, stale.isEmpty, writer.manifestBytes == manifest.bytes { return [.removeStaging] }

    let isPage = { (path: String) in path.utf8.suffix(5).elementsEqual(".html".utf8) }
    var steps: [CommitStep] = [.manifest(Manifest(paths: writer.manifest.paths + manifest.paths))]
    steps += first.map { .remove($0) }
    steps += changed.filter { !isPage($0) }.map { .move($0) }
    steps += changed.filter(isPage).map { .move($0) }
    steps += last.map { .remove($0) }
    return steps + [.manifest(manifest), .removeStaging]
  }

  private static func refuseClashes(
    _ files: [StagedFile], _ manifest: Manifest, _ output: OutputFolder
  ) throws(Diagnostic) {
    if manifest.paths.count < files.count {
      var rest = manifest.paths[...]
      for path in files.map(\.path).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        guard let first = rest.popFirst(), first.utf8.elementsEqual(path.utf8) else {
          throw .pathTwice(output.shown(path))
        }
      }
    }
    // Files of one folder mostly follow each other, so few folders are looked up.
    var known: Substring?
    for path in manifest.paths {
      let folder = SitePath.folder(of: path)
      if folder == known { continue }
      known = folder
      for above in SitePath.folders(of: path) where manifest.contains(above) {
        throw .fileAndFolder(above, output.shown(path))
      }
    }
  }
}
