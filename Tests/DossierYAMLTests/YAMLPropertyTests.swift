import DossierModel
import DossierYAML
import SeededGenerator
import Testing

@Suite("Any text as YAML")
struct YAMLPropertyTests {
  static let parts = [
    "a", "key", "é", "日本", "😀", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\r\n", "\t", " ", "'", "\"",
    "[", "]",
    "{", "}", ", ", "# ", "|\n", ">-\n", "? ", "~", "null", "\\", "\\u0041", "---\n", "...\n", "%YAML 1.1\n",
    "!!s ",
    "&a ", "*a", "@", "`", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "<<: ", "1.5", "x: y\n", "'q'",
    "\"\\",
  ]

  @Test("is a value or a mistake, each within the range", arguments: 0..<20)
  func anything(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var values = 0
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        text += Self.parts.randomElement(using: &random) ?? ""
      }
      let before = "---\nÖ"
      let source = before + text + "after: 'x\n"
      let range = TextRange(before.utf8.count, before.utf8.count + text.utf8.count)
      do throws(Diagnostic) {
        guard let node = try YAML.parse(source, range: range, path: "a.md") else { continue }
        values += 1
        let problem = misplaced(node, in: range, source)
        #expect(problem == nil, "\(text.debugDescription)")
      } catch {
        let location = try #require(error.location)
        #expect(location.line >= 2 && location.column >= 1, "\(text.debugDescription)")
        #expect(error.id.hasPrefix("yaml.") && error.hint != nil)
      }
    }
    #expect(values > 10)
  }

  /// Says what is wrong with a node's ranges, if anything: they lie in those around them, in order, begin and end with
  /// a scalar, and those of plain words on one line hold the words.
  func misplaced(_ node: YAMLNode, in outer: TextRange, _ source: String) -> String? {
    guard outer.contains(node.range) else { return "\(node.range) is not in \(outer)" }
    guard isWhole(node.range, source) else { return "\(node.range) cuts a scalar" }
    switch node.value {
    case .null: return nil
    case .scalar(let text, let isPlain):
      let isWord = isPlain && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
      if isWord, source.slice(node.range) != text { return "\(text) is not at \(node.range)" }
      return nil
    case .list(let items):
      var last = node.range.start
      for item in items {
        if item.range.start < last { return "\(item.range) overlaps" }
        last = item.range.end
        if let problem = misplaced(item, in: node.range, source) { return problem }
      }
      return nil
    case .map(let entries):
      for entry in entries {
        if !isWhole(entry.keyRange, source) || entry.keyRange.end > entry.node.range.start {
          return "key \(entry.key)"
        }
        if let problem = misplaced(entry.node, in: node.range, source) { return problem }
      }
      return nil
    }
  }

  func isWhole(_ range: TextRange, _ source: String) -> Bool {
    source.slice(range).utf8.count == range.length
  }
}
