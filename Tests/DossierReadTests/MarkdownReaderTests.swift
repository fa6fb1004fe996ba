import DossierMarkdown
import DossierModel
import DossierRead
import Foundation
import SeededGenerator
import Testing

@Suite struct MarkdownReaderTests {
  @Test(
    "a file's name that is written as a title is one, where there is no other",
    arguments: [
      ("notes/2024-05 Port talks.md", "Text.", "2024-05 Port talks"), ("port-talks.md", "Text.", "Text"),
      ("Port talks.md", "# Title\n\nText.", "Title"),
    ])
  func titleOfTheFile(path: String, text: String, title: String) throws {
    #expect(try read(text, path: path).title == title)
  }

  private func read(_ text: String, path: String = "a.md") throws -> Document {
    try #require(DocumentReader().document(path: path, location: path, bytes: Array(text.utf8)).document)
  }

  @Test func leavesBecomeBlocks() throws {
    let document = try read(
      "# Head\n\nA `code` span\nand *more*.\n\n## Sub\n\n- one\n- two\n\n> quote\n\n```\nx\ny\n```\n\n<div>\nraw\n</div>\n"
    )
    #expect(
      document.blocks.map(\.kind) == [
        .title, .paragraph, .heading(level: 2), .paragraph, .paragraph, .paragraph, .code, .html,
      ])
    #expect(document.text == "Head\nA code span and more.\nSub\none\ntwo\nquote\nx\ny\n<div>\nraw\n</div>")
    #expect(document.blocks[1].codeRanges.map { document.text.slice($0) } == ["code"])
    #expect(document.title == "Head")
    #expect(document.titleOrigin == .headline)
  }

  @Test func markdownThatTakesTooLongIsPlainText() throws {
    let text = String(repeating: "- ", count: 6000) + "x\n" + String(repeating: "\n", count: 30_000) + "end\n"
    let result = DocumentReader().document(path: "a.md", location: "a.md", bytes: Array(text.utf8))
    #expect(result.diagnostics.map(\.id) == ["read.too-costly"])
    #expect(result.document?.text.hasSuffix("end") == true)
  }

  @Test func theFirstHeadingIsTheTitleOnlyIfFirst() throws {
    #expect(try read("Words first.\n\n# Head\n").title == "Words first")
    #expect(try read("## Sub\n\nWords here.\n").title == "Words here")
    #expect(try read("<!-- note -->\n\n# Head\n\nWords.\n").title == "Head")
    #expect(try read("#\n\nWords here.\n").title == "Words here")
    #expect(try read("```\nx\n```\n", path: "b/some_file.md").title == "some file")
  }

  @Test func aTitleInFrontMatterGoesFirst() throws {
    let document = try read("---\ntitle: Mine\n---\n# Head\n\nWords.\n")
    #expect(document.title == "Mine")
    #expect(document.blocks[0].kind == .heading(level: 1))
    // The same words twice would be shown twice.
    #expect(try read("---\ntitle: Head\n---\n# Head\n\nWords.\n").blocks[0].kind == .title)
  }

  @Test func nothingIsARecordLine() throws {
    let document = try read("# Head\n\nBy Jane Doe\n\n3 March 2016\n\nWords.\n\nSource: Reuters\n")
    #expect(document.record == SourceRecord())
    #expect(!document.blocks.contains { $0.isRecord })
  }

  /// Blocks and the leaves of the body's tree are one to one, with the same text.
  @Test(arguments: [UInt64](1...6))
  func blocksAreTheLeavesOnRandomMarkdown(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let pieces = [
      "\n", "\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "# ", "## ", "> ", "- ", "1. ", "```\n", "~~~\n",
      "`", "``",
      "*", "**", "_", "[a]", "(b)", "![i](j)", "<div>", "</div>\n", "<!-- c -->", "<b>", "---\n", "===\n",
      "&amp;",
      "&#10;", "\\", "word", "é", "金", "title: a\n", "[a]: /b\n", "[[Link|text]]", "\u{0}", "\u{A0}", "|",
      "https://x.y",
    ]
    for _ in 0..<250 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let bytes = Array(text.utf8)
      let (document, diagnostics) = DocumentReader().document(path: "a.md", location: "a.md", bytes: bytes)
      #expect(document != nil || !diagnostics.isEmpty)
      guard let document else { continue }
      expectInvariants(document)
      guard case .markdown(let body, _) = document.markup else {
        Issue.record("not Markdown")
        continue
      }
      let leaves = MarkdownTree(parsing: body, syntax: .extended()).leafBlocks()
      #expect(leaves.count == document.blocks.count)
      for (leaf, block) in zip(leaves, document.blocks) {
        #expect(block.sourceRange.end <= bytes.count)
        let found = Array(document.text.slice(block.textRange).utf8)
        let leafBytes = Array(leaf.text.utf8)
        #expect(found.count <= leafBytes.count)
        for (a, b) in zip(found, leafBytes) where a != b { #expect(a == 32 && (9...13).contains(b)) }
      }
    }
  }
}
