public import DossierModel

/// A set of templates and partials, which find each other by name.
public struct TemplateLibrary: Sendable {
  let parsed: [String: ParsedTemplate]

  /// Reads templates; their mistakes are told by `bind`.
  public init(_ files: [TemplateFile]) {
    parsed = Dictionary(files.map { ($0.name, ParsedTemplate($0)) }) { _, last in last }
  }

  /// The names of all templates, for hints.
  var partialNames: [String] {
    parsed.keys.map { $0.hasSuffix(".mustache") ? String($0.dropLast(".mustache".utf8.count)) : $0 }.sorted()
  }

  /// Binds a template and its partials to what a page offers.
  ///
  /// - Throws: All mistakes in them, each with its place.
  public func bind(_ name: String, to schema: TemplateSchema) throws(TemplateErrors) -> Template {
    guard let template = parsed[name] else {
      throw TemplateErrors(diagnostics: [.noTemplate(name, among: parsed.keys.sorted())])
    }
    var binder = TemplateBinder(library: self)
    binder.add(template, [schema])
    guard binder.problems.isEmpty else { throw TemplateErrors(diagnostics: binder.problems) }
    return Template(operations: binder.operations, statics: binder.statics, paths: binder.paths)
  }
}

/// All mistakes in a template and its partials.
public struct TemplateErrors: Error, Sendable {
  /// The mistakes, in the order of the text.
  public var diagnostics: [Diagnostic]

  /// Creates an error.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
