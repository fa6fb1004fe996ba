import DossierModel
import DossierRead
import Foundation
import SeededGenerator
import Testing

/// Whatever the bytes are, the reader gives a document whose parts fit, or says why not.
@Suite struct ReaderFuzzTests {
  @Test(arguments: [UInt64](1...8))
  func randomLines(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let pieces = [
      " ", "  ", "   ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "- ", "* ", "1. ", "(a) ", "> ", "| ", "---",
      "====",
      "word", "Word", "WORD", "U.S.", "Dr.", "Jane Doe", "By ", ", ", ". ", ".", "?", ":", "“", "”", "(", ")",
      "é",
      "金", "。", "🎉", "\u{301}", "\u{2028}", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "3 March 2016",
      "2016-03-03",
      "Source: ", "https://example.org", "© 2016", "Lecturer", "and", "of", "\u{C}", "\u{B}", "-", "—", "[1]",
      "a rather long run of words that is as wide as a wrapped line would be",
    ]
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      check(Array(text.utf8), path: "a.txt")
    }
  }

  @Test(arguments: fixtureNames(endingIn: ".txt"))
  func changedFixtures(name: String) throws {
    var random = SeededGenerator(state: 99)
    let original = Array(try Data(contentsOf: URL(filePath: fixtureFolder + "/" + name)))
    for _ in 0..<150 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert([10, 13, 32, 9, 0xE2, 0x80][Int.random(in: 0..<6, using: &random)], at: index)
        case 2: bytes.remove(at: index)
        default: bytes.replaceSubrange(index..<bytes.count, with: bytes[..<index].shuffled(using: &random))
        }
        if bytes.isEmpty { bytes = [32] }
      }
      check(bytes, path: name)
    }
  }

  @Test func randomBytes() {
    var random = SeededGenerator(state: 5)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      check(bytes, path: "a.txt")
      check(bytes.map { $0 == 0 ? 0x20 : $0 }, path: "a.txt")
      check([0xFF, 0xFE] + bytes, path: "a.txt")
      check([0xFE, 0xFF] + bytes, path: "a.txt")
    }
  }

  /// Every block of a text in ASCII and UTF-8 is what stands at its place in the file.
  private func check(_ bytes: [UInt8], path: String) {
    let (document, diagnostics) = DocumentReader().document(path: path, location: path, bytes: bytes)
    #expect(document != nil || !diagnostics.isEmpty)
    guard let document else { return }
    expectInvariants(document)
    let isConverted = diagnostics.contains {
      ["read.utf16", "read.windows-1252", "read.damaged-utf8"].contains($0.id)
    }
    if !isConverted { expectSourceAgrees(document, separatorsAsLineFeeds(bytes)) }
  }

  /// U+2028 and U+2029 end lines, so they are no part of a block's text; as space they are ignored.
  private func separatorsAsLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for index in bytes.indices.dropLast(2)
    where bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && bytes[index + 2] & 0xFE == 0xA8
    {
      bytes.replaceSubrange(index..<index + 3, with: [10, 10, 10])
    }
    return bytes
  }
}

/// What holds for every document.
func expectInvariants(_ document: Document, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  #expect(!document.title.isEmpty, sourceLocation: sourceLocation)
  #expect(!document.title.contains("\n"), sourceLocation: sourceLocation)
  #expect(!document.slug.isEmpty, sourceLocation: sourceLocation)
  var position = 0
  var sourcePosition = 0
  let utf8 = Array(document.text.utf8)
  for (index, block) in document.blocks.enumerated() {
    #expect(block.textRange.start == position, sourceLocation: sourceLocation)
    #expect(block.textRange.end <= utf8.count, sourceLocation: sourceLocation)
    #expect(block.sourceRange.start >= sourcePosition, sourceLocation: sourceLocation)
    #expect(block.codeRanges.allSatisfy { block.textRange.contains($0) }, sourceLocation: sourceLocation)
    sourcePosition = block.sourceRange.end
    let text = utf8[block.textRange.start..<min(utf8.count, block.textRange.end)]
    #expect(String(validating: text, as: UTF8.self) != nil, sourceLocation: sourceLocation)
    if ![.verbatim, .code, .html, .table].contains(block.kind) {
      #expect(!text.contains { $0 == 10 || $0 == 13 }, sourceLocation: sourceLocation)
    }
    position = block.textRange.end
    if index + 1 < document.blocks.count {
      #expect(utf8[position] == 10, sourceLocation: sourceLocation)
      position += 1
    }
  }
  #expect(position == utf8.count, sourceLocation: sourceLocation)
}
