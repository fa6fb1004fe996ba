/// Finds the sentences of a text and the names in them: people, organisations, places and events.
///
///     let found = EntityRecognizer.builtIn.recognize("Vladimir Putin arrived in China.")
///     found.spans.map(\.kind)  // [.person, .place]
///
/// It knows lists of names and the shapes that names have in English: titles, suffixes, capitals. It is
/// immutable; one is shared by all tasks.
public struct EntityRecognizer: Sendable {
  private let lists: NameLists

  /// The recogniser with the lists from inside the program, made at first use.
  public static let builtIn = EntityRecognizer(lists: .builtIn)

  init(lists: NameLists) { self.lists = lists }

  /// Returns the sentences of `text` and the names in them.
  ///
  /// - Parameters:
  ///   - text: Paragraphs, one a line: a line's end ends a sentence.
  ///   - skipping: Byte ranges that are never read, such as code. They belong to the sentence around them.
  ///   - headings: Byte ranges of headlines and headings, where a capital is no evidence of a name.
  /// - Complexity: O(bytes of `text`), plus the sorting of the ranges.
  public func recognize(
    _ text: String, skipping: [Range<Int>] = [], headings: [Range<Int>] = []
  ) -> Recognition {
    let bytes = Array(text.utf8)
    // Tokens count bytes in 32 bits.
    guard bytes.count < Int(UInt32.max) else { return Recognition() }
    let skipped = EntityRecognizer.merged(skipping, in: bytes)
    let tokens = Tokenizer.tokens(of: bytes, skipping: skipped, lists: lists)
    let sentences = SentenceSplitter.sentences(of: tokens)
    var scan = TextScan(bytes: bytes, tokens: tokens, sentences: sentences, lists: lists)
    let headingRanges = EntityRecognizer.merged(headings, in: bytes)
    var heading = 0
    for sentence in sentences {
      let start = Int(tokens[sentence.lowerBound].start)
      while heading < headingRanges.count, headingRanges[heading].upperBound <= start { heading += 1 }
      let isHeading = heading < headingRanges.count && headingRanges[heading].lowerBound <= start
      scan.read(sentence, isHeading: isHeading)
    }
    scan.recall()
    return Recognition(
      sentences: sentences.map { scan.byteRange(of: $0) },
      spans: scan.names.sorted { $0.start < $1.start }.compactMap { scan.span(of: $0) })
  }

  /// Returns the ranges sorted, joined where they touch, cut to the text and grown to whole scalars.
  private static func merged(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      let start = UTF8Bytes.floor(range.lowerBound, in: bytes)
      let end = UTF8Bytes.ceiling(range.upperBound, in: bytes)
      guard start < end else { continue }
      if let last = merged.last, start <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        merged.append(start..<end)
      }
    }
    return merged
  }
}

extension TextScan {
  /// Returns the bytes from a range's first token to its last.
  func byteRange(of range: Range<Int>) -> Range<Int> {
    Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// Returns a chosen name as the caller sees it.
  func span(of name: Candidate) -> RecognizedSpan? {
    guard let kind = name.kind else { return nil }
    return RecognizedSpan(
      range: byteRange(of: name.start..<name.end), kind: kind, score: name.score, origin: name.origin,
      canonicalName: name.entry.flatMap { lists.canonicalName(of: $0) })
  }
}
