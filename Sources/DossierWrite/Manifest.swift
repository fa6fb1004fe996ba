/// The list of the files that Dossier wrote into a folder, so that it removes nothing else.
///
/// A first line with the format's version, then a path a line, sorted; characters that would break the line are
/// percent-encoded. There is no time or place in it, so equal sites have equal manifests.
struct Manifest {
  /// The name of the file in the output.
  static let name = ".dossier-manifest"
  private static let header = "dossier-manifest 1"

  /// The paths, sorted. Each is safe to use below the output.
  private(set) var paths: [String] = []

  init() {}

  init(paths: [String]) {
    self.paths = Set(paths.filter(Manifest.isSafe)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads a manifest. Anybody can have written the file: paths that lead out of the output are left out, and so is
  /// everything where the version is not ours.
  init(parsing bytes: [UInt8]) {
    let lines = bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    self.init(paths: lines.first == Manifest.header ? lines.dropFirst().map(Manifest.decoded) : [])
  }

  var bytes: [UInt8] {
    var text = Manifest.header + "\n"
    for path in paths { text += Manifest.encoded(path) + "\n" }
    return Array(text.utf8)
  }

  /// Whether a path leads to a file below a folder: relative, without empty, "." or ".." parts, each short enough
  /// for a file system; and not the manifest itself.
  static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= 4000, path != name, !path.utf8.contains(0) else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.count <= 255 && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
  }

  private static func encoded(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "\n": text += "%0A"
      case "\r": text += "%0D"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func decoded(_ line: String) -> String {
    guard line.contains("%") else { return line }
    var text = ""
    var rest = Substring(line)
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      let code = rest[percent...].dropFirst().prefix(2)
      switch code {
      case "25": text += "%"
      case "0A": text += "\n"
      case "0D": text += "\r"
      default: text += "%" + code
      }
      rest = rest[code.endIndex...]
    }
    return text + rest
  }
}
