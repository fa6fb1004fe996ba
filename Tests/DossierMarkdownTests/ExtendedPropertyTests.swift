import DossierMarkdown
import DossierModel
import SeededGenerator
import Testing

@Suite("Any Markdown with all extensions")
struct ExtendedPropertyTests {
  static let pieces = [
    "\n", "\n", "\n\n", "| a | b |\n", "|---|:-:|\n", "| c |", "|", "\\|", "> ", "- ", "  ", "    ", "1. ",
    "[^1]", "[^1]: ", "[^2]",
    "[^", "]:", ": ", "Term\n: d\n", "~~", "==", "%%", "[[", "]]", "![[", "[[a|b]]", "![[n#^x]]",
    "> [!note]- t\n", "[!tip]",
    " ^abc", "^x1", " {#own}", "[ ] ", "[x] ", "![i|30](p.png \"c\")", "](u.md#h)", "[x", "*", "_", "`",
    "```\n", "# ", "---\n",
    "===\n", "<!-- ", "-->", "<div>", "\\", "word ", "Vladimir Putin ", "é", "\u{1680}", "\u{10A7F}", "&#10;",
    "\r\n", "\t", "\u{0}",
    "[1]: /u\n", "\"q\"", "...", "<!---->\n", "10) x\n",
  ]

  static func document(_ seed: UInt64) -> String {
    var random = SeededGenerator(state: seed)
    var text = ""
    for _ in 0..<(1 + random.below(40)) { text += random.pick(pieces) }
    return text
  }

  @Test("has leaves in order, and HTML whose tags nest", arguments: 0..<8)
  func anything(part: Int) {
    for number in 0..<1000 {
      let source = Self.document(UInt64(part * 1000 + number))
      var tree = MarkdownTree(parsing: source, syntax: .extended(isSmart: number % 2 == 0))
      let leaves = tree.leafBlocks()
      for reference in tree.references {
        #expect(reference.leaf < leaves.count, "\(source.debugDescription)")
        guard reference.leaf < leaves.count else { continue }
        #expect(reference.range.end <= leaves[reference.leaf].text.utf8.count, "\(source.debugDescription)")
      }
      for leaf in leaves { #expect(leaf.startLine >= 1 && leaf.endLine >= leaf.startLine) }
      var random = SeededGenerator(state: UInt64(number))
      tree.show(
        tree.references.map { _ in
          switch random.below(3) {
          case 0: .words
          case 1: .link(address: "x\"y")
          default: .element(HTML(trusted: "<i></i>"))
          }
        })
      var edits: [LeafEdit] = []
      for (index, leaf) in leaves.enumerated() {
        var sentences: [LeafEdit.Span] = []
        var spans: [LeafEdit.Span] = []
        var start = 0
        while start < leaf.text.utf8.count {
          let end = min(leaf.text.utf8.count, start + 1 + random.below(30))
          sentences.append(sentence(start, end, "\(index).s\(start)"))
          if end - start > 3 { spans.append(mark(start + 1, end - 1, "\(index).\(start)")) }
          start = end
        }
        edits.append(
          LeafEdit(
            leaf: index, lead: HTML(trusted: "<b></b>"), isRemoved: number % 5 == 4 && random.below(2) == 0,
            sentences: sentences, spans: spans))
      }
      if number % 5 == 4 { tree.dropFootnoteMarks() }
      tree.apply(edits)
      if number % 5 == 4 { tree.prune() } else { tree.placeFootnotes(prefix: "") }
      let problem = Self.nesting(of: tree.html().markup)
      if let problem { Issue.record("<\(problem)> in \(source.debugDescription)") }
    }
  }

  /// Returns the first tag that closes nothing, or stays open.
  static func nesting(of html: String) -> String? {
    let void: Set<String> = ["br", "hr", "img", "input"]
    var open: [String] = []
    var rest = html.unicodeScalars[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.starts(with: "<!--".unicodeScalars) {
        rest = rest.dropFirst(4)
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return "an open tag" }
      let tag = String(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return tag }
      } else if !void.contains(name) {
        open.append(name)
      }
    }
    return open.last
  }

  @Test("keeps plain words where nothing is meant", arguments: 0..<4)
  func equality(part: Int) {
    // Without the signs of the extensions there is nothing to read.
    for number in 0..<500 {
      var generator = MarkdownGenerator(seed: UInt64(part * 500 + number) + 900_000)
      let source = generator.document().filter { !"|~=%^[]{:".contains($0) }
      #expect(
        MarkdownTree(parsing: source, syntax: .extended()).html() == MarkdownTree(parsing: source).html(),
        "\(source.debugDescription)")
    }
  }

  static let hostile: [(name: String, text: String)] = {
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    return [
      ("pipes", times("|", 10_000_000)),
      ("rows of pipes", "|a|\n|-|\n" + times("|\n", 20_000)),
      ("wide", times("|a", 20_000) + "|\n" + times("|-", 20_000) + "|\n"),
      ("short rows", times("|a", 900) + "|\n" + times("|-", 900) + "|\n" + times("|\n", 20_000)),
      ("tables", times("|a|\n|-|\n|b|\n\n", 20_000)),
      ("rules", times("|-|-|\n", 20_000)),
      ("escaped pipes", "|a|\n|-|\n|" + times("\\|", 20_000)),
      ("marks", times("[^", 1_000_000)),
      ("marks of one", times("[^a]", 20_000) + "\n\n[^a]: b\n"),
      ("notes", times("[^a]: b\n", 20_000)),
      ("stray marks", times("[^a] ", 20_000)),
      ("notes in a chain", (0..<20_000).map { "[^\($0)]: [^\($0 + 1)]\n" }.joined() + "[^0]"),
      ("brackets", times("[[", 1_000_000)),
      ("closed brackets", times("[[a]] ", 20_000)),
      ("nested brackets", times("[[", 500_000) + times("]]", 500_000)),
      ("embeds", times("![[a]]\n\n", 20_000)),
      ("equals", times("==", 1_000_000)),
      ("equals and words", times("==a ", 20_000)),
      ("tildes", times("a~~", 20_000)),
      ("percents", times("%% ", 20_000)),
      ("percent blocks", times("%%\n\n", 20_000)),
      ("callouts", (1..<800).map { times("> ", $0) + "[!note] a\n" }.joined()),
      ("callouts in a row", times("> [!note]- a\n\n", 20_000)),
      ("terms", times("a\n: b\n\n", 20_000)),
      ("definitions", "a\n" + times(": b\n", 20_000)),
      ("colons", times(": ", 20_000)),
      ("tasks", times("- [ ] a\n", 20_000)),
      ("deep lists", (0..<800).map { times("  ", $0) + "- [ ] a ~~b~~\n" }.joined()),
      ("ids", times("a ^b1\n\n", 20_000)),
      ("heading ids", times("# a {#b}\n", 20_000)),
      ("pictures", times("![a|3](b \"c\")\n\n", 20_000)),
      ("escapes", times("\\=\\~\\[", 20_000)),
      ("deep emphasis", times("*a ~~b~~ ", 20_000) + times("*", 20_000)),
      ("tables in quotes", times("> ", 5_000) + "|a|\n" + times("> ", 5_000) + "|-|\n"),
      ("carets", times("^", 20_000)),
      ("crossing", times("~~a ==b~~ c==", 20_000)),
    ]
  }()

  @Test("ends on hostile texts", arguments: hostile.indices)
  func ends(index: Int) {
    let text = Self.hostile[index].text
    guard !MarkdownTree.isTooCostly(text) else { return }
    var tree = MarkdownTree(parsing: text, syntax: .extended())
    let leaves = tree.leafBlocks()
    #expect(!leaves.isEmpty || Self.hostile[index].name.hasPrefix("percent"))
    tree.show(tree.references.map { _ in .words })
    tree.apply(leaves.indices.map { LeafEdit(leaf: $0) })
    tree.placeFootnotes(prefix: "")
    #expect(tree.html().markup.utf8.count < 400_000_000)
  }
}
