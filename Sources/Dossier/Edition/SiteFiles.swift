internal import DossierDeflate
internal import DossierEdition
internal import DossierFiles
internal import DossierHash
internal import DossierModel
internal import DossierWrite

/// The files of a site that is there: in a folder, or packed for handing out.
struct SiteFiles {
  /// The paths of all files in the site but the list of those that Dossier has written.
  let paths: [String]
  private let source: Source

  private enum Source {
    case folder(String)
    case package(ZipPackage, below: String)
  }

  /// The most files in an archive.
  private static let mostPacked = 5_000_000
  /// The most bytes of an archive, and of a file in it.
  private static let largest = 4 << 30

  /// Looks at a site.
  ///
  /// - Throws: That there is none.
  init(_ name: String) throws(Diagnostic) {
    let name = withoutSlashes(name)
    guard let status = Files.status(name) else { throw .noSite(name) }
    if status.kind == .folder {
      source = .folder(name)
      paths = try Self.paths(below: name).filter { $0 != SiteWriter.manifestName }
      return
    }
    guard let bytes = try? Files.read(name, limit: Self.largest),
      let package = ZipPackage(bytes, most: Self.mostPacked)
    else { throw .noSite(name) }
    // The site stands in a folder of its own; beside it there may be a page for those who do not unpack.
    let home = package.names.filter { $0 == "index.html" || $0.hasSuffix("/index.html") }.min {
      ($0.utf8.count { $0 == UInt8(ascii: "/") }, $0) < ($1.utf8.count { $0 == UInt8(ascii: "/") }, $1)
    }
    guard let home else { throw .noSite(name) }
    let folder = String(home.dropLast("index.html".count))
    source = .package(package, below: folder)
    paths = package.names.filter { $0.hasPrefix(folder) && !$0.hasSuffix("/") }.map {
      String($0.dropFirst(folder.count))
    }
  }

  /// Returns the paths of all files below a folder. Links are told as files, and never followed.
  private static func paths(below root: String) throws(Diagnostic) -> [String] {
    var paths: [String] = []
    var folders = [""]
    while let folder = folders.popLast() {
      let names: [FileName]
      do throws(FileError) {
        names = try Files.names(in: root + folder)
      } catch {
        throw .unreadableSite(error.path, error.reason)
      }
      for name in names {
        let path = folder + "/" + name.text
        if Files.status(root + path, followLinks: false)?.kind == .folder {
          folders.append(path)
        } else {
          paths.append(String(path.dropFirst()))
        }
      }
    }
    return paths
  }

  /// Returns the content of a file; nothing where it can't be read, or is a link.
  func bytes(_ path: String) -> [UInt8]? {
    switch source {
    case .folder(let folder):
      let file = folder + "/" + path
      return Files.status(file, followLinks: false)?.kind == .file ? try? Files.read(file) : nil
    case .package(let package, let folder): return package.file(folder + path, limit: Self.largest)
    }
  }

  /// The SHA-256 of a file; nothing where it can't be read.
  func hash(_ path: String) -> String? { bytes(path).map { SHA256.hexDigits(of: $0) } }

  /// The manifest; nothing where the site is no edition.
  ///
  /// - Throws: That there is one, but it is damaged.
  func manifest(of name: String) throws(Diagnostic) -> EditionManifest? {
    guard let bytes = bytes(EditionManifest.path) else { return nil }
    guard let manifest = EditionManifest(parsing: bytes) else {
      throw .damagedManifest(name + "/" + EditionManifest.path)
    }
    return manifest
  }

  /// Reads what the site says.
  func content(of name: String) throws(Diagnostic) -> EditionContent {
    let mark = try manifest(of: name)?.mark
    do throws(EditionProblem) {
      return try EditionContent(mark: mark) { path throws(EditionProblem) in
        guard let bytes = bytes(path) else {
          throw EditionProblem(path: path, reason: "there is no such file")
        }
        return bytes
      }
    } catch {
      throw .noContent(name + "/" + error.path, error.reason)
    }
  }
}
