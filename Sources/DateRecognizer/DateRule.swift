/// The rules by which dates are found and resolved. The raw values are stable.
///
/// Those named `…-reference` needed the document's own date; the others read the words alone.
public enum DateRule: String, CaseIterable, Hashable, Sendable {
  /// "21 August 2015", "August 21st, 2015".
  case dayWritten = "day-written"
  /// "2015-08-21".
  case dayISO = "day-iso"
  /// "21/08/2015", "21.08.2015".
  case dayNumeric = "day-numeric"
  /// "15 August", the year not stated.
  case dayAlone = "day-alone"
  /// "21 July Movement", "September 11 attacks": a day within a name, which may be of any year.
  case dayInName = "day-in-name"
  /// "Christmas Day".
  case holiday = "holiday"
  /// "June 2015".
  case monthWritten = "month-written"
  /// "2015-08".
  case monthISO = "month-iso"
  /// "June", the year not stated.
  case monthAlone = "month-alone"
  /// A number after "in", "since", "the end of" …
  case yearAfterWord = "year-after-word"
  /// "(2014)".
  case yearInBrackets = "year-in-brackets"
  /// "the 2012 Summer Olympics", "the 2003 invasion", "World Cup 2018". "World Cup 2018".
  case yearOfEvent = "year-of-event"
  /// "in 2013 and 2014".
  case yearInList = "year-in-list"
  /// "346 BC", "AD 79".
  case yearWithEra = "year-with-era"
  /// "summer 2013".
  case seasonWritten = "season-written"
  /// "in the summer", the year not stated.
  case seasonAlone = "season-alone"
  /// "Q3 2014".
  case quarterWritten = "quarter-written"
  /// "the first half of 2014".
  case halfWritten = "half-written"
  /// "the 1990s".
  case decadeWritten = "decade-written"
  /// "the '90s", the century not stated.
  case decadeAlone = "decade-alone"
  /// "the 19th century".
  case centuryWritten = "century-written"
  /// "3-5 May 2014".
  case rangeOfDays = "range-of-days"
  /// "between June and August 2013".
  case rangeOfMonths = "range-of-months"
  /// "2014–16".
  case rangeOfYears = "range-of-years"
  /// Other ranges: "the 1950s to the 1970s", "Monday to Friday".
  case rangeOfUnits = "range-of-units"
  /// The year stands with the next date of the same list: "June" in "June and July 2013".
  case yearFromNextDate = "year-from-next-date"
  /// The year stands with the date before in the same sentence: "on 12 May 2014 and again on 14 May".
  case yearFromPreviousDate = "year-from-previous-date"
  /// "on Tuesday".
  case weekdayAlone = "weekday-alone"
  /// The nearest such day before or at the reference.
  case dayBeforeReference = "day-before-reference"
  /// The nearest such day at or after the reference, since the words near it speak of the future.
  case dayAfterReference = "day-after-reference"
  /// The same for a day of the week.
  case weekdayBeforeReference = "weekday-before-reference"
  /// The same for a day of the week, in the future.
  case weekdayAfterReference = "weekday-after-reference"
  /// The same for a month.
  case monthBeforeReference = "month-before-reference"
  /// The same for a month, in the future.
  case monthAfterReference = "month-after-reference"
  /// The same for a decade of which the century is not stated.
  case decadeBeforeReference = "decade-before-reference"
  /// The same for a range of which the year is not stated.
  case rangeBeforeReference = "range-before-reference"
  /// The same for a range in the future.
  case rangeAfterReference = "range-after-reference"
  /// "today", "yesterday", "tomorrow", "this morning".
  case dayByReference = "day-by-reference"
  /// "last week", "this year", "next month", "June last year", "last Friday".
  case unitByReference = "unit-by-reference"
  /// "two years ago", "a week from now".
  case offsetFromReference = "offset-from-reference"
  /// "the past decade", "the next two weeks".
  case spanByReference = "span-by-reference"
  /// "recent years", "the coming months".
  case vagueReference = "vague-by-reference"
  /// "the previous year", "that day", relative to a date in the text.
  case unitByText = "unit-by-text"
  /// "three days later", relative to a date in the text.
  case offsetFromText = "offset-from-text"
  /// "the previous three years", relative to a date in the text.
  case spanByText = "span-by-text"
  /// "three years", "a 21-day deadline".
  case durationCounted = "duration-counted"
  /// "a few days", "for decades".
  case durationVague = "duration-vague"
  /// "every Tuesday", "on Tuesdays".
  case setOfDates = "set-of-dates"
  /// "every two years", "annually".
  case setByLength = "set-by-length"
}
