import DossierModel
import Testing

@Suite struct FolderLinkTests {
  @Test(arguments: [
    ("other.md", "a.md", "other.md", ""), ("other.md#x", "notes/a.md", "notes/other.md", "#x"),
    ("../other.md", "notes/a.md", "other.md", ""), ("./b/../other.md?q#x?y", "a.md", "other.md", "#x?y"),
    ("my%20other.md", "a.md", "my other.md", ""), ("/other.md", "notes/a.md", "other.md", ""),
    ("%C3%BCber.md", "a.md", "über.md", ""), ("100%.md", "a.md", "100%.md", ""), ("a:b", "x.md", "", "-"),
  ])
  func resolves(_ target: String, _ document: String, _ path: String, _ fragment: String) {
    guard fragment != "-" else {
      #expect(FolderLink(target, in: document) == nil)
      return
    }
    let link = FolderLink(target, in: document)
    #expect(link?.path == path && link?.fragment == fragment)
  }

  @Test(arguments: [
    "", "#x", "?q", "http://example.org/a.md", "mailto:a@example.org", "HTTPS:a", "//example.org/a.md",
    "../../a.md", "a%00.md", "%FF.md",
  ])
  func leavesOthers(_ target: String) { #expect(FolderLink(target, in: "notes/a.md") == nil) }

  @Test func aVeryLongLineIsKeptInPart() {
    let line = String(repeating: "é", count: 50_000) + "[x](y)" + String(repeating: "z", count: 50_000)
    let start = 100_004
    let ranges = [TextRange(start, start + 1), TextRange(start + 1, start + 2), TextRange(0, 1)]
    let places = SourceLines("\n" + line, path: "a.md").locations(of: ranges.map { $0.shifted(by: 1) })
    #expect(places.map(\.column) == [50_005, 50_006, 1])
    #expect(places.allSatisfy { $0.line == 2 && $0.excerpt.count <= 300 })
    let lines = Diagnostic(.error, id: "a.b", at: places[0], "odd").description.split(separator: "\n")
    #expect(lines[1].count <= 110)
    #expect(Array(lines[1])[lines[2].count - 1] == "y")
  }
}
