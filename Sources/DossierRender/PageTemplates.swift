internal import DossierTemplates

/// The templates of all pages, bound to what each page offers.
struct PageTemplates: Sendable {
  let home, documents, document, kind, entity, pair, timeline, ties, names, sources, unknowns: Template
  let moved, about, notFound, print: Template

  /// Binds every template, so that one run finds all mistakes of all of them.
  init(_ library: TemplateLibrary) throws(TemplateErrors) {
    var diagnostics = TemplateErrors(diagnostics: [])
    func bind(_ name: String, _ schema: TemplateSchema) -> Template? {
      do throws(TemplateErrors) {
        return try library.bind(name, to: schema)
      } catch {
        // A partial's mistake comes with every page that uses it.
        for diagnostic in error.diagnostics where !diagnostics.diagnostics.contains(diagnostic) {
          diagnostics.diagnostics.append(diagnostic)
        }
        return nil
      }
    }
    let home = bind("home.mustache", PageSchema.home)
    let documents = bind("documents.mustache", PageSchema.documents)
    let document = bind("document.mustache", PageSchema.document)
    let kind = bind("kind.mustache", PageSchema.kind)
    let entity = bind("entity.mustache", PageSchema.entity)
    let pair = bind("pair.mustache", PageSchema.pair)
    let timeline = bind("timeline.mustache", PageSchema.timeline)
    let ties = bind("ties.mustache", PageSchema.ties)
    let names = bind("names.mustache", PageSchema.names)
    let sources = bind("sources.mustache", PageSchema.sources)
    let unknowns = bind("unknowns.mustache", PageSchema.unknowns)
    let moved = bind("moved.mustache", PageSchema.moved)
    let about = bind("about.mustache", PageSchema.about)
    let notFound = bind("404.mustache", PageSchema.notFound)
    let print = bind("print.mustache", PageSchema.print)
    guard let home, let documents, let document, let kind, let entity, let pair, let timeline, let ties,
      let names, let sources, let unknowns, let moved, let about, let notFound, let print
    else { throw diagnostics }
    self.home = home
    self.documents = documents
    self.document = document
    self.kind = kind
    self.entity = entity
    self.pair = pair
    self.timeline = timeline
    self.ties = ties
    self.names = names
    self.sources = sources
    self.unknowns = unknowns
    self.moved = moved
    self.about = about
    self.notFound = notFound
    self.print = print
  }
}
