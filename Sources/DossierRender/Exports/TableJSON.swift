internal import DossierModel

extension ExportRows {
  /// Returns a part of a table as JSON: one object, in which each row is a line of its own.
  func json(_ table: ExportTable, part: Int, in exports: Exports) -> [UInt8] {
    let count = exports.count(table)
    let names = table.columns.map(\.name)
    return JSONWriter.file { json in
      json.entry("schema", "dossier-data")
      json.entry("version", ExportTable.version)
      if let marking = briefing.settings.marking { json.entry("marking", marking) }
      json.entry("part", part + 1)
      json.entry("parts", exports.parts(of: count))
      json.key(table.rawValue)
      json.lines { json in
        forEach(table, exports.rows(count, part: part), in: exports) { row in
          json.line()
          json.object { json in
            for (name, value) in zip(names, row) {
              json.key(name)
              json.value(value)
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  mutating func value(_ value: ExportValue) {
    switch value {
    case .text(let text): self.text(text)
    case .part(let text): self.text(text)
    case .integer(let number): self.number(number)
    case .decimal(let number, let digits): decimal(number, digits: digits)
    case .flag(let flag): self.flag(flag)
    case .list(let texts):
      array { json in
        for text in texts { json.text(text) }
      }
    case .none: null()
    }
  }
}
