import DossierMarkdown
import DossierModel
import Foundation
import Testing

@Suite("CommonMark 0.30")
struct CommonMarkSpecTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var number: Int
    var markdown: String
    var html: String
    var testDescription: String { "example \(number)" }
  }

  /// The examples of the spec: between two lines of 32 backquotes, source and HTML parted by a line ".".
  static let examples: [Example] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/commonmark/spec.txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var parts: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == fence + " example" {
        parts = [""]
      } else if line == fence, let both = parts {
        let tabs = both.map { $0.replacingOccurrences(of: "→", with: "\t") }
        if tabs.count == 2 {
          examples.append(Example(number: examples.count + 1, markdown: tabs[0], html: tabs[1]))
        }
        parts = nil
      } else if line == ".", parts?.count == 1 {
        parts?.append("")
      } else if let last = parts?.indices.last {
        parts?[last] += line + "\n"
      }
    }
    return examples
  }()

  /// We leave raw HTML out, which the spec keeps: those examples are left to the comparison with the program.
  static let withoutRawHTML = examples.filter {
    !MarkdownTree(parsing: $0.markdown).html().markup.contains("<!-- raw HTML omitted -->")
  }

  @Test("has 652 examples, of which 581 have no raw HTML")
  func count() {
    #expect(Self.examples.count == 652)
    #expect(Self.withoutRawHTML.count == 581)
  }

  @Test("is rendered as the spec says", arguments: withoutRawHTML)
  func rendering(example: Example) {
    #expect(MarkdownTree(parsing: example.markdown).html().markup == example.html)
  }

  @Test("is rendered as the program 'cmark' does, raw HTML left out")
  func program() throws {
    let printed = try #require(try CmarkProgram.html(of: Self.examples.map { Array($0.markdown.utf8) }))
    for (example, bytes) in zip(Self.examples, printed) {
      let markup = MarkdownTree(parsing: example.markdown).html().markup
      #expect(Array(markup.utf8) == bytes, "example \(example.number)")
    }
  }

  /// What the extensions mean to change, with the reason for each.
  static let changed: [Int: String] = {
    var changed = [547: "[[foo]] is a link to a note", 589: "![[foo]] shows a note"]
    for number in [571, 572, 575, 576, 583, 584, 585, 587, 588, 590] {
      changed[number] = "a picture alone with a title is a figure, whose caption is the title"
    }
    return changed
  }()

  @Test("is the same with all extensions, but for what they mean to change", arguments: examples)
  func extended(example: Example) {
    let plain = MarkdownTree(parsing: example.markdown)
    let extended = MarkdownTree(parsing: example.markdown, syntax: .extended())
    if let reason = Self.changed[example.number] {
      #expect(extended.html() != plain.html(), "no longer: \(reason)")
    } else {
      #expect(extended.html() == plain.html())
      #expect(extended.leafBlocks().map(\.text) == plain.leafBlocks().map(\.text))
      #expect(extended.leafBlocks().map(\.startLine) == plain.leafBlocks().map(\.startLine))
    }
  }
}
