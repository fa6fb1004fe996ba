import DossierLink
import DossierModel
import Testing

/// A small set of texts and what is one thing in it.
///
/// - `texts`: documents in the form of `marked`, with " || " between them.
/// - `expected`: "A = B" where two names are one thing, "A ≠ B" where they are two, "A ?" where it is left open what the
///   name stands for; with "; " between. "2:A" is the name in the second document.
struct LinkingCase: CustomTestStringConvertible, Sendable {
  var id: String
  var texts: String
  var expected: String

  init(_ id: String, _ texts: String, _ expected: String) {
    self.id = id
    self.texts = texts
    self.expected = expected
  }

  var testDescription: String { id }
}

@Suite("Who is who, in small cases")
struct LinkingCaseTests {
  static let all = people + titles + organisations + places + spellings + betweenDocuments + namesakes

  @Test("there are enough of them, and each is told by its name")
  func count() {
    #expect(Self.all.count >= 150)
    #expect(Set(Self.all.map(\.id)).count == Self.all.count)
  }

  @Test(arguments: all)
  func linked(_ example: LinkingCase) throws {
    let texts = split(example.texts, " || ").enumerated().map { marked("\($0.offset + 1).txt", $0.element) }
    let briefing = Briefing(linking: texts, settings: BriefingSettings(title: "Test"))
    for statement in split(example.expected, "; ") {
      if statement.hasSuffix(" ?") {
        let found = try #require(self.entity(String(statement.dropLast(2)), briefing), "\(statement)")
        #expect(!briefing.entities[found].candidates.isEmpty, "\(statement)")
        continue
      }
      let isSame = statement.contains(" = ")
      let names = split(statement, isSame ? " = " : " ≠ ")
      #expect(names.count == 2, "\(statement)")
      let first = try #require(entity(names[0], briefing), "\(statement)")
      let second = try #require(entity(names[1], briefing), "\(statement)")
      #expect((first == second) == isSame, "\(statement)")
      if isSame { #expect(briefing.entities[first].candidates.isEmpty, "\(statement)") }
    }
  }

  /// The entity of the first mention with these words.
  private func entity(_ name: String, _ briefing: Briefing) -> Int? {
    let parts = split(name, ":")
    let number = parts.count > 1 ? Int(parts[0]) : nil
    for (index, document) in briefing.documents.enumerated() where number == nil || number == index + 1 {
      for (mention, entity) in zip(document.annotation.mentions, document.mentionEntities)
      where document.document.text.slice(mention.range) == parts[parts.count - 1] { return entity }
    }
    return nil
  }

  private func split(_ text: String, _ separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(text)
    while let place = rest.firstRange(of: separator) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
