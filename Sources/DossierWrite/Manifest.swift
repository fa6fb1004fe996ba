internal import DossierModel

/// The list of the files that Dossier wrote into a folder, so that it removes and replaces nothing else.
///
/// A first line with the format's version, then a path a line, sorted by bytes; control characters and "%" are
/// percent-encoded. There is no time or place in it, so equal sites have equal manifests.
struct Manifest: Equatable, Sendable {
  /// The name of the file in the output.
  static let name = ".dossier-manifest"
  private static let header = "dossier-manifest 1"

  /// The paths, each once, in the order of their bytes.
  ///
  /// They are compared as bytes and not as strings: to a file system "é" and "e" with an accent set on it differ.
  let paths: [String]

  init(paths: [String] = []) {
    var unique: [String] = []
    for path in paths.sorted(by: Manifest.precedes)
    where unique.last.map({ $0.utf8.elementsEqual(path.utf8) }) != true {
      unique.append(path)
    }
    self.paths = unique
  }

  /// Reads a manifest, or returns nothing where this is none of ours.
  ///
  /// - Parameter ignored: Gets the lines that name no file of a site. Anybody can have written the file, and what
  ///   leads out of the output must never be removed.
  init?(parsing bytes: [UInt8], ignored: inout [String]) {
    let lines = bytes.split(separator: 10)
    guard let first = lines.first, first.elementsEqual(Manifest.header.utf8) else { return nil }
    var paths: [String] = []
    for line in lines.dropFirst() {
      if let path = Manifest.decoded(line), SitePath.isValid(path) {
        paths.append(path)
      } else {
        ignored.append(String(decoding: line, as: UTF8.self))
      }
    }
    self.init(paths: paths)
  }

  /// The file's content.
  var bytes: [UInt8] {
    var bytes = Array(Manifest.header.utf8)
    bytes.append(10)
    for path in paths {
      for byte in path.utf8 {
        if byte < 32 || byte == 127 || byte == UInt8(ascii: "%") {
          bytes.append(UInt8(ascii: "%"))
          bytes.append(Manifest.digits[Int(byte >> 4)])
          bytes.append(Manifest.digits[Int(byte & 15)])
        } else {
          bytes.append(byte)
        }
      }
      bytes.append(10)
    }
    return bytes
  }

  /// Whether a path is in the list.
  ///
  /// - Complexity: O(log paths).
  func contains(_ path: String) -> Bool {
    let index = firstIndex(notBefore: path)
    return index < paths.count && paths[index].utf8.elementsEqual(path.utf8)
  }

  /// Whether a path in the list lies below a folder.
  func holdsFiles(below folder: String) -> Bool {
    let index = firstIndex(notBefore: folder + "/")
    return index < paths.count && paths[index].utf8.starts(with: (folder + "/").utf8)
  }

  /// Returns the paths that are not in another list.
  ///
  /// - Complexity: O(paths of both).
  func subtracting(_ other: Manifest) -> [String] {
    var rest = other.paths[...]
    return paths.filter { path in
      while let first = rest.first, Manifest.precedes(first, path) { rest.removeFirst() }
      return rest.first.map { $0.utf8.elementsEqual(path.utf8) } != true
    }
  }

  private func firstIndex(notBefore path: String) -> Int {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if Manifest.precedes(paths[middle], path) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func decoded(_ line: ArraySlice<UInt8>) -> String? {
    guard let bytes = percentDecoded(line, isStrict: true) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
