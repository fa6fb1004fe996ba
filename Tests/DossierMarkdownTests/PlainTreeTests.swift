import DossierMarkdown
import DossierModel
import SeededGenerator
import Testing

@Suite("A tree of plain text")
struct PlainTreeTests {
  @Test("has no markup but its blocks")
  func markup() {
    let tree = MarkdownTree(plain: [
      PlainBlock(kind: .heading(level: 2), text: "# *a* <b>"),
      PlainBlock(kind: .paragraph, text: "[x](/y) & `z`"),
      PlainBlock(kind: .verbatim, text: "  a\n    b\n"), PlainBlock(kind: .heading(level: 9), text: ""),
    ])
    #expect(
      tree.html().markup
        == "<h2># *a* &lt;b&gt;</h2>\n<p>[x](/y) &amp; `z`</p>\n<div class=\"verbatim\">\n<p>  a\n    b\n</p>\n</div>\n<h6></h6>\n"
    )
    #expect(MarkdownTree(plain: []).html().markup == "")
  }

  @Test("is marked, numbered and cut as any other")
  func edits() {
    var tree = MarkdownTree(plain: [
      PlainBlock(kind: .paragraph, text: "gone"), PlainBlock(kind: .verbatim, text: "gone\ntoo"),
      PlainBlock(kind: .verbatim, text: "a\nb"), PlainBlock(kind: .paragraph, text: "c\0d"),
    ])
    tree.apply([
      LeafEdit(leaf: 0, isRemoved: true), LeafEdit(leaf: 1, isRemoved: true),
      LeafEdit(leaf: 2, lead: HTML(trusted: "<i></i>"), spans: [mark(0, 3)]),
      LeafEdit(leaf: 3, spans: [mark(2, 3)]),
    ])
    #expect(
      tree.html().markup
        == "<div class=\"verbatim\">\n<p><i></i><a m>a\nb</a></p>\n</div>\n<p>c <a m>d</a></p>\n")
  }

  @Test("gives each block's text back", arguments: 0..<4)
  func texts(part: Int) {
    var random = SeededGenerator(state: UInt64(part))
    for _ in 0..<250 {
      var blocks: [PlainBlock] = []
      for _ in 0..<random.below(6) {
        var text = ""
        for _ in 0..<random.below(5) {
          text += random.pick(MarkdownGenerator.words + MarkdownGenerator.broken)
        }
        let kind: PlainBlock.Kind = random.pick([.paragraph, .heading(level: 3), .verbatim])
        blocks.append(PlainBlock(kind: kind, text: Substring(text)))
      }
      let leaves = MarkdownTree(plain: blocks).leafBlocks()
      #expect(leaves.count == blocks.count)
      for (leaf, block) in zip(leaves, blocks) {
        var isVerbatim = false
        if case .verbatim = block.kind { isVerbatim = true }
        let expected = block.text.utf8.map { byte -> UInt8 in
          byte == 0 || (!isVerbatim && (byte == 10 || byte == 13)) ? 32 : byte
        }
        #expect(Array(leaf.text.utf8) == expected)
      }
    }
  }
}
