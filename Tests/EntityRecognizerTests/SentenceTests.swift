import Foundation
import Testing

@testable import EntityRecognizer

/// The folder of fixtures, found by this file's own path.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Fixtures")

func sentences(of text: String, skipping: [Range<Int>] = []) -> [String] {
  EntityRecognizer.builtIn.recognize(text, skipping: skipping).sentences.map { slice(text, $0) }
}

func slice(_ text: String, _ range: Range<Int>) -> String {
  String(decoding: Array(text.utf8)[range], as: UTF8.self)
}

struct SentenceTests {
  static let cases: [String] = {
    let file = fixtures.appendingPathComponent("sentences/cases.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }()

  @Test func casesAreThere() { #expect(SentenceTests.cases.count > 40) }

  @Test(arguments: SentenceTests.cases)
  func splits(_ line: String) {
    let expected = line.components(separatedBy: " | ")
    let isWide = line.contains("。")
    #expect(sentences(of: expected.joined(separator: isWide ? "" : " ")) == expected)
  }

  @Test func lineEndsASentence() {
    #expect(
      sentences(of: "First line\nsecond line\n\n  Third. \n") == ["First line", "second line", "Third."])
  }

  @Test func emptyTextsHaveNone() {
    #expect(sentences(of: "").isEmpty)
    #expect(sentences(of: " \n\t\n\u{A0}\n").isEmpty)
  }

  @Test func spaceBelongsToNone() {
    #expect(sentences(of: "\t One.   Two.\u{A0} Three. ") == ["One.", "Two.", "Three."])
  }

  @Test func codeIsNotRead() {
    let text = "Call `a. B c` now. Then stop."
    #expect(sentences(of: text, skipping: [5..<13]) == ["Call `a. B c` now.", "Then stop."])
  }

  @Test func codeWithLinesIsSeveral() {
    let text = "a\nb. C\nd"
    #expect(sentences(of: text, skipping: [0..<text.utf8.count]) == ["a", "b. C", "d"])
  }
}
