internal import DossierModel

/// The most entities that a sentence may name and still tie them: beyond it stands a list, such as a table's row
/// or a roll of members, in which being named together means little, and the pairs would grow with the square.
private let mostTied = 24

/// Fills in who is named with whom, most often first, equal ones in the order of names.
func addTies(from documents: [BriefingDocument], to entities: inout [Entity]) {
  // The distinct entities of each sentence, of all documents in one flat array.
  var members: [Int32] = []
  var firstMember: [Int] = [0]
  var firstSentence: [Int] = []
  for document in documents {
    firstSentence.append(firstMember.count - 1)
    var mention = 0
    for sentence in document.annotation.sentences.indices {
      let start = members.count
      while mention < document.mentionSentences.count, document.mentionSentences[mention] == sentence {
        let entity = Int32(document.mentionEntities[mention])
        if members.count - start <= mostTied, !members[start...].contains(entity) { members.append(entity) }
        mention += 1
      }
      if members.count - start > mostTied { members.removeSubrange(start...) }
      firstMember.append(members.count)
    }
  }
  // Each entity counts its companions in one array, which is cleared by the list of those touched.
  var counts = [Int32](repeating: 0, count: entities.count)
  var touched: [Int32] = []
  for entity in entities.indices {
    for evidence in entities[entity].evidence {
      let sentence = firstSentence[evidence.document] + evidence.sentence
      for other in members[firstMember[sentence]..<firstMember[sentence + 1]] where other != Int32(entity) {
        if counts[Int(other)] == 0 { touched.append(other) }
        counts[Int(other)] += 1
      }
    }
    entities[entity].ties = touched.map { Tie(entity: $0, count: counts[Int($0)]) }
      .sorted { ($1.count, $0.entity) < ($0.count, $1.entity) }
    for other in touched { counts[Int(other)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
