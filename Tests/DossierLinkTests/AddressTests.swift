import DossierLink
import DossierModel
import Testing

@Suite("Permanent addresses")
struct AddressTests {
  /// Links texts with the addresses of earlier ones.
  private func link(
    _ texts: String..., after earlier: Briefing? = nil, _ decisions: AuthorDecisions = AuthorDecisions()
  )
    -> Briefing
  {
    DossierLinkTests.link(texts, decisions, addresses: earlier?.addresses ?? AddressMemory()).briefing
  }

  private func addresses(_ briefing: Briefing) -> [String] {
    briefing.entities.map { "\($0.name): \($0.kind.folder)/\($0.slug)" }
      + briefing.redirects.map { "\($0.address) -> \(briefing.entities[$0.entity].name)" }.sorted()
  }

  @Test("a page keeps its address when documents are added")
  func added() {
    let first = link("[p:Kim Lee] and [p:Vladimir Putin].")
    let second = link(
      "[p:Kim-Lee] and [p:Vladimir Putin].", "[p:Vladimir Vladimirovich Putin].", after: first)
    #expect(addresses(second).contains("Vladimir Putin: people/vladimir-putin"))
    // A fuller name that is used more is the name, but not the address.
    let third = link(
      "[p:Vladimir Putin].", "[p:Vladimir Vladimirovich Putin] and [p:Vladimir Vladimirovich Putin].",
      after: first)
    #expect(addresses(third) == ["Vladimir Vladimirovich Putin: people/vladimir-putin"])
  }

  @Test("two names with one slug keep their own, in whatever order they come")
  func clash() {
    let first = link("[x:C] is a language.")
    let second = link("[x:C+] and [x:C] and [x:C++].", after: first)
    #expect(second.entity("C")?.slug == "c")
    #expect(Set(second.entities.map(\.slug)).count == second.entities.count)
    let third = link("[x:C+] and [x:C++].", "[x:C].", after: second)
    for entity in second.entities { #expect(third.entity(entity.name)?.slug == entity.slug) }
  }

  @Test("an address whose entity is gone is kept for it, and nothing else gets it")
  func gone() {
    let first = link("[p:Anna Smith].")
    let second = link("[p:Bert Brown].", after: first)
    #expect(second.addresses.entries.map(\.address) == ["people/anna-smith", "people/bert-brown"])
    #expect(second.redirects.isEmpty)
    #expect(addresses(link("[p:Anna Smith].", after: second)) == ["Anna Smith: people/anna-smith"])
  }

  @Test("merged, each old address leads to the one that stays")
  func merged() {
    let first = link("The [l:Tigris] and the [l:Tigris River].")
    var decisions = AuthorDecisions()
    decisions.same = [group("Tigris River", "Tigris")]
    let second = link("The [l:Tigris] and the [l:Tigris River].", after: first, decisions)
    #expect(addresses(second) == ["Tigris River: places/tigris-river", "places/tigris -> Tigris River"])
    // And it does so for as long as the file is kept, also without the name.
    let third = link("The [l:Tigris River].", after: second, decisions)
    #expect(addresses(third) == ["Tigris River: places/tigris-river", "places/tigris -> Tigris River"])
    // Parted again, each has its own.
    let fourth = link("The [l:Tigris] and the [l:Tigris River].", after: third)
    #expect(addresses(fourth) == ["Tigris: places/tigris", "Tigris River: places/tigris-river"])
  }

  @Test("renamed by the author, the old address leads to the new one, and back again")
  func renamed() {
    let first = link("[p:Kim Jong-Un].")
    var decisions = AuthorDecisions()
    var entity = AuthorDecisions.Entity(name: name("Chairman Kim"))
    entity.aliases = [name("Kim Jong-Un")]
    decisions.entities = [entity]
    let second = link("[p:Kim Jong-Un].", after: first, decisions)
    #expect(addresses(second) == ["Chairman Kim: people/chairman-kim", "people/kim-jong-un -> Chairman Kim"])
    let third = link("[p:Kim Jong-Un].", after: second)
    #expect(addresses(third) == ["Kim Jong-Un: people/kim-jong-un", "people/chairman-kim -> Kim Jong-Un"])
    var other = AuthorDecisions.Entity(name: name("Leader Kim"))
    other.aliases = [name("Chairman Kim"), name("Kim Jong-Un")]
    decisions.entities = [other]
    let fourth = link("[p:Kim Jong-Un].", after: second, decisions)
    #expect(
      addresses(fourth) == [
        "Leader Kim: people/leader-kim", "people/chairman-kim -> Leader Kim",
        "people/kim-jong-un -> Leader Kim",
      ])
  }

  @Test("of another kind, the old address leads on")
  func retyped() {
    let first = link("[x:Aegis Shield].")
    let second = link("[e:Aegis Shield].", after: first)
    #expect(addresses(second) == ["Aegis Shield: events/aegis-shield", "other/aegis-shield -> Aegis Shield"])
    let third = link("[x:Aegis Shield].", after: second)
    #expect(addresses(third) == ["Aegis Shield: other/aegis-shield", "events/aegis-shield -> Aegis Shield"])
  }

  @Test("a name that is split keeps the address for its own part")
  func split() {
    let first = link("[p:Kim Jong-Un] and [p:Kim].")
    var decisions = AuthorDecisions()
    decisions.different = [group("Kim Jong-Un", "Kim")]
    let second = link("[p:Kim Jong-Un] and [p:Kim].", after: first, decisions)
    #expect(addresses(second) == ["Kim: people/kim", "Kim Jong-Un: people/kim-jong-un"])
  }

  @Test("of several entities of one name each keeps its own")
  func namesakes() {
    let texts = "[p:Jordan] and [l:Jordan]. [p:Ki-Moon] left. [p:Mr Jordan]."
    let first = link(texts)
    var last = first
    for _ in 0..<3 {
      let next = link(texts, after: last)
      #expect(next.addresses == last.addresses && addresses(next) == addresses(last))
      last = next
    }
  }

  @Test("renamed twice and back, every old address still leads on, at once")
  func renamedTwice() {
    func named(_ names: String...) -> AuthorDecisions {
      var decisions = AuthorDecisions()
      var entity = AuthorDecisions.Entity(name: name(names[0]))
      entity.aliases = names.dropFirst().map { name($0) }
      decisions.entities = [entity]
      return decisions
    }
    let first = link("[p:Robert Alpha].")
    let second = link("[p:Robert Alpha].", after: first, named("Bob Alpha", "Robert Alpha"))
    let third = link("[p:Robert Alpha].", after: second, named("Rob Alpha", "Robert Alpha", "Bob Alpha"))
    let fourth = link("[p:Robert Alpha].", after: third)
    #expect(
      addresses(fourth) == [
        "Robert Alpha: people/robert-alpha", "people/bob-alpha -> Robert Alpha",
        "people/rob-alpha -> Robert Alpha",
      ])
    #expect(link("[p:Robert Alpha].", after: fourth).addresses == fourth.addresses)
  }

  @Test("a name that begins with a combining mark has an address")
  func combining() {
    let briefing = link("[p:\u{903}x] met [p:\u{903}y].")
    #expect(briefing.entities.allSatisfy { !$0.slug.isEmpty })
  }

  @Test("the memory is the same whatever is built with it again")
  func stable() {
    let first = link("[p:Kim Jong-Un] met [p:Xi Jinping] in [l:Moscow].")
    let second = link("[p:Kim Jong-Un] met [p:Xi Jinping] in [l:Moscow].", after: first)
    #expect(first.addresses == second.addresses)
    #expect(
      first.addresses.entries.map(\.address) == ["people/kim-jong-un", "people/xi-jinping", "places/moscow"])
  }
}
