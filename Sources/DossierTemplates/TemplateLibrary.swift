public import DossierModel

/// A set of templates and partials, which find each other by name.
///
///     let library = TemplateLibrary(files)
///     let template = try library.bind("document.mustache", to: schema)
///     template.render(record, into: &bytes)
public struct TemplateLibrary: Sendable {
  let parsed: [String: ParsedTemplate]

  /// Reads templates; their mistakes are told by `bind`. Of files with one name the last counts.
  public init(_ files: [TemplateFile]) {
    let sources = Dictionary(files.map { ($0.name, $0) }) { _, last in last }
    parsed = sources.mapValues { ParsedTemplate($0) }
  }

  /// The names of all templates as partials, for hints.
  var partialNames: [String] {
    parsed.keys.map { $0.hasSuffix(".mustache") ? String($0.dropLast(".mustache".utf8.count)) : $0 }.sorted()
  }

  /// Binds a template and its partials to what a page offers.
  ///
  /// - Throws: The mistakes in them, each with its place: all of them, as long as they are at most 100.
  public func bind(_ name: String, to schema: TemplateSchema) throws(TemplateErrors) -> Template {
    guard let template = parsed[name] else {
      throw TemplateErrors(diagnostics: [.noTemplate(name, among: parsed.keys.sorted())])
    }
    var binder = TemplateBinder(library: self)
    binder.addPage(template, schema)
    guard binder.problems.isEmpty else { throw TemplateErrors(diagnostics: binder.problems) }
    return binder.finished(schema)
  }
}

/// All mistakes in a template and its partials.
public struct TemplateErrors: Error, Sendable {
  /// The mistakes, in the order in which reading comes to them.
  public var diagnostics: [Diagnostic]

  /// How many mistakes are told at once; more would help no one.
  static let most = 100

  /// Creates an error.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
