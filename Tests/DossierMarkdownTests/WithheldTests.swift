import DossierMarkdown
import DossierModel
import SeededGenerator
import Testing

@Suite("Parts of Markdown that are withheld")
struct WithheldTests {
  /// Shows a source without some of its leaves.
  private func html(_ source: String, without leaves: [Int], cut: [Int: Int] = [:]) -> String {
    var tree = MarkdownTree(parsing: source, syntax: .extended())
    let count = tree.leafBlocks().count
    tree.show(tree.references.map { _ in .words })
    tree.withhold(leaves: leaves)
    tree.apply(
      (0..<count).map { LeafEdit(leaf: $0, isRemoved: leaves.contains($0), cut: cut[$0] ?? 0) })
    tree.pruneWithheld()
    tree.placeFootnotes(prefix: "")
    return tree.html().markup
  }

  @Test("a mark at the start of an item, quotation, callout or footnote covers all of it")
  func covered() {
    let source =
      "- a\n\n  b\n  - c\n- d\n\n> e\n>\n> f\n\n> [!note] g\n> h\n\ni[^1]\n\n| j |\n|---|\n\n[^1]: k\n\n    l\n"
    let tree = MarkdownTree(parsing: source, syntax: .extended())
    let texts = tree.leafBlocks().map(\.text)
    let first = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
    #expect(texts == first)
    let covered = tree.coveredLeaves(from: Array(texts.indices)).map { $0.map { texts[$0] }.joined() }
    #expect(covered == ["abc", "b", "c", "d", "ef", "f", "gh", "h", "i", "j", "kl", "l"])
  }

  @Test("what is left of a tree has no empty items, callouts or footnotes, and lines that were there stay")
  func pruned() {
    #expect(html("- a\n- b\n\n---\n\n> c", without: [0, 2]) == "<ul>\n<li>b</li>\n</ul>\n<hr />\n")
    #expect(html("> [!note]\n> a\n\nb", without: [0]) == "<p>b</p>\n")
    #expect(html("a[^1] b[^2]\n\n[^1]: c\n\n[^2]: d\n", without: [1]).contains("a b<sup"))
    let left = html("a[^1]\n\nb[^1]\n\n[^1]: c\n", without: [0])
    #expect(left.contains("id=\"fnref-1\"") && !left.contains("fnref-1-2"))
    #expect(!html("a[^1]\n\nb\n\n[^1]: c\n", without: [0, 2]).contains("footnotes"))
  }

  @Test("a mark is cut off across elements and breaks")
  func cut() {
    #expect(html("{X} a *b*", without: [], cut: [0: 4]) == "<p>a <em>b</em></p>\n")
    #expect(html("**{X}\nb** c", without: [], cut: [0: 4]) == "<p><strong>b</strong> c</p>\n")
    #expect(html("{X} | a |\n|---|---|\n", without: [], cut: [0: 3]).contains("{X}") == false)
    #expect(html("{X}", without: [], cut: [0: 9]) == "<p></p>\n")
  }

  @Test("no word of a withheld part of any Markdown is shown", arguments: 0..<4)
  func anything(part: Int) {
    for number in 0..<500 {
      var random = SeededGenerator(state: UInt64(part * 1000 + number))
      var source = ""
      for word in 0..<(1 + random.below(40)) {
        source += random.pick(ExtendedPropertyTests.pieces) + (random.below(2) == 0 ? "zq\(word)z " : "")
      }
      let leaves = MarkdownTree(parsing: source, syntax: .extended()).leafBlocks()
      let withheld = leaves.indices.filter { _ in random.below(3) == 0 }
      let result = html(source, without: withheld)
      func words(_ numbers: some Sequence<Int>) -> Set<String> {
        Set(
          numbers.flatMap { leaves[$0].text.split { !$0.isLetter && !$0.isNumber }.map(String.init) }.filter {
            $0.hasPrefix("zq")
          })
      }
      let shown = words(leaves.indices.filter { !withheld.contains($0) })
      for word in words(withheld) where !shown.contains(word) {
        #expect(!result.contains(word), "\(word) in \(source.debugDescription)")
      }
    }
  }
}
