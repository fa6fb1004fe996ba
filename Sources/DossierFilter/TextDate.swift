internal import DateRecognizer

/// The date of a text: a day, a month or a year, as ISO 8601 has it.
public struct TextDate: Equatable, Sendable {
  let period: CalendarPeriod

  /// Reads "2015-08-21", "2015-08" or "2015".
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
      else {
        return nil
      }
      numbers.append(number)
    }
    guard
      let period = CalendarPeriod(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    else { return nil }
    self.period = period
  }
}
