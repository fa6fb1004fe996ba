public import DossierModel

/// The values that one template, or one turn of a list, is given.
///
///     TemplateRecord(link, ["label": .text(name), "url": .url(address)])
public struct TemplateRecord: Sendable {
  /// The literal's own storage is kept, so that a record costs one array.
  let values: KeyValuePairs<String, TemplateValue>
  /// The schema, without the cost of counting references to it.
  let schema: ObjectIdentifier

  /// Creates a record with the values of all fields, in the order of the schema.
  ///
  /// The names are there for the reader, and in debug builds are held against the schema, as are the values.
  public init(_ schema: TemplateSchema, _ values: KeyValuePairs<String, TemplateValue>) {
    assert(
      values.map(\.key) == schema.names && zip(values, schema.kinds).allSatisfy { $0.value.fits($1) },
      "the values are not those of the schema '\(schema.name)'")
    self.values = values
    self.schema = ObjectIdentifier(schema)
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

  /// Returns text, or empty text for nothing.
  public static func text(_ text: String?) -> TemplateValue { .text(text ?? "") }

  /// Returns an address, or an empty one for nothing.
  public static func url(_ url: String?) -> TemplateValue { .url(url ?? "") }
}

extension TemplateValue: ExpressibleByStringLiteral {
  /// Creates text.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension TemplateValue {
  /// Whether the value is what the field is declared to be, records of the declared schema included.
  func fits(_ field: TemplateField) -> Bool {
    switch (self, field) {
    case (.text, .text), (.url, .url), (.html, .html), (.flag, .flag): true
    case (.list(let records), .list(let schema)):
      records.allSatisfy { $0.schema == ObjectIdentifier(schema) }
    case (.record(let record), .record(let schema)):
      record.map { $0.schema == ObjectIdentifier(schema) } ?? true
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
