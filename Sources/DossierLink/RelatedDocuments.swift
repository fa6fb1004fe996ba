internal import DossierModel

/// The most documents that an entity may be named in and still relate them, beyond small briefings.
private let mostRelating = 200
/// How many related documents a document shows.
private let mostRelated = 5
/// How many shared entities are given as the reason.
private let mostReasons = 4

/// Fills in the documents that share entities with each document.
///
/// Two documents are as near as the sum, over the entities that both name, of 1 / (documents that name it): the
/// resource allocation index (Zhou, Lü and Zhang, "Predicting missing links via local information", 2009). What
/// everyone names says little, and an entity of more than 200 documents is left out, so that the work for a document
/// is bounded. Fixed-point numbers keep the order the same on every machine.
func addRelatedDocuments(to documents: inout [BriefingDocument], entities: [Entity]) {
  var namedIn = [[Int32]](repeating: [], count: entities.count)
  for (index, document) in documents.enumerated() {
    for entity in Set(document.mentionEntities) where entities[entity].documentCount <= mostRelating {
      namedIn[entity].append(Int32(index))
    }
  }
  var nearness = [UInt64](repeating: 0, count: documents.count)
  var touched: [Int32] = []
  for index in documents.indices {
    let own = Set(documents[index].mentionEntities)
    for entity in own where namedIn[entity].count > 1 {
      let weight = (UInt64(1) << 32) / UInt64(namedIn[entity].count)
      for other in namedIn[entity] where other != Int32(index) {
        if nearness[Int(other)] == 0 { touched.append(other) }
        nearness[Int(other)] += weight
      }
    }
    let nearest = top(mostRelated, of: touched) { (nearness[Int($1)], $0) < (nearness[Int($0)], $1) }
    documents[index].related = nearest.map { other in
      let shared = own.intersection(documents[Int(other)].mentionEntities)
      let rarest = shared.sorted { (entities[$0].documentCount, $0) < (entities[$1].documentCount, $1) }
      return RelatedDocument(document: Int(other), shared: Array(rarest.prefix(mostReasons)))
    }
    for other in touched { nearness[Int(other)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Returns the first `count` elements in an order, without sorting the rest.
private func top(_ count: Int, of elements: [Int32], by comesFirst: (Int32, Int32) -> Bool) -> [Int32] {
  var best: [Int32] = []
  for element in elements {
    guard best.count < count || best.last.map({ comesFirst(element, $0) }) ?? true else { continue }
    let place = best.firstIndex { comesFirst(element, $0) } ?? best.endIndex
    best.insert(element, at: place)
    if best.count > count { best.removeLast() }
  }
  return best
}
