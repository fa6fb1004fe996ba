internal import DossierFiles
internal import DossierHash
public import DossierModel

/// The Read stage: takes files, gives documents, and knows nothing of names or pages.
///
///     let (files, problems) = SeedFolder.scan("seeds", excluding: "site")
///     let (document, more) = DocumentReader().read(files[0])
///
/// A file that ends in ".md" or ".markdown" is Markdown with front matter; any other is plain text, in which
/// nothing is markup.
public struct DocumentReader: Sendable {
  private let isSmart: Bool

  /// Creates a reader.
  ///
  /// - Parameter isSmart: Whether punctuation in Markdown becomes typographic where a document does not say.
  public init(isSmart: Bool = false) { self.isSmart = isSmart }

  /// Reads a file.
  ///
  /// - Returns: The document, or nothing where the file cannot be read or has no text; and what the author
  ///   should know.
  /// - Complexity: O(bytes of the file).
  public func read(_ file: SeedFile) -> (document: Document?, diagnostics: [Diagnostic]) {
    do {
      let bytes = try Files.read(file.location, limit: SourceText.limit)
      return document(path: file.path, location: file.location, bytes: bytes)
    } catch {
      let diagnostic: Diagnostic =
        error.isTooLarge
        ? .tooLarge(file.location, limit: SourceText.limit) : .unreadable(file.location, reason: error.reason)
      return (nil, [diagnostic])
    }
  }

  /// Returns the text in whose bytes the blocks of a file's document have their places, or nothing where it can't be read
  /// any more.
  public func source(of file: SeedFile) -> String? {
    guard let bytes = try? Files.read(file.location, limit: SourceText.limit),
      let source = try? SourceText.decode(bytes, location: file.location)
    else { return nil }
    return String(decoding: source.utf8, as: UTF8.self)
  }

  /// Reads the bytes of a file: the part of `read` that touches no file.
  ///
  /// - Parameter path: The path in the folder, which gives the document's address and its kind.
  /// - Parameter location: The path to show in messages.
  public func document(
    path: String, location: String, bytes: [UInt8]
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    guard bytes.count <= SourceText.limit else {
      return (nil, [.tooLarge(location, limit: SourceText.limit)])
    }
    let source: SourceText
    do {
      source = try SourceText.decode(bytes, location: location)
    } catch {
      return (nil, [error])
    }
    if SeedFolder.isMarkdown(path) {
      var reader = MarkdownReader(source, path: path, location: location, isSmart: isSmart)
      var document = reader.document()
      document?.contentHash = SHA256.hexDigits(of: bytes)
      return (document, source.diagnostics + reader.diagnostics)
    }
    guard var document = PlainTextReader(source).document(path: path) else {
      return (nil, source.diagnostics + [.empty(location)])
    }
    document.contentHash = SHA256.hexDigits(of: bytes)
    return (document, source.diagnostics)
  }
}
