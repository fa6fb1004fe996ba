internal import DossierHash
internal import DossierModel
internal import DossierRender

extension BriefingBuild {
  /// The most rows of a file of data; nothing where no such files are to be made.
  func rowsPerExport(of briefing: Briefing) -> Int? {
    let isSmall = briefing.documents.count <= Site.exportLimit
    // What has changed since an edition is read from its data.
    if options.edition != nil { return Site.rowsPerExport }
    return options.writesExports || briefing.settings.hasExports ?? isSmall ? Site.rowsPerExport : nil
  }
}

extension WrittenExport {
  /// Describes what has been rendered, where it is a file of data for other programs.
  init?(_ key: PageKey, _ bytes: [UInt8]) {
    guard case .export(let file) = key else { return nil }
    self.init(file: file, size: bytes.count, sha256: SHA256.hexDigits(of: bytes))
  }
}

extension Site {
  /// Returns the file that says what the files of data are, where none of them has been rendered yet.
  ///
  /// - Complexity: O(bytes of all of them).
  func measuredDataPackage() -> Page? {
    var bytes: [UInt8] = []
    return dataPackage(
      of: pages.compactMap { key in
        guard case .export = key, key != .export(.package) else { return nil }
        render(key, into: &bytes)
        return WrittenExport(key, bytes)
      })
  }
}
