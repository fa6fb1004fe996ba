internal import DossierModel

/// The order in which a page shows much evidence: by the dates of its documents, those without a date last.
struct EvidenceOrder: Sendable {
  /// The positions in the entity's evidence.
  let positions: [Int32]
  /// The documents, by index, with the position at which each one's sentences begin.
  private let starts: [(document: Int32, position: Int32)]
  /// Whether years stand over the documents.
  let isByYear: Bool

  /// The fewest sentences and documents that are grouped by year.
  private static let manySentences = 40
  private static let manyDocuments = 8

  /// Returns the order for an entity whose evidence is much; nothing where reading order does.
  ///
  /// - Parameter rank: The place of each document in the order of time.
  init?(_ entity: Entity, _ documents: [BriefingDocument], rank: [Int32]) {
    guard entity.evidence.count >= Self.manySentences, entity.documentCount >= Self.manyDocuments else {
      return nil
    }
    let evidence = entity.evidence
    positions = evidence.indices.map(Int32.init).sorted { a, b in
      let (first, second) = (evidence[Int(a)].document, evidence[Int(b)].document)
      return first == second ? a < b : rank[first] < rank[second]
    }
    var starts: [(document: Int32, position: Int32)] = []
    for (place, position) in positions.enumerated() {
      let document = Int32(evidence[Int(position)].document)
      if starts.last?.document != document { starts.append((document, Int32(place))) }
    }
    let years = starts.lazy.compactMap { documents[Int($0.document)].document.record.date?.year }
    isByYear = years.first.map { first in years.contains { $0 != first } } ?? false
    self.starts = starts.sorted { $0.document < $1.document }
  }

  /// Returns where the sentences of a document begin.
  func start(ofDocument document: Int) -> Int {
    let place = starts.partitionPoint { $0.document < document }
    return place < starts.count ? Int(starts[place].position) : 0
  }
}
