import SeededGenerator
import Testing
import UTF8Text

@testable import EntityRecognizer

/// Checks what must hold for any text.
func check(_ text: String, skipping: [Range<Int>] = [], headings: [Range<Int>] = []) {
  let found = EntityRecognizer.builtIn.recognize(text, skipping: skipping, headings: headings)
  let bytes = Array(text.utf8)
  func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
  var end = 0
  for sentence in found.sentences {
    #expect(sentence.lowerBound >= end && !sentence.isEmpty && sentence.upperBound <= bytes.count)
    #expect(isBoundary(sentence.lowerBound) && isBoundary(sentence.upperBound))
    let words = bytes[sentence]
    #expect(words.first != 32 && words.last != 32 && !words.contains(10))
    // Between sentences there is space and nothing else.
    for index in end..<sentence.lowerBound { #expect(isSpace(bytes, index), "\(text.debugDescription)") }
    end = sentence.upperBound
  }
  for index in end..<bytes.count { #expect(isSpace(bytes, index), "\(text.debugDescription)") }
  end = 0
  var sentence = 0
  for span in found.spans {
    #expect(span.range.lowerBound >= end && !span.range.isEmpty)
    #expect(isBoundary(span.range.lowerBound) && isBoundary(span.range.upperBound))
    while sentence < found.sentences.count, found.sentences[sentence].upperBound < span.range.upperBound {
      sentence += 1
    }
    #expect(sentence < found.sentences.count && found.sentences[sentence].lowerBound <= span.range.lowerBound)
    let name = slice(text, span.range)
    for suffix in ["'s", "’s", " ", "'", "’", ","] { #expect(!name.hasSuffix(suffix), "\(name)") }
    for prefix in ["the ", "The ", " "] { #expect(!name.hasPrefix(prefix), "\(name)") }
    #expect(span.score > 0 && span.score <= 1)
    // What is skipped and nothing but space parts no words.
    for range in skipping where bytes[range].contains(where: { $0 > 32 }) {
      #expect(!range.overlaps(span.range))
    }
    end = span.range.upperBound
  }
  #expect(EntityRecognizer.builtIn.recognize(text, skipping: skipping, headings: headings) == found)
}

/// Whether a byte is space, or part of a scalar that is not shown.
private func isSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
  if bytes[index] <= 32 { return true }
  guard bytes[index] >= 0x80 else { return false }
  var start = index
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  let (scalar, _) = UTF8Bytes.scalar(in: bytes, at: start)
  let kind = CharacterClass.of(scalar)
  return kind == .space || kind == .ignorable
}

struct InvariantTests {
  static let pieces = [
    "Vladimir Putin", "Putin", "the", "The", "U.S.", "US", "UK", "-", "–", "—", "'s", "’s", "'", "’", "\"",
    "“", "”",
    ".", "...", "…", "!", "?", "?!", ",", "(", ")", "[1]", "[", "]", "¶", "*", "\n", " ", "  ", "\u{A0}",
    "\u{AD}",
    "\u{200D}", "\u{200E}", "\u{FEFF}", "Dr", "Mr.", "Gen.", "Dec. 6th", "No. 5", "St.", "a.m.", "3.5",
    "http://a.b/c.d",
    "x@y.z", "Ministry of Foreign Affairs", "University of", "of", "and", "Ltd.", "(SDF)",
    "Syrian Democratic Forces",
    "North Korean", "North", "Korea", "al-", "bin", "van der", "al-Maliki", "Kim Jong-Un", "J. K. Rowling",
    "Élysée Palace",
    "Ελλάδα", "Москва", "北京。", "؟", "۔", "é", "e\u{301}", "👩‍👩‍👧", "2012", "Olympics", "Battle of",
    "World War II",
    "Lake", "River", "Peninsula", "in Reading", "Nice, France", "SANCTIONS", "NATO", "AT&T", "A&M Records",
    "said",
    "president", "President", "city of", "Jr.", "III", "&", "\t", "\u{2028}", "`code`", "O'Brien", "don't",
    "It's",
  ]

  @Test(arguments: 0..<40)
  func holdForAnyText(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        text += InvariantTests.pieces.randomElement(using: &generator) ?? ""
        if Int.random(in: 0..<3, using: &generator) > 0 { text += " " }
      }
      var skipping: [Range<Int>] = []
      var headings: [Range<Int>] = []
      if !text.isEmpty, Bool.random(using: &generator) {
        let end = text.utf8.count
        let start = Int.random(in: 0..<end, using: &generator)
        skipping.append(start..<Int.random(in: start...end, using: &generator))
        headings.append(0..<Int.random(in: 0...end, using: &generator))
      }
      check(text, skipping: skipping, headings: headings)
    }
  }

  @Test(arguments: 0..<8)
  func holdForAnyScalars(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &+ 1_000)
    for _ in 0..<50 {
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x250 : 0x11000
        if let scalar = Unicode.Scalar(UInt32.random(in: 1..<limit, using: &generator)) {
          text.append(scalar)
        }
      }
      check(String(text))
    }
  }

  /// What is kept from text to text changes no result, nor do tasks that run beside each other.
  @Test func resultsDependOnTheTextAlone() async {
    var generator = SeededGenerator(state: 99)
    let texts = (0..<60).map { _ in
      (0..<40).map { _ in InvariantTests.pieces.randomElement(using: &generator) ?? "" }.joined(
        separator: " ")
    }
    let first = texts.map { EntityRecognizer.builtIn.recognize($0) }
    let again = await withTaskGroup(of: (Int, Recognition).self) { group in
      for (index, text) in texts.enumerated().reversed() {
        group.addTask { (index, EntityRecognizer.builtIn.recognize(text)) }
      }
      var found = first
      for await (index, recognition) in group { found[index] = recognition }
      return found
    }
    #expect(again == first)
  }

  @Test func rangesMayLieAnywhere() {
    let text = "Ünder Vladimir Putin’s rule in China."
    check(text, skipping: [1..<1, 0..<1], headings: [-5 ..< -1, 3..<900])
    #expect(names(in: text, skipping: [-10..<1_000]).isEmpty)
  }
}
