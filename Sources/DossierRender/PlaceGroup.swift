internal import DossierModel

/// The places of one country, in the list of places.
struct PlaceGroup: Sendable {
  /// The part of the world; nothing for places of which nobody says where they lie.
  var region: String?
  /// The country; nothing for what no one country holds.
  var country: String?
  /// The places, the country itself first, then the most named.
  var places: [Int]

  /// Returns the groups: the most named part of the world first, and in it the most named country; what is not known
  /// last.
  ///
  /// - Parameter ranked: The places, the most named first.
  static func groups(of ranked: [Int], _ entities: [Entity]) -> [PlaceGroup] {
    var groups: [Key: [Int]] = [:]
    var regionCounts: [String: Int] = [:]
    var counts: [Key: Int] = [:]
    for index in ranked {
      let location = entities[index].location
      let key = Key(region: location?.region, country: location?.country)
      groups[key, default: []].append(index)
      counts[key, default: 0] += entities[index].mentionCount
      if let region = key.region { regionCounts[region, default: 0] += entities[index].mentionCount }
    }
    func weight(_ key: Key) -> (Int, Int, String, Int, String) {
      // What no one country holds comes before the countries.
      (
        key.region == nil ? 1 : 0, -(key.region.flatMap { regionCounts[$0] } ?? 0), key.region ?? "",
        key.country == nil ? .min : -(counts[key] ?? 0), key.country ?? ""
      )
    }
    return groups.keys.sorted { weight($0) < weight($1) }.map { key in
      let places = groups[key] ?? []
      let own = places.filter { entities[$0].name == key.country }
      return PlaceGroup(
        region: key.region, country: key.country,
        places: own + places.filter { entities[$0].name != key.country })
    }
  }

  private struct Key: Hashable {
    var region: String?
    var country: String?
  }
}
