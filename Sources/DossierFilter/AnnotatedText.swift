internal import DateRecognizer
internal import DossierJSON
internal import EntityRecognizer

/// What is found in one text, and how it is written as a line of JSON.
///
///     {"id":"a","entities":[{"start":0,"end":5,"type":"LOC","score":0.98,"surface":"China"}],"dates":[]}
public struct AnnotatedText: Sendable {
  /// The text's `id`, as it is written in JSON.
  var id: String
  let text: String
  let sentences: [Range<Int>]
  var names: [Name]
  let dates: [RecognizedDate]

  /// A name in the text.
  struct Name: Sendable {
    /// Where it stands, in bytes of UTF-8.
    var range: Range<Int>
    var kind: RecognizedSpan.Kind
    /// The type as it is written in JSON.
    var type: String
    /// How sure the recogniser is; nothing where somebody else found the name.
    var score: Float?
    /// The usual name that a list gives.
    var canonicalName: String?
    /// Whether it is a word for a people.
    var isNationality = false
    /// The name of the entity that it stands for, where texts are linked.
    var entity: String?
  }

  /// Appends the names and dates as an object of one line, without the line's end, its offsets counted in `unit`.
  public func append(_ unit: OffsetUnit, to line: inout [UInt8]) {
    line += "{\"id\":\(id),\"entities\":[".utf8
    append(names.map(\.range), unit, to: &line) { index, line in
      line += ",\"type\":".utf8
      JSONText.append(names[index].type, to: &line)
      if let score = names[index].score { line += ",\"score\":\(AnnotatedText.decimal(score))".utf8 }
      if let name = names[index].entity {
        line += ",\"name\":".utf8
        JSONText.append(name, to: &line)
      }
    }
    line += "],\"dates\":[".utf8
    append(dates.map(\.range), unit, to: &line) { index, line in
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
    _ ranges: [Range<Int>], _ unit: OffsetUnit, to line: inout [UInt8], _ body: (Int, inout [UInt8]) -> Void
  ) {
    let ends = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    let order = ends.indices.sorted { ends[$0] < ends[$1] }
    var offsets = ends
    for (index, offset) in zip(order, unit.converted(order.map { ends[$0] }, in: text)) {
      offsets[index] = offset
    }
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
