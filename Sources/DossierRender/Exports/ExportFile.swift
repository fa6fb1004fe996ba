/// A file of data for other programs.
public enum ExportFile: Hashable, Sendable {
  /// Rows of a table as JSON.
  case json(ExportTable, part: Int)
}

extension ExportFile {
  /// The path in the site. The first part has the plain name, which most sites have only.
  var path: String {
    switch self {
    case .json(let table, let part): Self.numbered("data/\(table.rawValue)", part, ".json")
    }
  }

  private static func numbered(_ name: String, _ part: Int, _ ending: String) -> String {
    part == 0 ? name + ending : "\(name)--\(part + 1)\(ending)"
  }
}
