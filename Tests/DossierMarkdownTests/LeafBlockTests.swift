import DossierMarkdown
import DossierModel
import Testing

@Suite("The text of leaf blocks")
struct LeafBlockTests {
  @Test(
    "is what a reader sees, one line for a paragraph or heading",
    arguments: [
      ("North\nKorea", ["North Korea"]),
      ("North  \nKorea\\\nis", ["North Korea is"]),
      ("# A *big* **title** #", ["A big title"]),
      ("Title\nof two\n===", ["Title of two"]),
      ("see [the `x y` link](/u) and <http://a.b>", ["see the x y link and http://a.b"]),
      ("an ![alt *text*](/i) image", ["an  image"]),
      ("raw <b>bold</b> <!-- c -->", ["raw bold "]),
      ("a&#10;b&#13;c&amp;d&copy;\\*", ["a b c&d©*"]),
      ("- one\n- two\n\n  three\n> quote", ["one", "two", "three", "quote"]),
      ("```swift\nlet *x*\n\ny\n```\n\n    code\n", ["let *x*\n\ny\n", "code\n"]),
      ("<div>\na\n</div>", ["<div>\na\n</div>\n"]),
      ("***\n\n[a]: /b\n\n#\n\n-\n", [""]),
      ("", []),
      ("a\0b", ["a\u{FFFD}b"]),
      ("Z\r\nY\rX", ["Z Y X"]),
    ])
  func text(source: String, expected: [String]) {
    #expect(MarkdownTree(parsing: source).leafBlocks().map(\.text) == expected)
  }

  @Test("has its kind and its place in the source")
  func places() {
    let leaves = MarkdownTree(parsing: "## É\n\n> one\n> two\n\n- ```\n  x\n  ```\n\n<p>\n").leafBlocks()
    func shown(_ leaf: LeafBlock) -> String {
      "\(leaf.kind) \(leaf.startLine):\(leaf.startColumn)-\(leaf.endLine):\(leaf.endColumn)"
    }
    #expect(
      leaves.map(shown) == [
        "heading(level: 2) 1:1-1:5", "paragraph 3:3-4:5", "code 6:3-8:5", "html 10:1-10:3",
      ])
  }

  @Test("knows its code spans")
  func code() {
    let leaf = MarkdownTree(parsing: "é `a b` and ``c`d``").leafBlocks()[0]
    #expect(leaf.codeRanges.map { String(leaf.text.slice($0)) } == ["a b", "c`d"])
  }

  @Test("of any document has no line break outside code", arguments: 0..<8)
  func anything(part: Int) {
    for seed in 0..<250 {
      var generator = MarkdownGenerator(seed: UInt64(part * 250 + seed) + 50_000)
      let source = generator.document()
      for leaf in MarkdownTree(parsing: source).leafBlocks() {
        switch leaf.kind {
        case .code, .html: continue
        case .paragraph, .table: break
        case .heading(let level): #expect((1...6).contains(level))
        }
        #expect(!leaf.text.utf8.contains(10) && !leaf.text.utf8.contains(13), "\(source.debugDescription)")
        #expect(leaf.startLine >= 1 && leaf.endLine >= leaf.startLine)
        for range in leaf.codeRanges { #expect(leaf.text.slice(range).utf8.count == range.length) }
      }
    }
  }
}
