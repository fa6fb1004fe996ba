/// What the lists know of a place's name.
enum ListedPlace: Equatable {
  /// The lists settle it, and no text can say otherwise: a country, a sea, what is disputed.
  case settled(country: String?, region: String?)
  /// It is likely in this country; texts may say that another place of the name is meant.
  case likely(country: String)
  case unknown

  init(_ name: String) {
    if let region = KnownPlaces.regionWithoutCountry(name) {
      self = .settled(country: nil, region: region.isEmpty ? nil : region)
    } else if let country = KnownPlaces.country(ofPart: name) {
      self = .inCountry(country)
    } else if let region = WorldRegions.region(of: name) ?? WorldRegions.formerRegion(of: name) {
      self = .settled(country: name, region: region)
    } else if let country = ListedPlace.countryOfTown(name) ?? ListedPlace.countryOfProvince(name)
      ?? ListedPlace.countryOfDirection(name)
    {
      self = .inCountry(country)
    } else {
      self = .unknown
    }
  }

  /// The country that a name stands for where it follows another place's: "Mosul, Iraq", "Dallas, Texas".
  static func country(asHolder name: String) -> String? {
    if WorldRegions.isCountry(name) { return name }
    guard KnownPlaces.regionWithoutCountry(name) == nil else { return nil }
    guard let country = KnownPlaces.country(ofPart: name) else { return countryOfDirection(name) }
    return countryOfTown(name) == nil ? country : nil
  }

  /// What lies in a state that others claim is not said to lie in another, whatever a text says.
  private static func inCountry(_ country: String) -> ListedPlace {
    let isClaimed = ["Kosovo", "Palestinian Territories", "Taiwan", "Western Sahara"].contains(country)
    return isClaimed
      ? .settled(country: country, region: WorldRegions.region(of: country)) : .likely(country: country)
  }

  private static func countryOfTown(_ name: String) -> String? {
    // More people live in places of this name elsewhere than in the capital of the Seychelles.
    if name != "Victoria", let country = Country.byCapital[name] { return country.name }
    if let country = KnownPlaces.country(ofTown: name) { return country }
    return CityList.countryCode(of: name).flatMap(WorldRegions.country)
  }

  /// "Idlib Governorate".
  private static func countryOfProvince(_ name: String) -> String? {
    guard let space = name.lastIndex(of: " "),
      ["province", "governorate"].contains(name[name.index(after: space)...].lowercased())
    else { return nil }
    let rest = String(name[..<space])
    guard KnownPlaces.regionWithoutCountry(rest) == nil else { return nil }
    return KnownPlaces.country(ofPart: rest) ?? countryOfTown(rest)
  }

  /// "Eastern Ukraine"; but Georgia may be the state of the United States, "Eastern Azerbaijan" lies in Iran, and
  /// Southern Sudan has become a country.
  private static func countryOfDirection(_ name: String) -> String? {
    guard let space = name.firstIndex(of: " ") else { return nil }
    let direction = name[..<space].lowercased()
    guard direction.hasSuffix("ern") || direction == "central", StatedCountry.directions.contains(direction)
    else { return nil }
    let rest = String(name[name.index(after: space)...])
    return !["Azerbaijan", "Georgia", "Sudan"].contains(rest) && WorldRegions.isCountry(rest) ? rest : nil
  }
}
