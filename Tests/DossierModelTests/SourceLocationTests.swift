import DossierModel
import Testing

@Suite struct SourceLocationTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func countsLinesOverEveryEnding(ending: String) {
    let source = ["one", "two", "", "four"].joined(separator: ending)
    let start = source.utf8.count - 4
    let location = SourceLocation(path: "p", source: source, range: TextRange(start, start + 2))
    #expect(location.line == 4)
    #expect(location.column == 1)
    #expect(location.length == 2)
    #expect(location.excerpt == "four")
  }

  @Test func columnsAreCharacters() {
    let source = "première\n“é” x\u{301} 🇫🇷 end"
    let start = source.utf8.count - 3
    let location = SourceLocation(path: "p", source: source, range: TextRange(start, start + 3))
    #expect((location.line, location.column, location.length) == (2, 9, 3))
  }

  @Test func aRangeIsHeldWithinItsLine() {
    let location = SourceLocation(path: "p", source: "ab\ncd", range: TextRange(1, 5))
    #expect((location.line, location.column, location.length, location.excerpt) == (1, 2, 1, "ab"))
  }

  @Test(arguments: [(-5, 2), (100, 200), (5, 5)])
  func aRangeOutsideIsClamped(start: Int, end: Int) {
    let location = SourceLocation(path: "p", source: "ab\ncd", range: TextRange(start, end))
    #expect(location.length >= 1)
    #expect(location.line == (start < 0 ? 1 : 2))
  }

  @Test func theByteBetweenCRAndLFBelongsToTheLineBefore() {
    let location = SourceLocation(path: "p", source: "ab\r\ncd", range: TextRange(3, 3))
    #expect(location.line == 1)
    #expect(SourceLocation(path: "p", source: "ab\r\ncd", range: TextRange(4, 4)).line == 2)
  }
}
