internal import DossierDeflate
internal import DossierFiles
internal import DossierModel
internal import DossierRender
internal import DossierWrite

/// The forms in which a briefing is handed out: one page with everything in it, and the whole site packed.
struct HandOut {
  let site: Site
  /// The name of the folder in the archive, and of the page beside it.
  let name: String
  /// What of the site is no page of it, by path.
  private let beside: [String: () -> [UInt8]?]

  /// - Parameter assets: The style sheets and scripts.
  init(_ site: Site, assets: [(path: String, bytes: [UInt8])]) {
    self.site = site
    let slug = Slug.make(site.briefing.settings.title)
    name = slug.isEmpty ? "briefing" : slug
    var beside: [String: () -> [UInt8]?] = [:]
    for asset in assets { beside[asset.path] = { asset.bytes } }
    for picture in site.pictures { beside[picture.path] = { try? Files.read(picture.source) } }
    self.beside = beside
  }

  /// The whole briefing as one page.
  func singleFile() -> [UInt8] { page(of: site.wholeBook) }

  /// A book as one page that needs nothing beside it.
  ///
  /// - Complexity: O(the text of its documents, their evidence and their pictures).
  func page(of book: Book) -> [UInt8] {
    SingleFile.make(html: site.render(book), path: site.path(of: .print)) { beside[$0]?() }
  }

  /// Writes the site as an archive, a file at a time: a folder with the site, and beside it the same as one page, which
  /// opens without being unpacked.
  ///
  /// - Parameters:
  ///   - paths: The files of the site.
  ///   - folder: Where they are.
  ///   - single: The one page.
  func pack(
    _ paths: [String], from folder: String, with single: [UInt8], into file: String
  ) throws(FileError) {
    let page = name + ".html"
    var names = paths.map { name + "/" + $0 }
    names.append(page)
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try Files.replace(file) { append throws(FileError) in
      var archive = ZipWriter()
      for name in names {
        let bytes =
          name == page
          ? single : try Files.read(folder + "/" + name.dropFirst(self.name.utf8.count + 1))
        guard let piece = archive.add(name, bytes) else { throw FileError.tooLarge(name) }
        try append(piece)
      }
      try append(archive.end())
    }
  }
}

extension BriefingBuild {
  /// Throws where the older edition is not there, or what is to be handed out would lie among the documents or the pages:
  /// before the reading, which may take long.
  func checkHandOuts() throws(Diagnostic) {
    if let since = options.since, Files.status(since) == nil { throw .noSite(since) }
    for file in [options.zip, options.singleFile].compactMap({ $0 }) {
      try checkHandOut(file, outside: [options.folder, options.output])
    }
  }

  /// Throws where a file can't be written, as there is no folder for it, or would lie in one of `folders`.
  func checkHandOut(_ file: String, outside folders: [String]) throws(Diagnostic) {
    let folder = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    guard let real = Files.realPath(folder) else {
      throw .handOutNotWritten(file, "there is no such folder")
    }
    for other in folders.compactMap({ Files.realPath($0) })
    where (real + "/").utf8.starts(with: (other + "/").utf8) {
      throw .handOutInside(file)
    }
  }

  /// Writes what is asked for beside the site.
  ///
  /// - Parameters:
  ///   - paths: The files of the site, all of which have been proved where that is to be.
  ///   - proof: What tells whether the one page holds what it must not.
  func handOut(
    _ handOut: HandOut, _ paths: [String], _ proof: LeakProof?, _ report: inout BuildReport
  ) throws(Diagnostic) {
    guard options.singleFile != nil || options.zip != nil else { return }
    let page = handOut.singleFile()
    if let proof {
      let log = LeakLog()
      _ = log.look(proof, at: handOut.name + ".html", page)
      if let leak = tell(log, &report.diagnostics) { throw leak }
    }
    do throws(FileError) {
      if let file = options.singleFile {
        try Files.replace(file) { append throws(FileError) in try append(page) }
      }
      if let file = options.zip { try handOut.pack(paths, from: options.output, with: page, into: file) }
    } catch {
      throw .handOutNotWritten(error.path, error.reason)
    }
  }
}
