/// Writes the values of TIMEX3 (ISO 24617-1) as far as the words themselves tell them.
enum TIMEXValue {
  /// Returns the value of an expression.
  static func of(_ meaning: Expression.Meaning) -> String {
    switch meaning {
    case .date(let part), .recurringDate(let part): date(part)
    case .range(let first, let last): date(first) + "/" + date(last)
    case .duration(let amount, let unit), .span(let amount, let unit, _), .recurring(let amount, let unit):
      length(amount, unit)
    case .offset(_, let unit, _): unit.isClock ? "XXXX-XX-XXTXX" : open(unit)
    case .vague(_, let sign): sign < 0 ? "PAST_REF" : "FUTURE_REF"
    }
  }

  private static func open(_ unit: CalendarUnit) -> String {
    switch unit {
    case .second, .minute, .hour, .partOfDay, .day: "XXXX-XX-XX"
    case .weekend: "XXXX-WXX-WE"
    case .week: "XXXX-WXX"
    case .month: "XXXX-XX"
    case .season: "XXXX-SX"
    case .quarter: "XXXX-QX"
    case .half: "XXXX-HX"
    case .year: "XXXX"
    case .decade: "XXX"
    case .century: "XX"
    }
  }

  private static func date(_ part: DatePart) -> String {
    let year = part.year.map { $0 > 0 ? $0.padded(4) : "BC" + (1 - $0).padded(4) } ?? "XXXX"
    let number = part.number
    let text: String
    switch part.unit {
    case .day where part.isWeekday: text = "XXXX-WXX-\(number)"
    case .day where number > 0: text = "\(year)-\(number.padded(2))-\(part.day.padded(2))"
    case .day: text = "\(year)-XX-XX"
    case .month where number > 0: text = "\(year)-\(number.padded(2))"
    case .season: text = "\(year)-\(["SP", "SU", "FA", "WI"][max(0, min(3, number - 1))])"
    case .quarter where number > 0: text = "\(year)-Q\(number)"
    case .half where number > 0: text = "\(year)-H\(number)"
    case .year where part.year != nil: text = year
    case .decade where part.year != nil: text = ((part.year ?? 0) / 10).padded(3)
    case .decade where number > 0: text = "XX\(number)"
    case .century where number != 0:
      text = (number > 0 ? "" : "BC") + (abs(number) - 1).padded(2)
    default: text = open(part.unit)
    }
    return part.partOfDay > 0 ? text + "T" + ["MO", "AF", "EV", "NI"][min(4, part.partOfDay) - 1] : text
  }

  private static func length(_ amount: Amount, _ unit: CalendarUnit) -> String {
    if amount.count == 0, amount.tenths == 5 {
      switch unit {
      case .hour: return "PT30M"
      case .day: return "PT12H"
      case .year: return "P6M"
      case .decade: return "P5Y"
      case .century: return "P50Y"
      default: break
      }
    }
    var number = amount.isLowest ? "X" : amount.count.map { String($0) } ?? "X"
    if amount.tenths > 0 { number += ".\(amount.tenths)" }
    return switch unit {
    case .second: "PT\(number)S"
    case .minute: "PT\(number)M"
    case .hour: "PT\(number)H"
    case .partOfDay, .day: "P\(number)D"
    case .weekend: "P\(number)WE"
    case .week: "P\(number)W"
    case .month: "P\(number)M"
    case .season: "P\(number)S"
    case .quarter: "P\(number)Q"
    case .half: "P\(number)H"
    case .year: "P\(number)Y"
    case .decade: "P\(number)DE"
    case .century: "P\(number)CE"
    }
  }
}
