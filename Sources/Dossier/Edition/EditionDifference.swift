public import DossierEdition
public import DossierModel
internal import DossierRender

/// Compares two sites that are there.
public enum EditionDifference {
  /// Returns what has changed from one to the other.
  ///
  /// - Parameters:
  ///   - old: A folder with a site, or the same packed.
  ///   - new: Another.
  /// - Throws: That one of them is none, or has no data to compare.
  /// - Complexity: O(bytes of both sites' data).
  public static func between(_ old: String, _ new: String) throws(Diagnostic) -> EditionChanges {
    let before = try SiteFiles(old).content(of: withoutSlashes(old))
    let after = try SiteFiles(new).content(of: withoutSlashes(new))
    return EditionChanges(from: before, to: after)
  }

  /// Returns changes as JSON, with a line end.
  public static func json(_ changes: EditionChanges) -> String {
    String(decoding: changes.json, as: UTF8.self)
  }
}
