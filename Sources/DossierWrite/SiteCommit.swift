internal import DossierFiles

/// Does the steps of a commit and can undo them: what is replaced or removed lies in the staging folder until the end.
struct SiteCommit {
  /// How many old files were removed.
  private(set) var removed = 0
  private let output: String
  private let staging: StagingFolder
  private let exists: Bool
  private let oldManifest: [UInt8]?
  private var undoing: [Undo] = []
  /// Whether the manifest is another than before.
  private var isManifestNew = false
  /// The folder of the last file moved, which is known to be there.
  private var folder: Substring?
  private var oldFolder: Substring?
  /// The folders out of which files were taken, which may be empty now.
  private var left: [String] = []

  private enum Undo {
    /// Nothing was there.
    case takeAway(String)
    /// The old file lies in the staging folder.
    case putBack(String)
    /// The file system has no second names, so the old file is gone.
    case impossible
  }

  init(_ writer: SiteWriter) {
    output = writer.output.path
    staging = writer.staging
    exists = writer.exists
    oldManifest = writer.manifestBytes
  }

  mutating func perform(_ step: CommitStep) throws(FailedStep) {
    // Once for a run of removals: to find out that a folder is not empty, some file systems read all of it.
    if case .remove = step {} else { removeEmptyFolders() }
    var path = ""
    do throws(FileError) {
      switch step {
      case .manifest(let manifest):
        path = Manifest.name
        try writeManifest(manifest.bytes)
        isManifestNew = true
      case .move(let file):
        path = file
        try move(file)
      case .remove(let file):
        path = file
        try remove(file)
      case .moveAll: try Files.rename(staging.new, to: output)
      case .removeStaging: staging.remove()
      }
    } catch {
      throw FailedStep(path: path, reason: error)
    }
  }

  private func writeManifest(_ bytes: [UInt8]) throws(FileError) {
    let file = staging.path + "/" + Manifest.name
    try Files.write(bytes, to: file)
    try Files.rename(file, to: (exists ? output : staging.new) + "/" + Manifest.name)
  }

  private mutating func move(_ path: String) throws(FileError) {
    let file = output + "/" + path
    let parent = SitePath.folder(of: path)
    if let parent, parent != folder { try Files.createFolder(output + "/" + parent) }
    folder = parent
    let undo = try keep(path)
    do throws(FileError) {
      try Files.rename(staging.new + "/" + path, to: file)
    } catch {
      // The folder just made may have the name of a file that is to be put back.
      removeIfEmpty(parent)
      throw error
    }
    undoing.append(undo)
  }

  /// Gives the old file a second name in the staging folder, so that it can be put back. It keeps its first name, as
  /// at no time there must be no file.
  private mutating func keep(_ path: String) throws(FileError) -> Undo {
    do throws(FileError) {
      try makeOldFolder(for: path)
      try Files.link(output + "/" + path, as: staging.old + "/" + path)
      return .putBack(path)
    } catch {
      return error.isNotFound ? .takeAway(path) : .impossible
    }
  }

  private mutating func makeOldFolder(for path: String) throws(FileError) {
    let parent = SitePath.folder(of: path) ?? ""
    if parent == oldFolder { return }
    try Files.createFolder(parent.isEmpty ? staging.old : staging.old + "/" + parent)
    oldFolder = parent
  }

  private mutating func remove(_ path: String) throws(FileError) {
    // A link on the way is not ours and could lead anywhere; a folder in the file's place is not ours either.
    for folder in SitePath.folders(of: path) {
      let kind = Files.status(output + "/" + folder, followLinks: false)?.kind
      guard kind == nil || kind == .folder else { return }
    }
    // Even where the file is gone: a killed build may have left its folder.
    if let folder = SitePath.folder(of: path), left.last.map({ $0 == folder }) != true {
      left.append(String(folder))
    }
    guard let status = Files.status(output + "/" + path, followLinks: false), status.kind != .folder else {
      return
    }
    try makeOldFolder(for: path)
    try Files.rename(output + "/" + path, to: staging.old + "/" + path)
    undoing.append(.putBack(path))
    removed += 1
  }

  /// Removes the folders that removals have left empty, and those above that this leaves empty.
  private mutating func removeEmptyFolders() {
    for folder in left { removeIfEmpty(folder[...]) }
    if !left.isEmpty { folder = nil }
    left = []
  }

  private func removeIfEmpty(_ folder: Substring?) {
    var next = folder
    while let folder = next {
      let path = output + "/" + folder
      guard Files.removeEmptyFolder(path) || Files.status(path, followLinks: false) == nil else { return }
      next = SitePath.folder(of: String(folder))
    }
  }

  /// Undoes all steps, the last first, and returns whether the output is as it was. If not, the manifest of old and
  /// new files stays, so that nothing is forgotten.
  mutating func undo() -> Bool {
    guard exists else { return true }
    var isComplete = true
    while let step = undoing.popLast() {
      do throws(FileError) {
        switch step {
        case .impossible: isComplete = false
        case .takeAway(let path):
          try Files.removeFile(output + "/" + path)
          removeIfEmpty(SitePath.folder(of: path))
        case .putBack(let path):
          if let folder = SitePath.folder(of: path) { try Files.createFolder(output + "/" + folder) }
          try Files.rename(staging.old + "/" + path, to: output + "/" + path)
        }
      } catch {
        isComplete = false
      }
    }
    guard isComplete else { return false }
    guard isManifestNew else { return true }
    do throws(FileError) {
      if let oldManifest {
        try writeManifest(oldManifest)
      } else {
        try Files.removeFile(output + "/" + Manifest.name)
      }
    } catch {
      return false
    }
    return true
  }
}

/// A step that failed.
struct FailedStep: Error {
  /// The path in the site; empty for the whole of it.
  var path: String
  var reason: FileError
}
