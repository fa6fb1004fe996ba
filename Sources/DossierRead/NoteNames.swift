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
      let path = NoteNames.key(NoteNames.withoutExtension(document.path))
      if paths[path] == nil { paths[path] = index }
      paths[NoteNames.key(document.path)] = index
      files[NoteNames.lastPart(of: path), default: []].append(index)
      if document.titleOrigin == .frontMatter || document.titleOrigin == .headline {
        let title = NoteNames.key(document.title)
        if titles[title] == nil { titles[title] = index }
      }
      for alias in document.record.aliases.map(NoteNames.key) where aliases[alias] == nil {
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
    let key = NoteNames.key(name)
    let folder = FolderPath.folder(of: documents[asking].path)
    if let path = FolderPath.resolved(name, from: folder), let index = paths[NoteNames.key(path)] {
      return index
    }
    if let path = FolderPath.resolved(name, from: ""), let index = paths[NoteNames.key(path)] { return index }
    let file = NoteNames.lastPart(of: NoteNames.key(NoteNames.withoutExtension(name)))
    let isPath = name.contains("/")
    if let found = files[file] {
      // Of "folder/Note" as much must be right as is said.
      let right =
        isPath
        ? found.prefix(1000).filter {
          NoteNames.key(NoteNames.withoutExtension(documents[$0].path)).hasSuffix(
            "/" + NoteNames.key(NoteNames.withoutExtension(name)))
        }
        : found
      if let same = right.prefix(100).first(where: { FolderPath.folder(of: documents[$0].path) == folder }) {
        return same
      }
      if let first = right.first { return first }
    }
    return titles[key] ?? aliases[key]
  }

  /// The document named by a relative address in a link.
  func document(at address: String, in asking: Int) -> Int? {
    guard let decoded = FolderPath.decoded(address),
      let path = FolderPath.resolved(decoded, from: FolderPath.folder(of: documents[asking].path))
    else { return nil }
    return paths[NoteNames.key(path)]
  }

  /// The name that may have been meant.
  func nearest(to name: String) -> String? {
    // To measure against each of a hundred thousand would take long for each message.
    guard documents.count <= 2000 else { return nil }
    return nearMiss(
      to: name,
      among: documents.map { NoteNames.withoutExtension(String($0.path.split(separator: "/").last ?? "")) })
  }

  static func key(_ name: String) -> String {
    var key = ""
    var isAfterSpace = true
    for scalar in name.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019: key += "'"
      case 0x201C, 0x201D: key += "\""
      case 0x2013, 0x2014: key += "-"
      case 32, 9, 0xA0:
        if !isAfterSpace { key += " " }
        isAfterSpace = true
        continue
      default: key.unicodeScalars.append(scalar)
      }
      isAfterSpace = false
    }
    if key.hasSuffix(" ") { key.removeLast() }
    return key
  }

  private static func withoutExtension(_ path: String) -> String {
    for ending in [".md", ".markdown", ".txt"] where path.lowercased().hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Paths in the folder, with "/" between their parts.
enum FolderPath {
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Returns a path from another folder of the folder, or nothing where it leads out of it.
  static func resolved(_ path: String, from folder: String) -> String? {
    guard !path.hasPrefix("/") else { return resolved(String(path.drop { $0 == "/" }), from: "") }
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Returns an address without its percent signs, or nothing where it is no text then.
  static func decoded(_ address: String) -> String? {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    let bytes = Array(address.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    guard !decoded.contains(0) else { return nil }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
