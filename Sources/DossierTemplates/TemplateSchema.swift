public import DossierModel

/// What a template is offered: the names of a record's fields, and what each of them is.
///
/// Templates are bound to a schema before anything is rendered, so that every wrong name is found at once, in a
/// branch that is never taken too.
///
///     static let link = TemplateSchema("link", ["label": .text, "url": .url])
public final class TemplateSchema: Sendable {
  /// The schema's name, for messages.
  public let name: String
  /// The fields' names, in order.
  let names: [String]
  /// What each field is.
  let kinds: [TemplateField]

  /// Creates a schema.
  public init(_ name: String, _ fields: KeyValuePairs<String, TemplateField>) {
    self.name = name
    names = fields.map(\.key)
    kinds = fields.map(\.value)
  }
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

/// The values that one template, or one turn of a list, is given.
public struct TemplateRecord: Sendable {
  let values: [TemplateValue]

  /// Creates a record with the values of all fields, in the order of the schema.
  ///
  /// The names are there for the reader, and in debug builds are held against the schema.
  public init(_ schema: TemplateSchema, _ values: KeyValuePairs<String, TemplateValue>) {
    assert(
      values.map(\.key) == schema.names && zip(values, schema.kinds).allSatisfy { $0.value.fits($1) },
      "the values are not those of the schema '\(schema.name)'")
    self.values = values.map(\.value)
  }
}

/// The value of a field.
public enum TemplateValue: Sendable {
  /// Text; empty text tests as no.
  case text(String)
  /// An address; an empty one tests as no.
  case url(String)
  /// Safe markup; empty markup tests as no.
  case html(HTML)
  /// Yes or no.
  case flag(Bool)
  /// Records.
  case list([TemplateRecord])
  /// A record, or none.
  case record(TemplateRecord?)

  func fits(_ field: TemplateField) -> Bool {
    switch (self, field) {
    case (.text, .text), (.url, .url), (.html, .html), (.flag, .flag), (.list, .list), (.record, .record): true
    default: false
    }
  }

  /// Whether a section of the value is shown.
  var isTrue: Bool {
    switch self {
    case .text(let text), .url(let text): !text.isEmpty
    case .html(let html): !html.markup.isEmpty
    case .flag(let flag): flag
    case .list(let records): !records.isEmpty
    case .record(let record): record != nil
    }
  }
}
