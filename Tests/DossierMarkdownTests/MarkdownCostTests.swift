import DossierMarkdown
import Testing

@Suite("The cost of parsing")
struct MarkdownCostTests {
  func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test("is too high where it grows with the square of a hostile text")
  func hostile() {
    for text in [
      times("![[]()", 20_000), times("![", 20_000) + times("[a](/u)", 20_000),
      times("![", 20_000) + "\n>" + times("[]", 9_000),
      times("- ", 20_000) + "a\n" + times("\n", 10_000), times("> - ", 10_000) + "a\n" + times(">\n", 20_000),
      times("1) ", 20_000) + "a\n" + times(" \t\r\n", 10_000),
      times("\t", 10_000) + "a\n" + times("\n", 10_000),
      times("- ", 20_000) + "a\n" + times("b\n\n", 1) + times("- ", 20_000) + "a\nb" + times("\n", 10_000),
    ] {
      #expect(MarkdownTree.isTooCostly(text), "\(text.prefix(20))")
    }
  }

  @Test("of each table and footnote is the same in a long text as in a short one")
  func extended() {
    func seconds(_ text: String) -> Double {
      ContinuousClock().measure { _ = MarkdownTree(parsing: text, syntax: .extended(isSmart: false)) }
        / .seconds(1)
    }
    let long = times(times("word ", 1_000) + "\n\n", 600)
    for (text, count) in [("| a | b |\n| - | - |\n| c | d |\n\n", 3_000), ("a[^1]\n\n[^1]: b\n\n", 3_000)] {
      let some = times(text, count)
      let (apart, together) = (seconds(long) + seconds(some), seconds(long + some))
      #expect(together < 2 * apart + 0.3, "\(text): \(apart) \(together)")
    }
  }

  @Test("is bearable for any other text, however long")
  func others() {
    for text in [
      "", "a\n\nb", times("> ", 15_000) + "a", times("- ", 15_000) + "a",
      times("[", 100_000) + times("]", 100_000),
      times("![a](/b)\n\n", 20_000), times("[a](/b) ", 100_000), times("- a\n\n  b\n\n", 50_000),
      times(" ", 4_000) + "a\n\n" + times("b\n\n", 100_000), times("\n", 1_000_000),
      times("| - | - |\n", 100_000),
      times("```\n\n\n```\n\n", 50_000),
      CommonMarkSpecTests.examples.map(\.markdown).joined(separator: "\n\n"),
    ] {
      #expect(!MarkdownTree.isTooCostly(text), "\(text.prefix(20))")
    }
  }
}
