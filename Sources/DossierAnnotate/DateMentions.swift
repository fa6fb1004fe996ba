internal import DateRecognizer
internal import DossierModel

/// The dates of a document, resolved against its own date as far as that is known.
enum DateMentions {
  /// Returns the dates in the document's prose.
  ///
  /// - Complexity: O(bytes of the document's text).
  static func dates(in document: Document, skipping: [Range<Int>]) -> [DateMention] {
    let found = DateRecognizer().recognize(
      document.text,
      reference: document.record.date.flatMap {
        CalendarPeriod(year: $0.year, month: $0.month, day: $0.day)
      }, skipping: skipping)
    var dates: [DateMention] = []
    dates.reserveCapacity(found.count)
    var index = 0
    for date in found {
      let range = TextRange(date.range.lowerBound, date.range.upperBound)
      while index < document.blocks.count, document.blocks[index].textRange.end <= range.start { index += 1 }
      guard index < document.blocks.count else { break }
      let block = document.blocks[index]
      if block.isProse, block.textRange.contains(range) { dates.append(DateMention(date, range)) }
    }
    return dates
  }
}

extension DateMention {
  fileprivate init(_ date: RecognizedDate, _ range: TextRange) {
    self.init(
      range: range, kind: Kind(date.type), unit: Unit(date.granularity), value: date.value,
      modifier: date.modifier.map { Modifier($0) }, missing: date.missing.map { Missing($0) },
      rule: date.rule.rawValue)
    // Years before 1 AD have no `CalendarDate`.
    if let period = date.period, let first = CalendarDate(period.first), let last = CalendarDate(period.last)
    {
      self.first = first
      self.last = last
    }
  }
}

extension CalendarDate {
  fileprivate init?(_ day: CalendarDay) { self.init(year: day.year, month: day.month, day: day.day) }
}

extension DateMention.Kind {
  fileprivate init(_ kind: RecognizedDate.Kind) {
    self =
      switch kind {
      case .date: .date
      case .time: .time
      case .duration: .duration
      case .set: .recurring
      }
  }
}

extension DateMention.Unit {
  fileprivate init(_ unit: CalendarUnit) {
    self =
      switch unit {
      case .second: .second
      case .minute: .minute
      case .hour: .hour
      case .partOfDay: .partOfDay
      case .day: .day
      case .weekend: .weekend
      case .week: .week
      case .month: .month
      case .season: .season
      case .quarter: .quarter
      case .half: .half
      case .year: .year
      case .decade: .decade
      case .century: .century
      }
  }
}

extension DateMention.Modifier {
  fileprivate init(_ modifier: RecognizedDate.Modifier) {
    self =
      switch modifier {
      case .approximate: .approximate
      case .start: .start
      case .middle: .middle
      case .end: .end
      case .lessThan: .lessThan
      case .moreThan: .moreThan
      case .atMost: .atMost
      case .atLeast: .atLeast
      case .before: .before
      case .after: .after
      }
  }
}

extension DateMention.Missing {
  fileprivate init(_ missing: RecognizedDate.Missing) {
    self =
      switch missing {
      case .year: .year
      case .century: .century
      case .reference: .documentDate
      case .anchor: .otherDate
      case .amount: .amount
      case .order: .order
      case .direction: .direction
      case .reading: .reading
      case .day: .day
      }
  }
}
