import DossierModel
import Testing

@testable import DossierRender

@Suite("Addresses")
struct SiteAddressesTests {
  @Test(
    "a path is percent-encoded but for its slashes",
    arguments: [
      ("people/vladimir-putin.html", "people/vladimir-putin.html"), ("a b/ü.html", "a%20b/%C3%BC.html"),
      ("a?b#c&d\"e", "a%3Fb%23c%26d%22e"), ("100%", "100%25"), ("\u{1}", "%01"),
    ])
  func encoding(path: String, encoded: String) {
    #expect(SiteAddresses.encoded(path) == encoded)
  }

  @Test(
    "the way up has a step for each folder",
    arguments: [("a.html", ""), ("a/b.html", "../"), ("a/b/c.html", "../../")])
  func wayUp(path: String, way: String) {
    #expect(SiteAddresses.wayUp(from: path) == way)
  }

  @Test("later pages of a list have addresses that no slug can have")
  func laterPages() {
    let addresses = SiteAddresses(
      Briefing(settings: BriefingSettings(title: ""), documents: [], entities: []), PairIndex([]))
    #expect(addresses.path(of: .names(page: 0)) == "names.html")
    #expect(addresses.path(of: .documents(page: 2)) == "documents/index--3.html")
    #expect(Slug.make("index--3") == "index-3")
  }
}

@Suite("Wording")
struct WordingTests {
  @Test(
    "numbers have commas",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (12345, "12,345"), (1_234_567, "1,234,567")])
  func numbers(number: Int, text: String) {
    #expect(Wording.number(number) == text)
  }

  @Test(
    "lists end with and",
    arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
  func lists(names: [String], text: String) {
    #expect(Wording.list(names) == text)
  }

  @Test("bars are never empty and never overflow", arguments: [(0, 0), (1, 1000), (500, 1000), (1000, 1000)])
  func bars(count: Int, largest: Int) throws {
    let step = try #require(Int(Wording.bar(count, of: largest).dropFirst()))
    #expect((1...20).contains(step))
  }

  @Test("one is singular") func singular() {
    #expect(Wording.counted(1, .person) == "1 person")
    #expect(Wording.length(words: 1) == "1 word, 1 minute")
    #expect(Wording.length(words: 901) == "901 words, 4 minutes")
  }
}
