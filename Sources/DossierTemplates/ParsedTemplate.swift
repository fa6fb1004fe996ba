internal import DossierModel

/// A template that has been read, with the mistakes that can be seen without knowing what the page offers.
///
/// It stays a flat array, in which each section knows its end: a tree of hostile depth would overflow the stack
/// when it is freed.
struct ParsedTemplate: Sendable {
  let file: TemplateFile
  let bytes: [UInt8]
  private(set) var tokens: [TemplateToken]
  private(set) var problems: [Diagnostic]

  /// How deep sections, and partials, may lie in each other.
  static let deepest = 32

  init(_ file: TemplateFile) {
    self.file = file
    let lexer = TemplateLexer(file)
    bytes = lexer.bytes
    tokens = lexer.tokens
    problems = lexer.problems
    // The sections that are open, outermost first.
    var open: [Int] = []
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .section, .inverted:
        if open.count == Self.deepest {
          report(index) { .tooDeep(token.name, $0) }
          tokens = []
          return
        }
        open.append(index)
      case .close: close(index, &open)
      default: break
      }
    }
    for index in open {
      tokens[index].close = tokens.count
      let name = tokens[index].name
      report(index) { .unclosedSection(name, $0) }
    }
  }

  /// Ends the section that a closing tag is meant for.
  private mutating func close(_ index: Int, _ open: inout [Int]) {
    let name = tokens[index].name
    guard let last = open.last else {
      return report(index) { .closedWithoutOpening(name, $0) }
    }
    if let match = open.lastIndex(where: { tokens[$0].name == name }) {
      for inner in open[(match + 1)...] {
        tokens[inner].close = index
        let name = tokens[inner].name
        report(inner) { .unclosedSection(name, $0) }
      }
      tokens[open[match]].close = index
      open.removeSubrange(match...)
    } else {
      let (file, opened, range) = (file, tokens[last].name, tokens[index].range)
      report(last) { .closedByAnother(opened, by: name, line: file.location(range).line, $0) }
      tokens[last].close = index
      open.removeLast()
    }
  }

  /// Reports a problem of a tag. A location costs a walk through the file, so their number is limited.
  private mutating func report(_ index: Int, _ problem: (SourceLocation) -> Diagnostic) {
    if problems.count < TemplateErrors.most { problems.append(problem(file.location(tokens[index].range))) }
  }
}
