internal import DossierModel

/// Turns a parsed template into the operations of a `Template`, resolving each name to a place in the records that
/// a page gives, and reporting each that can't be.
struct TemplateBinder {
  let library: TemplateLibrary
  private(set) var operations: [Template.Operation] = []
  private(set) var statics: [UInt8] = []
  private(set) var paths: [[Int]] = []
  private(set) var problems: [Diagnostic] = []
  private var context = MarkupContext()
  /// The partials that are being put in, outermost first.
  private var open: [String] = []

  init(library: TemplateLibrary) { self.library = library }

  /// Adds a template, whose names are looked up from the innermost schema outwards.
  mutating func add(_ template: ParsedTemplate, _ schemas: [TemplateSchema], indentation: String = "") {
    for problem in template.problems where !problems.contains(problem) { problems.append(problem) }
    open.append(template.file.name)
    add(template.nodes, of: template.file, schemas, indentation)
    open.removeLast()
  }

  private mutating func add(
    _ nodes: [TemplateNode], of file: TemplateFile, _ schemas: [TemplateSchema], _ indentation: String
  ) {
    for node in nodes {
      switch node {
      case .text(let range): addText(range, of: file, indentation)
      case .variable(let token): addVariable(token, of: file, schemas)
      case .partial(let token): addPartial(token, of: file, schemas, indentation)
      case .section(let token, let isInverted, let inner):
        addSection(token, isInverted: isInverted, inner, of: file, schemas, indentation)
      }
    }
  }

  private mutating func addText(_ range: TextRange, of file: TemplateFile, _ indentation: String) {
    let text = Array(file.source.slice(range).utf8)
    let start = statics.count
    if indentation.isEmpty {
      statics += text
    } else {
      // Each line of a partial is indented as its tag is.
      for (index, byte) in text.enumerated() {
        let startsLine = index == 0 ? range.start == 0 || lineStarts(file, range.start) : text[index - 1] == 10
        if startsLine, byte != 10 { statics += indentation.utf8 }
        statics.append(byte)
      }
    }
    context.read(text) { problem, offset in
      problems.append(problem.diagnostic(file.location(TextRange(range.start + offset, range.start + offset + 1))))
    }
    if case .text(let before, let end) = operations.last, end == start, !isJumpTarget {
      operations[operations.count - 1] = .text(before, statics.count)
    } else {
      operations.append(.text(start, statics.count))
    }
    isJumpTarget = false
  }

  /// Whether a section ended just before, so that the next text must be an operation of its own.
  private var isJumpTarget = false

  private func lineStarts(_ file: TemplateFile, _ offset: Int) -> Bool {
    file.source.slice(TextRange(offset - 1, offset)) == "\n"
  }

  private mutating func addVariable(_ token: TemplateToken, of file: TemplateFile, _ schemas: [TemplateSchema]) {
    guard let (reference, field) = resolve(token, of: file, schemas) else { return }
    let location = file.location(token.nameRange)
    switch field {
    case .html:
      if let problem = context.problem(inserting: .html) { problems.append(problem.diagnostic(location)) }
      operations.append(.markup(reference))
    case .text, .url:
      if token.kind == .unescaped { return problems.append(.notMarkup(token.name, location)) }
      var isURL = false
      if case .url = field { isURL = true }
      if let problem = context.problem(inserting: isURL ? .url : .text) {
        problems.append(problem.diagnostic(location))
      }
      operations.append(.escaped(reference))
    case .flag, .list, .record:
      problems.append(.notText(token.name, location))
    }
    context.insert()
  }

  private mutating func addSection(
    _ token: TemplateToken, isInverted: Bool, _ inner: [TemplateNode], of file: TemplateFile,
    _ schemas: [TemplateSchema], _ indentation: String
  ) {
    guard let (reference, field) = resolve(token, of: file, schemas) else {
      // What is inside may have mistakes of its own, but its names can't be known.
      return
    }
    let place = operations.count
    operations.append(.unless(reference, end: 0))
    let before = context
    var innerSchemas = schemas
    if !isInverted {
      switch field {
      case .list(let schema), .record(let schema): innerSchemas.append(schema)
      default: break
      }
    }
    add(inner, of: file, innerSchemas, indentation)
    let end = operations.count
    switch field {
    case _ where isInverted: operations[place] = .unless(reference, end: end)
    case .list: operations[place] = .each(reference, end: end)
    case .record: operations[place] = .enter(reference, end: end)
    default: operations[place] = .when(reference, end: end)
    }
    isJumpTarget = true
    if !context.isSamePlace(as: before) {
      problems.append(.sectionCutsMarkup(token.name, file.location(token.nameRange)))
      context = before
    }
  }

  private mutating func addPartial(
    _ token: TemplateToken, of file: TemplateFile, _ schemas: [TemplateSchema], _ indentation: String
  ) {
    let location = file.location(token.nameRange)
    let name = token.name.hasSuffix(".mustache") ? token.name : token.name + ".mustache"
    guard let partial = library.parsed[name] else {
      return problems.append(.noPartial(token.name, among: library.partialNames, location))
    }
    guard !open.contains(name) else { return problems.append(.partialCycle(open + [name], location)) }
    add(partial, schemas, indentation: indentation + token.indentation)
  }

  // MARK: - Names

  private mutating func resolve(
    _ token: TemplateToken, of file: TemplateFile, _ schemas: [TemplateSchema]
  ) -> (Template.Reference, TemplateField)? {
    let parts = token.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let location = file.location(token.nameRange)
    for (depth, schema) in schemas.enumerated().reversed() {
      guard let index = schema.names.firstIndex(of: parts[0]) else { continue }
      var path = [index]
      var field = schema.kinds[index]
      for part in parts.dropFirst() {
        guard case .record(let inner) = field else {
          problems.append(.notARecord(token.name, part: part, location))
          return nil
        }
        guard let next = inner.names.firstIndex(of: part) else {
          problems.append(.unknownName(part, in: inner.name, among: inner.names, location))
          return nil
        }
        path.append(next)
        field = inner.kinds[next]
      }
      var reference = Template.Reference(depth: Int32(depth), field: Int32(index))
      if path.count > 1 {
        reference.path = Int32(paths.count)
        paths.append(Array(path.dropFirst()))
      }
      return (reference, field)
    }
    // The nearest of the innermost names comes first.
    problems.append(
      .unknownName(
        parts[0], in: schemas.last?.name ?? "", among: schemas.reversed().flatMap(\.names), location))
    return nil
  }
}
