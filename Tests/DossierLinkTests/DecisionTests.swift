import DossierLink
import DossierModel
import Testing

/// Makes decisions in short: names have the line 1, unless the test says otherwise.
func name(_ text: String, line: Int = 1) -> AuthorDecisions.Name {
  AuthorDecisions.Name(text, at: SourceLocation(path: "entities.yml", line: line, column: 1))
}

func group(_ names: String..., line: Int = 1) -> AuthorDecisions.Group {
  AuthorDecisions.Group(names: names.map { name($0, line: line) })
}

func link(
  _ texts: [String], _ decisions: AuthorDecisions, addresses: AddressMemory = AddressMemory()
) -> (briefing: Briefing, problems: [Diagnostic]) {
  var problems: [Diagnostic] = []
  let briefing = Briefing(
    linking: texts.enumerated().map { marked("\($0.offset + 1).txt", $0.element) },
    settings: BriefingSettings(title: "Test"), decisions: decisions, addresses: addresses, &problems)
  return (briefing, problems)
}

extension Briefing {
  /// The entity of the first mention with these words, by its name.
  func meaning(of words: String) -> String? {
    for document in documents {
      for (mention, entity) in zip(document.annotation.mentions, document.mentionEntities)
      where document.document.text.slice(mention.range) == words { return entities[entity].name }
    }
    return nil
  }
}

@Suite("What the author decides")
struct DecisionTests {
  @Test("same joins what nothing else would, and the first name is the thing's")
  func same() {
    var decisions = AuthorDecisions()
    decisions.same = [group("Tigris", "Tigris River", line: 7)]
    let (briefing, problems) = link(["The [l:Tigris River] and the [l:Tigris]."], decisions)
    #expect(briefing.entities.map(\.name) == ["Tigris"])
    #expect(briefing.entities[0].aliases == [Alias(name: "Tigris River", reason: .author(line: 7))])
    #expect(problems.isEmpty)
  }

  @Test("same joins over documents, over kinds, and what was unclear")
  func sameUnclear() {
    var decisions = AuthorDecisions()
    decisions.same = [group("Kim Jong-Un", "Kim")]
    let (briefing, _) = link(
      ["[p:Kim Jong-Un] and [p:Kim Jong-Il]. [p:Kim] spoke.", "[o:Kim] left."], decisions)
    #expect(briefing.entities.map(\.name) == ["Kim Jong-Il", "Kim Jong-Un"])
    #expect(briefing.entities[1].mentionCount == 3)
    #expect(briefing.entities.allSatisfy { $0.candidates.isEmpty })
  }

  @Test("different keeps apart what would be joined, in a document and between them")
  func different() {
    var decisions = AuthorDecisions()
    decisions.different = [group("Vladimir Putin", "Putin")]
    let (briefing, problems) = link(
      ["[p:Vladimir Putin] spoke. [p:Putin] left.", "[p:Putin] again."], decisions)
    #expect(briefing.entities.map(\.name) == ["Putin", "Vladimir Putin"])
    #expect(problems.isEmpty)
  }

  @Test("different wins over the names of a third")
  func differentThroughAThird() {
    var decisions = AuthorDecisions()
    decisions.different = [group("J. Smith", "John Adam Smith")]
    let (briefing, _) = link(["[p:John Adam Smith], [p:John Smith] and [p:J. Smith]."], decisions)
    #expect(briefing.meaning(of: "J. Smith") != briefing.meaning(of: "John Adam Smith"))
  }

  @Test("an entity has its name, kind and words, and each alias is found")
  func entity() {
    var decisions = AuthorDecisions()
    var entity = AuthorDecisions.Entity(name: name("Kim Jong-Un", line: 3))
    entity.kind = .person
    entity.aliases = [name("Rocket Man"), name("Supreme Leader")]
    entity.description = "Leader of North Korea"
    entity.url = "https://example.org"
    entity.note = "Not his father"
    decisions.entities = [entity]
    let (briefing, problems) = link(
      ["[o:Rocket Man] flew. The Supreme Leader spoke. [p:Kim Jong Un] left."], decisions)
    #expect(briefing.entities.count == 1)
    let found = briefing.entities[0]
    #expect(
      found.name == "Kim Jong-Un" && found.kind == .person && found.mentionCount == 3 && found.isNamedByAuthor
    )
    #expect(found.description == Description(text: "Leader of North Korea"))
    #expect(found.url == "https://example.org" && found.note == "Not his father")
    #expect(problems.isEmpty)
  }

  @Test("never takes a word out, everywhere or in one document")
  func never() {
    var decisions = AuthorDecisions()
    var word = AuthorDecisions.Word(name: name("May"))
    word.document = name("1.txt")
    decisions.never = [AuthorDecisions.Word(name: name("Monday")), word]
    let (briefing, problems) = link(
      ["[p:May] came on [x:Monday].", "[p:May] came on [x:Monday]."], decisions)
    #expect(briefing.entities.map(\.name) == ["May"])
    #expect(briefing.entities[0].evidence.map(\.document) == [1])
    #expect(problems.isEmpty)
  }

  @Test("never goes by letters and capitals, and by the name that a list gives")
  func neverExactly() {
    var decisions = AuthorDecisions()
    decisions.never = [AuthorDecisions.Word(name: name("Who")), AuthorDecisions.Word(name: name("NATO"))]
    let (briefing, _) = link(["[o:Who] is the [o:WHO]? The [o:Nato=NATO] of [o:the Who]."], decisions)
    #expect(briefing.entities.map(\.name) == ["WHO"])
  }

  @Test("always finds a word as a whole, not in a longer name, not in code")
  func always() {
    var decisions = AuthorDecisions()
    var word = AuthorDecisions.Word(name: name("Aegis Shield"))
    word.kind = .event
    decisions.always = [word, AuthorDecisions.Word(name: name("England"))]
    let (briefing, problems) = link(
      ["The Aegis Shield drill began. The Aegis Shields fell. The [o:Bank of England] paid. England won."],
      decisions)
    #expect(briefing.entity("Aegis Shield", .event)?.mentionCount == 1)
    #expect(briefing.entity("Bank of England")?.mentionCount == 1)
    #expect(briefing.entity("England")?.mentionCount == 1)
    #expect(problems.isEmpty)
  }

  @Test("a pin settles one mention only")
  func pin() {
    var decisions = AuthorDecisions()
    var pin = AuthorDecisions.Pin(
      name: name("Kim"), entity: name("Kim Jong-Un"), quote: name("as Kim told reporters", line: 9))
    pin.document = name("1.txt")
    decisions.pinned = [pin]
    let (briefing, problems) = link(
      ["[p:Kim Jong-Un] and [p:Kim Jong-Il]. [p:Kim] slept. It was so, as [p:Kim] told reporters."], decisions
    )
    #expect(briefing.entity("Kim Jong-Un")?.mentionCount == 2)
    #expect(briefing.entity("Kim")?.mentionCount == 1)
    #expect(briefing.documents[0].mentionReasons.last == .author(line: 1))
    #expect(problems.isEmpty)
  }

  @Test("a pin may name what nothing else names, where nothing was found")
  func pinOfNothing() {
    var decisions = AuthorDecisions()
    decisions.pinned = [
      AuthorDecisions.Pin(
        name: name("the old man"), entity: name("Fidel Castro"), quote: name("and the old man laughed"))
    ]
    let (briefing, _) = link(["They met, and the old man laughed."], decisions)
    #expect(briefing.entities.map(\.name) == ["Fidel Castro"])
    #expect(briefing.entities[0].aliases.map(\.name) == ["the old man"])
  }

  @Test("a pin whose quote is gone is told, and so is one that stands elsewhere or twice")
  func lostPins() {
    func problems(_ quote: String, in path: String?, _ texts: String...) -> [String] {
      var decisions = AuthorDecisions()
      var pin = AuthorDecisions.Pin(name: name("Kim"), entity: name("Kim Jong-Un"), quote: name(quote))
      pin.document = path.map { name($0) }
      decisions.pinned = [pin]
      return link(texts, decisions).problems.map(\.id)
    }
    #expect(problems("as Kim told reporters", in: "1.txt", "Nothing.") == ["link.quote-gone"])
    #expect(problems("as Kim told reporters", in: nil, "Nothing.") == ["link.quote-gone"])
    #expect(
      problems("as Kim told reporters", in: "old.txt", "It was, as Kim told reporters.") == [
        "link.quote-moved"
      ])
    #expect(problems("as Kim told reporters", in: nil, "It was, as Kim told reporters.") == [])
    #expect(
      problems("as Kim told reporters", in: "1.txt", "So, as Kim told reporters. So, as Kim told reporters.")
        == ["link.quote-twice"])
    #expect(
      problems("as he told reporters", in: "1.txt", "As Kim told reporters.") == ["link.quote-without-name"])
  }

  @Test("two pins of one mention are told, and words may be no name in one place only")
  func pinnedTwice() {
    var decisions = AuthorDecisions()
    decisions.pinned = [
      AuthorDecisions.Pin(name: name("Kim"), entity: name("Kim Jong-Un"), quote: name("as Kim told")),
      AuthorDecisions.Pin(name: name("Kim"), entity: name("Kim Jong-Il"), quote: name("so, as Kim told")),
    ]
    #expect(link(["It was so, as [p:Kim] told us."], decisions).problems.map(\.id) == ["link.pinned-twice"])
    var word = AuthorDecisions.Word(name: name("Kim"))
    word.quote = name("as Kim told")
    decisions.pinned = []
    decisions.never = [word]
    let (briefing, problems) = link(["[p:Kim] slept. It was so, as [p:Kim] told us."], decisions)
    #expect(briefing.entity("Kim")?.mentionCount == 1 && problems.isEmpty)
  }

  @Test("contradictions and unused lines are told, in the order of the file")
  func contradictions() {
    var decisions = AuthorDecisions()
    decisions.same = [group("A One", "B Two", line: 1), group("Nobody", "A One", line: 5)]
    decisions.different = [group("A One", "B Two", line: 2), group("A One", "A One", line: 6)]
    decisions.never = [
      AuthorDecisions.Word(name: name("C Three", line: 3)), AuthorDecisions.Word(name: name("Zed", line: 7)),
    ]
    decisions.always = [AuthorDecisions.Word(name: name("C Three", line: 4))]
    let (briefing, problems) = link(["[p:A One], [p:B Two] and [p:C Three]."], decisions)
    #expect(
      problems.map { "\($0.location?.line ?? 0) \($0.id)" } == [
        "2 link.same-and-different", "3 link.never-and-always", "5 link.unused-name",
        "6 link.different-from-itself",
        "7 link.unused-never",
      ])
    #expect(briefing.meaning(of: "A One") != briefing.meaning(of: "B Two"))
  }

  @Test("a document that is not there is told, once")
  func unknownDocument() {
    var decisions = AuthorDecisions()
    var word = AuthorDecisions.Word(name: name("May"))
    word.document = name("seeds/1.txt")
    var other = AuthorDecisions.Word(name: name("Kim"))
    other.document = name("nowhere.txt")
    decisions.never = [word]
    decisions.always = [other]
    let problems = link(["[p:May] came."], decisions).problems
    #expect(problems.map(\.id) == ["link.unknown-document", "link.unknown-document"])
    #expect(problems.map(\.hint) == ["did you mean '1.txt'?", "write its path as it is within the folder"])
  }

  @Test(
    "different counts against lists, spellings and acronyms too",
    arguments: [
      ("[o:UN=United Nations] and the [o:United Nations=United Nations].", "UN", "United Nations"),
      ("[l:Burma=Myanmar] is [l:Myanmar=Myanmar].", "Burma", "Myanmar"),
      ("[p:Anna al-Assad] met [p:Anna Assad].", "Anna al-Assad", "Anna Assad"),
      ("[p:Jean Müller] met [p:Jean Muller].", "Jean Müller", "Jean Muller"),
      ("The [o:Portland Golf Club] ([o:PGC]).", "Portland Golf Club", "PGC"),
    ])
  func differentFromAll(_ text: String, _ first: String, _ second: String) {
    var decisions = AuthorDecisions()
    decisions.different = [group(first, second)]
    let (briefing, problems) = link([text], decisions)
    #expect(briefing.documents[0].mentionEntities[0] != briefing.documents[0].mentionEntities[1])
    #expect(problems.isEmpty, "\(problems.map(\.message))")
  }

  @Test("same goes on from line to line, and over entities")
  func sameOfSame() {
    var decisions = AuthorDecisions()
    decisions.same = [
      group("Robert Alpha", "Susan Beta"), group("Thomas Gamma", "Peter Delta"),
      group("Susan Beta", "Thomas Gamma"),
    ]
    let text = "[p:Robert Alpha], [p:Susan Beta], [p:Thomas Gamma], [p:Peter Delta]."
    #expect(link([text], decisions).briefing.entities.map(\.name) == ["Robert Alpha"])
    decisions.entities = [
      AuthorDecisions.Entity(name: name("Robert Alpha")), AuthorDecisions.Entity(name: name("Peter Delta")),
    ]
    #expect(link([text], decisions).briefing.entities.map(\.name) == ["Robert Alpha"])
    decisions.different = [group("Robert Alpha", "Peter Delta", line: 9)]
    #expect(link([text], decisions).problems.map(\.id) == ["link.same-and-different"])
  }

  @Test("an alias of two is told; a pin in code, or over paragraphs, too")
  func settlesNothing() {
    var decisions = AuthorDecisions()
    for first in ["Robert Alpha", "Thomas Gamma"] {
      var entity = AuthorDecisions.Entity(name: name(first))
      entity.aliases = [name("Susan Beta")]
      decisions.entities.append(entity)
    }
    let problems = link(["[p:Robert Alpha], [p:Thomas Gamma], [p:Susan Beta]."], decisions).problems
    #expect(problems.map(\.id) == ["link.name-of-two", "link.name-of-two"])
    decisions.entities = []
    decisions.pinned = [
      AuthorDecisions.Pin(name: name("told a"), entity: name("Kim"), quote: name("Kim told a joke"))
    ]
    #expect(link(["So Kim told\na joke."], decisions).problems.map(\.id) == ["link.quote-not-prose"])
  }

  @Test("a near name is offered for one that no document has")
  func nearName() {
    var decisions = AuthorDecisions()
    decisions.entities = [AuthorDecisions.Entity(name: name("Vladmir Putin"))]
    let problems = link(["[p:Vladimir Putin]."], decisions).problems
    #expect(problems.map(\.hint) == ["did you mean 'Vladimir Putin'?"])
  }

  @Test("a link by hand is obeyed, whatever the name is called")
  func handLink() {
    var (document, annotation) = marked(
      "1.txt", "[p:Kim Jong-Un] and [p:Kim Jong-Il]. The leader spoke to [p:Xi].")
    let start = document.text.utf8.count - "The leader spoke to Xi.".utf8.count
    document.handLinks = [Document.HandLink(range: TextRange(start, start + 10), entity: "Kim Jong-Un")]
    let briefing = Briefing(linking: [(document, annotation)], settings: BriefingSettings(title: "Test"))
    #expect(briefing.entity("Kim Jong-Un")?.mentionCount == 2)
    #expect(briefing.documents[0].mentionReasons[2] == .hand)
    // A word that was read as a name gives way.
    document.handLinks = [Document.HandLink(range: TextRange(0, 11), entity: "Xi Jinping")]
    annotation.mentions.removeLast()
    let other = Briefing(linking: [(document, annotation)], settings: BriefingSettings(title: "Test"))
    #expect(other.meaning(of: "Kim Jong-Un") == "Xi Jinping")
  }
}
