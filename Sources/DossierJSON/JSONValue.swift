internal import CJansson

/// A JSON text as a value (RFC 8259), for texts that somebody else wrote.
public enum JSONValue: Sendable {
  case string(String)
  case number(Double)
  case bool(Bool)
  case list([JSONValue])
  case object([String: JSONValue])
  case null

  /// So many values within values are followed; what lies deeper is null.
  private static let deepest = 32

  /// Parses a text in UTF-8, or returns nothing where it is no JSON.
  ///
  /// - Complexity: O(bytes).
  public init?(parsing bytes: [UInt8]) {
    let root = bytes.withUnsafeBytes { bytes in
      // The parser reads just these bytes.
      json_loadb(bytes.baseAddress, bytes.count, Int(JSON_ALLOW_NUL | JSON_DECODE_ANY), nil)
    }
    guard let root else { return nil }
    // The tree is freed when the value has its own copies.
    defer { json_decref(root) }
    self.init(root, depth: 0)
  }

  private init(_ value: UnsafeMutablePointer<json_t>, depth: Int) {
    guard depth < JSONValue.deepest else {
      self = .null
      return
    }
    switch value.pointee.type {
    case JSON_STRING: self = .string(JSONRecord.string(value) ?? "")
    case JSON_INTEGER, JSON_REAL: self = .number(json_number_value(value))
    case JSON_TRUE: self = .bool(true)
    case JSON_FALSE: self = .bool(false)
    case JSON_ARRAY:
      self = .list(
        (0..<json_array_size(value)).compactMap { index in
          json_array_get(value, index).map { JSONValue($0, depth: depth + 1) }
        })
    case JSON_OBJECT:
      var object: [String: JSONValue] = [:]
      var entry = json_object_iter(value)
      while let current = entry {
        if let key = json_object_iter_key(current), let item = json_object_iter_value(current) {
          object[String(cString: key)] = JSONValue(item, depth: depth + 1)
        }
        entry = json_object_iter_next(value, current)
      }
      self = .object(object)
    default: self = .null
    }
  }

  /// The value of a key, where this is an object that has it.
  public subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { return object[key] }
    return nil
  }

  /// The text, where this is one.
  public var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The items of a list; a value that is no list is its only item.
  public var items: [JSONValue] {
    if case .list(let items) = self { return items }
    return [self]
  }
}
