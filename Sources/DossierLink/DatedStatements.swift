internal import DossierModel

/// Returns what the documents date, in the order of time.
///
/// Left out are times that recur and stretches of time that lie nowhere ("for three days"), which say when nothing
/// happened, and the lines of a document's record, whose date is the document's.
///
/// - Complexity: O(dates · log dates).
func datedStatements(in documents: [BriefingDocument]) -> Timeline {
  var timeline = Timeline()
  var keys: [(start: CalendarDate, end: CalendarDate)] = []
  for (index, item) in documents.enumerated() {
    var sentence = 0
    for (number, date) in item.annotation.dates.enumerated() {
      let sentences = item.annotation.sentences
      while sentence < sentences.count, sentences[sentence].end <= date.range.start { sentence += 1 }
      guard sentence < sentences.count, sentences[sentence].contains(date.range),
        let block = item.document.blockIndex(at: date.range.start), !item.document.blocks[block].isRecord
      else { continue }
      let statement = DatedStatement(evidence: Evidence(document: index, sentence: sentence), date: number)
      if let first = date.first, let last = date.last, date.kind != .recurring {
        timeline.dated.append(statement)
        keys.append((first, last))
      } else if date.kind == .date || date.kind == .time {
        timeline.undated.append(statement)
      }
    }
  }
  // What covers more comes first, as a heading would: 2015, then August 2015, then its days.
  let order = keys.indices.sorted { a, b in
    if keys[a].start != keys[b].start { return keys[a].start < keys[b].start }
    return keys[a].end == keys[b].end ? a < b : keys[b].end < keys[a].end
  }
  timeline.dated = order.map { timeline.dated[$0] }
  return timeline
}
