import DossierModel
import DossierYAML
import Testing

@Suite("YAML values")
struct YAMLValueTests {
  /// A node as one line: plain text bare, quoted text in quotes.
  func shown(_ node: YAMLNode?) -> String {
    switch node?.value {
    case nil: "nothing"
    case .null: "null"
    case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
    case .list(let items): "[" + items.map(shown).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \(shown($0.node))" }.joined(separator: ", ") + "}"
    }
  }

  @Test(
    "is read as text, lists and maps",
    arguments: [
      ("", "nothing"),
      ("# a comment only\n", "nothing"),
      ("~", "null"),
      ("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n", "{a: null, b: null, c: null, d: '', e: 'null'}"),
      ("date: 2022-08-15\nyes: no\nn: 0x1F", "{date: 2022-08-15, yes: no, n: 0x1F}"),
      ("tags: [a, \"b: c\", d]\nx: {y: z}", "{tags: [a, 'b: c', d], x: {y: z}}"),
      ("- a\n- - b\n  - c\n- d: e\n  f: g\n", "[a, [b, c], {d: e, f: g}]"),
      ("a: |\n  x\n  y\nb: >-\n  p\n  q\n", "{a: 'x\ny\n', b: 'p q'}"),
      ("a: one\r\nb: two\r\n", "{a: one, b: two}"),
      ("%YAML 1.2\n---\na: b\n...\n", "{a: b}"),
      ("a: \"\\u00e9\\t\\\"\"\n'it''s': x", "{a: 'é\t\"', it's: x}"),
      ("<<: x\n? long\n: y", "{<<: x, long: y}"),
      ("\u{FEFF}a: b", "{a: b}"),
      ("url: http://example.org/a:b#c", "{url: http://example.org/a:b#c}"),
    ])
  func reads(text: String, expected: String) throws {
    #expect(shown(try YAML.parse(text, path: "a.yml")) == expected)
  }

  @Test("has its place in the whole file, in bytes")
  func places() throws {
    let yaml = "titre: Élysée\nnoms: [Åse, \"Bö\"]\n"
    let source = "---\n" + yaml + "---\nbody: no YAML: at all\n"
    let range = TextRange(4, 4 + yaml.utf8.count)
    let node = try #require(try YAML.parse(source, range: range, path: "a.md"))
    guard case .map(let entries) = node.value, entries.count == 2 else {
      Issue.record("no map of two: \(shown(node))")
      return
    }
    #expect(source.slice(entries[0].keyRange) == "titre")
    #expect(source.slice(entries[0].node.range) == "Élysée")
    #expect(source.slice(entries[1].node.range) == "[Åse, \"Bö\"]")
    guard case .list(let items) = entries[1].node.value else {
      Issue.record("no list")
      return
    }
    #expect(items.map { String(source.slice($0.range)) } == ["Åse", "\"Bö\""])
    #expect(range.contains(node.range))
  }

  @Test("may lie 64 lists deep, and no deeper", arguments: [("[", "]"), ("{a: ", "}")])
  func depth(open: String, close: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    }
    #expect(shown(try YAML.parse(nested(64), path: "a.yml")).contains("x"))
    let error = #expect(throws: Diagnostic.self) { try YAML.parse(nested(65), path: "a.yml") }
    #expect(error?.id == "yaml.too-deep")
    #expect(error?.location?.column == 64 * open.count + 1)
  }

  @Test("of great depth is refused without being read to its end")
  func bomb() {
    for text in [String(repeating: "[", count: 400_000), String(repeating: "- ", count: 400_000)] {
      let error = #expect(throws: Diagnostic.self) { try YAML.parse(text, path: "a.yml") }
      #expect(error?.id == "yaml.too-deep")
    }
  }
}
