import DossierModel
import DossierYAML
import Testing

@Suite("YAML mistakes")
struct YAMLMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var id: String
    var line: Int
    var column: Int

    init(_ text: String, _ id: String, _ line: Int, _ column: Int) {
      self.text = text
      self.id = id
      self.line = line
      self.column = column
    }

    var testDescription: String { "\(text.debugDescription): \(id)" }
  }

  @Test(
    "has a name, and a place in the whole file",
    arguments: [
      Mistake("title: A: b", "colon", 2, 9),
      Mistake("title: Élysée: b", "colon", 2, 14),
      Mistake("a: b\n c: d", "odd-line", 3, 3),
      Mistake("title x\nb: c", "odd-line", 3, 2),
      Mistake("- a\nb: c", "odd-line", 3, 1),
      Mistake("a: b\n- c", "odd-line", 3, 1),
      Mistake("a: b\r\n- c", "odd-line", 3, 1),
      Mistake("title: x\nfoo\n", "no-colon", 3, 1),
      Mistake("title: 'A", "open-quote", 2, 8),
      Mistake("title: \"A\nb: c\n", "open-quote", 2, 8),
      Mistake("a: 'x\n---\nb", "open-quote", 2, 4),
      Mistake("a: 'it's'", "after-value", 2, 8),
      Mistake("a: \"b\" c", "after-value", 2, 8),
      Mistake("a: [b]]", "after-value", 2, 7),
      Mistake("a: \"C:\\qx\"", "bad-escape", 2, 7),
      Mistake("a: \"\\xZZ\"", "bad-escape", 2, 7),
      Mistake("\ttitle: x", "tab", 2, 1),
      Mistake("title:\n\t- x", "tab", 3, 1),
      Mistake("a: @b", "bad-character", 2, 4),
      Mistake("a: b\u{1}", "control-character", 2, 5),
      Mistake("é: \0b", "control-character", 2, 4),
      Mistake("a: [1, 2\nb: c", "open-list", 2, 4),
      Mistake("a: {x: 1\n", "open-list", 2, 4),
      Mistake("a: - b", "list-in-line", 2, 4),
      Mistake("a: *x", "alias", 2, 4),
      Mistake("a: &x b", "alias", 2, 4),
      Mistake("a: &", "alias", 2, 4),
      Mistake("a: !!str b", "tag", 2, 4),
      Mistake("a: !<x", "tag", 2, 4),
      Mistake("a: b\n---\nc: d", "many-documents", 3, 1),
      Mistake("a: b\nc: d\na: e", "key-twice", 4, 1),
      Mistake("a:\n  - x: 1\n    x: 2", "key-twice", 4, 5),
      Mistake("[1]: 2", "key-not-text", 2, 1),
      Mistake("~: 2", "key-not-text", 2, 1),
      Mistake("a: ]", "bad", 2, 4),
    ])
  func place(mistake: Mistake) throws {
    let source = "---\n" + mistake.text + "\n---\nThe body: 'it' has\n\tits own *rules.\n"
    let range = TextRange(4, 4 + mistake.text.utf8.count)
    let error = #expect(throws: Diagnostic.self) { try YAML.parse(source, range: range, path: "a.md") }
    #expect(error?.id == "yaml." + mistake.id)
    #expect(error?.severity == .error)
    #expect(error?.location?.line == mistake.line)
    #expect(error?.location?.column == mistake.column)
    #expect(error?.hint?.isEmpty == false)
  }

  @Test("is printed with its line, a caret and what to do")
  func printed() {
    let error = #expect(throws: Diagnostic.self) {
      try YAML.parse("date: 2022-08-15\ntitle: Korea: a talk\n", path: "seeds/korea.yml")
    }
    #expect(
      error?.description == """
        seeds/korea.yml:2:13: error: a second colon stands in the value
            title: Korea: a talk
                        ^
          hint: put the value in quotes
        """)
  }

  @Test("with aliases costs no more than its text")
  func laughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(alias), \(alias), \(alias), \(alias), \(alias)]\n"
    }
    let error = #expect(throws: Diagnostic.self) { try YAML.parse(text, path: "a.yml") }
    #expect(error?.id == "yaml.alias")
  }
}
