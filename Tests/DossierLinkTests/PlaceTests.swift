import DossierModel
import Testing

@testable import DossierLink

@Suite struct PlaceTests {
  private func location(_ name: String, _ texts: String...) -> PlaceLocation? {
    let briefing = Briefing(
      linking: texts.enumerated().map { marked("\($0.offset + 1).txt", $0.element) },
      settings: BriefingSettings(title: "Test"))
    return briefing.entity(name, .place)?.location
  }

  @Test(arguments: [
    ("Iraq", "Western Asia"), ("Ukraine", "Eastern Europe"), ("Canada", "Northern America"),
    ("Kenya", "Eastern Africa"), ("Puerto Rico", "Caribbean"), ("Taiwan", "Eastern Asia"),
    ("Kosovo", "Southern Europe"), ("Soviet Union", "Eastern Europe"), ("Western Sahara", "Northern Africa"),
  ])
  func countryLiesInItself(_ name: String, _ region: String) {
    #expect(
      location(name, "They left [l:\(name)] in May.") == PlaceLocation(country: name, region: region))
  }

  @Test func everyCountryHasARegion() {
    for country in Country.all {
      #expect(WorldRegions.region(of: country.name) != nil, "\(country.name)")
    }
  }

  @Test(arguments: [
    "Troops left [l:Talkun], [l:Iraq].",
    "Troops left [l:Talkun], [l:Iraq], in May.",
    "Troops left [l:Talkun], [l:Iraq] in May.",
    "Troops left [l:Talkun] ([l:Iraq]) in May.",
    "Troops left [l:Talkun], northern [l:Iraq], in May.",
    "Troops left [l:Talkun] in [l:Iraq].",
    "Troops left [l:Talkun] in north-western [l:Iraq], they said.",
    "Troops left [l:Talkun], in the north of [l:Iraq], in May.",
    "Troops left [l:Talkun] province, [l:Iraq], in May.",
    "Troops left [l:Talkun] Province in [l:Iraq].",
    "Troops left [l:Talkun], a border town in [l:Iraq], in May.",
    "He is from [l:Talkun], a city in [l:Southern Iraq].",
    "Troops left the Iraqi city of [l:Talkun] in May.",
    "Troops left the northern Iraqi border town of [l:Talkun] in May.",
    "Troops left the Iraqi governorate of [l:Talkun].",
    "The Iraqi port [l:Talkun] was calm.",
    "The Iraqi capital, [l:Talkun], was calm.",
    "Troops left [l:Iraq]'s second city, [l:Talkun], in May.",
    "Troops left [l:Iraq]\u{2019}s second-largest city, [l:Talkun].",
    "Troops left [l:Iraq]'s northern city of [l:Talkun].",
    "Troops left [l:Iraq]'s [l:Talkun] province.",
    "Troops left [l:Talkun], [l:Iraq]'s second city, in May.",
    "Troops left [l:Rashk], [l:Syria], and [l:Talkun], [l:Iraq].",
    "[l:Talkun], [l:Iraq] \u{2014} Troops left the city.",
  ])
  func textStatesTheCountry(_ text: String) {
    #expect(
      location("Talkun", text)
        == PlaceLocation(
          country: "Iraq", region: "Western Asia", evidence: Evidence(document: 0, sentence: 0)))
  }

  @Test(arguments: [
    "They met in [l:Iran], [l:Talkun], [l:Syria].",
    "They met in [l:Talkun], [l:Iran] and [l:Syria].",
    "They met in [l:Talkun], [l:Iran], and [l:Syria].",
    "They met in [l:Talkun], [l:Germany] and [l:Novek].",
    "They met in [l:Talkun] and [l:Iraq].",
    "In [l:Talkun], [l:Iran] said nothing.",
    "In [l:Talkun], [l:Iran] and others said nothing.",
    "Of [l:Talkun], [l:Iraq]'s prime minister said nothing.",
    "They went from [l:Talkun] to [l:Iraq].",
    "The envoy of [l:Iran]'s [l:Talkun] mission left.",
    "They saw [l:Iraq]'s [l:Talkun].",
    "Iraqi forces left the city of [l:Talkun].",
    "The Turkish-held town of [l:Talkun] was calm.",
    "The Turkmen town of [l:Talkun] was calm.",
    "The Armenian village of [l:Talkun] was calm.",
    "The Congolese city of [l:Talkun] was calm.",
    "They left [l:Talkun]. [l:Iraq] was calm.",
    "They left [l:Talkun], [l:Kurdistan].",
    "They left [l:Talkun], [l:Soviet Union].",
    "The [l:Talkun] office in [p:John Smith], [l:Iraq], said so.",
  ])
  func otherWordsStateNothing(_ text: String) {
    #expect(location("Talkun", text) == nil)
  }

  @Test func twoCountriesAreNoPlaceAndCountry() {
    #expect(location("Syria", "They met in [l:Syria], [l:Iraq].")?.country == "Syria")
    #expect(location("Syria", "The Iraqi city of [l:Syria].")?.country == "Syria")
  }

  @Test func adjectivesOfTwoWords() {
    #expect(location("Malak", "The South Sudanese city of [l:Malak].")?.country == "South Sudan")
    #expect(location("Malak", "The Sudanese city of [l:Malak].")?.country == "Sudan")
    #expect(location("Malak", "The US city of [l:Malak].")?.country == "United States")
    #expect(StatedCountry.country(ofAdjective: ["the", "U.S."]) == "United States")
    #expect(location("Malak", "The North Korean port of [l:Malak].")?.country == "North Korea")
  }

  @Test func disagreementStatesNothing() {
    let one = "They left [l:Talkun], [l:Lebanon]."
    let other = "They left [l:Talkun], [l:Libya]."
    #expect(location("Talkun", one, other) == nil)
    #expect(location("Talkun", one, other, one) == nil)
    #expect(location("Talkun", other, one, one, one)?.evidence == Evidence(document: 1, sentence: 0))
    // A document that says it often says it once.
    #expect(location("Talkun", other, "\(one)\n\(one)\n\(one)") == nil)
  }

  @Test func textThatMeansAnotherPlaceOfTheName() {
    let texas = "They left [l:Paris], [l:Texas], in May."
    #expect(location("Paris", texas)?.country == "United States")
    #expect(location("Paris", texas, "[l:Paris] was calm.") == nil)
    let calm = Array(repeating: "[l:Paris] was calm.", count: 3)
    #expect(
      location("Paris", texas, calm[0], calm[1], calm[2])
        == PlaceLocation(country: "France", region: "Western Europe"))
  }

  @Test(arguments: [
    ("Baghdad", "Iraq"), ("Washington", "United States"), ("Alexandria", "Egypt"), ("Mosul", "Iraq"),
    ("São Paulo", "Brazil"), ("Texas", "United States"), ("Anbar", "Iraq"), ("Scotland", "United Kingdom"),
    ("Gaza Strip", "Palestinian Territories"), ("St. Petersburg", "Russia"), ("Eastern Ukraine", "Ukraine"),
    ("Idlib Governorate", "Syria"), ("Ontario", "Canada"),
  ])
  func listsKnow(_ name: String, _ country: String) {
    #expect(
      location(name, "They left [l:\(name)] in May.")
        == PlaceLocation(country: country, region: WorldRegions.region(of: country)))
  }

  @Test(arguments: [
    "Victoria", "Hyderabad", "Valencia", "Talkun", "Kurdistan", "Middle East", "Punjab", "Nile",
    "Southern Georgia",
  ])
  func namesOfSeveralPlacesAreLeft(_ name: String) {
    #expect(location(name, "They left [l:\(name)] in May.") == nil)
  }

  @Test(arguments: [
    "Crimea", "Kashmir", "Golan Heights", "Jerusalem", "Sevastopol", "Nagorno-Karabakh", "Abkhazia",
    "Srinagar",
  ])
  func disputedPlacesHaveNoCountry(_ name: String) {
    let found = location(name, "The Russian city of [l:\(name)], [l:Israel].")
    #expect(found?.country == nil)
    #expect(found?.region != nil)
  }

  @Test(arguments: [
    ("Taiwan", "Taiwan"), ("Taipei", "Taiwan"), ("Kosovo", "Kosovo"), ("Pristina", "Kosovo"),
    ("Western Sahara", "Western Sahara"), ("Hebron", "Palestinian Territories"),
    ("Gaza", "Palestinian Territories"),
  ])
  func textsDoNotAssignWhatIsClaimed(_ name: String, _ country: String) {
    #expect(location(name, "They left the Chinese city of [l:\(name)], [l:China].")?.country == country)
  }

  @Test func aProvinceOfACountry() {
    #expect(location("Talkun Province", "Troops left [l:Iraq]'s [l:Talkun Province].")?.country == "Iraq")
  }

  @Test func riversLieInMoreThanOneCountry() {
    #expect(location("Talkun River", "They crossed the [l:Talkun River] in [l:Iraq].") == nil)
  }

  @Test func disputedPlacesOfOtherSpellings() {
    for name in ["Muzaffarābād", "Indian-controlled Kashmir"] {
      #expect(location(name, "They left [l:\(name)], [l:Pakistan].") == nil)
    }
  }

  @Test func aCountrysPlaceProvesWhatIsKnown() {
    #expect(
      location("Mosul", "They saw [l:Iraq]'s [l:Mosul].")?.evidence == Evidence(document: 0, sentence: 0))
    #expect(location("Mosul", "They saw [l:Norway]'s [l:Mosul].") == location("Mosul", "[l:Mosul]."))
  }

  @Test func governmentsInACountryAreNotThere() {
    #expect(location("Moscow", "The aims of [l:Moscow] in [l:Syria].")?.country == "Russia")
    #expect(location("Moscow", "The aims of [l:Moscow] in [l:Syria].")?.evidence == nil)
  }

  @Test func regionsOfTheWorld() {
    #expect(
      location("West Africa", "[l:West Africa].") == PlaceLocation(country: nil, region: "Western Africa"))
    #expect(location("Europe", "[l:Europe].") == PlaceLocation(country: nil, region: "Europe"))
  }

  @Test func onlyPlacesThatAreOneThing() {
    var entities = [
      Entity(kind: .place, name: "Iraq", slug: "iraq"),
      Entity(kind: .organisation, name: "Iraq", slug: "iraq"),
      Entity(kind: .place, name: "Baghdad", slug: "baghdad"),
    ]
    entities[2].candidates = [0]
    addLocations(from: [], to: &entities)
    #expect(entities.map(\.location?.country) == ["Iraq", nil, nil])
  }

  @Test func theListOfCities() {
    #expect(CityList.countryCode(of: "Mosul") == "IQ")
    #expect(CityList.countryCode(of: "") == nil)
    #expect(CityList.countryCode(of: "Mosu") == nil)
    #expect(CityList.countryCode(of: "Mosul\tIQ") == nil)
    #expect(CityList.countryCode(of: "# Licence: CC-BY-4.0, GeoNames.") == nil)
    #expect(CityList.countryCode(of: "\u{10FFFF}") == nil)
    #expect(CityList.countryCode(of: "'") == nil)
    #expect(WorldRegions.country(code: "IQ") == "Iraq")
    #expect(WorldRegions.country(code: "--") == nil)
  }

  @Test func hostileText() {
    let names = String(repeating: "[l:Talkun], [l:Iraq]'s \u{0301}'s", count: 3000)
    _ = location("Talkun", names)
    _ = location(
      "Talkun", "\u{0301}[l:Talkun]\u{0301}, [l:Iraq]\u{0301}'s\u{0301}\u{FEFF}of [l:Talkun]", "'s [l:Talkun]"
    )
  }
}
