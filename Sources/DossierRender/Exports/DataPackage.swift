internal import DossierModel

/// A file of data as it was written.
public struct WrittenExport: Hashable, Sendable {
  /// Which file it is.
  public var file: ExportFile
  /// How many bytes it has.
  public var size: Int
  /// The SHA-256 of them, in hexadecimal digits.
  public var sha256: String

  /// Describes a file.
  public init(file: ExportFile, size: Int, sha256: String) {
    self.file = file
    self.size = size
    self.sha256 = sha256
  }
}

/// What all the files of data are, as a Data Package (Frictionless Data, version 1): CSV with its columns by Table Schema.
extension ExportRows {
  /// - Parameter written: The files with their sizes and hashes, where they are known.
  func package(of written: [WrittenExport], in exports: Exports) -> [UInt8] {
    let known = Dictionary(written.map { ($0.file, $0) }) { first, _ in first }
    let settings = briefing.settings
    return JSONWriter.file { json in
      json.entry("profile", "data-package")
      json.entry("name", "dossier-data")
      json.entry("version", "\(ExportTable.version)")
      json.entry("title", settings.title)
      if let subtitle = settings.subtitle { json.entry("description", subtitle) }
      if let address = settings.baseURL { json.entry("homepage", address) }
      if let marking = settings.marking { json.entry("marking", marking) }
      json.key("rows")
      json.object { json in
        for table in ExportTable.allCases { json.entry(table.rawValue, exports.count(table)) }
      }
      json.key("resources")
      json.lines { json in
        for file in exports.files where file != .package {
          json.line()
          json.object { resource(file, known[file], exports, &$0) }
        }
      }
    }
  }

  private func resource(
    _ file: ExportFile, _ written: WrittenExport?, _ exports: Exports, _ json: inout JSONWriter
  ) {
    json.entry("name", Self.resourceName(file))
    json.entry("path", file.name)
    if case .csv = file { json.entry("profile", "tabular-data-resource") }
    json.entry("description", file.explanation)
    json.entry("mediatype", file.mediaType)
    json.entry("encoding", "utf-8")
    if let written {
      json.entry("bytes", written.size)
      json.entry("hash", "sha256:" + written.sha256)
    }
    guard case .csv(let table, _) = file else {
      if case .json = file { json.entry("format", "json") }
      return
    }
    json.entry("format", "csv")
    // The JSON of a part has the same rows, but no tool can count them.
    json.entry("rows", exports.rows(exports.count(table), part: file.part).count)
    json.key("schema")
    json.object { schema(of: table, exports, &$0) }
  }

  private func schema(of table: ExportTable, _ exports: Exports, _ json: inout JSONWriter) {
    json.key("fields")
    json.array { json in
      for column in table.columns {
        json.object { json in
          json.entry("name", column.name)
          json.entry("type", column.type.rawValue)
          json.entry("description", column.explanation)
          guard !column.isOptional else { return }
          json.key("constraints")
          json.object { json in
            json.key("required")
            json.flag(true)
          }
        }
      }
    }
    json.key("primaryKey")
    json.array { json in
      for name in table.primaryKey { json.text(name) }
    }
    // A foreign key can point into one file only.
    let references = table.references.filter { exports.parts(of: exports.count($0.table)) == 1 }
    guard !references.isEmpty else { return }
    json.key("foreignKeys")
    json.array { json in
      for (column, table) in references {
        json.object { json in
          json.entry("fields", column)
          json.key("reference")
          json.object { json in
            json.entry("resource", Self.resourceName(.csv(table, part: 0)))
            json.entry("fields", "id")
          }
        }
      }
    }
  }

  /// "sentences.csv", "sentences-2.csv": such names have no two hyphens in a row.
  private static func resourceName(_ file: ExportFile) -> String {
    var name = ""
    for character in file.name.lowercased() where character != "-" || name.last != "-" {
      name.append(character)
    }
    return name
  }
}
