/// What a template is offered: the names of a record's fields, and what each of them is.
///
/// Templates are bound to a schema before anything is rendered, so that every wrong name is found at once, in a
/// branch that is never taken too. A schema is told from others by its identity: make each once.
///
///     static let link = TemplateSchema("link", ["label": .text, "url": .url])
public final class TemplateSchema: Sendable {
  /// The schema's name, for messages.
  public let name: String
  /// The fields' names, in order.
  let names: [String]
  /// What each field is.
  let kinds: [TemplateField]
  private let positions: [String: Int]

  /// Creates a schema. Of fields with one name the first counts.
  public init(_ name: String, _ fields: KeyValuePairs<String, TemplateField>) {
    self.name = name
    names = fields.map(\.key)
    kinds = fields.map(\.value)
    positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    assert(positions.count == names.count, "the schema '\(name)' has a field twice")
  }

  /// The fields' names and what they are, in order.
  public var fields: [(name: String, kind: TemplateField)] { Array(zip(names, kinds)) }

  func index(of name: String) -> Int? { positions[name] }
}

/// What a field is.
public indirect enum TemplateField: Sendable {
  /// Text, escaped wherever it is inserted.
  case text
  /// An address made in Swift: the only thing that may stand in `href` and its like, as the whole value.
  case url
  /// Markup that is safe already.
  case html
  /// Yes or no.
  case flag
  /// Records, one after another.
  case list(TemplateSchema)
  /// A record, or none.
  case record(TemplateSchema)
}

extension TemplateField {
  /// The schema of its records, where it has some.
  public var schema: TemplateSchema? {
    switch self {
    case .list(let schema), .record(let schema): schema
    case .text, .url, .html, .flag: nil
    }
  }
}
