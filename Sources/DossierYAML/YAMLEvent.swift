internal import CYAML
internal import DossierModel

/// An event of libyaml's parser, as a Swift value. No other file sees libyaml.
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

extension YAMLEvent {
  /// Runs libyaml over a text, up to its end or the first mistake. `base` is added to all offsets.
  static func read(_ text: Substring, base: Int) -> Result<[YAMLEvent], YAMLProblem> {
    var text = String(text)
    return text.withUTF8 { utf8 in
      // The parser is initialised before use and deleted once; the input outlives it.
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else {
        return .failure(YAMLProblem(kind: .syntax("out of memory"), range: TextRange(base, base)))
      }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, utf8.baseAddress, utf8.count)
      var offsets = ByteOffsets(utf8: Array(utf8), base: base)
      var events: [YAMLEvent] = []
      var depth = 0
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          return .failure(YAMLProblem(parser, &offsets))
        }
        // What the event points to is copied before it is deleted.
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return .success(events) }
        let range = offsets.range(event.start_mark, event.end_mark)
        if event.type == YAML_ALIAS_EVENT { return .failure(YAMLProblem(kind: .alias, range: range)) }
        guard let read = YAMLEvent(event, range) else { continue }
        switch read.kind {
        case .startList, .startMap: depth += 1
        case .endList, .endMap: depth -= 1
        case .scalar, .startDocument: break
        }
        if depth > YAML.deepest { return .failure(YAMLProblem(kind: .tooDeep, range: range)) }
        events.append(read)
      }
    }
  }

  /// Copies an event; nothing, for those that say nothing of values.
  private init?(_ event: yaml_event_t, _ range: TextRange) {
    self.range = range
    // The members of the union are read by the event's type.
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .startDocument
    case YAML_SEQUENCE_END_EVENT: kind = .endList
    case YAML_MAPPING_END_EVENT: kind = .endMap
    case YAML_SEQUENCE_START_EVENT:
      kind = .startList
      hasTag = event.data.sequence_start.tag != nil
      hasAnchor = event.data.sequence_start.anchor != nil
    case YAML_MAPPING_START_EVENT:
      kind = .startMap
      hasTag = event.data.mapping_start.tag != nil
      hasAnchor = event.data.mapping_start.anchor != nil
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      hasTag = scalar.tag != nil
      hasAnchor = scalar.anchor != nil
    default: return nil
    }
  }
}

extension YAMLProblem {
  fileprivate init(_ parser: yaml_parser_t, _ offsets: inout ByteOffsets) {
    kind = .syntax(parser.problem.map { String(cString: $0) } ?? "this is no YAML")
    context = parser.context.map { String(cString: $0) } ?? ""
    // The reader counts bytes, and has no marks.
    if parser.error == YAML_READER_ERROR {
      let start = offsets.base + parser.problem_offset
      range = TextRange(start, start + 1)
      return
    }
    range = offsets.range(parser.problem_mark, parser.problem_mark)
    if parser.context != nil { contextRange = offsets.range(parser.context_mark, parser.context_mark) }
  }
}

/// Turns libyaml's numbers of characters into offsets of bytes. They come in rising order but for a short step back
/// now and then, so going along costs O(bytes) in all.
private struct ByteOffsets {
  let utf8: [UInt8]
  let base: Int
  private var character = 0
  private var byte = 0

  init(utf8: [UInt8], base: Int) {
    self.utf8 = utf8
    self.base = base
  }

  mutating func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> TextRange {
    let low = offset(ofCharacter: start.index)
    return TextRange(base + low, base + offset(ofCharacter: end.index))
  }

  private mutating func offset(ofCharacter target: Int) -> Int {
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
