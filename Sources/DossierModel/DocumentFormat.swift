/// The kinds of files that documents come in.
public enum DocumentFormat: String, CaseIterable, Hashable, Sendable {
  case plainText, markdown, html, word, openDocument, richText, epub, mail, pdf

  /// Tells a file's format by the ending of its name, in any case; nothing where such files are not read.
  public init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    guard let format = DocumentFormat.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// The endings of its files' names, the usual one first.
  public var endings: [String] {
    switch self {
    case .plainText: ["txt"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml"]
    case .word: ["docx"]
    case .openDocument: ["odt"]
    case .richText: ["rtf"]
    case .epub: ["epub"]
    case .mail: ["eml"]
    case .pdf: ["pdf"]
    }
  }

  /// What such a file is called: "Word document".
  public var name: String {
    switch self {
    case .plainText: "plain text"
    case .markdown: "Markdown"
    case .html: "web page"
    case .word: "Word document"
    case .openDocument: "OpenDocument text"
    case .richText: "RTF document"
    case .epub: "EPUB book"
    case .mail: "e-mail"
    case .pdf: "PDF"
    }
  }

  /// The media type (IANA's registry).
  public var mediaType: String {
    switch self {
    case .plainText: "text/plain"
    case .markdown: "text/markdown"
    case .html: "text/html"
    case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .openDocument: "application/vnd.oasis.opendocument.text"
    case .richText: "application/rtf"
    case .epub: "application/epub+zip"
    case .mail: "message/rfc822"
    case .pdf: "application/pdf"
    }
  }

  /// Whether the file is itself the text that a document's blocks have their places in. Of any other kind there are no
  /// lines to point at.
  public var isText: Bool { self == .plainText || self == .markdown }
}
