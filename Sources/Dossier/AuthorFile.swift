internal import DossierFiles
internal import DossierModel
internal import DossierRead

/// The files beside the documents in which the author says what to do.
enum AuthorFile {
  /// Reads what the author has decided about names; nothing where there is no such file.
  ///
  /// - Throws: Where the file is there and can't be read: a site without the author's decisions is not what was asked
  ///   for, and would give pages other addresses. A wrong entry in it is a message only.
  static func decisions(folder: String, _ diagnostics: inout [Diagnostic]) throws(Diagnostic)
    -> AuthorDecisions
  {
    let path = AuthorFile.path(EntitiesFile.name, in: folder)
    guard Files.status(path, followLinks: false) != nil else { return AuthorDecisions() }
    let (decisions, problems) = try EntitiesFile.read(
      try text(of: path, in: folder, limit: 64 << 20), path: path)
    diagnostics += problems
    return decisions
  }

  /// Reads the addresses that pages have had; nothing where there is no such file.
  ///
  /// - Throws: Where the file is there and can't be read, for its addresses would be lost.
  static func addresses(folder: String) throws(Diagnostic) -> AddressMemory {
    let path = AuthorFile.path(AddressesFile.name, in: folder)
    guard Files.status(path, followLinks: false) != nil else { return AddressMemory() }
    return try AddressesFile.read(try text(of: path, in: folder, limit: 256 << 20), path: path)
  }

  /// Writes the addresses, whole or not at all, if they have changed.
  static func write(_ memory: AddressMemory, folder: String) throws(Diagnostic) {
    let path = AuthorFile.path(AddressesFile.name, in: folder)
    do throws(FileError) {
      try replace(path, bytes: Array(AddressesFile.text(memory).utf8))
    } catch {
      throw .addressesNotKept(path, error.reason)
    }
  }

  /// Writes the text of a file, whole or not at all.
  static func replace(_ path: String, with text: String) throws(Diagnostic) {
    do throws(FileError) {
      try replace(path, bytes: Array(text.utf8))
    } catch {
      throw .decisionsNotWritten(path, error.reason)
    }
  }

  private static func replace(_ path: String, bytes: [UInt8]) throws(FileError) {
    guard !Files.holds(bytes, at: path) else { return }
    // A link is followed: the author may keep the file elsewhere in the folder.
    let target = Files.status(path, followLinks: false)?.kind == .link ? Files.realPath(path) ?? path : path
    let draft = target + ".new"
    do throws(FileError) {
      try Files.write(bytes, to: draft)
      try Files.rename(draft, to: target)
    } catch {
      try? Files.removeFile(draft)
      throw error
    }
  }

  /// The paths of all files of the author's in a folder.
  static func all(in folder: String) -> [String] {
    [Settings.name, EntitiesFile.name, AddressesFile.name].map { path($0, in: folder) }
  }

  /// The path of a file in the documents' folder.
  static func path(_ name: String, in folder: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + name
  }

  /// Returns the text of a file.
  ///
  /// - Throws: What keeps it from being read: also that it is a link that leads out of the folder.
  static func text(of path: String, in folder: String, limit: Int = 1 << 20) throws(Diagnostic) -> String {
    // What a link out of the folder leads to would come into the site, or into a message.
    if let real = Files.realPath(path), let root = Files.realPath(folder),
      !real.utf8.starts(with: (root == "/" ? root : root + "/").utf8)
    {
      throw .settingsOutside(path, target: real)
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path, limit: limit)
    } catch {
      throw .unreadableSettings(path, error.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .settingsNotUTF8(path) }
    return text
  }
}
