internal import DossierFiles
public import DossierModel

/// Puts built-in templates into a folder, to be changed there.
public struct TemplateCopies: Sendable {
  /// The folder, which is made where it is missing.
  public let folder: String

  /// What became of a file.
  public enum Outcome: String, Sendable {
    /// It was written.
    case copied
    /// It was there, as it is built in.
    case same
    /// It was there and is another, so it was left alone.
    case kept
  }

  /// The folder beside the default folder of documents, where a build looks for templates.
  public static let standardFolder = "Templates"

  /// Names the folder.
  public init(folder: String = TemplateCopies.standardFolder) { self.folder = withoutSlashes(folder) }

  /// Copies files, all where none is named, and returns what became of each, and what is worth telling.
  public func copy(_ names: [String] = []) throws(Diagnostic) -> (
    files: [(name: String, outcome: Outcome)], diagnostics: [Diagnostic]
  ) {
    var files: [(name: String, outcome: Outcome)] = []
    var diagnostics: [Diagnostic] = []
    do throws(FileError) {
      try Files.createFolder(folder)
      for (name, bytes) in builtInTemplates() where names.isEmpty || names.contains(name) {
        let path = folder + "/" + name
        if Files.status(path, followLinks: false) == nil {
          try Files.write(bytes, to: path)
          files.append((name, .copied))
        } else if Files.holds(bytes, at: path) {
          files.append((name, .same))
        } else {
          files.append((name, .kept))
          diagnostics.append(.templateKept(path))
        }
      }
    } catch {
      throw .templateNotCopied(error.path, error.reason)
    }
    return (files, diagnostics)
  }
}
