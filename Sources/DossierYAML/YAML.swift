public import DossierModel

/// YAML 1.1, read by libyaml.
///
///     let node = try YAML.parse(source, path: "dossier.yml")
///     if case .map(let entries)? = node?.value { … }
///
/// Anchors, aliases and tags are refused: settings and front matter have no use for them, and an alias could blow a
/// small file up to any size.
public enum YAML {
  /// How many lists and maps may lie in each other. libyaml's time grows with the square of the depth.
  static let deepest = 64

  /// Parses one YAML document.
  ///
  /// - Parameters:
  ///   - source: The whole text of the file.
  ///   - range: The bytes of the YAML in it; the whole file where there is none.
  ///   - path: The file's path, for messages.
  /// - Returns: The value, with ranges in `source`, or nothing for an empty document.
  /// - Throws: The first mistake, with its place.
  /// - Complexity: O(bytes).
  public static func parse(
    _ source: String, range: TextRange? = nil, path: String
  ) throws(Diagnostic) -> YAMLNode? {
    let range = range ?? TextRange(0, source.utf8.count)
    switch YAMLEvent.read(source.slice(range), base: range.start) {
    case .failure(let problem): throw problem.diagnostic(in: source, path: path)
    case .success(let events):
      var reader = YAMLReader(events: events, source: source, path: path)
      return try reader.document()
    }
  }
}
