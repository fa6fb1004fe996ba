internal import DossierModel

/// A line that says when a document was written: "Friday, August 21, 2015", "Published 3 March 2016".
struct DateLine {
  /// The date; nothing where day and month cannot be told apart ("03/04/2016").
  var date: CalendarDate?
  /// Whether it tells of a change, not of the first publication: "Updated 4 March 2016".
  var isUpdate = false
  /// Whether the line names a month only, or a place before the date: forms that headings have too.
  var isWeak = false

  /// Reads a whole line, or returns nothing where it has anything but dates, times and the words for them.
  init?(_ line: String) {
    self.init(Array(line.utf8)[...])
  }

  /// Reads a line of UTF-8.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count <= 120, DateLine.hasYear(line) else { return nil }
    var tokens = DateTokens(line)
    guard tokens.words.count <= 20 else { return nil }
    var isFirst = true
    while !tokens.isAtEnd {
      let lead = tokens.skipLead()
      if isFirst, !lead.any, tokens.skipPlace() { isWeak = true }
      tokens.skipWeekday()
      guard let found = tokens.readDate() else {
        // After a date, its time: "10:30 GMT", "at 2.15 pm".
        guard !isFirst, tokens.skipTime() else { return nil }
        continue
      }
      if isFirst {
        date = found.date
        isUpdate = lead.isUpdate
        if found.isMonthOnly, !lead.any { isWeak = true }
      } else if isUpdate, !lead.isUpdate, lead.any {
        date = found.date
        isUpdate = false
      }
      isFirst = false
    }
    if isFirst { return nil }
  }

  /// Whether four digits stand in a row: no date is without them, and few other short lines have them.
  private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in line {
      digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// Reads the date with its weekday that a paragraph starts with: "Thursday, May 7, 2015 On Tuesday, ...".
  static func leading(_ text: String) -> CalendarDate? {
    var tokens = DateTokens(Array(text.utf8)[...])
    guard tokens.skipWeekday(), let found = tokens.readDate(), !found.isMonthOnly, let next = tokens.next,
      next.first?.isUppercase == true
    else { return nil }
    return found.date
  }
}
