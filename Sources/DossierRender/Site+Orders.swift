internal import DossierModel

/// The orders in which pages show things, worked out once for all of them.
extension Site {
  /// Returns, for an entity, the others of the same name.
  static func namesakes(among entities: [Entity]) -> [Int: [Int]] {
    // Entities are in the order of their slugs, and then of their names, so that those of one name stand together.
    var namesakes: [Int: [Int]] = [:]
    var start = 0
    while start < entities.count {
      var end = start + 1
      while end < entities.count, entities[end].name == entities[start].name { end += 1 }
      if end - start > 1 {
        for index in start..<end { namesakes[index] = (start..<end).filter { $0 != index } }
      }
      start = end
    }
    return namesakes
  }

  /// Returns the documents in an order of their dates, those without a date last.
  static func order(
    of documents: [BriefingDocument], by comesFirst: (CalendarDate, CalendarDate) -> Bool
  ) -> [Int] {
    documents.indices.sorted { a, b in
      switch (documents[a].document.record.date, documents[b].document.record.date) {
      case (let first?, let second?) where first != second: comesFirst(first, second)
      case (_?, nil): true
      case (nil, _?): false
      default: a < b
      }
    }
  }

  /// Returns the place of each document in the order of time.
  static func rank(of documents: [BriefingDocument]) -> [Int32] {
    let order = order(of: documents, by: <)
    var rank = [Int32](repeating: 0, count: documents.count)
    for (place, document) in order.enumerated() { rank[document] = Int32(place) }
    return rank
  }

  static func evidenceOrders(of briefing: Briefing, rank: [Int32]) -> [Int: EvidenceOrder] {
    var orders: [Int: EvidenceOrder] = [:]
    for (index, entity) in briefing.entities.enumerated() {
      if let order = EvidenceOrder(entity, briefing.documents, rank: rank) { orders[index] = order }
    }
    return orders
  }

  /// Returns the open dates by the reason why they are open, otherwise in reading order.
  static func openStatements(of briefing: Briefing) -> [DatedStatement] {
    var groups: [[DatedStatement]] = Array(repeating: [], count: DateMention.Missing.allCases.count + 1)
    for statement in briefing.timeline.undated {
      let date = briefing.documents[statement.evidence.document].annotation.dates[statement.date]
      let group = date.missing.flatMap { DateMention.Missing.allCases.firstIndex(of: $0) }
      groups[group ?? groups.count - 1].append(statement)
    }
    return Array(groups.joined())
  }

  /// Returns the statements of each document in the order of its sentences.
  static func statements(of briefing: Briefing) -> [[DatedStatement]] {
    var statements = [[DatedStatement]](repeating: [], count: briefing.documents.count)
    for statement in briefing.timeline.dated + briefing.timeline.undated {
      statements[statement.evidence.document].append(statement)
    }
    for index in statements.indices {
      statements[index].sort { ($0.evidence, $0.date) < ($1.evidence, $1.date) }
    }
    return statements
  }

  /// The year under which a dated statement stands.
  func year(of statement: DatedStatement) -> Int {
    let dates = briefing.documents[statement.evidence.document].annotation.dates
    return dates[statement.date].first?.year ?? 0
  }

  /// How often two entities are named together, against chance.
  func statistic(together: Int, _ first: Int, _ second: Int) -> TieStatistic {
    TieStatistic(
      together: together, first: briefing.entities[first].evidence.count,
      second: briefing.entities[second].evidence.count, sentences: sentenceCount)
  }
}
