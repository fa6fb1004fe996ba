internal import DossierModel

/// A template as a tree.
indirect enum TemplateNode: Sendable {
  case text(TextRange)
  case variable(TemplateToken)
  case section(TemplateToken, isInverted: Bool, [TemplateNode])
  case partial(TemplateToken)
}

/// A template that has been read, with the mistakes that can be seen without knowing what the page offers.
struct ParsedTemplate: Sendable {
  let file: TemplateFile
  var nodes: [TemplateNode] = []
  var problems: [Diagnostic]

  /// How deep sections may lie in each other.
  private static let deepest = 32

  init(_ file: TemplateFile) {
    self.file = file
    let lexer = TemplateLexer(file)
    problems = lexer.problems
    // Each open section with the nodes before it.
    var open: [(token: TemplateToken, before: [TemplateNode])] = []
    for token in lexer.tokens {
      switch token.kind {
      case .text: nodes.append(.text(token.range))
      case .variable, .unescaped: nodes.append(.variable(token))
      case .partial: nodes.append(.partial(token))
      case .comment: break
      case .section, .inverted:
        if open.count == Self.deepest { problems.append(.tooDeep(token.name, file.location(token.nameRange))) }
        open.append((token, nodes))
        nodes = []
      case .close:
        guard let last = open.last else {
          problems.append(.closedWithoutOpening(token.name, file.location(token.nameRange)))
          continue
        }
        if last.token.name != token.name {
          problems.append(
            .closedByAnother(last.token.name, by: token.name, file.location(token.nameRange)))
        }
        open.removeLast()
        nodes = last.before + [.section(last.token, isInverted: last.token.kind == .inverted, nodes)]
      }
    }
    for section in open.reversed() {
      problems.append(.unclosedSection(section.token.name, file.location(section.token.nameRange)))
      nodes = section.before
    }
  }
}
