import DossierMarkdown
import DossierModel
import Testing

@Suite("A tree without edits")
struct CmarkEqualityTests {
  /// 10,000 documents in four parts, which run at the same time.
  @Test("is rendered byte for byte as the program 'cmark' does", arguments: 0..<4)
  func equality(part: Int) throws {
    var documents: [String] = []
    for number in 0..<2500 {
      var generator = MarkdownGenerator(seed: UInt64(part * 2500 + number))
      documents.append(generator.document())
    }
    let printed = try #require(try CmarkProgram.html(of: documents.map { Array($0.utf8) }))
    #expect(printed.count == documents.count)
    var different: [String] = []
    for (document, bytes) in zip(documents, printed)
    where Array(MarkdownTree(parsing: document).html().markup.utf8) != bytes {
      different.append(document.debugDescription)
    }
    #expect(different.isEmpty)
  }

  @Test("keeps its HTML when its text is read")
  func reading() {
    for seed in 0..<500 {
      var generator = MarkdownGenerator(seed: UInt64(seed))
      let tree = MarkdownTree(parsing: generator.document())
      let before = tree.html()
      _ = tree.leafBlocks()
      #expect(tree.html() == before, "seed \(seed)")
    }
  }

  @Test(
    "has no address that runs a program",
    arguments: [
      "[a](javascript:alert(1))", "[a](JavaScript:alert(1))", "[a](<  javascript:x>)",
      "<javascript:alert(1)>",
      "![a](javascript:x)", "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](data:text/html;base64,x)",
      "[a](&#106;avascript:x)", "[a](java&#115;cript:x)", "[a][b]\n\n[b]: javascript:x",
    ])
  func safety(source: String) {
    let markup = MarkdownTree(parsing: source).html().markup
    for word in ["script:", "Script:", "file:", "data:"] {
      #expect(
        !markup.contains("\"\(word)") && !markup.contains("\"java\(word)") && !markup.contains("\"vb\(word)"))
      #expect(!markup.contains("\"Java\(word)"))
    }
    #expect(markup.contains("=\"\"") || markup.contains("%20javascript"), "\(markup)")
  }

  @Test("may nest as deep as a text can write it")
  func nesting() {
    let deep = 15_000
    func check(_ source: String, holds text: String) {
      var tree = MarkdownTree(parsing: source)
      let leaves = tree.leafBlocks()
      #expect(leaves.contains { $0.text.contains(text) })
      tree.apply(
        leaves.indices.map { LeafEdit(leaf: $0, lead: .init(trusted: "<i></i>"), spans: [mark(0, 1)]) })
      #expect(tree.html().markup.contains("<i></i>"))
    }
    check(String(repeating: "> ", count: deep) + "deep", holds: "deep")
    check(String(repeating: "- ", count: deep) + "deep", holds: "deep")
    check(String(repeating: "**", count: deep) + "deep" + String(repeating: "**", count: deep), holds: "deep")
    check(
      String(repeating: "*a **a ", count: deep) + "deep" + String(repeating: "** b*", count: deep),
      holds: "deep")
    check(
      String(repeating: "[", count: deep) + "deep" + String(repeating: "](/u)", count: deep), holds: "deep")
    check(
      String(repeating: "![", count: deep) + "x" + String(repeating: "](/u)", count: deep) + " deep",
      holds: "deep")
  }
}
