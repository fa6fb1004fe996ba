extension ExportRows {
  /// Returns a part of a table as CSV: the columns' names, and a row for each row.
  func csv(_ table: ExportTable, part: Int, in exports: Exports) -> [UInt8] {
    let count = exports.count(table)
    var bytes: [UInt8] = []
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(comma) }
      CSVText.append(column.name, to: &bytes)
    }
    CSVText.endRow(&bytes)
    forEach(table, exports.rows(count, part: part), in: exports) { row in
      for (index, value) in row.enumerated() {
        if index > 0 { bytes.append(comma) }
        append(value, to: &bytes)
      }
      CSVText.endRow(&bytes)
    }
    return bytes
  }

  private var comma: UInt8 { UInt8(ascii: ",") }

  private func append(_ value: ExportValue, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): CSVText.append(text, to: &bytes)
    case .part(let text): CSVText.append(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let number, let digits): bytes += DecimalText.digits(of: number, digits: digits).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .list:
      var json = JSONWriter()
      json.value(value)
      CSVText.append(String(decoding: json.bytes, as: UTF8.self), to: &bytes)
    case .none: break
    }
  }
}
