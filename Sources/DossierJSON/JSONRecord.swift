internal import CJansson

/// One line of JSON Lines that brings a text: `{"id": …, "text": "…", "date": "…"}`. Other keys are not looked at.
public struct JSONRecord: Equatable, Sendable {
  /// The `id` as it is written in JSON, if there is one.
  public var id: String?
  /// The text.
  public var text: String
  /// The text's date, as written.
  public var date: String?

  /// Why a line brings no text.
  public struct Problem: Error, Equatable, Sendable {
    /// What is wrong, in the words of a message.
    public var reason: String
    /// The `id` as written in JSON, where the line has one that can be read.
    public var id: String?
    /// The byte of the line at which reading stopped.
    public var offset: Int?
  }

  /// Creates a record.
  public init(id: String? = nil, text: String, date: String? = nil) {
    self.id = id
    self.text = text
    self.date = date
  }

  /// Reads a line (RFC 8259; RFC 3629 for its bytes).
  ///
  /// - Complexity: O(bytes). Values within values are followed 2,048 deep.
  public init(line: ArraySlice<UInt8>) throws(Problem) {
    var error = json_error_t()
    let root = line.withUnsafeBytes { bytes in
      // The parser reads just the slice's bytes.
      json_loadb(bytes.baseAddress, bytes.count, Int(JSON_ALLOW_NUL), &error)
    }
    guard let root else {
      throw Problem(
        reason: "the line is not JSON: \(JSONRecord.message(of: error))", offset: Int(error.position))
    }
    // The tree is freed when the record has its own copies.
    defer { json_decref(root) }
    guard root.pointee.type == JSON_OBJECT else {
      throw Problem(reason: "the line is no JSON object")
    }
    let id = try JSONRecord.id(of: root)
    guard let text = json_object_get(root, "text"), text.pointee.type != JSON_NULL else {
      throw Problem(reason: "the line has no 'text'", id: id)
    }
    guard let text = JSONRecord.string(text) else { throw Problem(reason: "'text' is no string", id: id) }
    self.id = id
    self.text = text
    date = json_object_get(root, "date").flatMap { JSONRecord.string($0) }
  }

  private static func id(of root: UnsafeMutablePointer<json_t>) throws(Problem) -> String? {
    guard let value = json_object_get(root, "id") else { return nil }
    switch value.pointee.type {
    case JSON_NULL: return nil
    case JSON_STRING: return string(value).map { JSONText.string($0) }
    case JSON_INTEGER: return String(json_integer_value(value))
    case JSON_REAL: return String(json_real_value(value))
    default: throw Problem(reason: "'id' is neither a string nor a number")
    }
  }

  private static func string(_ value: UnsafeMutablePointer<json_t>) -> String? {
    guard let bytes = json_string_value(value) else { return nil }
    // The parser says how long its string is, and has held it against UTF-8.
    return bytes.withMemoryRebound(to: UInt8.self, capacity: json_string_length(value)) {
      String(decoding: UnsafeBufferPointer(start: $0, count: json_string_length(value)), as: UTF8.self)
    }
  }

  /// The parser's own words end with a zero.
  private static func message(of error: json_error_t) -> String {
    withUnsafeBytes(of: error.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
