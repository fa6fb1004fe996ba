import DossierModel
import SeededGenerator
import Testing

@testable import DossierLink

@Suite("Key points")
struct KeyPointTests {
  private func link(_ texts: [String], _ own: [String] = []) -> Briefing {
    var settings = BriefingSettings(title: "Test")
    settings.keyPoints = own
    return Briefing(
      linking: texts.enumerated().map { marked("\($0.offset).txt", $0.element) }, settings: settings)
  }

  private func quote(_ point: KeyPoint, _ briefing: Briefing) -> String? {
    point.evidence.map { evidence in
      let document = briefing.documents[evidence.document]
      return String(document.document.text.slice(document.annotation.sentences[evidence.sentence]))
    }
  }

  private func quotes(_ texts: [String]) -> [String] {
    let briefing = link(texts)
    return briefing.keyPoints.compactMap { quote($0, briefing) }
  }

  /// Whether a sentence can be a key point: in a pile of its own it is the only one that could be.
  private func canStand(_ sentence: String) -> Bool { !quotes([sentence]).isEmpty }

  @Test("the subject of the pile comes before what one document says in passing")
  func subject() {
    let texts = [
      "[l:Syria] and its neighbours agreed to open the border for refugees from Aleppo.\nThe weather in [l:Oslo] stayed mild and the trams ran late again.",
      "The border between [l:Syria] and Turkey opened for thousands of refugees from Aleppo.\nA [l:Paris] museum showed old clocks and lamps to children.",
      "Refugees crossed the border of [l:Syria] near Aleppo while aid lorries waited.\nThe football match in [l:Rome] ended with a dull draw.",
    ]
    let briefing = link(texts)
    let first = briefing.keyPoints[0]
    #expect(first.text == nil && first.evidence?.sentence == 0)
    #expect(quote(first, briefing)?.contains("Syria") == true)
  }

  @Test("of two like sentences the one that stands earlier is taken")
  func position() {
    let filler = (0..<12).map { "Words\($0) and more of item\($0) were counted once by clerk\($0)." }
    let early = "Ministers from [l:Kenya] signed the treaty on river water and fishing rights."
    let texts = [
      early + "\n" + filler.joined(separator: "\n"), filler.joined(separator: "\n") + "\n" + early,
    ]
    let briefing = link(texts.reversed())
    #expect(briefing.keyPoints.first?.evidence == Evidence(document: 1, sentence: 0))
    #expect(briefing.keyPoints.count == 1)
  }

  @Test(
    "a sentence that cannot stand alone is not taken",
    arguments: [
      "He told [l:Kenya] that the talks on river water would go on for weeks.",
      "But [l:Kenya] refused to sign the treaty on river water and fish.",
      "However, [l:Kenya] refused to sign the treaty on river water and fish.",
      "This surprised [l:Kenya], whose ministers had signed the treaty on river water.",
      "In addition, [l:Kenya] refused to sign the treaty on river water and fish.",
      "As a result, [l:Kenya] refused to sign the treaty on river water and fish.",
      "After that, [l:Kenya] refused to sign the treaty on river water and fish.",
      "Yesterday [l:Kenya] refused to sign the treaty on river water and fish.",
      "The treaty that she signed in [l:Kenya] speaks of river water and fish.",
      "The people of [l:Kenya] are our friends, and we shall never forget them.",
      "the people of [l:Kenya] refused to sign the treaty on river water.",
      "- The people of [l:Kenya] refused to sign the treaty on river water.",
      "• The people of [l:Kenya] refused to sign the treaty on river water.",
      "The people of [l:Kenya] refused to sign the treaty on river water",
      "The people of [l:Kenya] refused to sign the treaty on river water:",
      "The people of [l:Kenya] refused to sign the treaty on river water …",
      "The people of [l:Kenya] refused to sign the treaty on river water...",
      "The people of [l:Kenya] refused to “sign the treaty on river water.",
      "The people of [l:Kenya] refused to \"sign the treaty on river water.",
      "The people of [l:Kenya] refused to sign (the treaty on river water.",
      "The people of [l:Kenya] refused to) sign (the treaty on river water.",
      "The people of [l:Kenya] at the signing of the treaty, image: Jane Doe.",
      "Update: the people of [l:Kenya] refused to sign the treaty on river water.",
      "The people of the coast refused to sign the treaty on river water.",
      "[l:Kenya] refused to sign the treaty.",
    ])
  func leaning(sentence: String) {
    #expect(!canStand(sentence), "\(sentence)")
  }

  @Test(
    "a whole sentence that can stand alone is taken",
    arguments: [
      "The people of [l:Kenya] refused to sign the treaty on river water.",
      "“The treaty that we signed on river water is void,” said the people of [l:Kenya].",
      "Did the people of [l:Kenya] refuse to sign the treaty on river water?",
      "The people of [l:Kenya] said that “the treaty on river water is dead.”",
      "The people of [l:Kenya] said that their treaty (on river water) is dead!",
      "In [l:Kenya] the people refused to sign the treaty on river water.",
      "Élan and the people of [l:Kenya] refused to sign the treaty on water.",
      "После переговоров [l:Кения] отказалась подписать договор о воде и рыбе.",
      "The minister of [l:Kenya] said: “No treaty on water.”",
    ])
  func standing(sentence: String) {
    #expect(canStand(sentence), "\(sentence)")
  }

  @Test(
    "only sentences of paragraphs are taken",
    arguments: [Block.Kind.title, .heading(level: 2), .byline, .dateLine, .licence, .verbatim, .code])
  func kinds(kind: Block.Kind) {
    var item = marked("a.txt", "The people of [l:Kenya] refused to sign the treaty on river water.")
    item.document.blocks[0].kind = kind
    #expect(Briefing(linking: [item], settings: BriefingSettings(title: "T")).keyPoints.isEmpty)
  }

  @Test("sentences of fewer than 8 or more than 45 words are not taken")
  func lengths() {
    func sentence(_ count: Int) -> String {
      "[l:Kenya] " + (2...count).map { "word\($0)" }.joined(separator: " ") + "."
    }
    #expect(!canStand(sentence(7)))
    #expect(canStand(sentence(8)))
    #expect(canStand(sentence(45)))
    #expect(!canStand(sentence(46)))
  }

  @Test("no two say the same, though copied with an edit")
  func redundancy() {
    let texts = (0..<8).map {
      "The harbour of [l:Kenya] was closed by order of minister\($0) because of the storm over the coast."
    }
    #expect(quotes(texts).count == 1)
    #expect(quotes(Array(repeating: texts[0], count: 10_000)).count == 1)
  }

  @Test("one of each document where there are enough, more where there are few")
  func spread() {
    // Each sentence has words of its own, and a subject that all documents share.
    let subjects = ["harbour", "wheat", "school", "railway", "hospital", "radio"]
    func story(_ number: Int) -> String {
      subjects.map { subject in
        "The [l:Land\(number)] \(subject) "
          + (0..<8).map { "\(subject)\(number)w\($0)" }.joined(separator: " ") + "."
      }.joined(separator: "\n")
    }
    let many = link((0..<6).map(story))
    #expect(many.keyPoints.count == 5)
    #expect(Set(many.keyPoints.compactMap(\.evidence?.document)).count == 5)
    #expect(link([story(0)]).keyPoints.count == 2)
    let two = link([story(0) + "\n" + story(2), story(1) + "\n" + story(3)])
    #expect(two.keyPoints.count == 5)
    #expect(Set(two.keyPoints.compactMap(\.evidence?.document)).count == 2)
  }

  @Test("piles without a sentence to take")
  func nothing() {
    #expect(quotes([]).isEmpty)
    #expect(quotes(["", "\n\n"]).isEmpty)
    #expect(quotes(["Nobody is named in this sentence, which is otherwise whole and long enough."]).isEmpty)
    #expect(quotes(["[l:Kenya]."]).isEmpty)
  }

  @Test("sentences of 100 kB, and of marks alone")
  func hostile() {
    let long = "[l:Kenya] " + String(repeating: "a ", count: 50_000) + "."
    let word = "[l:Kenya] " + String(repeating: "x", count: 100_000) + "."
    let marks = "[l:Kenya] " + String(repeating: "(\"“«", count: 20_000) + "."
    let good = "The people of [l:Kenya] refused to sign the treaty on river water."
    #expect(quotes([long, word, marks, good]).count == 1)
    #expect(
      link([long, word, marks], ["Kenya a a a", "Kenya b"]).keyPoints.compactMap(\.evidence).count == 1)
  }

  // MARK: - The author's own

  @Test("the author's key points win, in the author's order")
  func own() {
    let text =
      "The “people” of [l:Kenya] refused\u{A0}to sign the treaty on river water. [l:Kenya] is a land."
    let points = link(
      [text],
      [
        "Nothing was signed.", "\"people\" of Kenya refused  to sign.",
        "The \"people\" of Kenya refused to sign the treaty on river water", "KENYA is a land.",
        "enya is a land.",
      ]
    ).keyPoints
    #expect(
      points == [
        KeyPoint(text: "Nothing was signed."),
        KeyPoint(text: "\"people\" of Kenya refused  to sign.", evidence: Evidence(document: 0, sentence: 0)),
        KeyPoint(evidence: Evidence(document: 0, sentence: 0)), KeyPoint(text: "KENYA is a land."),
        KeyPoint(text: "enya is a land."),
      ])
  }

  @Test("the first sentence that holds the author's words counts, in any block")
  func ownPlace() {
    let texts = ["One.\nThe end of it came. The end.", "The end of it came."]
    #expect(
      link(texts, ["The end of it", " ", ""]).keyPoints == [
        KeyPoint(text: "The end of it", evidence: Evidence(document: 0, sentence: 1))
      ])
    // A few words may stand anywhere; they are taken from a sentence that is no longer.
    #expect(
      link(texts, ["The end"]).keyPoints == [KeyPoint(evidence: Evidence(document: 0, sentence: 2))])
    #expect(link(texts, ["it"]).keyPoints == [KeyPoint(text: "it")])
    #expect(
      link(["He said “no.”"], ["He said \"no\"."]).keyPoints == [
        KeyPoint(evidence: Evidence(document: 0, sentence: 0))
      ])
    #expect(link([], ["Yes."]).keyPoints == [KeyPoint(text: "Yes.")])
  }

  // MARK: - Properties

  @Test("random piles: as many as may be, whole, unlike each other, the same in any order", arguments: 0..<40)
  func random(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed) + 3)
    let vocabulary = (0..<(20 + random.below(300))).map { "term\($0)x" } + ["the", "of", "and", "said"]
    let texts = (0..<(1 + random.below(20))).map { number in
      (0..<(1 + random.below(12))).map { _ in
        let words = (0..<(4 + random.below(20))).map { _ in random.pick(vocabulary) }
        return "Alpha \(words.joined(separator: " ")) [l:Land\(random.below(30))] name\(number)."
      }.joined(separator: "\n")
    }
    let briefing = link(texts)
    let found = briefing.keyPoints.compactMap { quote($0, briefing) }
    #expect(found.count == briefing.keyPoints.count && found.count <= 5)
    let content = found.map { sentence in
      Set(
        sentence.split(whereSeparator: { " .".contains($0) }).filter {
          !["the", "of", "and", "said"].contains($0)
        })
    }
    for (place, words) in content.enumerated() {
      for other in content[..<place] {
        #expect(words.intersection(other).count * 2 < min(words.count, other.count))
      }
    }
    let backwards = quotes(texts.shuffled(using: &random))
    #expect(backwards == found)
  }
}
