internal import DossierEdition
internal import DossierFiles
internal import DossierModel
internal import DossierRender
internal import DossierWrite

extension BriefingBuild {
  /// Renders and writes each page in one go, so that only the pages in hand take memory.
  func write(
    _ site: Site, _ assets: HashedAssets, _ manifest: EditionManifest?, _ proof: LeakProof?,
    _ report: inout BuildReport, _ clock: StageClock
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
    let staging = FileStaging(writer: writer, packs: options.precompresses, seals: manifest != nil)
    let staged = await parallelMap(
      keys.count, jobs: options.jobs, progress: clock.progress("render", keys.count)
    ) { index, buffer -> Result<(files: [SealedFile], export: WrittenExport?), Diagnostic> in
      site.render(keys[index], into: &buffer)
      return Result { () throws(Diagnostic) in
        (try staging.stage(site.path(of: keys[index]), buffer), WrittenExport(keys[index], buffer))
      }
    }
    clock.finish("render", keys.count, "pages", since: start, &report)
    let commitStart = clock.start()
    var files: [SealedFile] = []
    do throws(Diagnostic) {
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
      if var manifest {
        manifest.files = EditionManifest.sorted(
          files.map { EditionManifest.File(path: $0.file.path, hash: $0.hash) })
        // Without twins, as it can't tell their hashes.
        let alone = FileStaging(writer: writer, packs: false, seals: false)
        files += try alone.stage(EditionManifest.path, manifest.bytes)
      }
      if let proof {
        clock.finish("prove", proof.count, "words and sentences looked for", since: start, &report)
      }
      let written = try writer.commit(files.map(\.file))
      report.files = files.count
      report.written = written.written
      report.removed = written.removed
      report.isWritten = true
    } catch {
      writer.abandon()
      throw tell(log, &report.diagnostics) ?? error
    }
    clock.finish("write", report.written, "files changed", since: commitStart, &report)
    try handOut(HandOut(site, assets: assets.files), files.map(\.file.path), proof, &report)
  }

  /// The bytes of a picture, which has been read for its name before.
  func read(_ picture: BriefingPicture) throws(Diagnostic) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(picture.source)
    } catch {
      throw .pictureGone(picture.source, error.reason)
    }
  }
}
