import DossierMarkdown
import DossierModel
import Foundation
import Testing

/// The cases of Tests/Fixtures/markdown, written as the examples of CommonMark's specification are. What a test need not
/// see is left out of the HTML: the frame of a table, line ends in rows, roles and labels. To write the HTML anew, run the
/// tests with DOSSIER_RECORD=1 and read the difference.
@Suite("Markdown that authors use")
struct ExtendedMarkdownTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/markdown")
  static let files = ["tables", "footnotes", "lists", "inlines", "blocks"]
  static let fence = String(repeating: "`", count: 32)

  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var number: Int
    var markdown: String
    var html: String
    var testDescription: String { "\(file) \(number)" }
  }

  static let cases: [Case] = files.flatMap { file -> [Case] in
    var cases: [Case] = []
    for part in text(of: file).components(separatedBy: "\n\(fence) example\n").dropFirst() {
      let body = part.components(separatedBy: "\n\(fence)\n")[0].replacingOccurrences(of: "→", with: "\t")
      // The last line "." parts them: a document may have such a line, HTML has not.
      let halves = ("\n" + body + "\n").components(separatedBy: "\n.\n")
      cases.append(
        Case(
          file: file, number: cases.count + 1, markdown: String(halves[0].dropFirst()) + "\n",
          html: halves.count > 1 ? halves[1] : ""))
    }
    return cases
  }

  static func text(of file: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(file + ".txt"), encoding: .utf8)) ?? ""
  }

  static func html(of markdown: String) -> String {
    var tree = MarkdownTree(parsing: markdown, syntax: .extended())
    tree.placeFootnotes(prefix: "")
    var html = tree.html().markup
    for (pattern, new) in [
      (" (role|aria-label|tabindex)=\"[^\"]*\"", ""), ("<div class=\"scroll\"><table>", "<table>"),
      ("</table></div>", "</table>"), ("(<t[hd]( [a-z]+=\"[^\"]*\")*>)\n", "$1"), ("\n(</t[hd]>)", "$1"),
      ("(</t[hd]>|<tr>)\n", "$1"), ("(<d[td]>)\n", "$1"), ("\n(</d[td]>)", "$1"),
    ] {
      html = html.replacingOccurrences(of: pattern, with: new, options: .regularExpression)
    }
    return html
  }

  @Test("there are enough cases of tables and footnotes")
  func count() {
    #expect(Self.cases.count { $0.file == "tables" || $0.file == "footnotes" } >= 80)
  }

  @Test("is rendered as the cases say", arguments: cases)
  func rendering(example: Case) {
    #expect(Self.html(of: example.markdown) == example.html, "\(example.testDescription)")
  }

  @Test("is recorded where asked for")
  func record() throws {
    guard ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" else { return }
    for file in Self.files {
      var text = Self.text(of: file)
      for example in Self.cases where example.file == file {
        let source = example.markdown.replacingOccurrences(of: "\t", with: "→")
        let start = "\(Self.fence) example\n\(source).\n"
        guard let range = text.range(of: start),
          let end = text.range(
            of: "\n\(Self.fence)\n", range: text.index(before: range.upperBound)..<text.endIndex)
        else { continue }
        text.replaceSubrange(
          range.upperBound..<end.upperBound, with: Self.html(of: example.markdown) + "\(Self.fence)\n")
      }
      try text.write(to: Self.folder.appendingPathComponent(file + ".txt"), atomically: true, encoding: .utf8)
    }
  }

  @Test("marks nothing in any case, and then its HTML is that of the tree")
  func leaves() {
    for example in Self.cases {
      var tree = MarkdownTree(parsing: example.markdown, syntax: .extended())
      let leaves = tree.leafBlocks()
      let before = tree.html()
      tree.apply(leaves.indices.map { LeafEdit(leaf: $0) })
      #expect(tree.html() == before)
      let lines = example.markdown.split(separator: "\n", omittingEmptySubsequences: false).count
      for leaf in leaves { #expect(leaf.startLine >= 1 && leaf.endLine <= lines) }
    }
  }
}
