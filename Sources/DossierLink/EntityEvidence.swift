internal import DossierModel

/// Fills in each entity's sentences and counts.
func addEvidence(from documents: [BriefingDocument], to entities: inout [Entity]) {
  var lastDocument = [Int](repeating: -1, count: entities.count)
  for (index, document) in documents.enumerated() {
    for (entity, sentence) in zip(document.mentionEntities, document.mentionSentences) {
      let evidence = Evidence(document: index, sentence: sentence)
      entities[entity].mentionCount += 1
      // Mentions come in reading order, so a repeated sentence is the last one.
      if entities[entity].evidence.last != evidence { entities[entity].evidence.append(evidence) }
      if lastDocument[entity] != index {
        lastDocument[entity] = index
        entities[entity].documentCount += 1
      }
    }
  }
}
