import DossierModel
import DossierRead
import Testing

@Suite("Handling marks in documents")
struct BlockMarkTests {
  private func read(_ text: String, _ path: String = "a.md", _ ladder: MarkingLadder = .tlp) throws
    -> Document
  {
    try #require(
      DocumentReader(ladder: ladder).document(path: path, location: path, bytes: Array(text.utf8)).document)
  }

  private func marks(_ document: Document) -> [String] { document.blocks.map { $0.marking ?? "" } }

  @Test("a mark is no part of the text, and references keep their places")
  func text() throws {
    let document = try read("# A\n\n{TLP:AMBER} See [[Vladimir Putin]] and `code` there.\n")
    #expect(document.text == "A\nSee Vladimir Putin and code there.")
    #expect(marks(document) == ["", "TLP:AMBER"] && document.blocks[1].markLength == 12)
    #expect(document.handLinks.map { String(document.text.slice($0.range)) } == ["Vladimir Putin"])
    #expect(document.blocks[1].codeRanges.map { String(document.text.slice($0)) } == ["code"])
    #expect(document.record.marking == nil)
  }

  @Test("a heading's mark covers its section, and within it a higher one counts")
  func sections() throws {
    let document = try read(
      "# A\n\n## {TLP:AMBER} B\n\none\n\n### C\n\n{TLP:RED} two\n\n{TLP:GREEN} three\n\n## D\n\nfour\n")
    #expect(
      marks(document) == ["", "TLP:AMBER", "TLP:AMBER", "TLP:AMBER", "TLP:RED", "TLP:AMBER", "", ""])
  }

  @Test("the mark of the title, or one by itself at the start, is the document's")
  func whole() throws {
    for text in [
      "# {TLP:RED} A\n\nText.", "{TLP:RED}\n\n# A\n\nText.", "---\ntitle: \"{TLP:RED} A\"\n---\n\nText.",
    ] {
      let document = try read(text)
      #expect(document.record.marking == "TLP:RED" && document.title == "A", "\(text)")
    }
    let both = try read("---\nmarking: TLP:RED\n---\n# {TLP:GREEN} A\n\nText.")
    #expect(both.record.marking == "TLP:RED")
  }

  @Test("a footnote to which only marked text leads is marked as that is")
  func footnotes() throws {
    let document = try read(
      "a[^1]\n\n{TLP:RED} b[^1][^2][^3]\n\n{TLP:AMBER} c[^3]\n\n[^1]: one\n\n[^2]: two\n\n[^3]: three\n")
    #expect(marks(document) == ["", "TLP:RED", "TLP:AMBER", "", "TLP:RED", "TLP:AMBER"])
  }

  @Test("plain text has marks at the start of paragraphs, headings and items")
  func plain() throws {
    let document = try read(
      "{TLP:GREEN} Talks on the trains\n\nBy Anna Keller\n\nIt rains in Oslo today, says the railway.\n{TLP:RED} The second line begins a paragraph of its own.\n\n{TLP:AMBER}\nThis one has it above, as it may.\n",
      "a.txt")
    #expect(document.record.marking == "TLP:GREEN" && document.title == "Talks on the trains")
    #expect(document.record.authors == ["Anna Keller"])
    #expect(marks(document).filter { !$0.isEmpty } == ["TLP:RED", "TLP:AMBER"])
    #expect(!document.text.contains("{"))
    let alone = try read("{TLP:RED}\n\nThe town is quiet today, says the mayor of it.\n", "b.txt")
    #expect(alone.record.marking == "TLP:RED" && alone.blocks.count == 1)
  }

  @Test("other braces are text, and so are marks in code")
  func others() throws {
    let document = try read("# A\n\n{n} items\n\n`{TLP:RED}` is code\n\n```\n{TLP:RED} x\n```\n")
    #expect(document.blocks.allSatisfy { $0.marking == nil && $0.markLength == 0 })
    #expect(document.text.contains("{n} items"))
    let own = try read("# A\n\n{closed} text\n", "a.md", MarkingLadder(["Open", "Closed"]))
    #expect(marks(own) == ["", "Closed"])
  }
}
