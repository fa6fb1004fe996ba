internal import DossierFiles
internal import DossierHash
public import DossierModel

/// The Read stage: takes files, gives documents, and knows nothing of names or pages.
///
///     let (files, problems) = SeedFolder.scan("seeds", excluding: "site")
///     let (document, more) = DocumentReader().read(files[0])
///
/// The ending of a file's name tells its format. Markdown has front matter; in plain text nothing is markup; any other
/// format becomes Markdown, by a reader of our own or by another program.
public struct DocumentReader: Sendable {
  private let isSmart: Bool
  private let converter: SourceConverter
  private let kept: KeptTexts?
  private let ladder: MarkingLadder

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - isSmart: Whether punctuation in Markdown becomes typographic where a document does not say.
  ///   - converter: The programs for formats that Dossier does not read itself.
  ///   - kept: Where their answers are kept.
  ///   - ladder: The handling marks that may stand at the start of a paragraph.
  public init(
    isSmart: Bool = false, converter: SourceConverter = .none, kept: KeptTexts? = nil,
    ladder: MarkingLadder = .tlp
  ) {
    self.ladder = ladder
    self.isSmart = isSmart
    self.converter = converter
    self.kept = kept
  }

  /// Reads a file.
  ///
  /// - Returns: The document, or nothing where the file cannot be read or has no text; and what the author
  ///   should know.
  /// - Complexity: O(bytes of the file).
  public func read(_ file: SeedFile) -> (document: Document?, diagnostics: [Diagnostic]) {
    let limit = DocumentReader.limit(of: file.path)
    do {
      let bytes = try Files.read(file.location, limit: limit)
      return document(path: file.path, location: file.location, bytes: bytes)
    } catch {
      let diagnostic: Diagnostic =
        error.isTooLarge
        ? .tooLarge(file.location, limit: limit) : .unreadable(file.location, reason: error.reason)
      return (nil, [diagnostic])
    }
  }

  /// The most bytes of a file: formats in packages have pictures in them too, and mails have attachments.
  private static func limit(of path: String) -> Int {
    let format = DocumentFormat(path: path)
    return format?.isConverted == true || format == .mail ? 256 << 20 : SourceText.limit
  }

  /// Returns the text in whose bytes the blocks of a file's document have their places, or nothing where it has no lines or
  /// can't be read any more.
  public func source(of file: SeedFile) -> String? {
    guard DocumentFormat(path: file.path)?.isText ?? true,
      let bytes = try? Files.read(file.location, limit: SourceText.limit),
      let source = try? SourceText.decode(bytes, location: file.location)
    else { return nil }
    return String(decoding: source.utf8, as: UTF8.self)
  }

  /// Reads the bytes of a file: the part of `read` that touches no file, unless another program has to.
  ///
  /// - Parameter path: The path in the folder, which gives the document's address and its kind.
  /// - Parameter location: The path to show in messages.
  public func document(
    path: String, location: String, bytes: [UInt8]
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    let (format, limit) = (DocumentFormat(path: path) ?? .plainText, DocumentReader.limit(of: path))
    guard bytes.count <= limit else { return (nil, [.tooLarge(location, limit: limit)]) }
    if !format.isText { return converted(path: path, location: location, bytes: bytes, format) }
    let source: SourceText
    do {
      source = try SourceText.decode(bytes, location: location)
    } catch {
      return (nil, [error])
    }
    if format == .markdown {
      var reader = MarkdownReader(source, path: path, location: location, isSmart: isSmart, ladder: ladder)
      var document = reader.document()
      document?.contentHash = SHA256.hexDigits(of: bytes)
      return (document, source.diagnostics + reader.diagnostics)
    }
    guard var document = PlainTextReader(source, ladder).document(path: path) else {
      return (nil, source.diagnostics + [.empty(location)])
    }
    document.contentHash = SHA256.hexDigits(of: bytes)
    return (document, source.diagnostics)
  }

  private func converted(
    path: String, location: String, bytes: [UInt8], _ format: DocumentFormat
  ) -> (document: Document?, diagnostics: [Diagnostic]) {
    let hash = SHA256.hexDigits(of: bytes)
    do throws(Diagnostic) {
      let (text, problems) = try text(location: location, bytes: bytes, hash: hash, format)
      var (document, diagnostics) = text.document(
        path: path, location: location, format: format, ladder: ladder)
      document?.contentHash = hash
      return (document, problems + diagnostics)
    } catch {
      return (nil, [error])
    }
  }

  private func text(
    location: String, bytes: [UInt8], hash: String, _ format: DocumentFormat
  ) throws(Diagnostic) -> (ConvertedText, [Diagnostic]) {
    switch format {
    case .html: return try WebPage.convert(bytes, location: location)
    case .mail:
      guard let mail = MailMessage(bytes) else { throw .notWhatItsNameSays(location, format: format) }
      return (mail.converted(), [])
    default:
      // Other programs get an absolute path: nothing else is sure to be no option and no address.
      guard let path = Files.realPath(location) else { throw .unreadable(location, reason: "it is gone") }
      return (
        try converter.text(bytes, format: format, path: path, location: location, hash: hash, kept: kept), []
      )
    }
  }
}
