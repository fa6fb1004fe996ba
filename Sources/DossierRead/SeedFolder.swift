internal import DossierFiles
public import DossierModel

/// The folder that holds an author's documents.
public enum SeedFolder {
  /// Returns the documents below a folder, in the order of their paths' bytes.
  ///
  /// Documents are files of which `DocumentFormat` knows the ending. Left out are names that start with a dot or with
  /// "~$" (the marks of open Word documents), the folders that browsers save beside a page, a folder "Templates" directly
  /// in the folder, the output folder, and any other folder below that holds a built site. Links are followed where
  /// they stay within the folder; a folder is read once, however many links lead to it, so no loop of links
  /// can hold the scan. What cannot be read is a diagnostic, and the rest goes on.
  ///
  /// - Parameter output: The folder that the site is written to, which may lie in `folder`.
  public static func scan(
    _ folder: String, excluding output: String?
  ) -> (files: [SeedFile], diagnostics: [Diagnostic]) {
    let contents = contents(of: folder, excluding: output)
    return (contents.documents, contents.diagnostics)
  }

  /// What a folder holds.
  public struct Contents: Sendable {
    /// The documents, in the order of their paths' bytes.
    public var documents: [SeedFile] = []
    /// The pictures, in the same order.
    public var pictures: [SeedFile] = []
    /// What the author should know.
    public var diagnostics: [Diagnostic] = []
  }

  /// Returns the documents below a folder, as `scan` does, and the pictures that they may show.
  public static func contents(of folder: String, excluding output: String?) -> Contents {
    guard let status = Files.status(folder) else { return Contents(diagnostics: [.folderMissing(folder)]) }
    guard status.kind == .folder, let root = Files.realPath(folder) else {
      return Contents(diagnostics: [.notAFolder(folder)])
    }
    let name = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    var scan = SeedScan(folder: name, root: root, excluded: output.flatMap { Files.status($0)?.identity })
    scan.visit("", identity: status.identity)
    // Links come last, so that a folder is known by its own path rather than by a link to it.
    while let link = scan.nextFolderLink() {
      scan.follow(link)
    }
    scan.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    scan.pictures.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if let example = scan.unreadable.first {
      scan.diagnostics.append(
        .otherDocuments(folder, count: scan.unreadable.count, example: scan.location(example)))
    }
    return Contents(documents: scan.files, pictures: scan.pictures, diagnostics: scan.diagnostics)
  }

  /// Whether a name is that of a file that is read as a document.
  public static func isDocument(_ path: String) -> Bool { DocumentFormat(path: path) != nil }

  /// The part of a name after its last dot, in lower case, or nothing.
  static func fileExtension(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return path[path.utf8.index(after: dot)...].lowercased()
  }
}

/// The state of one scan.
private struct SeedScan {
  let folder: String
  let root: String
  let excluded: FileIdentity?
  var files: [SeedFile] = []
  var pictures: [SeedFile] = []
  var diagnostics: [Diagnostic] = []
  /// Documents in formats that are not read.
  var unreadable: [String] = []
  private var visited: [FileIdentity: String] = [:]
  private var links: [String] = []
  private var nextLink = 0

  init(folder: String, root: String, excluded: FileIdentity?) {
    self.folder = folder
    self.root = root
    self.excluded = excluded
  }

  func location(_ path: String) -> String {
    path.isEmpty ? folder : folder == "/" ? "/" + path : folder + "/" + path
  }

  mutating func nextFolderLink() -> String? {
    guard nextLink < links.count else { return nil }
    nextLink += 1
    return links[nextLink - 1]
  }

  mutating func follow(_ path: String) {
    guard let status = Files.status(location(path)) else { return }
    if let other = visited[status.identity] {
      diagnostics.append(.folderReadTwice(location(path), same: location(other)))
    } else {
      visit(path, identity: status.identity)
    }
  }

  mutating func visit(_ path: String, identity: FileIdentity) {
    // The folder itself is read even where the output has its name, so that what is said next is true.
    if !path.isEmpty, identity == excluded { return }
    visited[identity] = path
    let names: [FileName]
    do {
      names = try Files.names(in: location(path))
    } catch {
      diagnostics.append(.unreadable(location(path), reason: error.reason))
      return
    }
    // The pages of a site that a build has written are no documents, wherever the output of this command goes.
    if !path.isEmpty, names.contains(where: { $0.text == SeedScan.siteMark }) { return }
    let pages = Set(
      names.lazy.filter { DocumentFormat(path: $0.text) == .html }.map { SeedScan.stem(of: $0.text) })
    for name in names where !name.text.hasPrefix(".") && !name.text.hasPrefix("~$") {
      if name.text.hasSuffix("_files"), pages.contains(String(name.text.dropLast(6))) { continue }
      guard name.isUTF8 else {
        diagnostics.append(.nameNotUTF8(location(path), name: name.text))
        continue
      }
      if path.isEmpty, name.text == "Templates" { continue }
      add(path.isEmpty ? name.text : path + "/" + name.text)
    }
  }

  private mutating func add(_ path: String) {
    let place = location(path)
    guard let own = Files.status(place, followLinks: false) else { return }
    var kind = own.kind
    if kind == .link {
      guard let status = Files.status(place), let real = Files.realPath(place) else {
        diagnostics.append(.brokenLink(place))
        return
      }
      let isInside = real == root || real.hasPrefix(root == "/" ? root : root + "/")
      let isDocument = status.kind == .folder || SeedFolder.isDocument(path)
      guard isInside else {
        if isDocument { diagnostics.append(.linkOutside(place, target: real)) }
        return
      }
      kind = status.kind
      if kind == .folder {
        links.append(path)
        return
      }
    }
    switch kind {
    case .folder: visit(path, identity: own.identity)
    case .file:
      if SeedFolder.isDocument(path) {
        files.append(SeedFile(path: path, location: place))
      } else if PictureKind(path: path) != nil {
        pictures.append(SeedFile(path: path, location: place))
      } else if SeedScan.otherFormats.contains(SeedFolder.fileExtension(of: path)) {
        unreadable.append(path)
      } else {
        tellSettings(path, place)
      }
    case .link, .other:
      if SeedFolder.isDocument(path) {
        diagnostics.append(.unreadable(place, reason: "not a file"))
      }
    }
  }

  /// Settings that are not where, or not called as, they are looked for.
  private mutating func tellSettings(_ path: String, _ place: String) {
    let name = path.split(separator: "/").last ?? ""
    let files = ["dossier.yml", "entities.yml", "addresses.yml"]
    if path == name {
      let stem = name.lowercased()
      if let meant = files.first(where: { stem == $0.dropLast(3) + "yaml" || stem == $0 }), name != meant {
        diagnostics.append(.nearlySettings(place, name: meant))
      }
    } else if files.contains(String(name)) {
      diagnostics.append(.settingsBelow(place, folder: folder))
    }
  }

  /// The name of the list of its files that a built site holds.
  private static let siteMark = ".dossier-manifest"

  /// Endings of documents that are not read.
  private static let otherFormats: Set<String> = [
    "abw", "azw", "azw3", "djvu", "doc", "docm", "dot", "dotx", "fodt", "key", "mbox", "mht", "mhtml", "mobi",
    "msg",
    "odp", "ods", "pages", "ppt", "pptx", "ps", "tex", "wpd", "wps", "xls", "xlsx",
  ]

  /// A name without its ending.
  private static func stem(of name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
