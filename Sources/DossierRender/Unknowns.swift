internal import DossierModel

/// What a briefing does not know, for the analyst to look into.
public enum UnknownKind: String, CaseIterable, Sendable {
  /// Documents that do not say when they were written.
  case undated = "documents-without-date"
  /// Documents that say neither who published them nor where they stand.
  case unsourced = "documents-without-source"
  /// Names that may be one of several things.
  case ambiguous = "ambiguous-names"
  /// Dates whose days stay open.
  case openDates = "open-dates"
  /// Things that one document alone names.
  case oneSource = "one-source"
  /// What may be a name, and was left out.
  case suggestions = "left-out"
}

/// The unknowns of a briefing, gathered once.
struct Unknowns: Sendable {
  let undated, unsourced, ambiguous, oneSource: [Int]
  /// Each with its document and its number among the document's suggestions.
  let suggestions: [(document: Int, number: Int)]
  let openDates: Int

  init(_ briefing: Briefing) {
    let (documents, entities) = (briefing.documents, briefing.entities)
    undated = documents.indices.filter { documents[$0].document.record.date == nil }
    unsourced = documents.indices.filter { !documents[$0].document.record.hasSource }
    func most(_ chosen: [Int]) -> [Int] {
      chosen.sorted { (entities[$1].mentionCount, $0) < (entities[$0].mentionCount, $1) }
    }
    ambiguous = most(entities.indices.filter { !entities[$0].candidates.isEmpty })
    // In a briefing of one document that would be everything.
    oneSource = documents.count < 2 ? [] : most(entities.indices.filter { entities[$0].documentCount == 1 })
    suggestions = documents.indices.flatMap { document in
      documents[document].suggestions.indices.map { (document, $0) }
    }
    openDates = briefing.timeline.undated.count
  }

  /// How many there are of a kind.
  func count(_ kind: UnknownKind) -> Int {
    switch kind {
    case .undated: undated.count
    case .unsourced: unsourced.count
    case .ambiguous: ambiguous.count
    case .openDates: openDates
    case .oneSource: oneSource.count
    case .suggestions: suggestions.count
    }
  }

  /// The kinds that there are, in the order of the page.
  var kinds: [UnknownKind] { UnknownKind.allCases.filter { count($0) > 0 } }
}
