internal import DateRecognizer
internal import DossierJSON
public import EntityRecognizer

/// What is found in one text, as a line of JSON.
///
///     {"id":"a","entities":[{"start":0,"end":5,"type":"LOC","score":0.98,"surface":"China"}],"dates":[]}
public struct TextAnnotator: Sendable {
  private let recognizer: EntityRecognizer
  private let care: EntityRecognizer.Care
  private let unit: OffsetUnit

  /// Creates an annotator that reads with so much care, and whose offsets count in `unit`.
  public init(recognizer: EntityRecognizer, care: EntityRecognizer.Care = .fast, unit: OffsetUnit) {
    self.recognizer = recognizer
    self.care = care
    self.unit = unit
  }

  /// Appends the names and dates of a text as an object of one line, without the line's end.
  ///
  /// - Parameters:
  ///   - id: The text's `id`, as it is written in JSON.
  ///   - date: The text's own date, against which its dates are resolved.
  /// - Complexity: O(bytes of `text`).
  public func append(_ text: String, id: String, date: TextDate?, to line: inout [UInt8]) {
    let names = recognizer.recognize(text, care: care).spans
    let dates = DateRecognizer().recognize(text, reference: date?.period)
    line += "{\"id\":\(id),\"entities\":[".utf8
    append(names.map(\.range), in: text, to: &line) { index, line in
      let name = names[index]
      line += ",\"type\":\"\(name.kind.code)\",\"score\":\(TextAnnotator.decimal(name.score))".utf8
    }
    line += "],\"dates\":[".utf8
    append(dates.map(\.range), in: text, to: &line) { index, line in
      let date = dates[index]
      line += ",\"type\":\"\(date.type)\",\"granularity\":\"\(date.granularity)\",\"value\":".utf8
      JSONText.append(date.value, to: &line)
      if let period = date.period {
        line += ",\"from\":\"\(period.first.iso)\",\"to\":\"\(period.last.iso)\"".utf8
      }
      line += ",\"rule\":\"\(date.rule.rawValue)\"".utf8
      if let missing = date.missing { line += ",\"missing\":\"\(missing)\"".utf8 }
    }
    line += "]}".utf8
  }

  /// Appends a line in place of one that brought no text.
  public static func append(error: String, id: String, to line: inout [UInt8]) {
    line += "{\"id\":\(id),\"error\":".utf8
    JSONText.append(error, to: &line)
    line += "}".utf8
  }

  /// Appends an object for each range: its ends, what `body` adds, and its words.
  private func append(
    _ ranges: [Range<Int>], in text: String, to line: inout [UInt8], _ body: (Int, inout [UInt8]) -> Void
  ) {
    let offsets = unit.converted(ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: text)
    for (index, range) in ranges.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line += "{\"start\":\(offsets[2 * index]),\"end\":\(offsets[2 * index + 1])".utf8
      body(index, &line)
      line += ",\"surface\":".utf8
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      JSONText.append(text[start..<text.utf8.index(start, offsetBy: range.count)], to: &line)
      line.append(UInt8(ascii: "}"))
    }
  }

  /// Three decimals, written from a whole number so that no locale has a say.
  private static func decimal(_ score: Float) -> String {
    let thousandths = Int((score * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}

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

extension RecognizedSpan.Kind {
  /// The name that corpora and other tools have for the kind.
  fileprivate var code: String {
    switch self {
    case .person: "PER"
    case .organisation: "ORG"
    case .place: "LOC"
    case .event: "EVENT"
    case .other: "MISC"
    }
  }
}
