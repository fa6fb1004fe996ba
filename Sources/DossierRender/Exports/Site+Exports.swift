/// The files of data for other programs.
extension Site {
  /// Returns the content of a file; nothing in it where the site has none.
  func export(_ file: ExportFile) -> [UInt8] {
    guard let exports else { return [] }
    let rows = ExportRows(site: self)
    switch file {
    case .json(let table, let part): return rows.json(table, part: part, in: exports)
    }
  }
}
