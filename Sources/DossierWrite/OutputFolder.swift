internal import DossierFiles
internal import DossierModel

/// The folder that a site is written to, as it was found before the build.
struct OutputFolder: Sendable {
  /// As the user named it, for messages.
  let name: String
  /// Absolute, without links: where the output is a link to a folder, the folder.
  let path: String
  /// What stands at the path, if anything does.
  let status: FileStatus?

  init(_ output: String) throws(Diagnostic) {
    var name = output
    while name.utf8.count > 1, name.utf8.last == UInt8(ascii: "/") { name.removeLast() }
    guard !name.isEmpty else { throw .outputNotAFolder(output) }
    self.name = name
    path = try OutputFolder.resolved(name)
    status = Files.status(path)
    if let status, status.kind != .folder { throw .outputNotAFolder(output) }
  }

  /// Returns a path without links, even where its last parts are not there yet.
  private static func resolved(_ path: String) throws(Diagnostic) -> String {
    var known = path
    var missing = ""
    while true {
      if let real = Files.realPath(known) { return real == "/" ? "/" + missing.dropFirst() : real + missing }
      // Something that leads nowhere: a broken link.
      if Files.status(known, followLinks: false) != nil { throw .outputNotAFolder(path) }
      let slash = known.utf8.lastIndex(of: UInt8(ascii: "/"))
      let part = known[(slash.map { known.utf8.index(after: $0) } ?? known.startIndex)...]
      guard part != ".", part != ".." else { throw .outputNotAFolder(path) }
      if !part.isEmpty { missing = "/" + part + missing }
      switch slash {
      case nil: known = "."
      case known.startIndex?: known = "/"
      case let slash?: known = String(known[..<slash])
      }
    }
  }

  /// Returns a path in the site as the user would write it.
  func shown(_ sitePath: String) -> String { name == "/" ? "/" + sitePath : name + "/" + sitePath }

  /// Whether a folder is the output or lies in it.
  func holds(_ folder: String) -> Bool {
    guard status != nil, let real = Files.realPath(folder) else { return false }
    return path == "/" || real.utf8.elementsEqual(path.utf8) || real.utf8.starts(with: (path + "/").utf8)
  }

  /// Makes the staging folder: beside the output, so that files are moved and not copied; within it where the output
  /// is a file system of its own, or the folder above may not be written to.
  func makeStaging() throws(Diagnostic) -> StagingFolder {
    let inside = path + "/" + StagingFolder.nameInOutput
    var place = path + ".partial"
    if let status, Files.status(path + "/..")?.identity.device != status.identity.device { place = inside }
    let attempt = try Diagnostic.telling(of: name) { () throws(FileError) in
      do throws(FileError) {
        return try StagingFolder.make(at: place)
      } catch {
        guard status != nil, error.isNotAllowed, place != inside else { throw error }
        place = inside
        return try StagingFolder.make(at: place)
      }
    }
    switch attempt {
    case .made(let staging): return staging
    case .busy: throw .otherBuild(name)
    case .foreign: throw .foreignStaging(place)
    }
  }
}
