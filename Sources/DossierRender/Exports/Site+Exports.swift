/// The files of data for other programs.
extension Site {
  /// Returns the content of a file; nothing in it where the site has none.
  func export(_ file: ExportFile) -> [UInt8] {
    guard let exports else { return [] }
    let rows = ExportRows(site: self)
    switch file {
    case .package: return rows.package(of: [], in: exports)
    case .guide: return ExportGuide.bytes
    case .json(let table, let part): return rows.json(table, part: part, in: exports)
    case .csv(let table, let part): return rows.csv(table, part: part, in: exports)
    case .graph(let part): return rows.graphJSONLD(part: part, in: exports)
    case .moneyDocuments(let part): return rows.moneyDocuments(part: part, in: exports)
    case .moneyEntities(let part): return rows.moneyEntities(part: part, in: exports)
    case .ties(let part): return rows.graphML(part: part, in: exports)
    }
  }

  /// Returns the file that says what the others are, with their sizes and hashes; nothing where the site has none.
  ///
  /// - Parameter written: The other files, which have to be rendered first.
  public func dataPackage(of written: [WrittenExport]) -> Page? {
    exports.map { exports in
      Page(
        path: ExportFile.package.path, bytes: ExportRows(site: self).package(of: written, in: exports))
    }
  }
}
