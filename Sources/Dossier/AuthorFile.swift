internal import DossierFiles
internal import DossierModel
internal import DossierRead

/// The files beside the documents in which the author says what to do.
enum AuthorFile {
  /// Reads what the author has decided about names; nothing where there is no such file.
  static func decisions(folder: String, _ diagnostics: inout [Diagnostic]) -> AuthorDecisions {
    let path = AuthorFile.path(EntitiesFile.name, in: folder)
    guard Files.status(path, followLinks: false) != nil else { return AuthorDecisions() }
    do throws(Diagnostic) {
      let (decisions, problems) = EntitiesFile.read(try text(of: path, in: folder), path: path)
      diagnostics += problems
      return decisions
    } catch {
      diagnostics.append(error)
      return AuthorDecisions()
    }
  }

  /// The path of a file in the documents' folder.
  static func path(_ name: String, in folder: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + name
  }

  /// Returns the text of a file.
  ///
  /// - Throws: What keeps it from being read: also that it is a link that leads out of the folder.
  static func text(of path: String, in folder: String) throws(Diagnostic) -> String {
    // What a link out of the folder leads to would come into the site, or into a message.
    if let real = Files.realPath(path), let root = Files.realPath(folder),
      !real.utf8.starts(with: (root == "/" ? root : root + "/").utf8)
    {
      throw .settingsOutside(path, target: real)
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path, limit: 1 << 20)
    } catch {
      throw .unreadableSettings(path, error.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .settingsNotUTF8(path) }
    return text
  }
}
