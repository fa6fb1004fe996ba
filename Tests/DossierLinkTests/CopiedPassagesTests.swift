import DossierModel
import SeededGenerator
import Testing

@testable import DossierLink

@Suite("Passages that stand in several documents")
struct CopiedPassagesTests {
  private let harvest =
    "The harvest in the north was the best for many years, said a farmer near the river on Monday."
  private let bridge =
    "Engineers closed the old bridge at noon because two of its bolts had been found on the road below."
  private let vote =
    "A vote on the new budget was put off until autumn, when the committee will have read the report."
  private let other =
    "Nobody in the small harbour town remembers a winter in which so few ships called at the quay."

  private func copies(_ texts: [String]) -> [[String]] {
    link(texts).documents.map { $0.copies.map(description) }
  }

  private func link(_ texts: [String]) -> Briefing {
    Briefing(
      linking: texts.enumerated().map { marked("\($0.offset).txt", $0.element) },
      settings: BriefingSettings(title: "Test"))
  }

  private func description(_ passage: CopiedPassage) -> String {
    func range(_ blocks: Range<Int>) -> String { "\(blocks.lowerBound + 1)-\(blocks.upperBound)" }
    return "\(range(passage.blocks)) = \(passage.document): \(range(passage.otherBlocks))"
      + (passage.isExact ? "" : " nearly")
  }

  @Test("a paragraph that stands elsewhere word for word is listed for both")
  func exact() {
    #expect(copies([harvest, "\(other)\n\(harvest)"]) == [["1-1 = 1: 2-2"], ["2-2 = 0: 1-1"]])
  }

  @Test("case, punctuation, quotes and apostrophes are no difference")
  func marks() {
    let text =
      "“We don't know,” said the miller – who knew – that the twenty-one mills of the valley had stopped."
    let same =
      "\"WE DON’T KNOW\", said the miller, who knew, that the twenty one mills of the valley had stopped"
    #expect(copies([text, same]) == [["1-1 = 1: 1-1"], ["1-1 = 0: 1-1"]])
  }

  @Test("any one word of the shortest paragraph may differ", arguments: 0..<12)
  func oneWord(place: Int) {
    let words = "the old ferry left the island early because its captain feared more ice".split(
      separator: " ")
    #expect(words.count == 13)
    var changed = Array(words.dropLast())
    changed[place] = "kangaroo"
    let texts = [words.dropLast().joined(separator: " "), changed.joined(separator: " ")]
    #expect(copies(texts) == [["1-1 = 1: 1-1 nearly"], ["1-1 = 0: 1-1 nearly"]])
  }

  @Test("a word less or a word more is nearly the same; half of the words is not")
  func edits() {
    #expect(copies([harvest, harvest.replacing("many ", with: "")])[0] == ["1-1 = 1: 1-1 nearly"])
    #expect(
      copies([harvest, harvest.replacing("said", with: "as we were told by")])[0] == ["1-1 = 1: 1-1 nearly"])
    let half =
      "The harvest in the north was the best for many weeks of talks that nobody outside heard about."
    #expect(copies([harvest, half]) == [[], []])
  }

  @Test("paragraphs in a row are one passage, over the headings and short lines between them")
  func joined() {
    let copy = "\(harvest)\nThe bridge\n\(bridge)\n\(vote)"
    #expect(copies([copy, "\(other)\n\(copy)"]) == [["1-4 = 1: 2-5"], ["2-5 = 0: 1-4"]])
    // A short line that differs parts them.
    let changed = copy.replacing("The bridge", with: "Bolts")
    #expect(copies([copy, changed])[0] == ["1-1 = 1: 1-1", "3-4 = 1: 3-4"])
  }

  @Test("a passage is exact only if all of it is")
  func mixed() {
    let copy = "\(harvest)\n\(bridge.replacing("two", with: "three"))\n\(vote)"
    #expect(copies(["\(harvest)\n\(bridge)\n\(vote)", copy])[0] == ["1-3 = 1: 1-3 nearly"])
  }

  @Test("short lines at the ends of a passage belong to it")
  func ends() {
    let copy = "He agreed.\n\(harvest)\nShe left.\nIt rained."
    #expect(copies(["\(other)\n\(copy)", "\(copy)\n\(vote)"]) == [["2-5 = 1: 1-4"], ["1-4 = 0: 2-5"]])
  }

  @Test("paragraphs in another order are passages of their own")
  func reordered() {
    let texts = ["\(harvest)\n\(bridge)\n\(vote)", "\(vote)\n\(harvest)\n\(bridge)"]
    #expect(copies(texts) == [["1-2 = 1: 2-3", "3-3 = 1: 1-1"], ["1-1 = 0: 3-3", "2-3 = 0: 1-2"]])
  }

  @Test("a whole document is a passage")
  func whole() {
    let text = "\(harvest)\n\(bridge)\n\(other)\n\(vote)"
    #expect(copies([text, text, text])[1] == ["1-4 = 0: 1-4", "1-4 = 2: 1-4"])
  }

  @Test("a paragraph that a document repeats is found once elsewhere, and not in itself")
  func repeated() {
    #expect(copies(["\(harvest)\n\(harvest)\n\(bridge)\n\(harvest)"]) == [[]])
    #expect(copies(["\(harvest)\n\(other)\n\(harvest)", harvest])[1] == ["1-1 = 0: 1-1"])
  }

  @Test("short lines, headings and records alone are no passages")
  func none() {
    #expect(copies(["Yes, he said, and left the room.", "Yes, he said, and left the room."]) == [[], []])
    #expect(copies([harvest, bridge, vote, other]) == [[], [], [], []])
    #expect(copies([]) == [])
    #expect(copies(["", "", "\n\n"]) == [[], [], []])
    var document = marked("a.txt", harvest)
    document.document.blocks[0].kind = .licence
    let second = (document: document.document, annotation: document.annotation)
    let briefing = Briefing(linking: [document, second], settings: BriefingSettings(title: "Test"))
    #expect(briefing.documents.allSatisfy { $0.copies.isEmpty })
  }

  @Test("text of other alphabets")
  func unicode() {
    let russian =
      "Жители Северного района сообщили, что мост через реку закрыт до утра понедельника, пишет газета."
    let greek =
      "Η ΚΥΒΈΡΝΗΣΗ ανακοίνωσε ότι η γέφυρα θα μείνει κλειστή για όλο τον μήνα λόγω των έργων συντήρησης."
    let arabic =
      "أعلنت الحكومة أن الجسر القديم سيبقى مغلقا حتى نهاية الشهر بسبب أعمال الصيانة، وفق بيان الوزارة."
    let chinese = "政府周一宣布，由于维修工程，老桥将关闭至月底，居民须绕行。"
    let texts = [russian, greek, arabic, chinese]
    let changed = [
      russian.uppercased(), greek.lowercased(), arabic.replacing("القديم", with: "الجديد"),
      chinese.replacing("周一", with: "周二"),
    ]
    let copies = copies([texts.joined(separator: "\n"), changed.joined(separator: "\n")])
    #expect(copies == [["1-4 = 1: 1-4 nearly"], ["1-4 = 0: 1-4 nearly"]])
    #expect(self.copies([russian, russian.uppercased()])[0] == ["1-1 = 1: 1-1"])
    #expect(self.copies([greek, greek.lowercased()])[0] == ["1-1 = 1: 1-1"])
  }

  @Test("words have the same hash in all cases, others not")
  func wordHashes() {
    for (one, same) in [
      ("Ångström", "ÅNGSTRÖM"), ("ŽIŽEK", "žižek"), ("Łódź", "łÓDŹ"), ("ПУТИН", "путин"), ("Ёлка", "ёЛКА"),
      ("ΑΘΉΝΑ", "αθήνα"), ("don’t", "DON'T"), ("co\u{AD}operate", "cooperate"), ("ẤN", "ấn"),
    ] {
      #expect(WordHashes.all(of: one) == WordHashes.all(of: same), "\(one)")
      #expect(WordHashes.all(of: one).count == 1, "\(one)")
    }
    #expect(WordHashes.all(of: " — a-b…c «d» 3.5 €9 ").count == 7)
    #expect(WordHashes.all(of: "東京へ行く").count == 5)
    #expect(Set(WordHashes.all(of: "a à á b ab ba abc 東 京 é ж")).count == 11)
  }

  @Test("what 500 documents end with is listed by none, and hides no copy")
  func boilerplate() {
    let end =
      "This text may be printed by everyone who names its author and the newspaper in which it stood first."
    func dated(_ day: Int) -> String {
      "First published in the weekly paper of the town on day \(day % 100) of the year, and since then revised by nobody."
    }
    var texts = (0..<500).map { number in
      let own = (0..<20).map { "word\(number * 20 + $0)" }.joined(separator: " ")
      return "\(own)\n\(end)\n\(dated(number))"
    }
    #expect(copies(texts).allSatisfy { $0.isEmpty })
    texts[7] += "\n\(harvest)"
    texts[400] = "\(harvest)\n" + texts[400]
    let found = copies(texts)
    #expect(found[7] == ["4-4 = 400: 1-1"])
    #expect(found[400] == ["1-1 = 7: 4-4"])
    #expect(found.filter { !$0.isEmpty }.count == 2)
  }

  @Test("the five documents with most in common are listed")
  func limit() {
    func story(_ number: Int) -> [String] {
      (0..<8).map { paragraph in
        (0..<15).map { "s\(number)p\(paragraph)w\($0)" }.joined(separator: " ")
      }
    }
    let whole = story(1)
    let texts =
      [whole.joined(separator: "\n")]
      + (1...8).map { count in (whole.prefix(count) + story(count + 1)).joined(separator: "\n") }
    let briefing = link(texts)
    #expect(briefing.documents[0].copies.map(\.document) == [4, 5, 6, 7, 8])
    #expect(briefing.documents[0].copies.map { $0.blocks.count } == [4, 5, 6, 7, 8])
    #expect(briefing.documents.allSatisfy { Set($0.copies.map(\.document)).count <= 5 })
  }

  @Test("random copies with random edits are found, from both ends", arguments: 0..<40)
  func random(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed) + 11)
    // Paragraphs of words of their own: the numbers after "w" never come back.
    var next = 0
    func paragraph() -> [String] {
      (0..<(12 + random.below(60))).map { _ in
        next += 1
        return random.below(3) == 0 ? random.pick(["the", "of", "and", "in", "to"]) : "w\(next)"
      }
    }
    let originals = (0..<6).map { _ in paragraph() }
    var documents: [[[String]]] = (0..<5).map { _ in (0..<3).map { _ in paragraph() } }
    var expected: [(document: Int, words: [String], original: Int)] = []
    var used: [Set<Int>] = Array(repeating: [], count: documents.count)
    for _ in 0..<8 {
      let (document, original) = (random.below(documents.count), random.below(originals.count))
      guard used[document].insert(original).inserted else { continue }
      var words = originals[original]
      // Up to a twentieth of the words, but at least one.
      for _ in 0..<(random.below(2) * max(1, words.count / 20)) {
        let place = random.below(words.count)
        switch random.below(3) {
        case 0: words[place] = "edit\(random.below(1000))"
        case 1: words.insert("edit\(random.below(1000))", at: place)
        default: if words.count > 12 { words.remove(at: place) }
        }
      }
      documents[document].insert(words, at: random.below(documents[document].count + 1))
      expected.append((document, words, original))
    }
    let briefing = link(documents.map { $0.map { $0.joined(separator: " ") }.joined(separator: "\n") })
    for (number, document) in briefing.documents.enumerated() {
      for passage in document.copies {
        #expect(passage.blocks.count == passage.otherBlocks.count && passage.document != number)
        let back = CopiedPassage(
          blocks: passage.otherBlocks, document: number, otherBlocks: passage.blocks, isExact: passage.isExact
        )
        #expect(briefing.documents[passage.document].copies.contains(back))
        let pairs = zip(passage.blocks, passage.otherBlocks)
        let isSame = pairs.allSatisfy { documents[number][$0] == documents[passage.document][$1] }
        #expect(isSame == passage.isExact)
      }
    }
    for one in expected {
      for other in expected where other.original == one.original && other.document != one.document {
        // Two that were both edited may have drifted apart.
        guard one.words == originals[one.original] || other.words == originals[other.original] else {
          continue
        }
        let block = documents[one.document].firstIndex(of: one.words)
        let isFound = briefing.documents[one.document].copies.contains { passage in
          passage.document == other.document && block.map { passage.blocks.contains($0) } ?? false
        }
        #expect(isFound, "\(one.words.count) words")
      }
    }
    #expect(
      briefing.documents.map(\.copies)
        == link(documents.map { $0.map { $0.joined(separator: " ") }.joined(separator: "\n") }).documents.map(
          \.copies))
  }
}
