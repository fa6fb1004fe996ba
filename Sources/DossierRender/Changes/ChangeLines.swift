internal import DossierEdition

/// The changes of an edition as lines of equal weight, so that a long list can be divided into pages anywhere.
struct ChangeLines: Sendable {
  /// A line.
  enum Line: Sendable {
    /// A document that is new or gone, or of which only something on the whole has changed.
    case document(Int)
    /// Something of a document: the number of a fact, or of a sentence.
    case fact(document: Int, Int)
    case sentence(document: Int, Int)
    case name(Int)
    case tie(Int)
    case date(Int)
  }

  let changes: EditionChanges
  /// All lines, in the order of the page.
  let lines: [Line]

  init(_ changes: EditionChanges) {
    self.changes = changes
    var lines: [Line] = []
    for (index, document) in changes.documents.enumerated() {
      if document.facts.isEmpty && document.sentences.isEmpty { lines.append(.document(index)) }
      lines += document.facts.indices.map { .fact(document: index, $0) }
      lines += document.sentences.indices.map { .sentence(document: index, $0) }
    }
    lines += changes.names.indices.map { .name($0) }
    lines += changes.ties.indices.map { .tie($0) }
    lines += changes.dates.indices.map { .date($0) }
    self.lines = lines
  }

  /// The old edition in words: "edition 2".
  var since: String { changes.old.map { "edition \($0.tag.text)" } ?? "the last edition" }
}
