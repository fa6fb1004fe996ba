public import DossierModel
public import EntityRecognizer

/// The Annotate stage: takes one document, gives its sentences, mentions and dates, and knows nothing of
/// other documents.
///
///     let annotator = Annotator(recognizer: .builtIn)
///     let annotation = annotator.annotate(document)
///
/// The result depends on the document's text, blocks and record and on the recognisers only.
public struct Annotator: Sendable {
  private let recognizer: EntityRecognizer
  private let care: EntityRecognizer.Care
  private let answers: ReaderAnswers?

  /// Creates an annotator that finds names with `recognizer`, with so much care, and keeps its answers.
  public init(
    recognizer: EntityRecognizer, care: EntityRecognizer.Care = .fast, answers: ReaderAnswers? = nil
  ) {
    self.recognizer = recognizer
    self.care = care
    self.answers = answers
  }

  /// Returns the sentences, mentions and dates of a document.
  ///
  /// Words for peoples and languages are no mentions, and code and raw HTML have none. A sentence never crosses a
  /// block; each line of a verbatim block is by itself.
  ///
  /// - Complexity: O(bytes of the document's text).
  public func annotate(_ document: Document) -> Annotation {
    var skipping: [Range<Int>] = []
    var headings: [Range<Int>] = []
    for block in document.blocks {
      if block.isProse {
        skipping += block.codeRanges.map { $0.start..<$0.end }
      } else {
        skipping.append(block.textRange.start..<block.textRange.end)
      }
      if block.isHeading { headings.append(block.textRange.start..<block.textRange.end) }
    }
    let recognition = recognizer.recognize(
      document.text, skipping: skipping, headings: headings, care: care, answers: answers)
    let sentences = proseSentences(of: recognition, in: document)
    // A record's name that runs over the end of a sentence ("Which? Magazine") is no evidence of anything.
    let record = RecordMentions.mentions(in: document).filter { mention in
      sentences.contains { $0.contains(mention.range) }
    }
    return Annotation(
      sentences: sentences,
      mentions: RecordMentions.merged(
        recognition.spans.compactMap { Annotator.mention($0, in: document) }, record),
      dates: DateMentions.dates(in: document, skipping: skipping))
  }

  /// Returns the sentences that lie in blocks of prose.
  private func proseSentences(of recognition: Recognition, in document: Document) -> [TextRange] {
    var sentences: [TextRange] = []
    sentences.reserveCapacity(recognition.sentences.count)
    var index = 0
    for range in recognition.sentences {
      let sentence = TextRange(range.lowerBound, range.upperBound)
      while index < document.blocks.count, document.blocks[index].textRange.end <= sentence.start {
        index += 1
      }
      guard index < document.blocks.count else { break }
      let block = document.blocks[index]
      if block.isProse, block.textRange.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  private static func mention(_ span: RecognizedSpan, in document: Document) -> Mention? {
    // "Russian" says where something is from, and names nothing that a page could be about.
    guard !span.isNationality else { return nil }
    let range = TextRange(span.range.lowerBound, span.range.upperBound)
    guard let index = document.blockIndex(at: range.start) else { return nil }
    let block = document.blocks[index]
    guard block.isProse, block.textRange.contains(range) else { return nil }
    return Mention(
      range: range, kind: EntityKind(span.kind), score: span.score, origin: .model,
      canonicalName: span.canonicalName)
  }
}

extension EntityKind {
  /// Creates the kind that the recogniser means.
  public init(_ kind: RecognizedSpan.Kind) {
    self =
      switch kind {
      case .person: .person
      case .organisation: .organisation
      case .place: .place
      case .event: .event
      case .other: .other
      }
  }
}
