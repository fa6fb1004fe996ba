internal import DossierModel

/// The places of one country, in the list of places.
struct PlaceGroup: Sendable {
  /// The part of the world; nothing for places of which nobody says where they lie.
  var region: String?
  /// The country; nothing for what no one country holds.
  var country: String?
  /// The places, the country itself first, then the most named.
  var places: [Int]

  /// Returns the groups: parts of the world and countries in the order of the alphabet, what is not known last.
  ///
  /// - Parameter ranked: The places, the most named first.
  static func groups(of ranked: [Int], _ entities: [Entity]) -> [PlaceGroup] {
    var groups: [Key: [Int]] = [:]
    for index in ranked {
      let location = entities[index].location
      groups[Key(region: location?.region, country: location?.country), default: []].append(index)
    }
    return groups.keys.sorted().map { key in
      let places = groups[key] ?? []
      let own = places.filter { entities[$0].name == key.country }
      return PlaceGroup(
        region: key.region, country: key.country,
        places: own + places.filter { entities[$0].name != key.country })
    }
  }

  private struct Key: Hashable, Comparable {
    var region: String?
    var country: String?

    static func < (a: Key, b: Key) -> Bool {
      if a.region != b.region { return isBefore(a.region, b.region) }
      // What no one country holds comes before the countries.
      return (a.country ?? "") < (b.country ?? "")
    }

    /// Nothing comes last.
    private static func isBefore(_ a: String?, _ b: String?) -> Bool {
      switch (a, b) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      default: false
      }
    }
  }
}
