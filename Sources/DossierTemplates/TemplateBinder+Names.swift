internal import DossierModel

extension TemplateBinder {
  /// Where a piece of a template stands.
  struct Scope {
    let template: ParsedTemplate
    /// The schemas in which names are looked up, outermost first.
    var schemas: [TemplateSchema]
    /// What each line is indented by.
    var indentation: String

    var file: TemplateFile { template.file }
  }

  /// Returns where the value that a tag names is, and what it is, or reports that there is no such name.
  ///
  /// The first part of a name is looked up from the innermost record outwards, as the Mustache specification
  /// says; the others only in the record that it names. The name of a section that is not offered is read as the
  /// one it is most like, so that what lies in the section is checked all the same.
  mutating func resolve(
    _ token: TemplateToken, _ scope: Scope
  ) -> (reference: TemplateOperation, field: TemplateField)? {
    let parts = token.name.split(separator: ".").map(String.init)
    var range = TextRange(token.nameRange.start, token.nameRange.start + parts[0].utf8.count)
    guard let (depth, first) = find(parts[0], scope) ?? guess(parts[0], token, range, scope) else {
      return nil
    }
    var field = scope.schemas[depth].kinds[first]
    let pathStart = paths.count
    for part in parts.dropFirst() {
      let before = token.name.utf8.prefix(range.end - token.nameRange.start)
      range = TextRange(range.end + 1, range.end + 1 + part.utf8.count)
      guard case .record(let schema) = field else {
        report(range, scope) { .notARecord(String(Substring(before)), part: part, field, $0) }
        return nil
      }
      guard let next = schema.index(of: part) else {
        report(range, scope) { .unknownName(part, in: schema.name, among: schema.names, $0) }
        return nil
      }
      paths.append(Int32(next))
      field = schema.kinds[next]
    }
    let reference = TemplateOperation(
      kind: .when, depth: Int32(depth), field: Int32(first), low: Int32(pathStart), high: Int32(paths.count))
    return (reference, field)
  }

  private func find(_ name: String, _ scope: Scope) -> (depth: Int, field: Int)? {
    for (depth, schema) in scope.schemas.enumerated().reversed() {
      if let field = schema.index(of: name) { return (depth, field) }
    }
    return nil
  }

  private mutating func guess(
    _ name: String, _ token: TemplateToken, _ range: TextRange, _ scope: Scope
  ) -> (depth: Int, field: Int)? {
    let visible = scope.schemas.reversed().flatMap(\.names)
    let near = nearMiss(to: name, among: visible)
    if near == nil, let opener = scope.opener(of: name) {
      report(range, scope) { .nameInside(name, opener, $0) }
    } else {
      report(range, scope) { .unknownName(name, in: scope.schemas.last?.name ?? "", among: visible, $0) }
    }
    return token.kind == .variable || token.kind == .unescaped ? nil : near.flatMap { find($0, scope) }
  }
}

extension TemplateBinder.Scope {
  /// The addresses that are offered here, for hints.
  var addresses: [String] {
    schemas.reversed().flatMap { schema in
      zip(schema.names, schema.kinds).compactMap { name, kind in if case .url = kind { name } else { nil } }
    }
  }

  /// Returns the list or record offered here whose section would offer `name`.
  func opener(of name: String) -> String? {
    for schema in schemas.reversed() {
      for (outer, kind) in zip(schema.names, schema.kinds) {
        switch kind {
        case .list(let inner), .record(let inner): if inner.index(of: name) != nil { return outer }
        default: continue
        }
      }
    }
    return nil
  }
}
