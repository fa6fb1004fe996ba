/// The paths of a site's files: relative to its folder, the parts separated by "/".
enum SitePath {
  /// Whether a path leads to a file below the site's folder, on any file system: relative, without empty, "." or ".."
  /// parts or a zero, no part longer than 255 bytes, not longer than 4096 in all (so that no walk along one costs more
  /// than a little), and none of the names that Dossier keeps for itself.
  static func isValid(_ path: String) -> Bool {
    guard path.utf8.count <= 4096, !path.utf8.contains(0) else { return false }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isEachValid = parts.allSatisfy { part in
      !part.isEmpty && part.count <= 255 && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
    return isEachValid
      && !(parts.first ?? "".utf8[...]).elementsEqual(Manifest.name.utf8)
      && !(parts.first ?? "".utf8[...]).elementsEqual(StagingFolder.nameInOutput.utf8)
  }

  /// Returns the folders on the way to a file, the outermost first: "a/b/c" lies in "a" and "a/b".
  static func folders(of path: String) -> [String] {
    var folders: [String] = []
    let utf8 = path.utf8
    var index = utf8.startIndex
    while let slash = utf8[index...].firstIndex(of: UInt8(ascii: "/")) {
      folders.append(String(path[..<slash]))
      index = utf8.index(after: slash)
    }
    return folders
  }

  /// Returns the folder in which a file lies, or nothing at the top.
  static func folder(of path: String) -> Substring? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
  }
}
