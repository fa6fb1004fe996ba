internal import DossierModel

/// The names by which documents link to each other.
///
/// A name is, in this order: a path from the document's own folder or from the top; the last part of a path; a title; an
/// alias. Small and capital letters, and straight and curved quotation marks, are the same. Of several documents with one
/// file name the one nearest to the asking document is meant: in its folder, else with the shortest path.
struct NoteNames {
  private var paths: [String: Int] = [:]
  private var files: [String: [Int]] = [:]
  private var titles: [String: Int] = [:]
  private var aliases: [String: Int] = [:]
  private let documents: [Document]

  init(_ documents: [Document]) {
    self.documents = documents
    for (index, document) in documents.enumerated() {
      let path = NoteName.key(NoteNames.withoutExtension(document.path))
      if paths[path] == nil { paths[path] = index }
      paths[NoteName.key(document.path)] = index
      files[NoteNames.lastPart(of: path), default: []].append(index)
      if document.titleOrigin == .frontMatter || document.titleOrigin == .headline {
        let title = NoteName.key(document.title)
        if titles[title] == nil { titles[title] = index }
      }
      for alias in document.record.aliases.map(NoteName.key) where aliases[alias] == nil {
        aliases[alias] = index
      }
    }
    for file in files.keys where (files[file]?.count ?? 0) > 1 {
      files[file]?.sort { (documents[$0].path.utf8.count, $0) < (documents[$1].path.utf8.count, $1) }
    }
  }

  /// Returns the document of a name, as one of them uses it.
  func document(named name: String, in asking: Int) -> Int? {
    if name.isEmpty { return asking }
    let key = NoteName.key(name)
    let folder = FolderPath.folder(of: documents[asking].path)
    if let path = FolderPath.resolved(name, from: folder), let index = paths[NoteName.key(path)] {
      return index
    }
    if let path = FolderPath.resolved(name, from: ""), let index = paths[NoteName.key(path)] { return index }
    let file = NoteNames.lastPart(of: NoteName.key(NoteNames.withoutExtension(name)))
    let isPath = name.contains("/")
    if let found = files[file] {
      // Of "folder/Note" as much must be right as is said.
      let right =
        isPath
        ? found.prefix(1000).filter {
          NoteName.key(NoteNames.withoutExtension(documents[$0].path)).hasSuffix(
            "/" + NoteName.key(NoteNames.withoutExtension(name)))
        }
        : found
      if let same = right.prefix(100).first(where: { FolderPath.folder(of: documents[$0].path) == folder }) {
        return same
      }
      if let first = right.first { return first }
    }
    return titles[key] ?? aliases[key]
  }

  /// The name that may have been meant.
  func nearest(to name: String) -> String? {
    // To measure against each of a hundred thousand would take long for each message.
    guard documents.count <= 2000 else { return nil }
    return nearMiss(
      to: name,
      among: documents.map { NoteNames.withoutExtension(String($0.path.split(separator: "/").last ?? "")) })
  }

  private static func withoutExtension(_ path: String) -> String {
    guard DocumentFormat(path: path) != nil, let dot = path.lastIndex(of: ".") else { return path }
    return String(path[..<dot])
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
