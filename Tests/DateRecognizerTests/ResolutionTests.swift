import Testing

@testable import DateRecognizer

/// What the document's own date adds. Friday, 21 August 2015, where nothing else is said.
struct ResolutionTests {
  @Test(
    arguments: [
      (
        "In June, both met.",
        "June | date | XXXX-06 | month | 2015-06-01..2015-06-30 | month-before-reference"
      ),
      (
        "In August both met.",
        "August | date | XXXX-08 | month | 2015-08-01..2015-08-31 | month-before-reference"
      ),
      (
        "In October both met.",
        "October | date | XXXX-10 | month | 2014-10-01..2014-10-31 | month-before-reference"
      ),
      (
        "They will meet in October.",
        "October | date | XXXX-10 | month | 2015-10-01..2015-10-31 | month-after-reference"
      ),
      (
        "The talks due in June",
        "June | date | XXXX-06 | month | 2016-06-01..2016-06-30 | month-after-reference"
      ),
      (
        "It is to be held on 22 August",
        "22 August | date | XXXX-08-22 | day | 2015-08-22 | day-after-reference"
      ),
      (
        "They are to leave on Tuesday",
        "Tuesday | date | XXXX-WXX-2 | day | 2015-08-25 | weekday-after-reference"
      ),
      ("It was to be held in June", "June | date | XXXX-06 | month | direction | month-alone"),
      (
        "It is to run from 3 June to 9 September",
        "3 June to 9 September | date | XXXX-06-03/XXXX-09-09 | day | 2015-06-03..2015-09-09 | range-after-reference"
      ),
      ("by June", "June | date | XXXX-06 | month | direction | month-alone"),
      ("next weekend", "next weekend | date | XXXX-WXX-WE | weekend | reading | unit-by-reference"),
      ("will say more of the June strikes", "June | date | XXXX-06 | month | direction | month-alone"),
      ("on August 15", "August 15 | date | XXXX-08-15 | day | 2015-08-15 | day-before-reference"),
      ("on 22 August", "22 August | date | XXXX-08-22 | day | 2014-08-22 | day-before-reference"),
      ("on 29 February", "29 February | date | XXXX-02-29 | day | 2012-02-29 | day-before-reference"),
      (
        "on Tuesday, 25 August",
        "Tuesday, 25 August | date | XXXX-08-25 | day | 2015-08-25 | day-after-reference"
      ),
      ("on Tuesday they left", "Tuesday | date | XXXX-WXX-2 | day | 2015-08-18 | weekday-before-reference"),
      ("He said on Friday", "Friday | date | XXXX-WXX-5 | day | 2015-08-21 | weekday-before-reference"),
      (
        "It will be held on Tuesday",
        "Tuesday | date | XXXX-WXX-2 | day | 2015-08-25 | weekday-after-reference"
      ),
      (
        "said on Tuesday he would go",
        "Tuesday | date | XXXX-WXX-2 | day | 2015-08-18 | weekday-before-reference"
      ),
      (
        "late on Tuesday",
        "late on Tuesday | date | XXXX-WXX-2 end | day | 2015-08-18 | weekday-before-reference"
      ),
      (
        "early Tuesday",
        "early Tuesday | date | XXXX-WXX-2 start | day | 2015-08-18 | weekday-before-reference"
      ),
      ("a week from Tuesday", "a week from Tuesday | date | XXXX-WXX | week | anchor | offset-from-text"),
      ("last Friday", "last Friday | date | XXXX-WXX-5 | day | 2015-08-14 | unit-by-reference"),
      ("next Friday", "next Friday | date | XXXX-WXX-5 | day | 2015-08-28 | unit-by-reference"),
      ("next Saturday", "next Saturday | date | XXXX-WXX-6 | day | reading | unit-by-reference"),
      ("this Saturday", "this Saturday | date | XXXX-WXX-6 | day | 2015-08-22 | unit-by-reference"),
      ("this Monday", "this Monday | date | XXXX-WXX-1 | day | reading | unit-by-reference"),
      (
        "on Monday morning they left",
        "Monday morning | time | XXXX-WXX-1TMO | partOfDay | 2015-08-17 | weekday-before-reference"
      ),
      ("the third Thursday of the month", "Thursday | date | XXXX-WXX-4 | day | anchor | unit-by-text"),
      (
        "last November", "last November | date | XXXX-11 | month | 2014-11-01..2014-11-30 | unit-by-reference"
      ),
      ("last June", "last June | date | XXXX-06 | month | reading | unit-by-reference"),
      ("this June", "this June | date | XXXX-06 | month | 2015-06-01..2015-06-30 | unit-by-reference"),
      ("June last year", "June last year | date | XXXX-06 | month | 2014-06-01..2014-06-30 | month-written"),
      ("last winter", "last winter | date | XXXX-WI | season | 2014-12-01..2015-02-28 | unit-by-reference"),
      ("this spring", "this spring | date | XXXX-SP | season | 2015-03-01..2015-05-31 | unit-by-reference"),
      ("last summer", "last summer | date | XXXX-SU | season | 2014-06-01..2014-08-31 | unit-by-reference"),
      ("this winter", "this winter | date | XXXX-WI | season | reading | unit-by-reference"),
      ("the ’90s", "’90s | date | XX9 | decade | 1990-01-01..1999-12-31 | decade-before-reference"),
      (
        "from 3 to 5 May they met",
        "3 to 5 May | date | XXXX-05-03/XXXX-05-05 | day | 2015-05-03..2015-05-05 | range-before-reference"
      ),
      (
        "between November and May they met",
        "November and May | date | XXXX-11/XXXX-05 | month | 2014-11-01..2015-05-31 | range-before-reference"
      ),
    ])
  func fillsWhatTheWordsLeaveOpen(_ text: String, _ expected: String) {
    #expect(reading(text, "2015-08-21") == [expected])
  }

  @Test(arguments: [
    ("today", "today | date | XXXX-XX-XX | day | 2015-08-21 | day-by-reference"),
    ("yesterday", "yesterday | date | XXXX-XX-XX | day | 2015-08-20 | day-by-reference"),
    ("tomorrow night", "tomorrow night | time | XXXX-XX-XXTNI | partOfDay | 2015-08-22 | day-by-reference"),
    (
      "the day before yesterday",
      "day before yesterday | date | XXXX-XX-XX | day | 2015-08-19 | day-by-reference"
    ),
    ("this morning", "this morning | time | XXXX-XX-XXTMO | partOfDay | 2015-08-21 | day-by-reference"),
    ("last night", "last night | time | XXXX-XX-XXTNI | partOfDay | 2015-08-20 | day-by-reference"),
    ("last week", "last week | date | XXXX-WXX | week | 2015-08-10..2015-08-16 | unit-by-reference"),
    ("next month", "next month | date | XXXX-XX | month | 2015-09-01..2015-09-30 | unit-by-reference"),
    ("this year", "this year | date | XXXX | year | 2015-01-01..2015-12-31 | unit-by-reference"),
    ("last quarter", "last quarter | date | XXXX-QX | quarter | 2015-04-01..2015-06-30 | unit-by-reference"),
    ("last century", "last century | date | XX | century | 1901-01-01..2000-12-31 | unit-by-reference"),
    ("two years ago", "two years ago | date | XXXX | year | 2013-01-01..2013-12-31 | offset-from-reference"),
    (
      "two and a half years ago",
      "two and a half years ago | date | XXXX | year | 2013-01-01..2013-12-31 | offset-from-reference"
    ),
    ("a month ago", "a month ago | date | XXXX-XX | month | 2015-07-01..2015-07-31 | offset-from-reference"),
    (
      "two weeks from now",
      "two weeks from now | date | XXXX-WXX | week | 2015-08-31..2015-09-06 | offset-from-reference"
    ),
    ("in two days’ time", "two days’ time | date | XXXX-XX-XX | day | 2015-08-23 | offset-from-reference"),
    ("a few days ago", "a few days ago | date | XXXX-XX-XX | day | amount | offset-from-reference"),
    (
      "more than two years ago",
      "more than two years ago | date | XXXX moreThan | year | amount | offset-from-reference"
    ),
    ("three days later", "three days later | date | XXXX-XX-XX | day | anchor | offset-from-text"),
    ("the previous year", "previous year | date | XXXX | year | anchor | unit-by-text"),
    ("the same day", "same day | date | XXXX-XX-XX | day | anchor | unit-by-text"),
    (
      "in the past decade",
      "past decade | duration | P1DE | decade | 2005-08-21..2015-08-21 | span-by-reference"
    ),
    (
      "the last three years",
      "last three years | duration | P3Y | year | 2012-08-21..2015-08-21 | span-by-reference"
    ),
    ("this past week", "this past week | duration | P1W | week | 2015-08-14..2015-08-21 | span-by-reference"),
    ("earlier today", "earlier today | date | XXXX-XX-XX before | day | 2015-08-21 | day-by-reference"),
    (
      "last weekend",
      "last weekend | date | XXXX-WXX-WE | weekend | 2015-08-15..2015-08-16 | unit-by-reference"
    ),
    (
      "this weekend",
      "this weekend | date | XXXX-WXX-WE | weekend | 2015-08-22..2015-08-23 | unit-by-reference"
    ),
    ("over the next week", "next week | duration | P1W | week | 2015-08-21..2015-08-28 | span-by-reference"),
    (
      "earlier this month",
      "earlier this month | date | XXXX-XX before | month | 2015-08-01..2015-08-21 | unit-by-reference"
    ),
    (
      "later this year",
      "later this year | date | XXXX after | year | 2015-08-21..2015-12-31 | unit-by-reference"
    ),
    (
      "early next year",
      "early next year | date | XXXX start | year | 2016-01-01..2016-12-31 | unit-by-reference"
    ),
    ("in recent years", "recent years | date | PAST_REF | year | amount | vague-by-reference"),
    ("in the coming years", "coming years | date | FUTURE_REF | year | amount | vague-by-reference"),
  ])
  func countsFromTheReference(_ text: String, _ expected: String) {
    #expect(reading(text, "2015-08-21") == [expected])
    // Without it no day is told.
    #expect(DateRecognizer().recognize(text).allSatisfy { $0.period == nil && $0.missing != nil })
  }

  @Test func aReferenceThatIsNoDayHelpsAsFarAsItGoes() {
    #expect(
      reading("this year", "2015") == [
        "this year | date | XXXX | year | 2015-01-01..2015-12-31 | unit-by-reference"
      ])
    #expect(
      reading("last month", "2015") == ["last month | date | XXXX-XX | month | reference | unit-by-reference"]
    )
    #expect(
      reading("last month", "2015-08") == [
        "last month | date | XXXX-XX | month | 2015-07-01..2015-07-31 | unit-by-reference"
      ])
    #expect(reading("In June", "2015") == ["June | date | XXXX-06 | month | year | month-alone"])
    #expect(
      reading("In June", "2015-08") == [
        "June | date | XXXX-06 | month | 2015-06-01..2015-06-30 | month-before-reference"
      ])
    #expect(
      reading("in 2011", "2015") == ["2011 | date | 2011 | year | 2011-01-01..2011-12-31 | year-after-word"])
  }

  @Test func aSharedYearGivesWayToDoubt() {
    // May be 2014, with the date before, or 2015, the nearest to the reference.
    #expect(
      reading("The pact of 12 May 2014 was renewed on 14 June.", "2015-08-21").last
        == "14 June | date | XXXX-06-14 | day | year | day-alone")
    // March of 2011 or of 2015; the last line has no such doubt.
    let text =
      "In 2011 it began. In March they fled. Last week they met. In April they left.\nIn May they returned."
    #expect(
      reading(text, "2015-08-21").map { $0.split(separator: "|")[4] } == [
        " 2011-01-01..2011-12-31 ", " year ", " 2015-08-10..2015-08-16 ", " 2015-04-01..2015-04-30 ",
        " 2015-05-01..2015-05-31 ",
      ])
  }

  @Test func aReportReadsWell() {
    let text = """
      The envoy arrived on Monday and met both sides the next day. In March, after four years of war, a first \
      ceasefire had held for a few days only. Since 2011 more than 2,000 houses were lost, 1500 of them in the \
      winter of 2013–14. Talks are due to begin on 3 September; a 10-day pause, May said, may follow.
      """
    #expect(
      reading(text, "2015-08-21") == [
        "Monday | date | XXXX-WXX-1 | day | 2015-08-17 | weekday-before-reference",
        "next day | date | XXXX-XX-XX | day | anchor | unit-by-text",
        "March | date | XXXX-03 | month | 2015-03-01..2015-03-31 | month-before-reference",
        "four years | duration | P4Y | year | - | duration-counted",
        "a few days | duration | PXD | day | amount | duration-vague",
        "2011 | date | 2011 | year | 2011-01-01..2011-12-31 | year-after-word",
        "winter of 2013–14 | date | 2013-WI | season | 2013-12-01..2014-02-28 | season-written",
        "3 September | date | XXXX-09-03 | day | 2015-09-03 | day-after-reference",
        "10-day | duration | P10D | day | - | duration-counted",
      ])
  }
}
