internal import CJansson

/// One line of JSON Lines that brings a text: `{"id": …, "text": "…", "date": "…"}`. Other keys are not looked at.
public struct JSONRecord: Equatable, Sendable {
  /// The `id` as it is written in JSON, if there is one.
  public var id: String?
  /// The text.
  public var text: String
  /// The text's date, as written.
  public var date: String?
  /// The spans that the line brings along, where they were asked for.
  public var entities: [Entity] = []

  /// A span of the text that somebody has marked: `{"start": 0, "end": 5, "type": "LOC"}`.
  public struct Entity: Equatable, Sendable {
    /// The offset of its first character, in the unit of the line.
    public var start: Int
    /// The offset after its last character.
    public var end: Int
    /// What it is, as written.
    public var type: String

    /// Creates a span.
    public init(start: Int, end: Int, type: String) {
      self.start = start
      self.end = end
      self.type = type
    }
  }

  /// Why a line brings no text.
  public struct Problem: Error, Equatable, Sendable {
    /// What is wrong, in the words of a message.
    public var reason: String
    /// The `id` as written in JSON, where the line has one that can be read.
    public var id: String?
    /// The byte of the line at which reading stopped.
    public var offset: Int?

    /// Creates a problem.
    public init(reason: String, id: String? = nil, offset: Int? = nil) {
      self.reason = reason
      self.id = id
      self.offset = offset
    }
  }

  /// Creates a record.
  public init(id: String? = nil, text: String, date: String? = nil) {
    self.id = id
    self.text = text
    self.date = date
  }

  /// Reads a line (RFC 8259; RFC 3629 for its bytes).
  ///
  /// - Parameter keepsEntities: Whether the line's `entities` are read too; then it must have them.
  /// - Complexity: O(bytes). Values within values are followed 2,048 deep.
  public init(line: ArraySlice<UInt8>, keepsEntities: Bool = false) throws(Problem) {
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
    if keepsEntities { entities = try JSONRecord.entities(of: root, id: id) }
  }

  private static func entities(of root: UnsafeMutablePointer<json_t>, id: String?) throws(Problem) -> [Entity]
  {
    guard let list = json_object_get(root, "entities"), list.pointee.type == JSON_ARRAY else {
      throw Problem(reason: "the line has no list 'entities'", id: id)
    }
    var entities: [Entity] = []
    for index in 0..<json_array_size(list) {
      guard let item = json_array_get(list, index), let start = integer(json_object_get(item, "start")),
        let end = integer(json_object_get(item, "end")),
        let type = json_object_get(item, "type").flatMap({ string($0) })
      else { throw Problem(reason: "entity \(index + 1) has not all of 'start', 'end' and 'type'", id: id) }
      entities.append(Entity(start: start, end: end, type: type))
    }
    return entities
  }

  private static func integer(_ value: UnsafeMutablePointer<json_t>?) -> Int? {
    guard let value, value.pointee.type == JSON_INTEGER else { return nil }
    return Int(json_integer_value(value))
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

  static func string(_ value: UnsafeMutablePointer<json_t>) -> String? {
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
