import DossierLink
import DossierModel
import SeededGenerator
import Testing

/// Decisions outlive edits: paragraphs put in, documents renamed, sentences changed near a pinned quote.
@Suite("Decisions over random edits")
struct EditPropertyTests {
  private struct Draft {
    var paths: [String]
    var paragraphs: [[String]]
  }

  private let fillers = [
    "The weather was mild.", "[l:Moscow] was quiet.", "A vote followed in [l:Geneva].",
    "[p:Anna Weber] wrote it down.",
    "Nobody answered.", "[o:The Times] asked again.",
  ]

  private func start() -> Draft {
    Draft(
      paths: ["talks.txt", "notes/second.txt", "third.txt"],
      paragraphs: [
        [
          "[p:Kim Jong-Un] and [p:Kim Jong-Il] are named here.",
          "The talks were long and quiet, as [p:Kim] told reporters late on that evening.",
          "[p:Kim] was tired.",
        ],
        ["The old friend of the house laughed, and then he went home with [p:May] before dawn."],
        [
          "[p:Vladimir Putin] met [l:Georgia]. [p:Putin] left the [o:Free Syrian Army] and the [o:FSA Brigade]."
        ],
      ])
  }

  private var decisions: AuthorDecisions {
    var decisions = AuthorDecisions()
    var pin = AuthorDecisions.Pin(
      name: name("Kim"), entity: name("Kim Jong-Un"),
      quote: name("quiet, as Kim told reporters late on that evening"))
    pin.document = name("talks.txt")
    var friend = AuthorDecisions.Pin(
      name: name("old friend"), entity: name("Fidel Castro"),
      quote: name("The old friend of the house laughed"))
    friend.document = name("notes/second.txt")
    decisions.pinned = [pin, friend]
    decisions.never = [AuthorDecisions.Word(name: name("May"))]
    decisions.different = [group("Vladimir Putin", "Putin")]
    decisions.same = [group("Free Syrian Army", "FSA Brigade")]
    return decisions
  }

  private func edit(_ draft: inout Draft, _ random: inout some RandomNumberGenerator) {
    let document = Int.random(in: 0..<draft.paths.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let place = Int.random(in: 0...draft.paragraphs[document].count, using: &random)
      draft.paragraphs[document].insert(fillers.randomElement(using: &random) ?? "", at: place)
    case 1: draft.paths[document] = "renamed-\(Int.random(in: 0..<1_000_000, using: &random)).txt"
    case 2: draft.paragraphs[document].shuffle(using: &random)
    case 3:
      // A word near the pinned quote changes: "late" or "long", once each.
      for (old, new) in [
        ("late ", "early "), ("were long", "had been long"), ("and then he", "and at last he"),
      ]
      where Bool.random(using: &random) {
        draft.paragraphs[document] = draft.paragraphs[document].map { $0.replacing(old, with: new) }
      }
    default:
      let order = Array(draft.paths.indices).shuffled(using: &random)
      draft.paths = order.map { draft.paths[$0] }
      draft.paragraphs = order.map { draft.paragraphs[$0] }
    }
  }

  @Test("decisions hold", arguments: 0..<60)
  func hold(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed) + 1)
    var draft = start()
    var addresses = AddressMemory()
    var known: [String: String] = [:]
    for step in 0..<8 {
      if step > 0 { edit(&draft, &random) }
      var problems: [Diagnostic] = []
      let briefing = Briefing(
        linking: zip(draft.paths, draft.paragraphs).map { marked($0, $1.joined(separator: "\n")) },
        settings: BriefingSettings(title: "Test"), decisions: decisions, addresses: addresses, &problems)
      #expect(problems.allSatisfy { $0.severity == .note }, "\(problems.map(\.message))")
      // The pinned mention, the one beside it, the pinned words.
      #expect(pinnedMeaning(in: briefing, before: " told reporters") == "Kim Jong-Un")
      #expect(pinnedMeaning(in: briefing, before: " was tired") == "Kim")
      #expect(briefing.meaning(of: "old friend") == "Fidel Castro")
      // The others.
      #expect(!briefing.entities.contains { $0.name == "May" })
      #expect(
        briefing.meaning(of: "Putin") == "Putin" && briefing.meaning(of: "Vladimir Putin") == "Vladimir Putin"
      )
      #expect(briefing.meaning(of: "FSA Brigade") == "Free Syrian Army")
      // Addresses stay, and none is shared.
      let now = Dictionary(
        uniqueKeysWithValues: briefing.entities.map {
          ($0.name + "/" + $0.kind.word, $0.kind.folder + "/" + $0.slug)
        })
      for (entity, address) in now where known[entity] != nil {
        #expect(known[entity] == address, "\(entity)")
      }
      #expect(Set(now.values).count == briefing.entities.count)
      known.merge(now) { $1 }
      addresses = briefing.addresses
    }
  }

  private func pinnedMeaning(in briefing: Briefing, before words: String) -> String? {
    for document in briefing.documents {
      for (mention, entity) in zip(document.annotation.mentions, document.mentionEntities) {
        let after = TextRange(mention.range.end, mention.range.end + words.utf8.count)
        if document.document.text.slice(after) == words { return briefing.entities[entity].name }
      }
    }
    return nil
  }
}
