internal import DossierModel

/// Turns a parsed template into the operations of a `Template`, resolving each name to a place in the records that
/// a page gives, and reporting each that can't be.
struct TemplateBinder {
  let library: TemplateLibrary
  private(set) var problems: [Diagnostic] = []
  /// Where partials are used, each way once.
  private(set) var uses: [TemplateUse] = []
  private var told: Set<Diagnostic> = []
  /// Where in HTML the text has come to.
  private var context = MarkupContext()
  /// Where the last tag or comment begins.
  private var lastMarkup: (file: TemplateFile, range: TextRange)?

  /// The operations of the page, or of the partial that is being bound.
  private var operations: [TemplateOperation] = []
  private var statics: [UInt8] = []
  var paths: [Int32] = []
  /// Whether a section ended just before, so that the next text must be an operation of its own.
  private var isAfterSection = false

  /// The partials that are being bound, outermost first.
  private var open: [String] = []
  /// The operations of each partial, bound once for each way in which it is used.
  private var blocks: [[TemplateOperation]] = []
  private var bound: [PartialUse: (block: Int, exit: MarkupContext)] = [:]
  /// What is left of the work that binding may take: partials that use partials in many ways multiply.
  private var budget = 500_000

  /// What the operations of a partial depend on.
  private struct PartialUse: Hashable {
    var name: String
    var schemas: [ObjectIdentifier]
    var indentation: String
    var entry: MarkupContext
  }

  init(library: TemplateLibrary) { self.library = library }

  /// Reports a problem, once.
  mutating func report(_ problem: Diagnostic) {
    if problems.count < TemplateErrors.most, told.insert(problem).inserted { problems.append(problem) }
  }

  /// Reports a problem of some bytes of a template. A location costs a walk through the file, so it is made only
  /// as long as problems are told.
  mutating func report(_ range: TextRange, _ scope: Scope, _ problem: (SourceLocation) -> Diagnostic) {
    if problems.count < TemplateErrors.most { report(problem(scope.file.location(range))) }
  }

  /// Binds the template of a page.
  mutating func addPage(_ template: ParsedTemplate, _ schema: TemplateSchema) {
    for problem in template.problems { report(problem) }
    open = [template.file.name]
    add(template.tokens.indices, Scope(template: template, schemas: [schema], indentation: ""))
    if problems.isEmpty, context.place != .text, let (file, range) = lastMarkup {
      report(.unfinishedMarkup(file.location(range)))
    }
  }

  /// Returns the template, the partials' operations behind those of the page.
  func finished(_ schema: TemplateSchema) -> Template {
    var starts: [Int] = []
    var all = operations
    for block in blocks {
      starts.append(all.count)
      all += block
    }
    for index in all.indices where all[index].kind == .call {
      let block = Int(all[index].low)
      all[index].low = Int32(starts[block])
      all[index].high = Int32(starts[block] + blocks[block].count)
    }
    return Template(
      operations: all, pageEnd: operations.count, statics: statics, paths: paths,
      schema: ObjectIdentifier(schema))
  }

  private mutating func add(_ range: Range<Int>, _ scope: Scope) {
    var index = range.lowerBound
    while index < range.upperBound {
      budget -= 1
      guard budget > 0, statics.count < 1 << 26 else { return report(.tooLarge(scope.file)) }
      let token = scope.template.tokens[index]
      if token.startsLine, token.kind != .text || token.range.isEmpty {
        addStatic(Array(scope.indentation.utf8))
      }
      index += 1
      switch token.kind {
      case .text: addText(token, scope)
      case .variable, .unescaped: addVariable(token, scope)
      case .partial: addPartial(token, scope)
      case .section, .inverted:
        addSection(token, index..<token.close, scope)
        index = token.close
      case .close, .comment: break
      }
    }
  }

  // MARK: - Text

  private mutating func addText(_ token: TemplateToken, _ scope: Scope) {
    let text = scope.template.bytes[token.range.start..<token.range.end]
    var found: [(problem: MarkupProblem, range: TextRange)] = []
    let opening = context.read(text) { problem, range in
      if found.count < TemplateErrors.most { found.append((problem, range.shifted(by: token.range.start))) }
    }
    if let opening {
      let start = token.range.start + opening
      lastMarkup = (scope.file, TextRange(start, start + 1))
    }
    for (problem, range) in found { report(range, scope) { problem.diagnostic($0, addresses: []) } }
    guard !scope.indentation.isEmpty else { return addStatic(text) }
    var lines: [UInt8] = []
    var startsLine = token.startsLine
    for (index, byte) in zip(text.indices, text) {
      let isEmptyLine = byte == 10 || byte == 13 && index + 1 < text.endIndex && text[index + 1] == 10
      if startsLine, !isEmptyLine { lines += scope.indentation.utf8 }
      startsLine = byte == 10
      lines.append(byte)
    }
    addStatic(lines)
  }

  private mutating func addStatic(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = Int32(statics.count)
    statics += bytes
    let end = Int32(statics.count)
    if let last = operations.last, last.kind == .text, last.high == start, !isAfterSection {
      operations[operations.count - 1].high = end
    } else {
      operations.append(TemplateOperation(kind: .text, low: start, high: end))
    }
    isAfterSection = false
  }

  // MARK: - Tags

  private mutating func addVariable(_ token: TemplateToken, _ scope: Scope) {
    guard let (reference, field) = resolve(token, scope) else {
      _ = context.insert(.url)
      return
    }
    let inserted: MarkupContext.Inserted
    switch field {
    case .html: inserted = .html
    case .text: inserted = .text
    case .url: inserted = .url
    case .flag, .list, .record: return report(token.range, scope) { .notText(token.name, field, $0) }
    }
    if inserted != .html, token.kind == .unescaped {
      report(token.range, scope) { .notMarkup(token.name, $0) }
    }
    if let problem = context.insert(inserted) {
      report(token.range, scope) { problem.diagnostic($0, addresses: scope.addresses) }
    }
    var operation = reference
    operation.kind = inserted == .html ? .markup : .escaped
    operations.append(operation)
    isAfterSection = false
  }

  private mutating func addSection(_ token: TemplateToken, _ body: Range<Int>, _ scope: Scope) {
    guard let (reference, field) = resolve(token, scope) else {
      // What its names mean can't be known.
      return
    }
    var operation = reference
    var inner = scope
    switch field {
    case _ where token.kind == .inverted: operation.kind = .unless
    case .list(let schema):
      operation.kind = .each
      inner.schemas.append(schema)
    case .record(let schema):
      operation.kind = .enter
      inner.schemas.append(schema)
    case .text, .url, .html, .flag: operation.kind = .when
    }
    let place = operations.count
    operations.append(operation)
    isAfterSection = false
    let before = context
    add(body, inner)
    var joined = before.joined(with: context)
    if operation.kind == .each, let again = joined, again != before {
      // The second turn of the list starts where the first ended.
      operations.removeSubrange((place + 1)...)
      isAfterSection = false
      context = again
      add(body, inner)
      joined = again.joined(with: context)
    }
    operations[place].length = Int32(operations.count - place - 1)
    isAfterSection = true
    if let joined {
      context = joined
    } else {
      report(token.range, scope) { .sectionCutsMarkup(token.name, $0) }
      context = before
    }
  }

  private mutating func addPartial(_ token: TemplateToken, _ scope: Scope) {
    let name = partialFileName(token.name)
    guard let partial = library.parsed[name] else {
      let names = library.partialNames
      return report(token.range, scope) { .noPartial(token.name, among: names, $0) }
    }
    if let first = open.firstIndex(of: name) {
      let chain = open[first...] + [name]
      return report(token.range, scope) { .partialCycle(Array(chain), $0) }
    }
    guard open.count <= ParsedTemplate.deepest else {
      return report(token.range, scope) { .tooDeep(token.name, $0) }
    }
    let indentation = scope.indentation + token.indentation
    budget -= scope.schemas.count + indentation.utf8.count
    let use = PartialUse(
      name: name, schemas: scope.schemas.map { ObjectIdentifier($0) }, indentation: indentation,
      entry: context)
    let block: Int
    if let known = bound[use] {
      block = known.block
      context = known.exit
    } else {
      for problem in partial.problems { report(problem) }
      uses.append(TemplateUse(partial: name, schemas: scope.schemas))
      let outside = operations
      operations = []
      isAfterSection = false
      open.append(name)
      add(partial.tokens.indices, Scope(template: partial, schemas: scope.schemas, indentation: indentation))
      open.removeLast()
      block = blocks.count
      blocks.append(operations)
      bound[use] = (block, context)
      operations = outside
    }
    operations.append(TemplateOperation(kind: .call, low: Int32(block)))
    isAfterSection = false
  }
}
