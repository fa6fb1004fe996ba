internal import DossierFiles

/// The folder in which a site is put together before it is moved into place, and the lock that keeps a second build
/// out of it.
///
/// It holds the lock's file, which also tells the folder from one of the user's; ".new", with the files to be; and
/// ".old", with those that they replaced, until the commit is through. The names start with a dot so that nobody
/// takes them for documents where the site lies among those.
struct StagingFolder: Sendable {
  /// The name of a staging folder that can't lie beside the output.
  static let nameInOutput = ".dossier-partial"
  private static let marker = ".dossier-staging"

  let path: String
  private let lock: FileLock

  /// The new files, by their paths in the site.
  var new: String { path + "/.new" }
  /// The replaced and removed files, by their paths in the site.
  var old: String { path + "/.old" }

  enum Attempt {
    case made(StagingFolder)
    /// A file or folder that is not Dossier's has the name.
    case foreign
    /// Another build is at work.
    case busy
  }

  /// Makes an empty staging folder, or takes over and empties the one that a killed build left.
  static func make(at path: String) throws(FileError) -> Attempt {
    // Another build may remove the folder or its lock at any time until we hold the lock: then from the start.
    for _ in 0..<100 {
      if let status = Files.status(path, followLinks: false), status.kind != .folder { return .foreign }
      try Files.createFolder(path)
      if Files.status(path + "/" + marker, followLinks: false) == nil {
        let names: [FileName]
        do { names = try Files.names(in: path) } catch  where error.isNotFound { continue }
        guard names.allSatisfy({ $0.text == marker }) else { return .foreign }
      }
      let attempt: FileLock.Attempt
      do { attempt = try FileLock.attempt(path + "/" + marker) } catch  where error.isNotFound { continue }
      switch attempt {
      case .busy: return .busy
      case .gone: continue
      case .locked(let lock):
        let folder = StagingFolder(path: path, lock: lock)
        try folder.empty()
        try Files.createFolder(folder.new)
        return .made(folder)
      }
    }
    return .busy
  }

  private func empty() throws(FileError) {
    try Files.removeTree(new)
    try Files.removeTree(old)
    try Files.removeFile(path + "/" + Manifest.name)
  }

  /// Removes the folder; what is not Dossier's in it stays. The lock's file goes last, so that no other build comes in
  /// before.
  func remove() {
    try? empty()
    try? Files.removeFile(path + "/" + StagingFolder.marker)
    Files.removeEmptyFolder(path)
  }
}
