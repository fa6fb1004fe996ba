import DossierModel
import SeededGenerator
import Testing

@testable import DossierRead

@Suite struct LinkPlacesTests {
  /// The links of a Markdown file as "target@words of the source".
  private func links(_ source: String) -> [String] {
    let (document, _) = DocumentReader().document(path: "a.md", location: "a.md", bytes: Array(source.utf8))
    return (document?.links ?? []).map { link in
      (link.isPicture ? "!" : "") + "\(link.target)@\(source.slice(link.sourceRange))"
    }
  }

  @Test(arguments: [
    ("[x](y.md)", ["y.md@y.md"]), ("[x]( y.md 'title')", ["y.md@y.md"]), ("[x](<y z.md>)", ["y z.md@y z.md"]),
    ("[x](y\\_z\\\\.md)", ["y_z\\.md@y\\_z\\\\.md"]), ("[x](a(b)c.md)", ["a(b)c.md@a(b)c.md"]),
    ("y.md (y.md) [x](y.md)", ["y.md@y.md"]), ("[x][r]\n\n[r]: y.md", ["y.md@y.md"]),
    ("[x][r]\n\n[r]:\n  <y z.md>", ["y z.md@y z.md"]), ("<http://a.b/>", ["http://a.b/@http://a.b/"]),
    ("![x](y.png)", ["!y.png@y.png"]), ("[![x](y.png)](z.md)", ["z.md@z.md", "!y.png@y.png"]),
    ("> - [x](a.md)\n>   [y](b.md)", ["a.md@a.md", "b.md@b.md"]), ("`[x](a.md)`", []),
    ("<a@b.c>", ["mailto:a@b.c@"]),
    ("# [x](a.md)\r\n\r\n[x](a.md)", ["a.md@a.md", "a.md@a.md"]), ("[x]()", ["@"]),
    ("[x](&auml;.md)", ["ä.md@"]),
  ])
  func findsWhereTargetsAreWritten(_ source: String, _ expected: [String]) {
    #expect(links("---\ntitle: y.md [x](y.md)\n---\n" + source) == expected)
  }

  @Test func equalTargetsHaveTheirOwnPlaces() {
    let source = "[x](a.md) `[y](a.md)`\n\n[x](a.md)\n"
    let (document, _) = DocumentReader().document(path: "a.md", location: "a.md", bytes: Array(source.utf8))
    #expect(document?.links.map(\.sourceRange.start) == [4, 27])
  }

  /// Whatever stands in a file, places are in it; and the cost is linear, or this would not end.
  @Test func anyText() {
    var random = SeededGenerator(state: 7)
    let pieces = ["[", "]", "(", ")", "<", ">", "\\", "!", ":", " ", "\n", "a.md", "é", "](", "]: ", "\r\n"]
    for _ in 0..<300 {
      let source = (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let (document, _) = DocumentReader().document(path: "a.md", location: "a.md", bytes: Array(source.utf8))
      for link in document?.links ?? [] {
        #expect(link.sourceRange.start >= 0 && link.sourceRange.end <= source.utf8.count)
      }
    }
    for piece in ["](", "](a", "<", "[x](", "]: ", "](<", "](\\", "[x](a.md) ", "](("] {
      _ = links(String(repeating: piece, count: 20_000))
    }
  }
}
