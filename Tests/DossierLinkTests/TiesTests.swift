import DossierLink
import DossierModel
import Testing

@Suite("Who with whom")
struct TiesTests {
  @Test("a tie counts sentences, not mentions, and is the same from both ends")
  func counts() {
    let briefing = briefing(
      "[l:Iran] and [l:Russia] and [l:Iran]. [l:Russia] and [l:Iran]. [l:Iran] and [l:China].")
    #expect(briefing.ties(of: "Iran") == ["Russia 2", "China 1"])
    #expect(briefing.ties(of: "Russia") == ["Iran 2"])
    #expect(briefing.ties(of: "China") == ["Iran 1"])
  }

  @Test("the sentences of a tie name both")
  func sentences() throws {
    let briefing = briefing(
      "[l:Iran]. [l:Russia] and [l:Iran].", "[l:Russia]. [l:Iran]. [l:Iran] and [l:Russia].")
    let names = briefing.entities.map(\.name)
    let (iran, russia) = try (
      #require(names.firstIndex(of: "Iran")), #require(names.firstIndex(of: "Russia"))
    )
    let expected = [Evidence(document: 0, sentence: 1), Evidence(document: 1, sentence: 2)]
    #expect(briefing.sentences(naming: iran, and: russia, limit: 9) == expected)
    #expect(briefing.sentences(naming: russia, and: iran, limit: 1) == [expected[0]])
  }

  @Test("a sentence that is a long list ties nobody")
  func longList() {
    let roll = (0..<40).map { "[l:Place\($0)]" }.joined(separator: ", ")
    let briefing = briefing("\(roll). [l:Place1] and [l:Place2].")
    #expect(briefing.ties(of: "Place1") == ["Place2 1"])
    #expect(briefing.ties(of: "Place3") == [])
  }

  @Test("related documents share what few name, and say what")
  func related() {
    let briefing = briefing(
      "[l:Iran] and [p:Ada Byron].", "[l:Iran].", "[l:Iran] and [p:Ada Byron].", "[l:Iran] and [o:Bank].")
    let related = briefing.documents[0].related
    #expect(related.map(\.document) == [2, 1, 3])
    #expect(related[0].shared.map { briefing.entities[$0].name } == ["Ada Byron", "Iran"])
    #expect(related[1].shared.map { briefing.entities[$0].name } == ["Iran"])
  }

  @Test("a document without names is related to none")
  func unrelated() {
    #expect(briefing("Nothing here.", "[l:Iran].").documents.allSatisfy { $0.related.isEmpty })
  }

  @Test("words are counted between spaces")
  func words() {
    #expect(briefing("One two, three.\nFour").documents[0].wordCount == 4)
  }
}
