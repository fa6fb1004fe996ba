import DossierModel
import EntityRecognizer
import Testing

@testable import DossierAnnotate

struct DateMentionTests {
  /// The dates of one paragraph in a document with a date of its own.
  private func dates(_ text: String, written: CalendarDate? = nil, code: [TextRange] = []) -> [DateMention] {
    let range = TextRange(0, text.utf8.count)
    var document = Document(
      path: "a.md", slug: "a", title: "A", titleOrigin: .headline, text: text,
      blocks: [Block(kind: .paragraph, textRange: range, sourceRange: range, codeRanges: code)])
    document.record.date = written
    return Annotator(recognizer: .builtIn).annotate(document).dates
  }

  @Test func aDayOfTheDocumentResolvesWhatTheWordsLeaveOpen() {
    let found = dates("In June they met.", written: CalendarDate(year: 2022, month: 9, day: 8))
    #expect(
      found == [
        DateMention(
          range: TextRange(3, 7), kind: .date, unit: .month, value: "XXXX-06",
          first: CalendarDate(year: 2022, month: 6, day: 1),
          last: CalendarDate(year: 2022, month: 6, day: 30), rule: "month-before-reference")
      ])
    #expect(found.first?.date == CalendarDate(year: 2022, month: 6))
  }

  @Test func aMonthOrYearOfTheDocumentHelpsAsFarAsItGoes() {
    let february = CalendarDate(year: 2024, month: 2)
    #expect(dates("this month", written: february).first?.last == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(dates("yesterday", written: february).first?.missing == .documentDate)
    #expect(dates("last year", written: CalendarDate(year: 2024)).first?.date == CalendarDate(year: 2023))
  }

  @Test func withoutADateOfTheDocumentItStaysOpen() {
    let found = dates("In June they met for a few days.")
    #expect(found.map(\.missing) == [.year, .amount])
    #expect(found.map(\.kind) == [.date, .duration])
    #expect(found.allSatisfy { $0.first == nil && $0.last == nil && $0.date == nil })
  }

  @Test func yearsBeforeChristHaveNoDays() {
    let found = dates("in 346 BC")
    #expect(found.map(\.value) == ["BC0346"])
    #expect(found.first?.first == nil && found.first?.last == nil)
  }

  @Test func codeHasNoDates() {
    #expect(dates("in 2014 and in 2015", code: [TextRange(0, 8)]).map(\.range) == [TextRange(15, 19)])
  }
}
