internal import DossierModel
struct MarkdownReader {
  var diagnostics: [Diagnostic] = []
  init(_ s: SourceText, path: String, location: String) {}
  mutating func document() -> Document? { nil }
}
