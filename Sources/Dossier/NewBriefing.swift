internal import DossierFiles
public import DossierModel

/// Makes a briefing to begin with: a folder with a document and the author's files, which builds at once.
public struct NewBriefing: Sendable {
  /// The folder to make, or an empty one.
  public let folder: String

  /// Names the folder.
  public init(folder: String) { self.folder = withoutSlashes(folder) }

  /// Writes all files or none, and returns their paths in the folder.
  ///
  /// They are put together in a folder of their own and then moved into place. A folder with anything in it is not
  /// touched, and neither is what a link leads to.
  public func create() throws(Diagnostic) -> [String] {
    let isThere = Files.status(folder, followLinks: false)?.kind == .folder
    guard isThere ? isEmpty : Files.status(folder, followLinks: false) == nil else {
      throw .folderInTheWay(folder)
    }
    let files = SampleBriefing.files(title: Settings.title(ofFolder: folder))
    // What is to be taken away again where something fails: our own files, and folders above if nothing else is in them.
    var made: [String] = []
    var above: [String] = []
    do throws(FileError) {
      let draft = isThere ? folder + "/.dossier-new" : try draftBeside(&above)
      made.append(draft)
      for file in files {
        let path = draft + "/" + file.path
        if let slash = path.lastIndex(of: "/") { try Files.createFolder(String(path[..<slash])) }
        try Files.write(Array(file.text.utf8), to: path)
      }
      guard isThere else {
        // Fails where something has come into the folder meanwhile, or been put in its place.
        try Files.rename(draft, to: folder)
        return files.map(\.path)
      }
      for name in try Files.names(in: draft).map(\.text) {
        try Files.rename(draft + "/" + name, to: folder + "/" + name)
        made.append(folder + "/" + name)
      }
      Files.removeEmptyFolder(draft)
      return files.map(\.path)
    } catch {
      for path in made { try? Files.removeTree(path) }
      for path in above.reversed() { Files.removeEmptyFolder(path) }
      throw .folderNotMade(error.path, error.reason)
    }
  }

  private var isEmpty: Bool { (try? Files.names(in: folder).isEmpty) ?? false }

  /// Makes the folders above and returns the path of a folder beside the one to be.
  private func draftBeside(_ made: inout [String]) throws(FileError) -> String {
    let slash = folder.lastIndex(of: "/")
    let above = slash.map { String(folder[...$0]) } ?? ""
    var missing: [String] = []
    var path = withoutSlashes(above)
    while !path.isEmpty, Files.status(path) == nil {
      missing.append(path)
      path = path.lastIndex(of: "/").map { withoutSlashes(String(path[...$0])) } ?? ""
    }
    for path in missing.reversed() {
      try Files.createFolder(path)
      made.append(path)
    }
    var draft = above + "." + folder.dropFirst(above.count) + ".new"
    while Files.status(draft, followLinks: false) != nil { draft += "~" }
    return draft
  }
}
