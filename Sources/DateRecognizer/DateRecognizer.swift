internal import UTF8Text

/// Finds the dates, durations and recurring times of an English text.
///
///     let written = CalendarDay(year: 2022, month: 9, day: 8).map { CalendarPeriod($0) }
///     let found = DateRecognizer().recognize("In June they met.", reference: written)
///     found.first?.value         // "XXXX-06"
///     found.first?.period?.first // 2022-06-01
///
/// What the words say is written as TIMEX3 has it (ISO 24617-1, ISO-TimeML). The days that are meant are told
/// where the words or the document's own date allow, by the method of HeidelTime for news (see `Resolver`);
/// everything else stays open and says what is missing.
///
/// Choices: ages ("45-year-old"), clock times, "9/11" and years of two digits are not read. A date within a
/// name ("September 11 attacks", "21 July Movement") is a date that stays open; the year of an event ("the 2012
/// Summer Olympics") is a year. Numbers of four digits are years only where the words around them say so.
public struct DateRecognizer: Sendable {
  private let lexicon: Lexicon

  /// Creates a recogniser. All share one lexicon, made at first use.
  public init() { lexicon = .builtIn }

  /// Returns the dates of `text` in order; none overlap, and none crosses the end of a line.
  ///
  /// - Parameters:
  ///   - text: Paragraphs, one a line.
  ///   - reference: The days within which the text was written: one day, or a month or a year where no more is
  ///     known. Then only what is the same for all its days is resolved.
  ///   - skipping: Byte ranges that are never read, such as code.
  ///   - order: What comes first in "05/06/2015". Without it such dates stay open.
  /// - Complexity: O(bytes of `text`), plus the sorting of the ranges.
  public func recognize(
    _ text: String, reference: CalendarPeriod? = nil, skipping: [Range<Int>] = [],
    order: DayMonthOrder? = nil
  ) -> [RecognizedDate] {
    let bytes = Array(text.utf8)
    // Tokens count bytes in 32 bits.
    guard bytes.count < Int(UInt32.max) else { return [] }
    let resolver = Resolver(reference: reference)
    var tokenizer = Tokenizer(bytes, skipping: UTF8Bytes.merged(skipping, in: bytes), lexicon: lexicon)
    var grammar = Grammar(bytes: bytes, lexemes: lexicon.lexemes, order: order)
    var dates: [RecognizedDate] = []
    while tokenizer.readLines() {
      // Swapped, not copied: each keeps its memory for the next lines.
      swap(&grammar.tokens, &tokenizer.tokens)
      var expressions = grammar.expressions(at: tokenizer.anchors)
      YearSharing.share(&expressions, grammar, resolver)
      for expression in expressions { dates.append(DateRecognizer.date(expression, grammar, resolver)) }
    }
    return dates
  }

  private static func date(_ expression: Expression, _ grammar: Grammar, _ resolver: Resolver)
    -> RecognizedDate
  {
    let resolution = resolver.resolve(expression, grammar.direction(of: expression))
    let type: RecognizedDate.Kind
    switch expression.meaning {
    case .date(let part): type = part.partOfDay > 0 ? .time : .date
    case .offset(_, let unit, _): type = unit.isClock ? .time : .date
    case .range, .vague: type = .date
    case .duration, .span: type = .duration
    case .recurringDate, .recurring: type = .set
    }
    var granularity = grammar.unit(of: expression)
    if type == .time, granularity == .day { granularity = .partOfDay }
    var modifier = expression.modifier
    switch expression.meaning {
    case .duration(let amount, _), .offset(let amount, _, _):
      if modifier == nil, amount.isLowest { modifier = .approximate }
    default: break
    }
    return RecognizedDate(
      range: Int(grammar.tokens[expression.start].start)..<Int(grammar.tokens[expression.end - 1].end),
      type: type, granularity: granularity, value: TIMEXValue.of(expression.meaning), modifier: modifier,
      period: resolution.period, missing: resolution.missing,
      rule: expression.rule.isYearShared ? expression.rule : resolution.rule ?? expression.rule)
  }
}

extension DateRule {
  /// Whether the year stands with another date.
  var isYearShared: Bool { self == .yearFromNextDate || self == .yearFromPreviousDate }
}
