internal import DossierTemplates

/// The templates of all pages, bound to what each page offers.
struct PageTemplates: Sendable {
  let home, documents, document, kind, entity, pair, timeline, ties, names, sources, unknowns: Template
  let moved, about, changes, notFound, print: Template

  /// Binds every template, so that one run finds all mistakes of all of them.
  init(_ library: TemplateLibrary) throws(TemplateErrors) {
    var diagnostics = TemplateErrors(diagnostics: [])
    func bind(_ page: PageTemplate) -> Template? {
      do throws(TemplateErrors) {
        return try library.bind(page.fileName, to: page.schema)
      } catch {
        // A partial's mistake comes with every page that uses it.
        for diagnostic in error.diagnostics where !diagnostics.diagnostics.contains(diagnostic) {
          diagnostics.diagnostics.append(diagnostic)
        }
        return nil
      }
    }
    let home = bind(.home)
    let documents = bind(.documents)
    let document = bind(.document)
    let kind = bind(.kind)
    let entity = bind(.entity)
    let pair = bind(.pair)
    let timeline = bind(.timeline)
    let ties = bind(.ties)
    let names = bind(.names)
    let sources = bind(.sources)
    let unknowns = bind(.unknowns)
    let moved = bind(.moved)
    let about = bind(.about)
    let changes = bind(.changes)
    let notFound = bind(.notFound)
    let print = bind(.print)
    guard let home, let documents, let document, let kind, let entity, let pair, let timeline, let ties,
      let names, let sources, let unknowns, let moved, let about, let changes, let notFound, let print
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
    self.changes = changes
    self.notFound = notFound
    self.print = print
  }
}
