internal import DossierModel

/// Fills in the country and the part of the world of places.
///
/// Lists settle countries, seas, and what is disputed. Of other places each document has one vote, for the country that
/// it states ("Mosul, Iraq"), or, where it states none, for the country that a list knows. A country needs three times
/// the votes of all others: where documents mean two places of one name, or not the one that is best known,
/// nothing is said.
///
/// - Complexity: O(mentions of places).
func addLocations(from documents: [BriefingDocument], to entities: inout [Entity]) {
  var places = [PlaceVotes?](repeating: nil, count: entities.count)
  var holders = [String?](repeating: nil, count: entities.count)
  for (number, entity) in entities.enumerated() where entity.kind == .place && entity.candidates.isEmpty {
    holders[number] = ListedPlace.country(asHolder: entity.name)
    switch ListedPlace(entity.name) {
    case .settled(let country, let region):
      if country != nil || region != nil {
        entities[number].location = PlaceLocation(country: country, region: region)
      }
    case .likely(let country):
      places[number] = PlaceVotes(listed: country, isGovernment: entity.standsFor != nil)
    case .unknown:
      guard !KnownPlaces.isShared(entity.name) else { continue }
      places[number] = PlaceVotes(listed: nil, isGovernment: entity.standsFor != nil)
    }
  }
  for (index, document) in documents.enumerated() {
    for (mention, entity) in document.mentionEntities.enumerated() {
      guard let place = places[entity],
        let statement = StatedCountry.statement(
          ofMention: mention, in: document, holders: holders, isGovernment: place.isGovernment),
        statement.isSure || statement.country == place.listed
      else { continue }
      places[entity]?.add(
        statement.country, Evidence(document: index, sentence: document.mentionSentences[mention]))
    }
  }
  for number in entities.indices {
    if let place = places[number] {
      entities[number].location = place.location(
        of: entities[number].name, documentCount: entities[number].documentCount)
    }
  }
}

/// What is known and said of where one place lies.
private struct PlaceVotes {
  /// The country that a list knows.
  let listed: String?
  /// Whether the name may stand for a government: "Washington in Iraq" says nothing of where Washington is.
  let isGovernment: Bool
  private var stated: [(country: String, documents: Int, lastDocument: Int, evidence: Evidence)] = []
  private var statingDocuments = 0
  private var lastDocument = -1

  init(listed: String?, isGovernment: Bool) {
    self.listed = listed
    self.isGovernment = isGovernment
  }

  /// Counts a statement; those of one document count once.
  mutating func add(_ country: String, _ evidence: Evidence) {
    if lastDocument != evidence.document {
      lastDocument = evidence.document
      statingDocuments += 1
    }
    if let place = stated.firstIndex(where: { $0.country == country }) {
      guard stated[place].lastDocument != evidence.document else { return }
      stated[place].lastDocument = evidence.document
      stated[place].documents += 1
    } else {
      stated.append((country, 1, evidence.document, evidence))
    }
  }

  func location(of name: String, documentCount: Int) -> PlaceLocation? {
    var votes = stated.map {
      (country: $0.country, count: $0.documents, evidence: Evidence?.some($0.evidence))
    }
    if let listed {
      let silent = documentCount - statingDocuments
      if let place = votes.firstIndex(where: { $0.country == listed }) {
        votes[place].count += silent
      } else {
        votes.append((listed, silent, nil))
      }
    }
    guard let most = votes.max(by: { $0.count < $1.count }) else { return nil }
    let others = votes.reduce(0) { $0 + $1.count } - most.count
    guard most.count >= 3 * others, stated.isEmpty || !KnownPlaces.isDisputed(name) else { return nil }
    return PlaceLocation(
      country: most.country, region: WorldRegions.region(of: most.country), evidence: most.evidence)
  }
}
