internal import DossierFiles
public import DossierModel

/// Writes a site into a folder, whole or not at all: the last stage.
///
/// Files are compared with what is there and, where they differ, written into a staging folder beside the output
/// ("site.partial"). `commit` then moves each into place, which the file system does at once and as a whole, so that
/// at any moment every file of the site is an old or a new one, never half of one. A build that fails or is killed
/// before that leaves the site as it was; one that is killed while files are being moved leaves whole files, and the
/// next build finishes. Files that have not changed are not touched.
///
/// Only files in the manifest, which an earlier build wrote, are ever removed.
public struct SiteWriter: Sendable {
  let output: String
  let staging: String
  /// What earlier builds wrote.
  let manifest: Manifest
  /// Whether the output folder is there.
  let exists: Bool

  /// Looks at the output folder and makes the staging folder.
  ///
  /// - Parameters:
  ///   - output: The folder of the site.
  ///   - input: The folder of the documents, which the output must neither be nor hold.
  ///   - force: Whether an output folder with foreign files is used all the same.
  /// - Throws: Why the folder can't be used.
  public init(output: String, input: String, force: Bool) throws(Diagnostic) {
    // A link to a folder is followed once, here, so that the site is written where it leads.
    let isLink = Files.status(output, followLinks: false)?.kind == .link
    let target = isLink ? Files.realPath(output) ?? output : SiteWriter.withoutSlashes(output)
    let status = Files.status(target)
    if let status, status.kind != .folder { throw .outputNotAFolder(output) }
    if let real = Files.realPath(target) {
      guard real != "/" else { throw .outputHoldsInput(output) }
      if let realInput = Files.realPath(input), (realInput + "/").hasPrefix(real + "/") {
        throw .outputHoldsInput(output)
      }
    }
    var manifest = Manifest()
    if status != nil {
      do throws(FileError) {
        let names = try Files.names(in: target)
        if names.contains(where: { $0.text == Manifest.name }) {
          manifest = Manifest(parsing: try Files.read(target + "/" + Manifest.name))
        } else if !names.isEmpty, !force {
          throw FileError(path: target, code: 0)
        }
      } catch {
        throw error.code == 0 ? .foreignOutput(output) : .cannotWrite(error)
      }
    }
    self.output = target
    self.manifest = manifest
    exists = status != nil
    staging = target + ".partial"
    try prepareStaging()
  }

  private static func withoutSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// The file that tells a staging folder from a folder of the user's.
  private static let marker = ".dossier-staging"

  /// Makes an empty staging folder; one that a killed build left is removed.
  private func prepareStaging() throws(Diagnostic) {
    do throws(FileError) {
      if let status = Files.status(staging, followLinks: false) {
        guard status.kind == .folder, Files.status(staging + "/" + Self.marker) != nil else {
          throw FileError(path: staging, code: 0)
        }
        try Files.removeTree(staging)
      }
      try Files.createFolder(staging)
      try Files.write([], to: staging + "/" + Self.marker)
    } catch {
      throw error.code == 0 ? .foreignStaging(staging) : .cannotWrite(error)
    }
  }

  /// Compares a file with what is there and, where it differs, writes it into the staging folder. May be called by
  /// many tasks at once, for different paths.
  ///
  /// - Parameters:
  ///   - path: The path in the site, its parts separated by "/".
  /// - Throws: That the path can't be one of a site's, or what the file system said.
  public func stage(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) -> StagedFile {
    guard Manifest.isSafe(path) else { throw .badPath(path) }
    if exists, isUnchanged(path, bytes) { return StagedFile(path: path, isChanged: false) }
    let file = staging + "/" + path
    do throws(FileError) {
      do throws(FileError) {
        try Files.write(bytes, to: file)
      } catch {
        guard error.isNotFound, let slash = file.lastIndex(of: "/") else { throw error }
        try Files.createFolder(String(file[..<slash]))
        try Files.write(bytes, to: file)
      }
    } catch {
      throw .cannotWrite(error)
    }
    return StagedFile(path: path, isChanged: true)
  }

  /// Whether a plain file with these bytes stands in the output. The size is looked at first.
  private func isUnchanged(_ path: String, _ bytes: [UInt8]) -> Bool {
    let file = output + "/" + path
    guard let status = Files.status(file, followLinks: false), status.kind == .file, status.size == bytes.count,
      linkAbove(path) == nil
    else { return false }
    return (try? Files.read(file)) == bytes
  }

  /// Returns the first folder on the way to a file that is a link, through which one could get out of the output.
  private func linkAbove(_ path: String) -> String? {
    var index = path.startIndex
    while let slash = path[index...].firstIndex(of: "/") {
      let folder = output + "/" + path[..<slash]
      if Files.status(folder, followLinks: false)?.kind == .link { return folder }
      index = path.index(after: slash)
    }
    return nil
  }

  /// Moves the staged files into place, removes what earlier builds wrote and this one did not, and writes the
  /// manifest.
  ///
  /// - Returns: How many files were written, left and removed.
  public func commit(_ files: [StagedFile]) throws(Diagnostic) -> WriteReport {
    let steps = commitSteps(files)
    do throws(FileError) {
      for step in steps { try perform(step) }
    } catch {
      throw .cannotWrite(error)
    }
    let written = files.count { $0.isChanged }
    let paths = Set(files.map(\.path))
    return WriteReport(
      written: written, unchanged: files.count - written,
      removed: manifest.paths.count { !paths.contains($0) })
  }

  /// Removes the staging folder; the site stays as it was.
  public func abandon() { try? Files.removeTree(staging) }

  // MARK: - The steps of a commit

  /// One step of a commit. Whatever the step after which a build is killed, every file is whole, and the manifest on
  /// disk names every file that Dossier wrote.
  enum Step: Equatable {
    /// Writes a manifest with these paths.
    case manifest([String])
    /// Makes way for a file, and moves it from the staging folder.
    case move(String)
    case remove(String)
    /// Moves the whole staging folder into the place of an output that is not there yet.
    case moveAll
    case removeStaging
  }

  func commitSteps(_ files: [StagedFile]) -> [Step] {
    let paths = files.map(\.path)
    guard exists else { return [.manifest(paths), .moveAll] }
    let changed = files.filter(\.isChanged).map(\.path)
    let kept = Set(paths)
    let stale = manifest.paths.filter { !kept.contains($0) }
    if changed.isEmpty, stale.isEmpty, Set(manifest.paths) == kept { return [.removeStaging] }
    // Assets have a new name when they change, so they come first: no page ever asks for one that is not there.
    let assets = changed.filter { $0.hasPrefix("assets/") }
    let pages = changed.filter { !$0.hasPrefix("assets/") }
    return [.manifest(paths + stale)] + (assets + pages).map { .move($0) } + stale.map { .remove($0) }
      + [.manifest(paths), .removeStaging]
  }

  func perform(_ step: Step) throws(FileError) {
    switch step {
    case .manifest(let paths):
      try Files.write(Manifest(paths: paths).bytes, to: staging + "/" + Manifest.name)
      if exists { try Files.rename(staging + "/" + Manifest.name, to: output + "/" + Manifest.name) }
    case .move(let path):
      try makeWay(for: path)
      try Files.rename(staging + "/" + path, to: output + "/" + path)
    case .remove(let path): try remove(path)
    case .moveAll:
      try Files.removeFile(staging + "/" + Self.marker)
      if let slash = output.lastIndex(of: "/"), slash != output.startIndex {
        try Files.createFolder(String(output[..<slash]))
      }
      try Files.rename(staging, to: output)
    case .removeStaging: try Files.removeTree(staging)
    }
  }

  /// Creates the folders of a file, and removes what stands in the way if Dossier wrote it.
  private func makeWay(for path: String) throws(FileError) {
    var index = path.startIndex
    while let slash = path[index...].firstIndex(of: "/") {
      let part = String(path[..<slash])
      let status = Files.status(output + "/" + part, followLinks: false)
      if status?.kind == .link || (status?.kind == .file && manifest.paths.contains(part)) {
        try Files.removeFile(output + "/" + part)
      }
      index = path.index(after: slash)
    }
    if index > path.startIndex { try Files.createFolder(output + "/" + path[..<path.index(before: index)]) }
    if Files.status(output + "/" + path, followLinks: false)?.kind == .folder {
      // A file takes the place of a folder: the folder's files are stale, and its foreign ones keep it.
      for stale in manifest.paths where stale.hasPrefix(path + "/") { try remove(stale) }
    }
  }

  /// Removes a file and the folders that it leaves empty.
  private func remove(_ path: String) throws(FileError) {
    guard Manifest.isSafe(path), linkAbove(path) == nil else { return }
    guard Files.status(output + "/" + path, followLinks: false)?.kind != .folder else { return }
    try Files.removeFile(output + "/" + path)
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      guard Files.removeEmptyFolder(output + "/" + folder) else { return }
    }
  }
}

/// A file of the site, compared and, where it is new, staged.
public struct StagedFile: Hashable, Sendable {
  /// The path in the site.
  public var path: String
  /// Whether it differs from what is there.
  public var isChanged: Bool
}

/// What a commit did.
public struct WriteReport: Hashable, Sendable {
  /// Files that are new or changed.
  public var written: Int
  /// Files that were left as they are.
  public var unchanged: Int
  /// Old files that were removed.
  public var removed: Int
}
