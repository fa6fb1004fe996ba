import DossierLink
import DossierModel
import Testing

@testable import DossierLink

@Suite("Quotes that hold")
struct QuoteAnchorTests {
  private func find(_ quote: String, _ name: String, in text: String) -> String? {
    guard let anchor = QuoteAnchor(quote: quote, name: name) else { return nil }
    let index = WordIndex(text)
    let all = Array(index.words.indices)
    switch anchor.find(in: index, among: all, near: { all }) {
    case .found(let range, let isExact):
      return "\(range.start) \(text.slice(range))" + (isExact ? "" : " about")
    case .several(let range): return "\(range.start) \(text.slice(range)) several"
    case .gone: return "gone"
    }
  }

  @Test("word for word, with other spaces and marks around")
  func exact() {
    #expect(find("as Kim told", "Kim", in: "Kim left, as Kim told us.") == "13 Kim")
    #expect(find("as Kim told", "Kim", in: "“as\n Kim,  told”") == "7 Kim")
    #expect(find("Kim's sister", "Kim", in: "Then Kim\u{2019}s sister came.") == "5 Kim")
    #expect(find("met Kim Jong-Un here", "Kim Jong-Un", in: "They met Kim Jong-Un here.") == "9 Kim Jong-Un")
  }

  @Test("about so, where words nearby have changed")
  func edited() {
    #expect(
      find("as Kim told reporters in Moscow", "Kim", in: "Kim slept, as Kim then told the reporters.")
        == "14 Kim about")
    #expect(
      find("on Monday Kim spoke to the press", "Kim", in: "On Tuesday Kim spoke to the press.")
        == "11 Kim about")
  }

  @Test("not where too little is left, and not where two places are as good")
  func gone() {
    #expect(find("as Kim told reporters in Moscow", "Kim", in: "Kim slept.") == "gone")
    #expect(find("as Kim told reporters", "Kim", in: "") == "gone")
    #expect(
      find("as Kim told the press", "Kim", in: "As he told, Kim told the press. So Kim told the press.")
        == "gone")
    #expect(find("as Kim told", "Kim", in: "as Kim told, as Kim told") == "3 Kim several")
    #expect(QuoteAnchor(quote: "as he told", name: "Kim") == nil)
    #expect(QuoteAnchor(quote: "as he told", name: "") == nil)
  }

  @Test("the name alone counts where it stands once")
  func nameAlone() {
    #expect(find("Kim", "Kim", in: "So Kim left.") == "3 Kim")
    #expect(find("Kim", "Kim", in: "Kim left. Kim came.") == "0 Kim several")
  }

  @Test("an edited quote is found among very many places of its name")
  func manyPlaces() {
    var decisions = AuthorDecisions()
    decisions.pinned = [
      AuthorDecisions.Pin(
        name: name("Kim"), entity: name("Kim Jong-Un"),
        quote: name("the old harbour where Kim told the pilot a story"))
    ]
    var text = String(repeating: "So [p:Kim] told the press. ", count: 400)
    text += "At the old harbour where [p:Kim] then told a pilot the story. "
    text += String(repeating: "So [p:Kim] told the press. ", count: 400)
    let (briefing, problems) = link([text], decisions)
    #expect(problems.isEmpty)
    #expect(briefing.documents[0].mentionReasons[400] == .author(line: 1))
    #expect(briefing.documents[0].mentionReasons.count { $0 == .author(line: 1) } == 1)
  }
}
