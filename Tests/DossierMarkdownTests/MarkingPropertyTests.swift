import DossierMarkdown
import DossierModel
import SeededGenerator
import Testing

@Suite("Any marking of any document")
struct MarkingPropertyTests {
  @Test("changes nothing but for its own tags, which nest well", arguments: 0..<8)
  func anything(part: Int) {
    var marks = 0
    for seed in 0..<250 {
      var generator = MarkdownGenerator(seed: UInt64(part * 250 + seed) + 100_000)
      let source = generator.document()
      var tree = MarkdownTree(parsing: source)
      let before = tree.html().markup
      let leaves = tree.leafBlocks()
      var expected: [String: String] = [:]
      var edits: [LeafEdit] = []
      for (index, leaf) in leaves.enumerated() {
        var spans: [LeafEdit.Span] = []
        var last = 0
        for number in 0..<generator.random.below(6) where last < leaf.text.utf8.count {
          let start = generator.random.below(4) == 0 ? last : last + generator.random.below(8)
          let end = start + 1 + generator.random.below(12)
          let name = "\(index).\(number)"
          spans.append(mark(start, end, name))
          guard end <= leaf.text.utf8.count else { continue }
          last = end
          if isInline(leaf.kind), isWhole(TextRange(start, end), leaf.text) {
            expected[name] = visible(TextRange(start, end), leaf)
          }
        }
        // Sentences lie around the marks, or across them.
        var sentences: [LeafEdit.Span] = []
        last = 0
        for number in 0..<generator.random.below(4) where last < leaf.text.utf8.count {
          let end = min(leaf.text.utf8.count, last + 1 + generator.random.below(30))
          let name = "\(index).s\(number)"
          sentences.append(sentence(last, end, name))
          if isInline(leaf.kind), isWhole(TextRange(last, end), leaf.text) {
            expected[name] = visible(TextRange(last, end), leaf, hasCode: true)
          }
          last = end
        }
        edits.append(LeafEdit(leaf: index, sentences: sentences, spans: spans))
      }
      tree.apply(edits)
      var checker = MarkupChecker()
      checker.read(tree.html().markup)
      #expect(checker.problem == nil, "seed \(seed): \(source.debugDescription)")
      #expect(checker.stripped == before, "seed \(seed): \(source.debugDescription)")
      for (name, text) in expected where !text.isEmpty || checker.marked[name] != nil {
        #expect(
          Self.withoutSpaces(checker.marked[name] ?? "") == text,
          "seed \(seed): \(source.debugDescription)")
      }
      marks += expected.count
      for name in checker.marked.keys { #expect(expected[name] != nil) }
      // The text is the same to whoever reads it again.
      #expect(tree.leafBlocks().map(\.text) == leaves.map(\.text))
    }
    #expect(marks > 500)
  }

  func isInline(_ kind: LeafBlock.Kind) -> Bool {
    switch kind {
    case .paragraph, .heading, .table: true
    case .code, .html: false
    }
  }

  func isWhole(_ range: TextRange, _ text: String) -> Bool {
    text.slice(range).utf8.count == range.length
      && text.slice(TextRange(0, range.start)).utf8.count == range.start
  }

  /// By scalars: a character may be a space with an accent.
  static func withoutSpaces(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "\n" && $0 != "\r" }))
  }

  /// The text of a range without spaces; of code, at most what lies in it whole.
  func visible(_ range: TextRange, _ leaf: LeafBlock, hasCode: Bool = false) -> String {
    var bytes: [UInt8] = []
    for (offset, byte) in leaf.text.utf8.enumerated() where range.contains(TextRange(offset, offset + 1)) {
      let code = leaf.codeRanges.first { $0.contains(TextRange(offset, offset + 1)) }
      if let code, !hasCode || !range.contains(code) { continue }
      bytes.append(byte)
    }
    return Self.withoutSpaces(String(decoding: bytes, as: UTF8.self))
  }
}

/// Reads markup of our own: takes the marks out, gathers what they hold, and checks that tags nest.
struct MarkupChecker {
  var stripped = ""
  /// The text in each mark.
  var marked: [String: String] = [:]
  var problem: String?
  private var open: [(name: String, mark: String?)] = []

  mutating func read(_ markup: String) {
    var rest = markup.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "<" {
        let isComment = rest.starts(with: "<!--".unicodeScalars)
        guard let end = rest.firstIndex(of: ">") else { return problem = "an open tag" }
        let tag = String(rest[...end])
        rest = rest[rest.index(after: end)...]
        if isComment || tag.hasSuffix("/>") { stripped += tag } else { read(tag: tag) }
      } else {
        let text = String(rest.prefix { $0 != "<" })
        rest = rest.drop { $0 != "<" }
        stripped += text
        for case let mark? in open.map(\.mark) { marked[mark, default: ""] += plain(text) }
      }
    }
    if !open.isEmpty { problem = "\(open.count) elements are not closed" }
  }

  private mutating func read(tag: String) {
    let inside = tag.dropFirst().dropLast()
    if inside.hasPrefix("/") {
      guard let last = open.popLast(), last.name == inside.dropFirst() else {
        return problem = "\(tag) closes nothing"
      }
      if last.mark == nil { stripped += tag }
      return
    }
    let words = inside.split(separator: " ", maxSplits: 1)
    let name = String(words[0])
    var mark: String?
    if name == "s" || name == "a" || name == "q", words.count == 2, !words[1].contains("=") {
      let word = String(words[1])
      mark = word.hasSuffix("+") ? String(word.dropLast()) : word
      // The first part has the mark's own tag, and only the first.
      if (marked[mark ?? ""] == nil) == word.hasSuffix("+") { problem = "\(tag) is not in order" }
      marked[mark ?? "", default: ""] += ""
      if open.contains(where: { $0.mark != nil && ($0.name != "q" || name == "q") }) {
        problem = "\(tag) stands in a mark"
      }
    }
    // libcmark itself puts an automatic link into a link's text: "[<http://a.b>](/c)".
    if name == "a", open.contains(where: { $0.name == "a" && (mark != nil || $0.mark != nil) }) {
      problem = "\(tag) stands in a link"
    }
    if name == "s", !open.contains(where: { $0.name == "a" }) { problem = "\(tag) stands in no link" }
    open.append((name, mark))
    if mark == nil { stripped += tag }
  }

  /// By bytes: a character may be a reference's semicolon with an accent.
  private func plain(_ text: String) -> String {
    var plain = Array(text.utf8)
    for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      let parts = plain.split(separator: Array(name.utf8), omittingEmptySubsequences: false)
      plain = Array(parts.joined(separator: Array(character.utf8)))
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
