import SeededGenerator
import Testing

@testable import DateRecognizer

struct InvariantTests {
  /// Checks what must hold for any text; returns how many dates it has.
  @discardableResult
  func check(_ text: String, _ reference: CalendarPeriod? = nil, skipping: [Range<Int>] = []) -> Int {
    let found = DateRecognizer().recognize(text, reference: reference, skipping: skipping)
    let bytes = Array(text.utf8)
    var end = 0
    for date in found {
      #expect(date.range.lowerBound >= end && !date.range.isEmpty && date.range.upperBound <= bytes.count)
      for offset in [date.range.lowerBound, date.range.upperBound] where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80)
      }
      let words = bytes[date.range]
      #expect(!words.contains(10) && words.first != 32 && words.last != 32)
      #expect(!date.value.isEmpty)
      for range in skipping { #expect(!range.overlaps(date.range)) }
      if let period = date.period {
        #expect(period.first <= period.last && date.missing == nil)
      } else if date.type == .date || date.type == .time {
        #expect(date.missing != nil, "\(slice(text, date.range))")
      }
      end = date.range.upperBound
    }
    #expect(DateRecognizer().recognize(text, reference: reference, skipping: skipping) == found)
    return found.count
  }

  static let pieces = [
    "21", "August", "2015", "2015-08-21", "21/08/2015", "5.6.2015", "the", "of", "1990s", "'90s", "’", "'",
    "s",
    "-", "–", "—", "/", ",", ".", "(", ")", "[", "to", "and", "between", "from", "in", "on", "by", "until",
    "May",
    "March", "Sept.", "Sun", "Monday", "Tuesdays", "morning", "last", "next", "this", "past", "previous",
    "week",
    "years", "year", "decades", "century", "19th", "twenty", "first", "second", "quarter", "half", "Q3", "H1",
    "a",
    "few", "couple", "two", "three", "1.5", "2,014", "9999999999", "0", "99", "ago", "later", "earlier",
    "old",
    "every", "each", "annually", "per", "about", "more", "than", "at", "least", "up", "nearly", "early",
    "mid",
    "late", "end", "BC", "AD", "B.C.", "Christmas", "New", "Year’s", "Day", "Eve", "today", "tonight",
    "summer",
    "winter", "fall", "nineties", "hundred", "will", "said", "is", "people", "$", "%", "\n", " ", "\u{A0}",
    "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2028}", "é", "e\u{301}", "👩‍👩‍👧", "北京", "العربية", "x@y.z",
    "http://a.b/c", "29", "February", "31", "June", "0000", "0001",
  ]

  @Test(arguments: 0..<40)
  func holdForAnyText(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        text += InvariantTests.pieces.randomElement(using: &generator) ?? ""
        if Int.random(in: 0..<4, using: &generator) > 0 { text += " " }
      }
      var skipping: [Range<Int>] = []
      if !text.isEmpty, Bool.random(using: &generator) {
        let end = text.utf8.count
        let start = Int.random(in: 0..<end, using: &generator)
        skipping.append(start..<Int.random(in: start...end, using: &generator))
      }
      let day = CalendarDay(number: Int.random(in: -4_000_000...2_900_000, using: &generator))
      check(text, Bool.random(using: &generator) ? day.map { CalendarPeriod($0) } : nil, skipping: skipping)
    }
  }

  @Test(arguments: 0..<8)
  func holdForAnyScalars(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &+ 1_000)
    for _ in 0..<50 {
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x80 : 0x2_0000
        if let scalar = Unicode.Scalar(UInt32.random(in: 1..<limit, using: &generator)) {
          text.append(scalar)
        }
      }
      check(String(text))
    }
  }

  @Test(arguments: [
    ("🎉21 August 2015🎉", 1), ("اجتمعوا في June 2015 هناك", 1), ("\u{FEFF}In June 2015", 1),
    ("21\u{200B} August\u{AD} 2015", 1), ("In Ju\u{AD}ne 2015", 1), ("\u{202B}2015-08-21\u{202C}", 1),
    ("21 August\n2015", 1), ("August\u{2028}2015", 0), ("２１ August", 0),
  ])
  func oddCharacters(_ text: String, _ count: Int) { #expect(check(text) == count) }

  @Test func longTexts() {
    #expect(check(String(repeating: "x", count: 1_000_000)) == 0)
    #expect(check(String(repeating: "2", count: 100_000)) == 0)
    #expect(check(String(repeating: "In June they met. ", count: 20_000), period("2015-08-21")) == 20_000)
    #expect(
      check("On 3 May 2014 " + String(repeating: "and 4 May ", count: 10_000), period("2015-08-21")) == 10_001
    )
  }

  @Test func linesAreReadTheSameInALongText() {
    let line = "On 12 May 2014, in June and July 2013, in 2012 and 2013, two years ago they met."
    let expected = DateRecognizer().recognize(line).map(\.value)
    let found = DateRecognizer().recognize(String(repeating: line + "\n", count: 2_000))
    #expect(found.count == expected.count * 2_000)
    for (index, date) in found.enumerated() where date.value != expected[index % expected.count] {
      Issue.record("line \(index / expected.count): \(date.value)")
    }
  }

  @Test func rangesMayLieAnywhere() {
    let text = "Ünder in 2014, in 2015 and in 2016."
    check(text, skipping: [-5..<1, 1..<2, 14..<900])
    #expect(
      DateRecognizer().recognize(text, skipping: [0..<15]).map { slice(text, $0.range) } == ["2015", "2016"])
  }

  @Test func daysCountWithoutABreak() {
    var day = CalendarDay(number: -800_000)
    for number in stride(from: -800_000, through: 400_000, by: 97) {
      day = CalendarDay(number: number)
      #expect(day?.number == number)
    }
    #expect(day != nil)
    #expect(CalendarDay(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(CalendarDay(year: 2015, month: 8, day: 21)?.weekday == 5)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 0, month: 2, day: 29) != nil)
  }

  @Test func everyWordIsKnown() {
    for (words, lexeme) in Lexicon.entries {
      for word in words.split(separator: " ") where word != "-" && !word.contains("-") {
        #expect(Lexicon.builtIn.lexeme(of: String(word)).classes.isSuperset(of: lexeme.classes), "\(word)")
      }
    }
    #expect(Lexicon.builtIn.lexemes.count < 256)
  }
}
