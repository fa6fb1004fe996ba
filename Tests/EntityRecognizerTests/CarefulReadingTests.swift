import CReaderKernels
import Synchronization
import Testing

@testable import EntityRecognizer

/// Reading with care, as a whole.
struct CarefulReadingTests {
  private static let text = """
    Foreign Minister Julie Bishop met Kim Jong-Un's envoy in Geneva on Friday.
    The talks, which al-Jazeera had announced, were attended by the Norwegian Refugee Council and Goldman Sachs.
    vladimir putin was not in moscow
    UKRAINE AND RUSSIA SIGN GRAIN DEAL IN ISTANBUL
    Reading is a town in Berkshire; Jordan Reading lives there.
    """

  /// Answers in memory, with a count of those that were worked out.
  private final class Kept: Sendable {
    let all = Mutex<[ReaderAnswers.Key: [UInt8]]>([:])
    let made = Atomic<Int>(0)

    var answers: ReaderAnswers {
      ReaderAnswers(
        find: { key in self.all.withLock { $0[key] } },
        keep: { key, bytes in
          self.made.wrappingAdd(1, ordering: .relaxed)
          self.all.withLock { $0[key] = bytes }
        })
    }
  }

  @Test func keptAnswersChangeNothing() {
    let fresh = EntityRecognizer.builtIn.recognize(CarefulReadingTests.text, care: .thorough)
    let kept = Kept()
    for _ in 0..<2 {
      #expect(
        EntityRecognizer.builtIn.recognize(CarefulReadingTests.text, care: .thorough, answers: kept.answers)
          == fresh)
    }
    let made = kept.made.load(ordering: .relaxed)
    #expect(made > 0)
    #expect(kept.all.withLock { $0.count } == made)
    // Damaged ones are worked out anew.
    kept.all.withLock { all in for key in all.keys { all[key] = [7, 7, 7] } }
    #expect(
      EntityRecognizer.builtIn.recognize(CarefulReadingTests.text, care: .thorough, answers: kept.answers)
        == fresh)
    #expect(kept.made.load(ordering: .relaxed) == 2 * made)
  }

  @Test func anEditIsReadAnewAndNothingElse() {
    let paragraphs = (0..<60).map {
      "In part \($0) Maria Larsson of Northgate Bank spoke to \($0 * 7) people in Oslo."
    }
    let kept = Kept()
    _ = EntityRecognizer.builtIn.recognize(
      paragraphs.joined(separator: "\n"), care: .thorough, answers: kept.answers)
    let made = kept.made.load(ordering: .relaxed)
    var edited = paragraphs
    edited[30] = "In part 30 nobody spoke."
    _ = EntityRecognizer.builtIn.recognize(
      edited.joined(separator: "\n"), care: .thorough, answers: kept.answers)
    let again = kept.made.load(ordering: .relaxed) - made
    #expect(again > 0 && again <= 4 && made > 8)
  }

  @Test func careChangesOnlyWhatIsUnsure() {
    // Nothing in it is unsure, so it is not read again.
    let kept = Kept()
    _ = EntityRecognizer.builtIn.recognize(
      "The weather was fine, and they went home early.", care: .careful, answers: kept.answers)
    #expect(kept.made.load(ordering: .relaxed) == 0)
  }

  @Test func namesSliceAndLieInSentences() {
    for care in [EntityRecognizer.Care.careful, .thorough] {
      let found = EntityRecognizer.builtIn.recognize(CarefulReadingTests.text, care: care)
      #expect(!found.spans.isEmpty)
      var end = 0
      for span in found.spans {
        #expect(span.range.lowerBound >= end && (0...1).contains(span.score))
        #expect(
          found.sentences.contains {
            $0.lowerBound <= span.range.lowerBound && span.range.upperBound <= $0.upperBound
          })
        end = span.range.upperBound
      }
    }
  }

  @Test func parallelReadingGivesTheSame() async {
    let texts = (0..<12).map { "\(CarefulReadingTests.text) Anna \($0) Petrova left Paris." }
    let one = texts.map { EntityRecognizer.builtIn.recognize($0, care: .careful) }
    let many = await withTaskGroup(of: (Int, Recognition).self) { group in
      for index in texts.indices.reversed() {
        group.addTask { (index, EntityRecognizer.builtIn.recognize(texts[index], care: .careful)) }
      }
      var found = [Recognition](repeating: Recognition(), count: texts.count)
      for await (index, recognition) in group { found[index] = recognition }
      return found
    }
    #expect(one == many)
  }

  @Test(arguments: [
    "", " \n\n ", "-", "x", String(repeating: "Anna ", count: 700), String(repeating: "a,", count: 900),
    String(repeating: "漢字", count: 400), String(repeating: "A\n", count: 300),
    "https://example.org/a/very/long/address @name #tag", "\u{202E}Anna\u{200D}\u{0301}",
  ])
  func oddTexts(_ text: String) {
    let found = EntityRecognizer.builtIn.recognize(text, care: .thorough)
    for span in found.spans { #expect(span.range.upperBound <= text.utf8.count) }
  }
}
