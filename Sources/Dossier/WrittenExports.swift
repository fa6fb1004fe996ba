internal import DossierHash
internal import DossierRender

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
