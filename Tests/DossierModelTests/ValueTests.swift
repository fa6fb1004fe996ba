import DossierModel
import SeededGenerator
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    (2015, 8, 21, "2015-08-21", "21 August 2015"), (2024, 2, 29, "2024-02-29", "29 February 2024"),
    (2000, 2, 29, "2000-02-29", "29 February 2000"), (476, 9, 4, "0476-09-04", "4 September 476"),
  ])
  func days(year: Int, month: Int, day: Int, iso: String, words: String) {
    let date = CalendarDate(year: year, month: month, day: day)
    #expect(date?.iso == iso)
    #expect(date?.words == words)
  }

  @Test func lessExactDates() {
    #expect(CalendarDate(year: 2015, month: 8)?.iso == "2015-08")
    #expect(CalendarDate(year: 2015, month: 8)?.words == "August 2015")
    #expect(CalendarDate(year: 2015)?.iso == "2015")
    #expect(CalendarDate(year: 2015)?.words == "2015")
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2015, 4, 31), (2015, 13, 1), (2015, 0, 1), (2015, 1, 0), (0, 1, 1),
    (10000, 1, 1),
  ])
  func refusesDaysThatAreNone(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func aDayNeedsAMonth() {
    #expect(CalendarDate(year: 2015, month: nil, day: 3) == nil)
  }

  @Test func ordersByTimeWithTheVagueFirst() throws {
    let dates = try [
      #require(CalendarDate(year: 2015)), #require(CalendarDate(year: 2015, month: 1)),
      #require(CalendarDate(year: 2015, month: 1, day: 1)), #require(CalendarDate(year: 2015, month: 2)),
      #require(CalendarDate(year: 2016)),
    ]
    #expect(dates.reversed().sorted() == dates)
  }
}

@Suite struct NearMissTests {
  @Test(arguments: [
    ("tile", "title"), ("Title", "title"), ("titel", "title"), ("dat", "date"), ("auhtor", "author"),
    ("langauge", "language"), ("slgu", "slug"),
  ])
  func finds(word: String, name: String) {
    #expect(nearMiss(to: word, among: ["title", "date", "author", "language", "slug", "url"]) == name)
  }

  @Test(arguments: ["x", "banana", "", "ti", "publication", "ab"])
  func findsNothingFar(word: String) {
    #expect(nearMiss(to: word, among: ["title", "date", "author", "language", "slug", "url"]) == nil)
  }

  @Test func givesTheFirstOfEquals() {
    #expect(nearMiss(to: "cats", among: ["bats", "hats"]) == "bats")
    #expect(nearMiss(to: "cats", among: ["hats", "bats"]) == "hats")
  }

  @Test func neverGivesTheWordItself() {
    #expect(nearMiss(to: "date", among: ["date", "data"]) == "data")
  }
}

@Suite struct TextRangeTests {
  @Test func neverRunsBackwards() {
    #expect(TextRange(5, 2) == TextRange(5, 5))
    #expect(TextRange(5, 2).isEmpty)
  }

  @Test func containsAndOverlaps() {
    #expect(TextRange(0, 10).contains(TextRange(0, 10)))
    #expect(!TextRange(0, 10).contains(TextRange(5, 11)))
    #expect(TextRange(0, 5).overlaps(TextRange(4, 6)))
    #expect(!TextRange(0, 5).overlaps(TextRange(5, 6)))
    #expect(TextRange(1, 3).shifted(by: 4) == TextRange(5, 7))
  }

  @Test func ordersByStartThenLongestFirst() {
    #expect(
      [TextRange(2, 3), TextRange(0, 1), TextRange(0, 4)].sorted() == [
        TextRange(0, 4), TextRange(0, 1), TextRange(2, 3),
      ])
  }

  @Test func slicesByBytesAndClamps() {
    let text = "aé金z"
    #expect(text.slice(TextRange(1, 3)) == "é")
    #expect(text.slice(TextRange(3, 6)) == "金")
    #expect(text.slice(TextRange(-4, 1)) == "a")
    #expect(text.slice(TextRange(6, 99)) == "z")
    #expect(text.slice(TextRange(50, 99)) == "")
  }

  /// A slice is valid text for every pair of offsets, those within a character too.
  @Test func slicesAreTextForEveryRange() {
    let text = "aé金🎉z"
    for start in -1...12 {
      for end in -1...12 {
        let slice = String(text.slice(TextRange(start, end)))
        #expect(text.contains(slice))
        #expect(!slice.unicodeScalars.contains("\u{FFFD}"))
      }
    }
  }
}

@Suite struct HTMLTests {
  @Test func escapesWhatIsMarkup() {
    #expect(
      HTML(escaping: "a < b & c > \"d\" 'e'").markup == "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;")
    #expect(HTML(escaping: "é金🎉\t\n\r").markup == "é金🎉\t\n\r")
    #expect(HTML(escaping: "a\u{0}\u{1B}\u{7F}b").markup == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
  }

  /// What is escaped has none of the five characters, and gives the text again when it is read back.
  @Test func holdsItsPropertyOnRandomText() {
    var random = SeededGenerator(state: 3)
    let pool = Array("<>&\"'ab;#xé金🎉\u{0}\u{C}lt".unicodeScalars)
    for _ in 0..<1000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        view.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      let markup = HTML(escaping: String(view)).markup
      #expect(!markup.contains { "<>\"'".contains($0) })
      var back = ""
      for (index, part) in markup.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
        if index == 0 {
          back += part
          continue
        }
        let end = part.firstIndex(of: ";")
        let names = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'"]
        let character = end.flatMap { names[String(part[..<$0])] }
        #expect(character != nil, "every ampersand starts a reference")
        back += (character ?? "") + (end.map { String(part[part.index(after: $0)...]) } ?? "")
      }
      let expected = String(String.UnicodeScalarView(view.map { $0.value < 32 ? "\u{FFFD}" : $0 }))
      #expect(Array(back.unicodeScalars) == Array(expected.unicodeScalars))
    }
  }
}

@Suite struct DocumentTests {
  @Test func findsTheBlockOfAnOffset() {
    let blocks = [(0, 5), (6, 6), (7, 12)].map {
      Block(kind: .paragraph, textRange: TextRange($0.0, $0.1), sourceRange: TextRange($0.0, $0.1))
    }
    let document = Document(
      path: "a.txt", slug: "a", title: "a", titleOrigin: .fileName, text: "first\n\nthird", blocks: blocks)
    #expect(document.blockIndex(at: 0) == 0)
    #expect(document.blockIndex(at: 4) == 0)
    #expect(document.blockIndex(at: 5) == nil)
    #expect(document.blockIndex(at: 7) == 2)
    #expect(document.blockIndex(at: 11) == 2)
    #expect(document.blockIndex(at: 12) == nil)
    #expect(document.blockIndex(at: -1) == nil)
  }
}
