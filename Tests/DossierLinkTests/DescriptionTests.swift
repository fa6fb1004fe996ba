import DossierLink
import DossierModel
import Testing

@Suite("What an entity is")
struct DescriptionTests {
  private func said(_ text: String, of name: String) -> String? {
    let briefing = briefing(text)
    let entity = briefing.entity(name)
    guard let description = entity?.description else { return nil }
    // Word for word, from its sentence.
    if let evidence = description.evidence {
      let document = briefing.documents[evidence.document]
      let sentence = document.document.text.slice(document.annotation.sentences[evidence.sentence])
      #expect(sentence.contains(description.text))
    }
    return description.text
  }

  @Test(
    "the title before a name",
    arguments: [
      ("In China\u{2019}s president [p:Xi Jinping] they trust.", "China\u{2019}s president"),
      ("Then Foreign Minister [p:Xi Jinping] spoke.", "Foreign Minister"),
      ("The US Secretary of State [p:Xi Jinping] spoke.", "US Secretary of State"),
      ("They met former prime minister [p:Xi Jinping] there.", "former prime minister"),
      ("A talk with Facebook co-founder [p:Xi Jinping] followed.", "Facebook co-founder"),
      ("A talk with North Korean chief [p:Xi Jinping] followed.", "North Korean chief"),
    ])
  func title(_ text: String, _ expected: String) {
    #expect(said(text, of: "Xi Jinping") == expected)
  }

  @Test(
    "the words after a name",
    arguments: [
      (
        "[p:Barbara Yoxon], Lecturer in International Politics, Lancaster University",
        "Lecturer in International Politics"
      ),
      ("So said [p:Barbara Yoxon], the president of the club.", "the president of the club"),
      (
        "So said [p:Barbara Yoxon], commander of U.S.-led forces there, on Monday.",
        "commander of U.S.-led forces there"
      ),
      ("[p:Barbara Yoxon] is a Syrian writer who lives in Paris.", "a Syrian writer"),
      ("[p:Barbara Yoxon] was the first lady of physics.", nil),
      ("[p:Barbara Yoxon], who left, spoke.", nil),
      ("[p:Barbara Yoxon], said the man, left.", nil),
      ("[p:Barbara Yoxon], Moscow and Kiev were named.", nil),
      ("His father [p:Barbara Yoxon] left.", nil),
      ("He told [p:Barbara Yoxon] to go.", nil),
      ("the Minister of [p:Barbara Yoxon] is here.", nil),
      ("the president, [p:Barbara Yoxon] and others", nil),
      ("[p:Barbara Yoxon]", nil),
    ] as [(String, String?)])
  func apposition(_ text: String, _ expected: String?) {
    #expect(said(text, of: "Barbara Yoxon") == expected)
  }

  @Test("a body is what a sentence says that it is; a place is left alone")
  func things() {
    #expect(
      said("The [o:SDF] is an alliance of militias, formed in 2015.", of: "SDF") == "an alliance of militias")
    #expect(said("[l:Aleppo] is a city in Syria.", of: "Aleppo") == nil)
  }

  @Test("words after a name count for more than a title before it, and the author's for most")
  func ranks() {
    #expect(
      said("President [p:Xi Jinping] spoke.\n[p:Xi Jinping], the leader of China, left.", of: "Xi Jinping")
        == "the leader of China")
    var decisions = AuthorDecisions()
    var entity = AuthorDecisions.Entity(name: name("Xi Jinping"))
    entity.description = "Our guest"
    decisions.entities = [entity]
    #expect(
      link(["President [p:Xi Jinping] spoke."], decisions).briefing.entities[0].description?.evidence == nil)
  }
}

@Suite("Names that may stand for something else")
struct MetonymTests {
  @Test("a seat of government, a capital, a half")
  func meanings() {
    let briefing = briefing(
      "The [o:Kremlin=Kremlin], [l:Moscow=Moscow] and [l:Russia=Russia]. [l:Korea] and [l:North Korea=North Korea]. [l:Paris]."
    )
    func meaning(_ name: String) -> (String, [String])? {
      briefing.entity(name)?.standsFor.map { ($0.phrase, $0.entities.map { briefing.entities[$0].name }) }
    }
    #expect(meaning("Kremlin")?.0 == "the government of Russia" && meaning("Kremlin")?.1 == ["Russia"])
    #expect(meaning("Moscow")?.0 == "the government of Russia" && meaning("Moscow")?.1 == ["Russia"])
    #expect(meaning("Korea")?.1 == ["North Korea"])
    #expect(meaning("Paris")?.0 == "the government of France" && meaning("Paris")?.1 == [])
    #expect(meaning("Russia") == nil)
    // They count for nothing but themselves.
    #expect(briefing.entity("Russia")?.mentionCount == 1)
  }

  @Test("a person of that name stands for nobody else")
  func people() {
    #expect(briefing("[p:Paris] sang.").entities[0].standsFor == nil)
  }

  @Test("every country has a name, and no two share a capital")
  func countries() {
    let briefing = briefing("[l:Brussels] and [l:Washington=Washington].")
    #expect(briefing.entity("Brussels")?.standsFor?.phrase.contains("European Union") == true)
    #expect(briefing.entity("Washington")?.standsFor?.phrase == "the government of the United States")
  }
}
