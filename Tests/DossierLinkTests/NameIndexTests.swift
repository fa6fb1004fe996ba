import DossierLink
import DossierModel
import Testing

@Suite("Names to entities")
struct NameIndexTests {
  @Test("the same name is one entity in all documents")
  func sameName() {
    let briefing = briefing("[l:Iran] and [l:Iran].", "[l:Iran] again.")
    #expect(briefing.entities.count == 1)
    #expect(briefing.entity("Iran")?.mentionCount == 3)
    #expect(briefing.entity("Iran")?.documentCount == 2)
    #expect(
      briefing.entity("Iran")?.evidence == [
        Evidence(document: 0, sentence: 0), Evidence(document: 1, sentence: 0),
      ])
  }

  @Test("a list's usual name joins the forms, and each form is an alias")
  func listName() {
    let briefing = briefing("[l:US=United States] and [l:U.S.=United States] and [l:United States].")
    #expect(briefing.entities.map(\.name) == ["United States"])
    #expect(briefing.entities[0].aliases.map(\.name) == ["US", "U.S."])
    #expect(briefing.entities[0].aliases.allSatisfy { $0.reason == .list })
  }

  @Test("a surname after its full name is its bearer")
  func surname() {
    let briefing = briefing("[p:Vladimir Putin] spoke.\nThen [p:Putin] left.")
    #expect(briefing.entities.map(\.name) == ["Vladimir Putin"])
    #expect(briefing.entities[0].mentionCount == 2)
    #expect(
      briefing.entities[0].aliases
        == [Alias(name: "Putin", reason: .surname(Evidence(document: 0, sentence: 1)))])
  }

  @Test("a surname does not join before its full name, or in another document")
  func surnameElsewhere() {
    #expect(
      briefing("[p:Putin] left. [p:Vladimir Putin] spoke.").entities.map(\.name) == [
        "Putin", "Vladimir Putin",
      ])
    #expect(
      briefing("[p:Vladimir Putin] spoke.", "[p:Putin] left.").entities.map(\.name) == [
        "Putin", "Vladimir Putin",
      ])
  }

  @Test("a surname with two bearers joins neither")
  func sharedSurname() {
    let briefing = briefing("[p:George Bush] and [p:Barbara Bush] came. [p:Bush] spoke.")
    #expect(briefing.entities.map(\.name) == ["Barbara Bush", "Bush", "George Bush"])
  }

  @Test("near-equal names stay apart")
  func nearEqual() {
    let briefing = briefing("[p:Kim Jong-Un] is the son of [p:Kim Jong-Il].")
    #expect(briefing.entities.map(\.name) == ["Kim Jong-Il", "Kim Jong-Un"])
  }

  @Test("a name of two kinds is two entities, each with its own address")
  func twoKinds() {
    let briefing = briefing("[l:Jordan] and [p:Jordan].")
    #expect(briefing.entities.map(\.kind) == [.person, .place])
    #expect(briefing.entities.map(\.slug) == ["jordan", "jordan"])
  }

  @Test(
    "forms that differ in what can't be seen are one name",
    arguments: [
      "North  Korea", "North\u{A0}Korea", "North\u{AD} Korea", "North\u{200E} Korea", "North \u{2060}Korea",
    ])
  func invisible(form: String) {
    #expect(briefing("[l:North Korea] and [l:\(form)].").entities.map(\.name) == ["North Korea"])
  }

  @Test("curly and straight apostrophes are one")
  func apostrophes() {
    #expect(briefing("[p:Al-Ja’afari] and [p:Al-Ja'afari].").entities.map(\.name) == ["Al-Ja'afari"])
  }

  @Test("equal slugs of a kind are told apart, and a list keeps its address")
  func slugs() {
    let briefing = briefing("[o:Müller] and [o:Muller] and [o:Index].")
    #expect(briefing.entities.map(\.slug) == ["index-name", "muller", "muller-2"])
  }
}
