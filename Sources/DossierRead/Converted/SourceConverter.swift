internal import DossierHash
public import DossierModel
internal import DossierPrograms

/// The other programs that read documents in formats which Dossier does not read itself.
///
/// Each is optional: where it is not there, its documents are left out with a message.
public struct SourceConverter: Sendable {
  /// Reads texts of word processors, and books.
  var pandoc: Installed?
  /// Reads the text of PDF files.
  var pdfToText: Installed?
  /// Reads what PDF files tell of themselves.
  var pdfInfo: Program?

  /// A program with its version, by which kept answers are told apart.
  struct Installed: Sendable {
    var program: Program
    var version: String
  }

  /// No converter.
  public static let none = SourceConverter()

  private init() {}

  /// Finds what the formats of some files ask for.
  public init(for files: [SeedFile]) {
    let formats = Set(files.compactMap { DocumentFormat(path: $0.path) })
    if formats.contains(where: \.needsPandoc) {
      pandoc = Program(named: "pandoc").map { Installed(program: $0, version: Self.version($0, "--version")) }
    }
    if formats.contains(.pdf), let info = Program(named: "pdfinfo") {
      pdfInfo = info
      pdfToText = Program(named: "pdftotext").map { Installed(program: $0, version: Self.version($0, "-v")) }
    }
  }

  /// Returns the files that can be read, and one message for each program that others wait for.
  public func readable(_ files: [SeedFile]) -> (files: [SeedFile], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    func waiting(_ isMissing: Bool, _ program: String, _ package: String, _ needs: (DocumentFormat) -> Bool) {
      let files = files.filter { DocumentFormat(path: $0.path).map(needs) ?? false }
      guard isMissing, let first = files.first else { return }
      diagnostics.append(
        .converterMissing(first.location, program: program, package: package, count: files.count))
    }
    waiting(pandoc == nil, "pandoc", "pandoc", \.needsPandoc)
    waiting(pdfToText == nil, "pdftotext", "poppler-utils") { $0 == .pdf }
    let readable = files.filter { file in
      guard let format = DocumentFormat(path: file.path) else { return true }
      return format.needsPandoc ? pandoc != nil : format == .pdf ? pdfToText != nil : true
    }
    return (readable, diagnostics)
  }

  /// Returns the text of a file in a format that another program reads.
  func text(
    _ bytes: [UInt8], format: DocumentFormat, path: String, location: String, hash: String, kept: KeptTexts?
  ) throws(Diagnostic) -> ConvertedText {
    func answer(
      _ converter: String, _ convert: () throws(Diagnostic) -> ConvertedText
    ) throws(Diagnostic) -> ConvertedText {
      guard let kept else { return try convert() }
      return try kept.text(hash: hash, converter: "\(format.rawValue) \(converter)", convert)
    }
    if format == .pdf {
      guard let pdfToText, let pdfInfo else {
        throw .converterMissing(location, program: "pdftotext", package: "poppler-utils", count: 1)
      }
      return try answer(pdfToText.version) { () throws(Diagnostic) in
        try PDFText.convert(bytes, path: path, location: location, text: pdfToText.program, info: pdfInfo)
      }
    }
    guard let pandoc else {
      throw .converterMissing(location, program: "pandoc", package: "pandoc", count: 1)
    }
    return try answer(pandoc.version) { () throws(Diagnostic) in
      try PandocText.convert(bytes, format: format, path: path, location: location, pandoc: pandoc.program)
    }
  }

  private static func version(_ program: Program, _ option: String) -> String {
    let limits = Program.Limits(seconds: 20, output: 65_536)
    guard let output = try? program.run([option], limits) else { return "" }
    // Poppler's programs tell it where their complaints go.
    let text = output.text.isEmpty ? output.complaints : output.text
    return String(decoding: text.prefix { $0 != 10 }, as: UTF8.self)
  }
}

extension DocumentFormat {
  /// Whether pandoc reads the format.
  var needsPandoc: Bool {
    switch self {
    case .word, .openDocument, .richText, .epub: true
    case .plainText, .markdown, .html, .mail, .pdf: false
    }
  }

  /// Whether another program reads the format, which takes long.
  public var isConverted: Bool { needsPandoc || self == .pdf }
}
