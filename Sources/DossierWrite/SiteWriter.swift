internal import DossierFiles
public import DossierModel

/// Writes a site into a folder, whole or not at all: the last stage.
///
///     let writer = try SiteWriter(output: "site", input: "seeds", force: false)
///     let file = try writer.stage("index.html", page)
///     let report = try writer.commit([file])
///
/// Files are compared with what is there and, where they differ, written into a staging folder beside the output
/// ("site.partial"). `commit` then moves each into place, which the file system does at once and as a whole. A build
/// that fails leaves the last site as it was; so does one that is killed before `commit`. One that is killed within
/// leaves whole files, old and new, and the next build finishes. (Against a loss of power it is as safe as the file
/// system is: nothing is forced to the disk.) A file that has not changed is not touched.
///
/// Only files that an earlier build wrote, which the manifest names, are ever replaced or removed. Links in the output
/// are never followed.
public struct SiteWriter: Sendable {
  /// What was odd about the output, but did not hinder.
  public let warnings: [Diagnostic]
  /// The name of the list of written files, in the folder of each site.
  public static let manifestName = Manifest.name
  let output: OutputFolder
  let staging: StagingFolder
  /// What earlier builds wrote.
  let manifest: Manifest
  /// The manifest's file as it was found.
  let manifestBytes: [UInt8]?
  let force: Bool
  private let inspection: Inspection?

  /// Looks at a file, by its path in the site and its bytes, and says whether it may be written.
  public typealias Inspection = @Sendable (_ path: String, _ bytes: [UInt8]) -> Bool

  /// Whether the output is there already.
  var exists: Bool { output.status != nil }

  /// Looks at the output folder and makes the staging folder.
  ///
  /// - Parameters:
  ///   - output: The folder of the site; may be a link to one.
  ///   - input: The folder of the documents, which the output must neither be nor hold.
  ///   - force: Whether an output folder with foreign files is used all the same, and foreign files are replaced where
  ///     the site has files of the same names.
  ///   - inspection: Looks at each file before any of its bytes are written.
  /// - Throws: Why the folder can't be used: among others, that another build is writing to it.
  public init(
    output: String, input: String, force: Bool, inspection: Inspection? = nil
  ) throws(Diagnostic) {
    try self.init(
      output: output, input: input, force: force, home: Files.homeFolder, inspection: inspection)
  }

  init(
    output name: String, input: String, force: Bool, home: String?, inspection: Inspection? = nil
  ) throws(Diagnostic) {
    self.inspection = inspection
    let before = try OutputFolder(name)
    if before.holds(input) { throw .outputHoldsInput(name) }
    if before.path == "/" || home.map(before.holds) == true { throw .outputHoldsHome(name) }
    try SiteWriter.refuseForeign(before, force: force)
    staging = try before.makeStaging()
    // Before the lock was ours, another build may have made the folder or changed the manifest.
    do throws(Diagnostic) {
      output = try OutputFolder(name)
      let file = output.shown(Manifest.name)
      let place = output
      manifestBytes = try Diagnostic.telling(of: file) { () throws(FileError) in
        try SiteWriter.readManifest(place)
      }
    } catch {
      staging.remove()
      throw error
    }
    self.force = force
    var ignored: [String] = []
    manifest = manifestBytes.flatMap { Manifest(parsing: $0, ignored: &ignored) } ?? Manifest()
    warnings = ignored.isEmpty ? [] : [.ignoredInManifest(output.shown(Manifest.name), ignored)]
  }

  /// Throws where a folder has files but no manifest of ours.
  private static func refuseForeign(_ output: OutputFolder, force: Bool) throws(Diagnostic) {
    guard output.status != nil else { return }
    let names = try Diagnostic.telling(of: output.name) { () throws(FileError) in
      try Files.names(in: output.path)
    }
    guard !force, names.contains(where: { $0.text != StagingFolder.nameInOutput }) else { return }
    var ignored: [String] = []
    let bytes = try Diagnostic.telling(of: output.shown(Manifest.name)) { () throws(FileError) in
      try readManifest(output)
    }
    if bytes.flatMap({ Manifest(parsing: $0, ignored: &ignored) }) == nil {
      throw .foreignOutput(output.name)
    }
  }

  private static func readManifest(_ output: OutputFolder) throws(FileError) -> [UInt8]? {
    let file = output.path + "/" + Manifest.name
    return Files.status(file, followLinks: false)?.kind == .file ? try Files.read(file) : nil
  }

  /// Compares a file with what is there and, where it differs, writes it into the staging folder. May be called by
  /// many tasks at once, for different paths.
  ///
  /// - Parameter path: The path in the site, its parts separated by "/".
  /// - Throws: That the path can't be one of a site's, that something foreign is in its place, or what the file system
  ///   said.
  /// - Complexity: O(bytes); about five calls of the system for an unchanged file, and ten for a new one.
  public func stage(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) -> StagedFile {
    guard SitePath.isValid(path) else { throw .badPath(path) }
    if let inspection, !inspection(path, bytes) { throw .notLetThrough(output.shown(path)) }
    let standing = exists ? try look(at: path, bytes) : .absent
    if standing == .same { return StagedFile(path: path, isChanged: false, obstacle: nil) }
    let file = staging.new + "/" + path
    try Diagnostic.telling(of: output.shown(path)) { () throws(FileError) in
      do throws(FileError) {
        try Files.write(bytes, to: file)
      } catch {
        guard error.isNotFound, let folder = SitePath.folder(of: path) else { throw error }
        try Files.createFolder(staging.new + "/" + folder)
        try Files.write(bytes, to: file)
      }
    }
    guard case .blocked(let obstacle) = standing else {
      return StagedFile(path: path, isChanged: true, obstacle: nil)
    }
    return StagedFile(path: path, isChanged: true, obstacle: obstacle)
  }

  /// Returns a file as an earlier build wrote it, or nothing where that wrote none, or it can't be read.
  ///
  /// - Complexity: O(bytes).
  public func written(_ path: String) -> [UInt8]? {
    guard exists, manifest.contains(path) else { return nil }
    for folder in SitePath.folders(of: path) {
      guard Files.status(output.path + "/" + folder, followLinks: false)?.kind == .folder else { return nil }
    }
    let file = output.path + "/" + path
    guard Files.status(file, followLinks: false)?.kind == .file else { return nil }
    return try? Files.read(file)
  }

  /// What stands in the output where a file is to be.
  private enum Standing: Equatable {
    case same
    case other
    case absent
    /// A file or link has the name of one of the folders, and may be removed.
    case blocked(by: String)
  }

  private func look(at path: String, _ bytes: [UInt8]) throws(Diagnostic) -> Standing {
    // Folder by folder, as a link on the way could lead out of the output.
    for folder in SitePath.folders(of: path) {
      guard let status = Files.status(output.path + "/" + folder, followLinks: false) else { return .absent }
      if status.kind == .folder { continue }
      guard force || manifest.contains(folder) else { throw .foreignFile(output.shown(folder)) }
      return .blocked(by: folder)
    }
    let file = output.path + "/" + path
    if Files.holds(bytes, at: file) { return .same }
    guard let status = Files.status(file, followLinks: false) else { return .absent }
    if status.kind == .folder {
      guard isOurs(path) else { throw .foreignFolder(output.shown(path)) }
    } else {
      guard force || manifest.contains(path) else { throw .foreignFile(output.shown(path)) }
    }
    return .other
  }

  /// Whether all that lies in a folder is in the manifest.
  private func isOurs(_ folder: String) -> Bool {
    guard manifest.holdsFiles(below: folder), let names = try? Files.names(in: output.path + "/" + folder)
    else {
      return false
    }
    return names.allSatisfy { name in
      let path = folder + "/" + name.text
      let isFolder = Files.status(output.path + "/" + path, followLinks: false)?.kind == .folder
      return name.isUTF8 && (isFolder ? isOurs(path) : manifest.contains(path))
    }
  }

  /// Moves the staged files into place, removes what earlier builds wrote and this one did not, and writes the
  /// manifest.
  ///
  /// - Parameter files: All files of the site, each once.
  /// - Returns: How many files were written, left and removed.
  /// - Throws: What failed; what had been done by then is undone.
  public func commit(_ files: [StagedFile]) throws(Diagnostic) -> WriteReport {
    let steps = try CommitStep.plan(files, for: self)
    var commit = SiteCommit(self)
    do throws(FailedStep) {
      for step in steps { try commit.perform(step) }
    } catch {
      let isKept = commit.undo()
      throw .cannotWrite(output.shown(error.path), error.reason, isKept: isKept)
    }
    let written = files.count { $0.isChanged }
    return WriteReport(written: written, unchanged: files.count - written, removed: commit.removed)
  }

  /// Removes the staging folder; the site stays as it was.
  public func abandon() { staging.remove() }
}

/// A file of the site, compared and, where it is new, staged.
public struct StagedFile: Hashable, Sendable {
  /// The path in the site.
  public var path: String
  /// Whether it differs from what is there.
  public var isChanged: Bool
  /// The path of what has to go because a folder of the file's takes its place.
  var obstacle: String?
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
