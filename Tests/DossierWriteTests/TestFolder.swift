import DossierFiles
import DossierModel
import Foundation

@testable import DossierWrite

/// A folder for one test with the documents in "seeds" and the site in "site", removed at its end.
final class TestFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "dossier-write-" + UUID().uuidString
    try Files.createFolder(path + "/seeds")
  }

  deinit { try? Files.removeTree(path) }

  var site: String { path + "/site" }
  var staging: String { path + "/site.partial" }

  func writer(force: Bool = false) throws -> SiteWriter {
    try SiteWriter(output: site, input: path + "/seeds", force: force)
  }

  /// Writes a site.
  @discardableResult
  func build(_ files: [String: String], force: Bool = false) throws -> WriteReport {
    let writer = try writer(force: force)
    do {
      return try writer.commit(try stage(files, with: writer))
    } catch {
      writer.abandon()
      throw error
    }
  }

  func stage(_ files: [String: String], with writer: SiteWriter) throws -> [StagedFile] {
    try files.sorted { $0.key < $1.key }.map { try writer.stage($0.key, Array($0.value.utf8)) }
  }

  /// Writes a file of somebody else's.
  func put(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    try Files.createFolder(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
    try Files.write(Array(text.utf8), to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  /// The files below a folder with their texts, without the manifest; of a link, where it leads.
  func contents(_ folder: String = "site") throws -> [String: String] {
    var files: [String: String] = [:]
    func visit(_ below: String) throws {
      for name in try Files.names(in: path + "/" + folder + below).map(\.text) {
        let inside = below + "/" + name
        switch Files.status(path + "/" + folder + inside, followLinks: false)?.kind {
        case .folder: try visit(inside)
        case .link:
          files[String(inside.dropFirst())] =
            "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + folder + inside))
        default:
          files[String(inside.dropFirst())] =
            String(decoding: try Files.read(path + "/" + folder + inside), as: UTF8.self)
        }
      }
    }
    try visit("")
    files[Manifest.name] = nil
    return files
  }

  /// The folders below the site, those without files too.
  func folders() throws -> [String] {
    var folders: [String] = []
    func visit(_ below: String) throws {
      for name in try Files.names(in: site + below).map(\.text)
      where Files.status(site + below + "/" + name, followLinks: false)?.kind == .folder {
        folders.append(String((below + "/" + name).dropFirst()))
        try visit(below + "/" + name)
      }
    }
    try visit("")
    return folders
  }

  func manifest() throws -> [String] {
    var ignored: [String] = []
    return Manifest(parsing: try Files.read(site + "/" + Manifest.name), ignored: &ignored)?.paths ?? []
  }

  func status(_ name: String) -> FileStatus? { Files.status(site + "/" + name, followLinks: false) }
}

/// Returns the id of the diagnostic that `body` throws.
func thrownID(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? Diagnostic)?.id ?? "\(error)"
  }
}
