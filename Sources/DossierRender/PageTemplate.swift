public import DossierTemplates

/// A template that makes pages. Every other is a part of some of these.
public enum PageTemplate: String, CaseIterable, Sendable {
  case home, documents, document, kind, entity, pair, timeline, ties, names, sources, unknowns, moved, about,
    changes
  case notFound = "404"
  case print

  /// The file's name: "home.mustache".
  public var fileName: String { rawValue + ".mustache" }

  /// What the template is offered.
  public var schema: TemplateSchema {
    switch self {
    case .home: PageSchema.home
    case .documents: PageSchema.documents
    case .document: PageSchema.document
    case .kind: PageSchema.kind
    case .entity: PageSchema.entity
    case .pair: PageSchema.pair
    case .timeline: PageSchema.timeline
    case .ties: PageSchema.ties
    case .names: PageSchema.names
    case .sources: PageSchema.sources
    case .unknowns: PageSchema.unknowns
    case .moved: PageSchema.moved
    case .about: PageSchema.about
    case .changes: ChangesSchema.page
    case .notFound: PageSchema.notFound
    case .print: BookSchema.print
    }
  }
}
