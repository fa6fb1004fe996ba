import Testing

@testable import EntityRecognizer

/// Returns the names of a text as "kind:words", in order, without words for peoples.
func names(in text: String, skipping: [Range<Int>] = [], headings: [Range<Int>] = []) -> [String] {
  EntityRecognizer.builtIn.recognize(text, skipping: skipping, headings: headings).spans
    .filter { !$0.isNationality }.map { "\($0.kind):\(slice(text, $0.range))" }
}

struct PersonTests {
  @Test(arguments: [
    ("The envoy met President Bush there.", ["person:Bush"]),
    ("We met Mr. Qureia today.", ["person:Qureia"]),
    ("It was Foreign Minister Marta Kowalczyk who came.", ["person:Marta Kowalczyk"]),
    ("He met president Zoltan Quxley later.", ["person:Zoltan Quxley"]),
    ("It was written by George W. Orwell in haste.", ["person:George W. Orwell"]),
    ("We heard J. K. Rowling speak.", ["person:J. K. Rowling"]),
    ("They saw Nouri al-Maliki leave.", ["person:Nouri al-Maliki"]),
    ("They saw Vincent van der Berg leave.", ["person:Vincent van der Berg"]),
    ("They saw Kim Jong-Un leave.", ["person:Kim Jong-Un"]),
    ("They saw Kim Jong-un leave.", ["person:Kim Jong-un"]),
    ("They saw Jean-Pierre Raffarin’s house.", ["person:Jean-Pierre Raffarin"]),
    ("They saw Maria  Lopez leave.", ["person:Maria  Lopez"]),
    ("They saw Ma\u{AD}ria Lo\u{200D}pez leave.", ["person:Ma\u{AD}ria Lo\u{200D}pez"]),
    ("They saw Владимир Иванов leave.", []),
    ("Martin Luther King Jr. marched.", ["person:Martin Luther King Jr."]),
  ])
  func finds(_ text: String, _ expected: [String]) { #expect(names(in: text) == expected) }

  @Test(arguments: [
    "The president came on Monday in May.", "Will they come?", "Will Smiths forge it?", "May I go?",
    "However the leader spoke.", "Police said nothing.", "He is a Russian general.",
    "On Tuesday Afternoon they met.", "I met him.", "Mr. President, please.",
  ])
  func findsNone(_ text: String) { #expect(names(in: text).isEmpty) }
}

struct PlaceTests {
  @Test(arguments: [
    ("It happened in China.", ["place:China"]),
    ("He left the U.S. for good.", ["place:U.S."]),
    ("North Korea’s plan failed.", ["place:North Korea"]),
    ("He went to North\u{A0}Korea.", ["place:North\u{A0}Korea"]),
    ("He lives in Nice, France.", ["place:Nice", "place:France"]),
    ("They met in Baidoa, Somalia, then.", ["place:Baidoa", "place:Somalia"]),
    ("The town of Xyzzyville burned.", ["place:Xyzzyville"]),
    ("The Korean Peninsula is calm.", ["place:Korean Peninsula"]),
    ("They crossed the Strait of Hormuz.", ["place:Strait of Hormuz"]),
    ("They climbed Mount Quux today.", ["place:Mount Quux"]),
    ("It was built in the Soviet Union.", ["place:Soviet Union"]),
    ("He came from Port-au-Prince.", ["place:Port-au-Prince"]),
  ])
  func finds(_ text: String, _ expected: [String]) { #expect(names(in: text) == expected) }

  @Test(arguments: [
    "Reading is good for you.", "It was a Soviet-era tank.", "It was Iranian-made.", "Nice work, they said.",
    "The North Korean general spoke.", "He is Russian.", "Bath time is over.", "Mobile phones ring.",
  ])
  func findsNone(_ text: String) { #expect(names(in: text).isEmpty) }

  @Test func aCountryIsAPlaceWhateverItDoes() {
    let found = names(in: "The UK-France Summit met.\nFrance beat Belgium in the final, and the UK said so.")
    for country in ["UK", "France", "Belgium"] {
      #expect(!found.contains { $0.hasSuffix(":\(country)") && !$0.hasPrefix("place:") }, "\(found)")
    }
  }

  @Test func givesTheUsualName() {
    for text in ["in the US", "in the U.S.", "in the USA"] {
      #expect(EntityRecognizer.builtIn.recognize(text).spans.map(\.canonicalName) == ["United States"])
    }
  }
}

struct OrganisationTests {
  @Test(arguments: [
    ("The Ministry of Foreign Affairs spoke.", ["organisation:Ministry of Foreign Affairs"]),
    ("He left the University of Southern Indiana.", ["organisation:University of Southern Indiana"]),
    ("The UN Security Council met.", ["organisation:UN Security Council"]),
    ("He runs Foobar Widgets Ltd here.", ["organisation:Foobar Widgets Ltd"]),
    (
      "The Green Valley Liberation Army (GVLA) fought.",
      ["organisation:Green Valley Liberation Army", "organisation:GVLA"]
    ),
    ("The Shanghai Cooperation Organisation grew.", ["organisation:Shanghai Cooperation Organisation"]),
    ("The White House said so.", ["organisation:White House"]),
    (
      "They joined the Food and Agriculture Organization.", ["organisation:Food and Agriculture Organization"]
    ),
    ("The Kurdistan Workers’ Party fought.", ["organisation:Kurdistan Workers’ Party"]),
    ("Iran’s Foreign Ministry spoke.", ["place:Iran", "organisation:Foreign Ministry"]),
  ])
  func finds(_ text: String, _ expected: [String]) { #expect(names(in: text) == expected) }

  @Test(arguments: [
    "The council met.", "Party time is here.", "A TV and a PC were sold.",
    "Chapter XIV begins.",
  ])
  func findsNone(_ text: String) { #expect(names(in: text).isEmpty) }
}

struct EventTests {
  @Test(arguments: [
    ("He died in World War II.", ["event:World War II"]),
    ("He fell at the Battle of Kursk.", ["event:Battle of Kursk"]),
    ("They won at the 2012 Summer Olympics.", ["event:2012 Summer Olympics"]),
  ])
  func finds(_ text: String, _ expected: [String]) { #expect(names(in: text) == expected) }

  @Test(arguments: ["The war went on.", "The Day was long.", "The next election is near."])
  func findsNone(_ text: String) { #expect(names(in: text).isEmpty) }
}

struct MemoryTests {
  @Test func surnameFollowsFullName() {
    let text = "We met Marta Kowalczyk. Kowalczyk spoke. They like Kowalczyk’s plan."
    #expect(names(in: text) == ["person:Marta Kowalczyk", "person:Kowalczyk", "person:Kowalczyk"])
  }

  @Test func acronymFollowsDefinition() {
    let text = "The Green Valley Militia (GVM) fought.\nThe GVM fell."
    #expect(
      names(in: text) == ["organisation:Green Valley Militia", "organisation:GVM", "organisation:GVM"])
  }

  @Test func commonWordFollowsFullName() {
    let text = "We met Secretary Condoleezza Rice. Then Rice left."
    #expect(names(in: text).last == "person:Rice")
  }

  @Test func capitalsFollowTheText() {
    let text = "RAISI LEAVES FOR MOSCOW\nEbrahim Raisi spoke. Raisi left."
    #expect(
      names(in: text) == ["person:RAISI", "place:MOSCOW", "person:Ebrahim Raisi", "person:Raisi"])
  }
}

struct HeadingTests {
  @Test(arguments: [
    "Iran And The Long Road To Peace Talks", "IRAN AND THE LONG ROAD TO PEACE TALKS",
  ])
  func capitalsAreNoEvidence(_ text: String) {
    let found = EntityRecognizer.builtIn.recognize(text, headings: [0..<text.utf8.count]).spans
    #expect(found.map { slice(text, $0.range).lowercased() } == ["iran"])
  }

  @Test func memoryReachesHeadings() {
    let text = "Kowalczyk Visits Warsaw\nWe met Marta Kowalczyk there."
    #expect(
      names(in: text, headings: [0..<23]) == [
        "person:Kowalczyk", "place:Warsaw", "person:Marta Kowalczyk",
      ])
  }
}
