import DossierMarkdown
import DossierModel
import Testing

@Suite("Links by hand")
struct HandLinkTests {
  private func links(_ source: String) -> (texts: [String], links: [String]) {
    let tree = MarkdownTree(parsing: source, syntax: .extended())
    let leaves = tree.leafBlocks().map(\.text)
    return (leaves, tree.references.map { "\($0.target) <- \(leaves[$0.leaf].slice($0.range))" })
  }

  @Test("the brackets go, the words stay")
  func plain() {
    let found = links("# On [[Putin]]\n\nThen [[Vladimir Putin|the president]] and *[[Xi Jinping]]* met.")
    #expect(found.texts == ["On Putin", "Then the president and Xi Jinping met."])
    #expect(found.links == ["Putin <- Putin", "Vladimir Putin <- the president", "Xi Jinping <- Xi Jinping"])
  }

  @Test(
    "what is none stays as it is",
    arguments: [
      "[[]]", "[[ ]]", "[[a|]]", "[[|a]]", "[[open", "close]]", "[a]", "[[a\nb]]",
      "[[a [b] c]]",
      "[[*a*]]",
    ])
  func none(_ text: String) {
    let tree = MarkdownTree(parsing: text, syntax: .extended())
    #expect(tree.references.isEmpty)
    #expect(tree.html().markup == MarkdownTree(parsing: text).html().markup)
  }

  @Test("none in code, in links, in raw HTML")
  func elsewhere() {
    let text = "`[[a]]` [x [[b]] y](/z) <b>\n\n    [[c]]\n"
    #expect(MarkdownTree(parsing: text, syntax: .extended()).references.isEmpty)
  }

  @Test("only where asked for")
  func commonMark() {
    #expect(MarkdownTree(parsing: "[[a]]").references.isEmpty)
    #expect(MarkdownTree(parsing: "[[a]]").html().markup == "<p>[[a]]</p>\n")
  }

  @Test("the first pair of brackets that is a link counts")
  func nested() {
    #expect(links("[[[a]] b]]").links == ["a <- a"])
    #expect(links("[[a]][[b]]").links == ["a <- a", "b <- b"])
    #expect(links("[[é|ü]] [[x|y|z]]").links == ["é <- ü", "x <- y|z"])
  }

  @Test("a long row of brackets costs no square")
  func brackets() {
    let open = String(repeating: "[[", count: 50_000)
    #expect(MarkdownTree(parsing: open, syntax: .extended()).references.isEmpty)
    let closed = open + "a" + String(repeating: "]]", count: 50_000)
    #expect(MarkdownTree(parsing: closed, syntax: .extended()).references.count == 1)
  }
}
