/// A column of a table of data: its name, what its values are, and what they mean. JSON, CSV and the descriptions of both
/// are made from it.
struct ExportColumn: Sendable {
  var name: String
  var type: ValueType
  /// Whether a row may have no value.
  var isOptional: Bool
  var explanation: String

  /// What a value is, in the terms of Table Schema.
  enum ValueType: String, Sendable {
    case string, integer, number, boolean
    /// A list of texts; in CSV the JSON of it.
    case array
  }

  static func one(_ name: String, _ type: ValueType, _ explanation: String) -> ExportColumn {
    ExportColumn(name: name, type: type, isOptional: false, explanation: explanation)
  }

  static func maybe(_ name: String, _ type: ValueType, _ explanation: String) -> ExportColumn {
    ExportColumn(name: name, type: type, isOptional: true, explanation: explanation)
  }
}

/// A value of a row.
enum ExportValue: Sendable {
  case text(String)
  case part(Substring)
  case integer(Int)
  /// A number with so many digits after the point at the most.
  case decimal(Double, digits: Int)
  case flag(Bool)
  case list([String])
  case none

  /// A text that may not be there.
  static func maybe(_ text: String?) -> ExportValue { text.map { .text($0) } ?? .none }

  /// A number that may not be there.
  static func maybe(_ number: Int?) -> ExportValue { number.map { .integer($0) } ?? .none }
}
