internal import DateRecognizer
internal import DossierJSON
public import EntityRecognizer

/// Finds the names and dates of one text.
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

  /// Returns the names and dates of a text.
  ///
  /// - Parameters:
  ///   - id: The text's `id`, as it is written in JSON.
  ///   - date: The text's own date, against which its dates are resolved.
  /// - Complexity: O(bytes of `text`).
  public func annotate(_ text: String, id: String, date: TextDate?) -> AnnotatedText {
    let found = recognizer.recognize(text, care: care)
    return AnnotatedText(
      id: id, text: text, sentences: found.sentences,
      names: found.spans.map { span in
        AnnotatedText.Name(
          range: span.range, kind: span.kind, type: span.kind.code, score: span.score,
          canonicalName: span.canonicalName, isNationality: span.isNationality)
      },
      dates: DateRecognizer().recognize(text, reference: date?.period))
  }

  /// Returns a text with names that somebody else has found.
  ///
  /// - Parameter given: Their offsets, and their types as written.
  /// - Returns: nil where an offset is outside the text or within a character, or a name has no words.
  /// - Complexity: O(bytes of `text`), plus the sorting of the offsets.
  func annotate(_ text: String, id: String, date: TextDate?, given: [JSONRecord.Entity]) -> AnnotatedText? {
    guard let ends = unit.bytes(given.flatMap { [$0.start, $0.end] }, in: text),
      given.indices.allSatisfy({ index in
        let words = text.utf8.dropFirst(ends[2 * index]).prefix(max(0, ends[2 * index + 1] - ends[2 * index]))
        return words.contains { $0 > 32 }
      })
    else { return nil }
    let spans = given.indices.map { index in
      (
        ends[2 * index]..<max(ends[2 * index], ends[2 * index + 1]),
        RecognizedSpan.Kind(code: given[index].type)
      )
    }
    let known = recognizer.recognize(text, given: spans)
    return AnnotatedText(
      id: id, text: text, sentences: known.sentences,
      names: zip(given, known.spans).map { given, span in
        AnnotatedText.Name(
          range: span.range, kind: span.kind, type: given.type, canonicalName: span.canonicalName)
      },
      dates: DateRecognizer().recognize(text, reference: date?.period))
  }
}

extension RecognizedSpan.Kind {
  /// The kind of the name that corpora and other tools have for it.
  fileprivate init(code: String) {
    self =
      switch code.uppercased() {
      case "PER", "PERSON", "PEOPLE": .person
      case "ORG", "ORGANISATION", "ORGANIZATION": .organisation
      case "LOC", "LOCATION", "PLACE", "GPE", "FAC": .place
      case "EVENT": .event
      default: .other
      }
  }

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
