import Testing

@testable import DateRecognizer

/// What is found without a reference: the expression, its value and granularity, and what the words alone tell.
struct ExpressionTests {
  @Test(arguments: [
    ("It rained on 21 August 2015.", "21 August 2015 | date | 2015-08-21 | day | 2015-08-21 | day-written"),
    (
      "On August 21, 2015, it rained.", "August 21, 2015 | date | 2015-08-21 | day | 2015-08-21 | day-written"
    ),
    (
      "On August 21st 2015 it rained.",
      "August 21st 2015 | date | 2015-08-21 | day | 2015-08-21 | day-written"
    ),
    ("The 21st of August, 2015", "21st of August, 2015 | date | 2015-08-21 | day | 2015-08-21 | day-written"),
    ("IT BEGAN ON 21 AUGUST 2015", "21 AUGUST 2015 | date | 2015-08-21 | day | 2015-08-21 | day-written"),
    ("on 21 august 2015", "21 august 2015 | date | 2015-08-21 | day | 2015-08-21 | day-written"),
    (
      "on 3\u{A0}Sept.\u{A0}2014",
      "3\u{A0}Sept.\u{A0}2014 | date | 2014-09-03 | day | 2014-09-03 | day-written"
    ),
    ("Tuesday, June 19, 2018", "Tuesday, June 19, 2018 | date | 2018-06-19 | day | 2018-06-19 | day-written"),
    ("Sun 5 June 2016", "Sun 5 June 2016 | date | 2016-06-05 | day | 2016-06-05 | day-written"),
    ("signed on 31 June 2015", "31 June 2015 | date | 2015-06-31 | day | day | day-written"),
    ("the first of May 1971", "first of May 1971 | date | 1971-05-01 | day | 1971-05-01 | day-written"),
    (
      "Aug 28 23:59:59 GMT 2012",
      "Aug 28 23:59:59 GMT 2012 | date | 2012-08-28 | day | 2012-08-28 | day-written"
    ),
    ("on August 15", "August 15 | date | XXXX-08-15 | day | year | day-alone"),
    ("on 4-Jul-2014", "4-Jul-2014 | date | 2014-07-04 | day | 2014-07-04 | day-written"),
    ("made on 2015-08-21.", "2015-08-21 | date | 2015-08-21 | day | 2015-08-21 | day-iso"),
    ("made on 21/08/2015.", "21/08/2015 | date | 2015-08-21 | day | 2015-08-21 | day-numeric"),
    ("made on 08/21/2015.", "08/21/2015 | date | 2015-08-21 | day | 2015-08-21 | day-numeric"),
    ("made on 05/06/2015.", "05/06/2015 | date | 2015-XX-XX | day | order | day-numeric"),
    ("made on 05/05/2015.", "05/05/2015 | date | 2015-05-05 | day | 2015-05-05 | day-numeric"),
    ("made on 5.6.2015.", "5.6.2015 | date | 2015-06-05 | day | 2015-06-05 | day-numeric"),
    ("by New Year’s Day 2014", "New Year’s Day 2014 | date | 2014-01-01 | day | 2014-01-01 | holiday"),
    ("on Christmas Eve", "Christmas Eve | date | XXXX-12-24 | day | year | holiday"),
    ("after the September 11 attacks", "September 11 | date | XXXX-09-11 | day | year | day-in-name"),
    ("the 21 July Movement", "21 July | date | XXXX-07-21 | day | year | day-in-name"),
  ])
  func days(_ text: String, _ expected: String) { #expect(reading(text) == [expected]) }

  @Test(arguments: [
    ("They met in June 2015.", "June 2015 | date | 2015-06 | month | 2015-06-01..2015-06-30 | month-written"),
    ("They met in Feb. 2016.", "Feb. 2016 | date | 2016-02 | month | 2016-02-01..2016-02-29 | month-written"),
    ("In May of 2015", "May of 2015 | date | 2015-05 | month | 2015-05-01..2015-05-31 | month-written"),
    ("In June, both met.", "June | date | XXXX-06 | month | year | month-alone"),
    ("In May they met.", "May | date | XXXX-05 | month | year | month-alone"),
    ("May: talks begin.", "May | date | XXXX-05 | month | year | month-alone"),
    ("the June elections", "June | date | XXXX-06 | month | year | month-alone"),
    ("mid-June", "mid-June | date | XXXX-06 middle | month | year | month-alone"),
    (
      "the end of June 2015",
      "end of June 2015 | date | 2015-06 end | month | 2015-06-01..2015-06-30 | month-written"
    ),
    ("Released 2015-08.", "2015-08 | date | 2015-08 | month | 2015-08-01..2015-08-31 | month-iso"),
    ("In summer 2013", "summer 2013 | date | 2013-SU | season | 2013-06-01..2013-08-31 | season-written"),
    (
      "the autumn of 2013",
      "autumn of 2013 | date | 2013-FA | season | 2013-09-01..2013-11-30 | season-written"
    ),
    ("in winter 2013", "winter 2013 | date | 2013-WI | season | reading | season-written"),
    (
      "in winter 2013-14",
      "winter 2013-14 | date | 2013-WI | season | 2013-12-01..2014-02-28 | season-written"
    ),
    ("in the summer.", "summer | date | XXXX-SU | season | year | season-alone"),
    (
      "the second quarter of 2014",
      "second quarter of 2014 | date | 2014-Q2 | quarter | 2014-04-01..2014-06-30 | quarter-written"
    ),
    ("Q3 2014 was good", "Q3 2014 | date | 2014-Q3 | quarter | 2014-07-01..2014-09-30 | quarter-written"),
    (
      "the last quarter of 2014",
      "last quarter of 2014 | date | 2014-Q4 | quarter | 2014-10-01..2014-12-31 | quarter-written"
    ),
    (
      "the first half of 2014",
      "first half of 2014 | date | 2014-H1 | half | 2014-01-01..2014-06-30 | half-written"
    ),
  ])
  func partsOfYears(_ text: String, _ expected: String) { #expect(reading(text) == [expected]) }

  @Test(arguments: [
    ("in 2014", "2014 | date | 2014 | year | 2014-01-01..2014-12-31 | year-after-word"),
    ("in the year 2014 it", "2014 | date | 2014 | year | 2014-01-01..2014-12-31 | year-after-word"),
    ("Since 2014 villagers held it.", "2014 | date | 2014 | year | 2014-01-01..2014-12-31 | year-after-word"),
    ("by 2014, the war", "2014 | date | 2014 | year | 2014-01-01..2014-12-31 | year-after-word"),
    ("late 2014", "late 2014 | date | 2014 end | year | 2014-01-01..2014-12-31 | year-after-word"),
    ("early in 2014", "early in 2014 | date | 2014 start | year | 2014-01-01..2014-12-31 | year-after-word"),
    ("pre-1967 borders", "1967 | date | 1967 | year | 1967-01-01..1967-12-31 | year-after-word"),
    ("Circa 1850.", "Circa 1850 | date | 1850 approximate | year | 1850-01-01..1850-12-31 | year-after-word"),
    ("the Prague Spring of 1968", "1968 | date | 1968 | year | 1968-01-01..1968-12-31 | year-after-word"),
    ("fiscal year 2014", "2014 | date | 2014 | year | reading | year-after-word"),
    ("a law (2014)", "2014 | date | 2014 | year | 2014-01-01..2014-12-31 | year-in-brackets"),
    ("the 2012 Summer Olympics", "2012 | date | 2012 | year | 2012-01-01..2012-12-31 | year-of-event"),
    ("the World Cup 2018", "2018 | date | 2018 | year | 2018-01-01..2018-12-31 | year-of-event"),
    ("the 2003 invasion", "2003 | date | 2003 | year | 2003-01-01..2003-12-31 | year-of-event"),
    ("on 10 May 2101", "10 May 2101 | date | 2101-05-10 | day | 2101-05-10 | day-written"),
    ("in March 44 BC", "March 44 BC | date | BC0044-03 | month | -0043-03-01..-0043-03-31 | month-written"),
    ("on 15 March 44 BC", "15 March 44 BC | date | BC0044-03-15 | day | -0043-03-15 | day-written"),
    ("On May 10 3000 men came", "May 10 | date | XXXX-05-10 | day | year | day-alone"),
    ("in 346 BC", "346 BC | date | BC0346 | year | -0345-01-01..-0345-12-31 | year-with-era"),
    ("in 44 B.C.", "44 B.C. | date | BC0044 | year | -0043-01-01..-0043-12-31 | year-with-era"),
    ("in AD 79", "AD 79 | date | 0079 | year | 0079-01-01..0079-12-31 | year-with-era"),
    ("the 1990s", "1990s | date | 199 | decade | 1990-01-01..1999-12-31 | decade-written"),
    ("the 1990’s", "1990’s | date | 199 | decade | 1990-01-01..1999-12-31 | decade-written"),
    ("in the late 1980s", "late 1980s | date | 198 end | decade | 1980-01-01..1989-12-31 | decade-written"),
    ("the 1800s", "1800s | date | 180 | decade | reading | decade-written"),
    ("the ’90s", "’90s | date | XX9 | decade | century | decade-alone"),
    ("the nineties", "nineties | date | XX9 | decade | century | decade-alone"),
    ("the 19th century", "19th century | date | 18 | century | 1801-01-01..1900-12-31 | century-written"),
    (
      "mid-20th century",
      "mid-20th century | date | 19 middle | century | 1901-01-01..2000-12-31 | century-written"
    ),
    (
      "twenty-first-century war",
      "twenty-first-century | date | 20 | century | 2001-01-01..2100-12-31 | century-written"
    ),
    (
      "the 5th century BC",
      "5th century BC | date | BC04 | century | -0499-01-01..-0400-12-31 | century-written"
    ),
  ])
  func yearsAndMore(_ text: String, _ expected: String) { #expect(reading(text) == [expected]) }

  @Test(arguments: [
    (
      "from 3 to 5 May 2014",
      "3 to 5 May 2014 | date | 2014-05-03/2014-05-05 | day | 2014-05-03..2014-05-05 | range-of-days"
    ),
    ("on 3–5 May", "3–5 May | date | XXXX-05-03/XXXX-05-05 | day | year | range-of-days"),
    (
      "May 3-5, 2014",
      "May 3-5, 2014 | date | 2014-05-03/2014-05-05 | day | 2014-05-03..2014-05-05 | range-of-days"
    ),
    (
      "28 May – 3 June 2014",
      "28 May – 3 June 2014 | date | 2014-05-28/2014-06-03 | day | 2014-05-28..2014-06-03 | range-of-days"
    ),
    (
      "between June and August 2013",
      "June and August 2013 | date | 2013-06/2013-08 | month | 2013-06-01..2013-08-31 | range-of-months"
    ),
    (
      "May 2011 – June 2012",
      "May 2011 – June 2012 | date | 2011-05/2012-06 | month | 2011-05-01..2012-06-30 | range-of-months"
    ),
    (
      "from November to January 2014",
      "November to January 2014 | date | 2013-11/2014-01 | month | 2013-11-01..2014-01-31 | range-of-months"
    ),
    (
      "Nov-Dec 2014",
      "Nov-Dec 2014 | date | 2014-11/2014-12 | month | 2014-11-01..2014-12-31 | range-of-months"
    ),
    (
      "June/July 2014",
      "June/July 2014 | date | 2014-06/2014-07 | month | 2014-06-01..2014-07-31 | range-of-months"
    ),
    ("2014-2016", "2014-2016 | date | 2014/2016 | year | 2014-01-01..2016-12-31 | range-of-years"),
    ("2014–16", "2014–16 | date | 2014/2016 | year | 2014-01-01..2016-12-31 | range-of-years"),
    ("1997-8", "1997-8 | date | 1997/1998 | year | 1997-01-01..1998-12-31 | range-of-years"),
    ("1939-45", "1939-45 | date | 1939/1945 | year | 1939-01-01..1945-12-31 | range-of-years"),
    ("in 2014/15", "2014/15 | date | 2014/2015 | year | 2014-01-01..2015-12-31 | range-of-years"),
    ("in 2008-09", "2008-09 | date | 2008/2009 | year | reading | range-of-years"),
    (
      "between 2011 and 2013",
      "2011 and 2013 | date | 2011/2013 | year | 2011-01-01..2013-12-31 | range-of-years"
    ),
    (
      "from the 1950s to the 1970s",
      "1950s to the 1970s | date | 195/197 | decade | 1950-01-01..1979-12-31 | range-of-units"
    ),
    (
      "from Monday to Friday",
      "Monday to Friday | date | XXXX-WXX-1/XXXX-WXX-5 | day | reading | range-of-units"
    ),
  ])
  func ranges(_ text: String, _ expected: String) { #expect(reading(text) == [expected]) }

  @Test(arguments: [
    ("for a few days", "a few days | duration | PXD | day | amount | duration-vague"),
    ("It lasted three years.", "three years | duration | P3Y | year | - | duration-counted"),
    ("several decades", "several decades | duration | PXDE | decade | amount | duration-vague"),
    ("for 18 months", "18 months | duration | P18M | month | - | duration-counted"),
    ("a two-day visit", "two-day | duration | P2D | day | - | duration-counted"),
    ("a 21-day deadline", "21-day | duration | P21D | day | - | duration-counted"),
    ("within 48 hours", "48 hours | duration | PT48H | hour | - | duration-counted"),
    ("for a year", "a year | duration | P1Y | year | - | duration-counted"),
    ("a decade of war", "a decade | duration | P1DE | decade | - | duration-counted"),
    ("half an hour", "half an hour | duration | PT30M | hour | - | duration-counted"),
    ("two and a half years", "two and a half years | duration | P2.5Y | year | - | duration-counted"),
    ("a year and a half", "a year and a half | duration | P1.5Y | year | - | duration-counted"),
    ("1.5 hours", "1.5 hours | duration | PT1.5H | hour | - | duration-counted"),
    ("twenty-five years", "twenty-five years | duration | P25Y | year | - | duration-counted"),
    ("two hundred years", "two hundred years | duration | P200Y | year | - | duration-counted"),
    ("two or three weeks", "two or three weeks | duration | PXW approximate | week | - | duration-counted"),
    ("about three years", "about three years | duration | P3Y approximate | year | - | duration-counted"),
    ("at least 10 days", "at least 10 days | duration | P10D atLeast | day | - | duration-counted"),
    ("no more than 10 days", "no more than 10 days | duration | P10D atMost | day | - | duration-counted"),
    ("nearly a decade", "nearly a decade | duration | P1DE lessThan | decade | - | duration-counted"),
    ("a week-long siege", "week-long | duration | P1W | week | - | duration-counted"),
    ("twenty working days", "twenty working days | duration | P20D | day | - | duration-counted"),
    ("for hours", "hours | duration | PTXH | hour | amount | duration-vague"),
    ("for decades", "decades | duration | PXDE | decade | amount | duration-vague"),
    ("every year", "every year | set | P1Y | year | - | set-by-length"),
    ("every two weeks", "every two weeks | set | P2W | week | - | set-by-length"),
    ("held annually", "annually | set | P1Y | year | - | set-by-length"),
    ("every Tuesday", "every Tuesday | set | XXXX-WXX-2 | day | - | set-of-dates"),
    ("on 3 May every year", "3 May every year | set | XXXX-05-03 | day | - | set-of-dates"),
    ("on Tuesdays", "Tuesdays | set | XXXX-WXX-2 | day | - | set-of-dates"),
    ("twice a week", "a week | set | P1W | week | - | set-by-length"),
  ])
  func lengthsAndSets(_ text: String, _ expected: String) { #expect(reading(text) == [expected]) }

  @Test(arguments: [
    "May I ask? They may. It may be so. May the best win.", "a speech by May", "May's government",
    "They march on. The March on Rome. A protest march.", "an august man", "April said so.",
    "The Sun shone. Mar and Jan are short.", "a second chance, the second man",
    "Prices fall. Hopes spring up.",
    "the Arab Spring", "the fall of Rome", "a 24 hour service", "a 24-hour hotline", "50 Cent sang.",
    "version 2.0.14 and 10.1.2", "call 020 7946 2014 or 555-2014-11", "aged 45",
    "a 45-year-old man, 45 years old",
    "2014 people", "in 2,014 places", "$2014", "It cost 2014 dollars.", "page 2014", "1500 troops",
    "by 1500 troops",
    "of 2000 refugees", "about 2000 were killed", "Resolution 1973 and Resolutions 2042 and 2043",
    "2014-15-2",
    "Black Friday", "Bloody Sunday", "the Sunday Times", "the Mail on Sunday", "USA Today", "Liberation Day",
    "http://a.org/2015/08/21/x", "a@b.org/2015-08-21", "x_2015-08-21", "192.168.10.2014", "3.5.7.2014",
    "9/11", "24/7", "1/2", "2000%", "№2015年8月21日", "one day we will", "the year of the horse",
    "the day of rest",
    "years", "a year", "half the year", "the first half", "the third quarter", "2000-page", "1500-strong",
    "31/31/2015", "2015-13-01", "40 May", "in 2000 cases", "last minute", "to this day", "a day",
    "the '95s", "seven days a week", "100,000 years ago", "millions of years ago", "the Six-Day War",
    "the Thirty Years’ War", "1 of 1500", "from 2000 to 2500 metres",
    "Black September", "listen(1337)", "bi-monthly", "the 10s", "1000s of times", "1995s", "",
    "expected to last long", "the week before",
    "20th minute",
    "a 2000 year old tradition",
    "three years old", "two-thirds of May’s party", "the May-led cabinet",
  ])
  func nothing(_ text: String) { #expect(reading(text) == []) }

  @Test func numbersWithoutAnOrderFollowTheGivenOne() {
    #expect(reading("05/06/2015", order: .dayFirst).first?.contains("2015-06-05") == true)
    #expect(reading("05/06/2015", order: .monthFirst).first?.contains("2015-05-06") == true)
    // Where only one order makes a day, that is the day.
    #expect(reading("21/06/2015", order: .monthFirst).first?.contains("2015-06-21") == true)
  }

  @Test func whatRecursIsInNoYear() {
    let sets = [
      "April | set | XXXX-04 | month | - | set-of-dates",
      "October every year | set | XXXX-10 | month | - | set-of-dates",
    ]
    #expect(reading("in April and October every year", "2015-08-21") == sets)
    #expect(reading("every year in April", "2015-08-21").last == sets[0])
  }

  @Test func yearsAreSharedWithinAList() {
    #expect(
      reading("in June and July 2013") == [
        "June | date | 2013-06 | month | 2013-06-01..2013-06-30 | year-from-next-date",
        "July 2013 | date | 2013-07 | month | 2013-07-01..2013-07-31 | month-written",
      ])
    #expect(
      reading("On 12 May 2014 they came, and on 14 May they left. On 16 May it rained.").dropFirst() == [
        "14 May | date | 2014-05-14 | day | 2014-05-14 | year-from-previous-date",
        "16 May | date | XXXX-05-16 | day | year | day-alone",
      ])
    #expect(reading("in 2012, 2013 and 2014").map { $0.prefix(4) } == ["2012", "2013", "2014"])
    #expect(reading("in 2013 and 2000 people died").count == 1)
  }
}
