internal import DossierModel

/// The source of a template or partial.
public struct TemplateFile: Sendable {
  /// The name by which it is used: "document.mustache".
  public var name: String
  /// The path that messages show.
  public var path: String
  /// The text.
  public var source: String

  /// Creates a template's source.
  public init(name: String, path: String, source: String) {
    self.name = name
    self.path = path
    self.source = source
  }

  func location(_ range: TextRange) -> SourceLocation {
    SourceLocation(path: path, source: source, range: range)
  }
}
