/// How the files of a site differ from those that a manifest names.
public struct EditionDamage: Equatable, Sendable {
  /// Files that the manifest names and that are not there.
  public var missing: [String] = []
  /// Files with another content.
  public var changed: [String] = []
  /// Files that the manifest does not name.
  public var added: [String] = []

  /// Whether there is none.
  public var isNone: Bool { missing.isEmpty && changed.isEmpty && added.isEmpty }

  /// Compares.
  ///
  /// - Parameters:
  ///   - paths: The files that are there, without the manifest itself.
  ///   - hash: Returns the SHA-256 of a file that is there; nothing where it can't be read.
  /// - Complexity: O(files), each hashed once.
  public init(
    _ manifest: EditionManifest, paths: some Sequence<String>, hash: (String) -> String?
  ) {
    // As bytes: to a file system "é" and "e" with an accent set on it differ.
    var rest = Set(paths.map { Array($0.utf8) })
    for file in manifest.files {
      guard rest.remove(Array(file.path.utf8)) != nil else {
        missing.append(file.path)
        continue
      }
      if hash(file.path) != file.hash { changed.append(file.path) }
    }
    added = rest.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
