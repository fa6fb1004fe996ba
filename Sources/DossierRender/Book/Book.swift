internal import DossierModel

/// What of a briefing is printed, in which order, and what is known of the sheets.
public struct Book: Hashable, Sendable {
  /// A part of a book.
  public enum Part: Hashable, Sendable {
    /// The title page.
    case cover
    case contents
    case keyPoints
    /// A document, or some of its blocks.
    case document(Int, blocks: Range<Int>? = nil)
    /// All that there is of an entity: its sentences, dates, ties and sources.
    case entity(Int)
    case timeline
    case ties
    case sources
    /// The index of names.
    case index
  }

  /// The parts in their order.
  public var parts: [Part]
  /// Where the places of the book have fallen on paper; nothing where that can't be known.
  public var pages: PageNumbers?
  /// Whether footnotes stand where the text leads to them, for an engine that floats them to the foot of the sheet.
  public var putsNotesAtFoot = false
  /// Whether all places of names are linked to, without a trace on paper: engines tell the sheets of such places only.
  public var isMeasured = false

  /// Creates a book.
  public init(parts: [Part]) { self.parts = parts }
}

/// The sheet on which each place of a book has fallen, by the id of its element.
public struct PageNumbers: Hashable, Sendable {
  /// The numbers, from 1; where none is known yet, all places get a number of zeros.
  public var numbers: [String: Int]
  /// How many digits the last sheet's number has. All numbers within sentences take as much room, so that a number that
  /// changes moves nothing.
  public var digits: Int

  /// Creates page numbers.
  public init(numbers: [String: Int], digits: Int) {
    self.numbers = numbers
    self.digits = digits
  }

  /// Returns the words for a place, "p. 12", and the room that a number of more digits would take after them; nothing for
  /// a place that the book does not have.
  func words(for id: some StringProtocol) -> (text: String, room: String)? {
    let number = column(for: id)
    guard !number.isEmpty else { return nil }
    // A figure space is as wide as a digit, and no line is broken at one.
    return ("p.\u{A0}" + number, String(repeating: "\u{2007}", count: max(0, digits - number.count)))
  }

  /// Returns the number of a place for a column of numbers; empty for a place that the book does not have.
  func column(for id: some StringProtocol) -> String {
    numbers.isEmpty ? String(repeating: "0", count: digits) : numbers[String(id)].map(String.init) ?? ""
  }
}

extension Site {
  /// The whole of the briefing as a book.
  public var wholeBook: Book {
    var parts: [Book.Part] = [.cover, .contents]
    if !briefing.keyPoints.isEmpty { parts.append(.keyPoints) }
    parts += briefing.documents.indices.map { .document($0) }
    if !briefing.timeline.dated.isEmpty { parts.append(.timeline) }
    if hasTies { parts.append(.ties) }
    parts.append(.sources)
    if !briefing.entities.isEmpty { parts.append(.index) }
    return Book(parts: parts)
  }
}
