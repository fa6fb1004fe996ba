internal import DossierFiles
internal import DossierModel
internal import DossierRead

/// Guesses what the author of a broken link meant.
struct LinkHints {
  private let paths: [String]
  private let folder: String
  /// The documents by the last part of their path, in small letters.
  private let byName: [String: String]

  /// So many documents are compared with a misspelled link; with more, the comparison would cost too much.
  private static let mostCompared = 500

  init(_ paths: [String], folder: String) {
    self.paths = paths
    self.folder = folder
    byName = Dictionary(
      paths.map { (LinkHints.name(of: $0).lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns what to do about a link that leads nowhere, of the document at `document`.
  func hint(for link: DocumentLink, in document: String) -> String {
    guard let file = FolderLink(link.target, in: document) else {
      return "write the way from this document, such as 'other.md'"
    }
    if link.isPicture { return "put the file into the folder, and write the way to it from this document" }
    let location = AuthorFile.path(file.path, in: folder)
    if Files.status(location)?.kind == .file { return hint(forFile: file.path, at: location) }
    let name = LinkHints.name(of: file.path).lowercased()
    if let other = byName[name] ?? byName[name + ".md"] ?? byName[name + ".txt"] ?? near(file.path, document)
    {
      return "did you mean '\(LinkHints.way(from: document, to: other))\(file.fragment)'?"
    }
    return "correct it, or put the file into the folder"
  }

  /// What to do about a link to a file that is there, but has no page.
  private func hint(forFile path: String, at location: String) -> String {
    guard SeedFolder.isDocument(path) else {
      return "link to where '\(location)' can be fetched, as only documents come into the site"
    }
    let (document, _) = DocumentReader().read(SeedFile(path: path, location: location))
    return document?.record.isDraft ?? false
      ? "take 'draft: true' out of '\(location)', or the link out of here"
      : "mend '\(location)', which was left out"
  }

  private func near(_ path: String, _ document: String) -> String? {
    paths.count <= LinkHints.mostCompared && path.utf8.count < 100 ? nearMiss(to: path, among: paths) : nil
  }

  private static func name(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }

  /// Returns the link from one file of the folder to another.
  static func way(from document: String, to other: String) -> String {
    var start = document.split(separator: "/").dropLast()[...]
    var end = other.split(separator: "/")[...]
    while end.count > 1, let first = start.first, first == end.first {
      start = start.dropFirst()
      end = end.dropFirst()
    }
    return percentEncoded((Array(repeating: "..", count: start.count) + end).joined(separator: "/"))
  }
}
