internal import DossierModel
internal import DossierRead

/// The file of a document, read again for the places of messages: only few documents have any.
struct SourceFile {
  /// The path to show.
  let path: String
  /// The text, in whose bytes the document has its places; empty where it can't be read any more.
  let text: String

  init(_ document: Document, folder: String) {
    path = AuthorFile.path(document.path, in: folder)
    text = DocumentReader().source(of: SeedFile(path: document.path, location: path)) ?? ""
  }

  /// Returns the places of ranges that ascend.
  func locations(of ranges: [TextRange]) -> [SourceLocation] {
    SourceLines(text, path: path).locations(of: ranges)
  }
}
