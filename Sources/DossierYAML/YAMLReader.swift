internal import DossierModel

/// Makes values from events. It calls itself for what lies in lists and maps, whose depth is bounded by then.
struct YAMLReader {
  let events: [YAMLEvent]
  let source: String
  let path: String
  private var position = 0

  init(events: [YAMLEvent], source: String, path: String) {
    self.events = events
    self.source = source
    self.path = path
  }

  mutating func document() throws(Diagnostic) -> YAMLNode? {
    var result: YAMLNode?
    var documents = 0
    while position < events.count {
      let event = events[position]
      if case .startDocument = event.kind {
        documents += 1
        if documents > 1 { throw .manyYAMLDocuments(location(event.range)) }
        position += 1
      } else {
        result = try value()
      }
    }
    return result
  }

  private mutating func value() throws(Diagnostic) -> YAMLNode {
    let event = events[position]
    position += 1
    if event.hasAnchor { throw .yamlAlias(location(event.range)) }
    if event.hasTag { throw .yamlTag(location(event.range)) }
    switch event.kind {
    case .scalar(let text, let isPlain):
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
      return YAMLNode(value: isNull ? .null : .scalar(text, isPlain: isPlain), range: event.range)
    case .startList:
      var items: [YAMLNode] = []
      while position < events.count {
        if case .endList = events[position].kind { break }
        items.append(try value())
      }
      return YAMLNode(value: .list(items), range: end(event))
    case .startMap:
      return YAMLNode(value: .map(try entries()), range: end(event))
    case .endList, .endMap, .startDocument:
      // libyaml's events nest; an end without a start does not come.
      return YAMLNode(value: .null, range: event.range)
    }
  }

  private mutating func entries() throws(Diagnostic) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var keys = Set<String>()
    while position < events.count {
      if case .endMap = events[position].kind { break }
      let key = try value()
      guard case .scalar(let name, _) = key.value else { throw .yamlKeyNotText(location(key.range)) }
      guard keys.insert(name).inserted else { throw .yamlKeyTwice(name, location(key.range)) }
      guard position < events.count else { break }
      entries.append(YAMLEntry(key: name, keyRange: key.range, node: try value()))
    }
    return entries
  }

  /// Takes the end of a list or map, and returns the whole range.
  private mutating func end(_ start: YAMLEvent) -> TextRange {
    guard position < events.count else { return start.range }
    position += 1
    return TextRange(start.range.start, events[position - 1].range.end)
  }

  private func location(_ range: TextRange) -> SourceLocation {
    SourceLocation(path: path, source: source, range: range)
  }
}
