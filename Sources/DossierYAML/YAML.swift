internal import CYAML
public import DossierModel

/// YAML 1.1, read by libyaml. This module is the only one that sees it.
///
/// Anchors, aliases and tags are refused: settings and front matter have no use for them, and an alias could blow a
/// small file up to any size.
public enum YAML {
  /// How deep values may lie in each other.
  static let deepest = 32

  /// Parses one YAML document.
  ///
  /// - Parameters:
  ///   - source: The whole text of the file.
  ///   - range: The bytes of the YAML in it; the whole file where there is none.
  ///   - path: The file's path, for messages.
  /// - Returns: The value, with ranges in `source`, or nothing for an empty document.
  /// - Throws: The first mistake, with its place.
  /// - Complexity: O(bytes).
  public static func parse(
    _ source: String, range: TextRange? = nil, path: String
  ) throws(Diagnostic) -> YAMLNode? {
    let range = range ?? TextRange(0, source.utf8.count)
    let events: [YAMLEvent]
    switch readEvents(String(source.slice(range)), base: range.start) {
    case .success(let read): events = read
    case .failure(let problem): throw problem.diagnostic(source: source, path: path)
    }
    var reader = YAMLReader(events: events, source: source, path: path)
    return try reader.document()
  }
}

/// An event of libyaml's parser, as a Swift value.
struct YAMLEvent {
  enum Kind {
    case scalar(String, isPlain: Bool)
    case startList, endList, startMap, endMap
    case startDocument
  }
  var kind: Kind
  var range: TextRange
  var hasTag = false
  var hasAnchor = false
}

/// What libyaml says of a text that is no YAML.
struct YAMLProblem: Error {
  var message: String
  var range: TextRange
  var isAlias = false

  func diagnostic(source: String, path: String) -> Diagnostic {
    let location = SourceLocation(path: path, source: source, range: range)
    if isAlias { return .yamlAlias(location) }
    return .badYAML(message, location)
  }
}

/// Runs libyaml over a text. `base` is added to all offsets.
private func readEvents(_ text: String, base: Int) -> Result<[YAMLEvent], YAMLProblem> {
  var text = text
  return text.withUTF8 { utf8 in
    // The parser is initialised before use and deleted once; the input outlives it; each event is deleted after its
    // contents are copied.
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      return .failure(YAMLProblem(message: "out of memory", range: TextRange(base, base)))
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, utf8.baseAddress, utf8.count)
    // libyaml's indices count characters, ours bytes.
    var offsets = ByteOffsets(utf8: Array(utf8))
    func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> TextRange {
      TextRange(base + offsets.byte(ofCharacter: start.index), base + offsets.byte(ofCharacter: end.index))
    }
    var events: [YAMLEvent] = []
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        let message = parser.problem.map { String(cString: $0) } ?? "this is no YAML"
        let place = parser.error == YAML_READER_ERROR ? parser.problem_offset : offsets.byte(ofCharacter: parser.problem_mark.index)
        return .failure(YAMLProblem(message: message, range: TextRange(base + place, base + place + 1)))
      }
      defer { yaml_event_delete(&event) }
      let place = range(event.start_mark, event.end_mark)
      switch event.type {
      case YAML_STREAM_END_EVENT: return .success(events)
      case YAML_DOCUMENT_START_EVENT: events.append(YAMLEvent(kind: .startDocument, range: place))
      case YAML_ALIAS_EVENT:
        return .failure(YAMLProblem(message: "", range: place, isAlias: true))
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let value = String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        events.append(
          YAMLEvent(
            kind: .scalar(value, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), range: place,
            hasTag: scalar.tag != nil, hasAnchor: scalar.anchor != nil))
      case YAML_SEQUENCE_START_EVENT:
        let start = event.data.sequence_start
        events.append(
          YAMLEvent(kind: .startList, range: place, hasTag: start.tag != nil, hasAnchor: start.anchor != nil))
      case YAML_MAPPING_START_EVENT:
        let start = event.data.mapping_start
        events.append(
          YAMLEvent(kind: .startMap, range: place, hasTag: start.tag != nil, hasAnchor: start.anchor != nil))
      case YAML_SEQUENCE_END_EVENT: events.append(YAMLEvent(kind: .endList, range: place))
      case YAML_MAPPING_END_EVENT: events.append(YAMLEvent(kind: .endMap, range: place))
      default: break
      }
    }
  }
}

/// Turns numbers of characters, which come in rising order but for a step back now and then, into bytes.
private struct ByteOffsets {
  let utf8: [UInt8]
  private var character = 0
  private var byte = 0

  init(utf8: [UInt8]) { self.utf8 = utf8 }

  mutating func byte(ofCharacter target: Int) -> Int {
    while character < target, byte < utf8.count {
      byte += 1
      while byte < utf8.count, utf8[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > target, byte > 0 {
      byte -= 1
      while byte > 0, utf8[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
