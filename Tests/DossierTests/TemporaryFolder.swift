import Dossier
import DossierFiles
import DossierModel
import Foundation

/// A folder of documents for one test, removed at its end.
final class TemporaryFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "dossier-" + UUID().uuidString
    try Files.createFolder(path + "/seeds")
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? Files.removeTree(path) }

  var seeds: String { path + "/seeds" }
  var site: String { path + "/site" }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = seeds + "/" + name
    try Files.createFolder(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
    try Files.write(bytes, to: file)
  }

  /// Builds the folder with the built-in templates.
  func build(_ change: (inout BuildOptions) -> Void = { _ in }) async -> BuildReport {
    var options = BuildOptions()
    options.folder = seeds
    options.output = site
    options.jobs = 2
    change(&options)
    return await BriefingBuild(options).run()
  }

  func page(_ name: String) throws -> String {
    String(decoding: try Files.read(site + "/" + name), as: UTF8.self)
  }
}

/// Returns every file below a folder with its content, by path.
func contents(of folder: String, below path: String = "") throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for name in try Files.names(in: folder + path).map(\.text) {
    let inside = path + "/" + name
    if Files.status(folder + inside, followLinks: false)?.kind == .folder {
      files.merge(try contents(of: folder, below: inside)) { first, _ in first }
    } else {
      files[String(inside.dropFirst())] = try Files.read(folder + inside)
    }
  }
  return files
}

/// Returns how often `part` stands in `text`.
func count(of part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

/// The top folder of the project.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path
