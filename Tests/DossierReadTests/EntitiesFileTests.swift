import DossierModel
import DossierRead
import Testing

@Suite("entities.yml")
struct EntitiesFileTests {
  private func read(_ source: String) -> (AuthorDecisions, [String]) {
    guard let (decisions, problems) = try? EntitiesFile.read(source, path: "entities.yml") else {
      return (AuthorDecisions(), ["not YAML"])
    }
    return (decisions, problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.id)" })
  }

  @Test("everything that it may hold")
  func all() {
    let (decisions, problems) = read(
      """
      entities:
        - name: Kim Jong-Un
          kind: person
          aliases: [Kim Jong Un, Rocket Man]
          description: Leader of North Korea
          url: https://example.org/kim
          note: Not his father
        - Xi Jinping
        - {name: NATO, kind: organization, aliases: Atlantic Alliance}
      same:
        - [Tigris, Tigris River, Dijla]
      different:
        - [Free Syrian Army, Syrian Army]
      never:
        - Monday
        - {name: May, in: budget.txt}
        - {name: May, in: a.txt, quote: may May come}
      always:
        - {name: Aegis Shield, kind: event}
      pinned:
        - {in: talks.txt, quote: as Kim told reporters, name: Kim, is: Kim Jong-Un}
        - {quote: as Kim told reporters, name: Kim, is: Kim Jong-Un}
      """)
    #expect(problems == [])
    #expect(decisions.entities.map(\.name.text) == ["Kim Jong-Un", "Xi Jinping", "NATO"])
    #expect(decisions.entities[0].kind == .person && decisions.entities[2].kind == .organisation)
    #expect(decisions.entities[0].aliases.map(\.text) == ["Kim Jong Un", "Rocket Man"])
    #expect(decisions.entities[2].aliases.map(\.text) == ["Atlantic Alliance"])
    #expect(
      decisions.entities[0].description == "Leader of North Korea"
        && decisions.entities[0].note == "Not his father")
    #expect(decisions.same.map { $0.names.map(\.text) } == [["Tigris", "Tigris River", "Dijla"]])
    #expect(decisions.different[0].names[1].location.line == 13)
    #expect(decisions.never.map(\.document?.text) == [nil, "budget.txt", "a.txt"])
    #expect(decisions.never[2].quote?.text == "may May come")
    #expect(decisions.always[0].kind == .event)
    #expect(decisions.pinned.map(\.document?.text) == ["talks.txt", nil])
    #expect(decisions.pinned[0].entity.text == "Kim Jong-Un")
  }

  @Test(
    "nothing, in all its forms", arguments: ["", "\n", "# a note\n", "same:\n", "{}", "never: []\n", "~"])
  func nothing(_ source: String) {
    #expect(read(source) == (AuthorDecisions(), []))
  }

  @Test(
    "a wrong entry has its place, and the others count",
    arguments: [
      ("- a", "1:1 entities.not-a-map"),
      ("some: [[a, b]]\nnever: [x]", "1:1 entities.unknown-section"),
      ("same: a\nnever: [x]", "1:7 entities.not-a-list"),
      ("same: [[a]]\nnever: [x]", "1:8 entities.small-group"),
      ("same: [a]\nnever: [x]", "1:8 entities.small-group"),
      ("same: [[a, [b]]]\nnever: [x]", "1:12 entities.not-text"),
      ("entities: [{kind: person}]\nnever: [x]", "1:12 entities.missing-key"),
      ("entities: [{name: a, kin: person}]\nnever: [x]", "1:22 entities.unknown-key"),
      ("entities: [{name: a, kind: persn}]\nnever: [x]", "1:28 entities.unknown-kind"),
      ("entities: [{name: a, url: 'javascript:alert(1)'}]\nnever: [x]", "1:27 read.bad-url"),
      ("entities: [{name: [a]}]\nnever: [x]", "1:19 entities.not-text"),
      ("entities: [{name: ' '}]\nnever: [x]", "1:19 entities.not-text"),
      ("pinned: [{name: a, is: b}]\nnever: [x]", "1:10 entities.missing-key"),
      ("pinned: [a]\nnever: [x]", "1:10 entities.entry-not-a-map"),
      ("always: [{kind: person}]\nnever: [x]", "1:10 entities.missing-key"),
    ])
  func wrong(_ source: String, _ problem: String) {
    let (decisions, problems) = read(source)
    #expect(problems == [problem])
    #expect(decisions.never.map(\.name.text) == (source.contains("never") ? ["x"] : []))
  }

  @Test("a near key is offered")
  func near() throws {
    let problems = try EntitiesFile.read("nevr: [a]\nentities: [{name: a, knd: place}]", path: "e.yml").1
    #expect(problems.map(\.hint) == ["did you mean 'never'?", "did you mean 'kind'?"])
  }

  @Test("no bytes of any kind do harm", arguments: 0..<30)
  func fuzz(seed: Int) {
    let pieces = [
      "entities:", "same:", "never:", "pinned:", "\n", "  - ", "- ", "[", "]", "{", "}", "name: ", "a", ", ",
      ":", "\"", "'", "#",
      "quote: ", "kind: person", "\t", "é", "&x", "*x", "!!str", "|", ">", "~",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    for _ in 0..<100 {
      var source = ""
      for _ in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += pieces[Int(state >> 33) % pieces.count]
      }
      guard let (decisions, problems) = try? EntitiesFile.read(source, path: "e.yml") else { continue }
      #expect(problems.allSatisfy { $0.severity == .error && $0.location != nil })
      #expect((decisions.same + decisions.different).allSatisfy { $0.names.count > 1 })
    }
  }
}

@Suite("addresses.yml")
struct AddressesFileTests {
  @Test("what is written is read again")
  func roundTrip() throws {
    let memory = AddressMemory(entries: [
      AddressMemory.Entry(address: "people/kim", name: "Kim", movedTo: "people/kim-jong-un"),
      AddressMemory.Entry(address: "people/kim-jong-un", name: "Kim Jong-Un"),
      AddressMemory.Entry(address: "other/no", name: "no: \"yes\", [#1]"),
      AddressMemory.Entry(address: "places/москва", name: "Москва"),
      AddressMemory.Entry(address: "events/2012-games", name: "2012"),
    ])
    #expect(try AddressesFile.read(AddressesFile.text(memory), path: "a.yml") == memory)
    #expect(try AddressesFile.read("", path: "a.yml") == AddressMemory())
    #expect(try AddressesFile.read(AddressesFile.text(AddressMemory()), path: "a.yml") == AddressMemory())
  }

  @Test(
    "what is no address becomes no page, and nothing is lost in silence",
    arguments: [
      "../../etc: a", "people/../x: a", "people/Kim: a", "people/index: a", "people: a", "documents/a: a",
      "people/: a",
      "people/a/b: a", "- a", "a", "people/a: [b]", "people/a:", "people/a: {name: b}",
      "people/a: {name: b, moved: ../x}", "<<<<<<< HEAD\npeople/a: b", "people/a: b\npeople/a",
      "people/a--2: b",
    ])
  func wrong(_ source: String) {
    #expect(throws: Diagnostic.self) { try AddressesFile.read(source, path: "a.yml") }
  }
}
