internal import DossierModel

/// How many rows each table of data has, and in how many files they stand: no file has more than so many rows, so that one
/// of a very large briefing can be opened by itself.
struct Exports: Sendable {
  /// The most rows of a file.
  let rowsPerFile: Int
  /// The rows before each document, and the number of all.
  let sentenceStarts, mentionStarts, dateStarts: [Int]
  /// The rows before those of which each entity is the first.
  let tieStarts: [Int]
  /// The documents that name the entities before each entity, and the number of all.
  let documentStarts: [Int]
  private let documentCount: Int
  private let entityCount: Int

  /// - Complexity: O(documents + ties).
  init(_ briefing: Briefing, _ statements: [[DatedStatement]], rowsPerFile: Int) {
    self.rowsPerFile = max(1, rowsPerFile)
    let (documents, entities) = (briefing.documents, briefing.entities)
    sentenceStarts = Exports.starts(documents.lazy.map(\.annotation.sentences.count))
    mentionStarts = Exports.starts(documents.lazy.map(\.annotation.mentions.count))
    dateStarts = Exports.starts(statements.lazy.map(\.count))
    tieStarts = Exports.starts(
      entities.lazy.enumerated().map { index, entity in entity.ties.count { $0.entity > index } })
    documentStarts = Exports.starts(entities.lazy.map(\.documentCount))
    documentCount = documents.count
    entityCount = entities.count
  }

  private static func starts(_ counts: some Sequence<Int>) -> [Int] {
    var starts = [0]
    var sum = 0
    for count in counts {
      sum += count
      starts.append(sum)
    }
    return starts
  }

  /// How many rows a table has.
  func count(_ table: ExportTable) -> Int {
    switch table {
    case .documents: documentCount
    case .entities: entityCount
    case .sentences: sentenceStarts.last ?? 0
    case .mentions: mentionStarts.last ?? 0
    case .dates: dateStarts.last ?? 0
    case .ties: tieStarts.last ?? 0
    }
  }

  /// How many files hold so many rows; one where there are none.
  func parts(of count: Int) -> Int { Site.pageCount(count, rowsPerFile) }

  /// The rows of a file.
  func rows(_ count: Int, part: Int) -> Range<Int> { Site.slice(count, rowsPerFile, page: part) }

  /// All files.
  var files: [ExportFile] {
    func parts(_ count: Int, _ file: (Int) -> ExportFile) -> [ExportFile] {
      (0..<self.parts(of: count)).map(file)
    }
    let tables = ExportTable.allCases.flatMap { table in
      parts(count(table)) { .json(table, part: $0) } + parts(count(table)) { .csv(table, part: $0) }
    }
    return [.guide, .package] + tables
      + parts(nodeCount) { .graph(part: $0) }
      + (0..<Site.pageCount(documentCount, moneyDocumentsPerFile)).map { .moneyDocuments(part: $0) }
      + parts(moneyCount) { .moneyEntities(part: $0) }
      + parts(count(.ties)) { .ties(part: $0) }
  }

  /// How many nodes the graph in JSON-LD has.
  var nodeCount: Int { documentCount + entityCount + count(.sentences) }

  /// How many entities of FollowTheMoney are made of entities, of what documents name, and of ties.
  var moneyCount: Int { entityCount + (documentStarts.last ?? 0) + count(.ties) }

  /// How many documents a file of FollowTheMoney has: far fewer than rows, since each has its whole text.
  var moneyDocumentsPerFile: Int { max(1, rowsPerFile / 20) }

  /// Calls `body` for what each row of a range belongs to: the owner's index, and the row's number among the owner's.
  ///
  /// - Parameter starts: The rows before each owner, and the number of all.
  static func forEach(
    _ rows: Range<Int>, of starts: [Int], _ body: (_ owner: Int, _ rows: Range<Int>) -> Void
  ) {
    guard !rows.isEmpty else { return }
    var owner = starts.partitionPoint { $0 <= rows.lowerBound } - 1
    while owner + 1 < starts.count, starts[owner] < rows.upperBound {
      let own = rows.clamped(to: starts[owner]..<starts[owner + 1])
      if !own.isEmpty { body(owner, own.lowerBound - starts[owner]..<own.upperBound - starts[owner]) }
      owner += 1
    }
  }
}
