import Testing

@testable import DateRecognizer

/// One line for each date found: "text | type | value | granularity | first..last or missing | rule". The
/// modifier stands after the value.
func reading(_ text: String, _ reference: String? = nil, order: DayMonthOrder? = nil) -> [String] {
  DateRecognizer().recognize(text, reference: reference.flatMap(period), order: order).map { found in
    var value = found.value
    if let modifier = found.modifier { value += " \(modifier)" }
    var days = found.missing.map { "\($0)" } ?? "-"
    if let period = found.period {
      days = period.first == period.last ? period.first.iso : "\(period.first.iso)..\(period.last.iso)"
    }
    return [
      slice(text, found.range), "\(found.type)", value, "\(found.granularity)", days, found.rule.rawValue,
    ]
    .joined(separator: " | ")
  }
}

/// "2015-08-21", or all days of "2015-08" or "2015".
func period(_ text: String) -> CalendarPeriod? {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  switch parts.count {
  case 3: return CalendarDay(year: parts[0], month: parts[1], day: parts[2]).map { CalendarPeriod($0) }
  case 2: return CalendarUnit.month.period(parts[0] * 12 + parts[1] - 1)
  default: return CalendarUnit.year.period(parts[0])
  }
}

func slice(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}
