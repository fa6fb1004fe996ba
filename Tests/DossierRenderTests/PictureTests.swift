import DossierModel
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import DossierRender

@Suite("Pictures")
struct PictureTests {
  private func diagram(_ names: [String], _ edges: [(Int, Int, Int)], isNarrow: Bool = false) -> TieDiagram {
    TieDiagram(
      nodes: names.map { TieDiagram.Node(name: $0, kind: .place, url: "a.html?b=\"&c") },
      edges: edges.map { TieDiagram.Edge(a: $0.0, b: $0.1, count: $0.2) }, label: "Ties <of> \"all\"",
      isNarrow: isNarrow)
  }

  @Test("each label has a line of its own, and room for its letters", arguments: [false, true])
  func labels(isNarrow: Bool) throws {
    let names =
      (0..<36).map { "Name of someone \($0) " + String(repeating: "WM", count: $0) } + [
        "北京市人民政府办公厅北京市人民政府办公厅"
      ]
    let svg = diagram(names, [(0, 36, 4)], isNarrow: isNarrow).svg().markup
    let lines = svg.matches(of: /<text [^>]*x="(\d+)" y="(\d+)">(?:<title>[^<]*<\/title>)?([^<]*)<\/text>/)
    #expect(lines.count == names.count)
    let heights = try lines.map { try #require(Int($0.2)) }
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 20 })
    for line in lines {
      let room = try #require(Double(line.1))
      let width = line.3.reduce(0.0) { $0 + ($1.unicodeScalars.first!.value > 0x1100 ? 13 : 7.3) }
      #expect(width <= room, "\(line.3)")
    }
  }

  @Test("no arc leaves the picture, and the longest reaches farthest")
  func arcs() throws {
    let svg = diagram((0..<30).map(String.init), [(0, 29, 1), (3, 4, 9), (0, 1, 2), (5, 20, 3)]).svg().markup
    let width = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/).flatMap { Int($0.1) })
    let reaches = svg.matches(of: #/d="M(\d+) \d+A(\d+) /#).compactMap { match in
      Int(match.1).flatMap { x in Int(match.2).map { x + $0 } }
    }
    #expect(reaches.count == 4)
    #expect(reaches.allSatisfy { $0 < width })
  }

  @Test("hostile names are text")
  func hostile() {
    let svg = diagram(["<script>alert(1)</script>", "\"&'"], [(0, 1, 1)]).svg().markup
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;"))
    #expect(!svg.contains("b=\"&c"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test("the order keeps strong ties near, and is the same each time")
  func order() {
    // A chain 0-5-1-4-2-3 has an order in which all ties are of length one.
    let edges = [(0, 5, 3), (5, 1, 2), (1, 4, 2), (4, 2, 5), (2, 3, 1)].map {
      TieDiagram.Edge(a: $0.0, b: $0.1, count: $0.2)
    }
    let order = TieDiagram.order(count: 6, edges: edges)
    #expect(order == [0, 5, 1, 4, 2, 3] || order == [3, 2, 4, 1, 5, 0])
    #expect(order == TieDiagram.order(count: 6, edges: edges.reversed()))
    #expect(TieDiagram.order(count: 3, edges: []).sorted() == [0, 1, 2])
    #expect(TieDiagram.order(count: 0, edges: []).isEmpty)
  }

  @Test("the density of a timeline: labels apart, one year no picture, far years left out")
  func density() throws {
    func picture(_ years: [Int]) -> String {
      DensityPicture(bars: years.map { DensityPicture.Bar(year: $0, count: $0 % 7 + 1, url: "#y\($0)") })
        .svg()
        .markup
    }
    #expect(picture([2015]).isEmpty)
    #expect(picture([]).isEmpty)
    let long = picture([1648, 1950, 1991] + Array(2000...2024))
    #expect(!long.contains(">1648<"))
    #expect(long.contains(">2024<"))
    #expect(XMLParser(data: Data(long.utf8)).parse())
    let places = long.matches(of: /<text x="(\d+)"/).compactMap { Int($0.1) }
    #expect(zip(places.sorted(), places.sorted().dropFirst()).allSatisfy { $1 - $0 >= 50 })
  }
}

@Suite("Words for dates")
struct DateWordingTests {
  private func day(_ text: String) throws -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  @Test(
    "are never more exact than the days",
    arguments: [
      ("2013-08-21", "2013-08-21", "21 August 2013"),
      ("2013-08-01", "2013-08-31", "August 2013"),
      ("2012-02-01", "2012-02-29", "February 2012"),
      ("2013-02-01", "2013-02-27", "1 – 27 February 2013"),
      ("2013-01-01", "2013-12-31", "2013"),
      ("1990-01-01", "1999-12-31", "1990 – 1999"),
      ("2011-03-01", "2011-05-31", "March – May 2011"),
      ("2011-12-01", "2012-02-29", "December 2011 – February 2012"),
      ("2015-08-03", "2015-08-07", "3 – 7 August 2015"),
      ("2015-07-30", "2015-08-02", "30 July – 2 August 2015"),
      ("2015-12-30", "2016-01-02", "30 December 2015 – 2 January 2016"),
    ])
  func spans(first: String, last: String, words: String) throws {
    #expect(DateWording.span(from: try day(first), to: try day(last)) == words)
  }

  @Test("say that they are vague, and why they are open")
  func vague() throws {
    let whole = TextRange(0, 4)
    let about = DateMention(
      range: whole, kind: .date, unit: .year, value: "2015", modifier: .approximate,
      first: try day("2015-01-01"), last: try day("2015-12-31"), rule: "r")
    #expect(DateWording.days(of: about) == "about 2015")
    #expect(DateWording.exactness(of: about) == "to the year")
    let june = DateMention(
      range: whole, kind: .date, unit: .month, value: "XXXX-06", missing: .year, rule: "r")
    #expect(DateWording.days(of: june) == nil)
    #expect(DateWording.openness(of: june) == "year not stated")
  }
}

@Suite("Wording of numbers")
struct DecimalTests {
  @Test(
    "one digit below ten, none above, and nothing is never all",
    arguments: [
      (0, "0"), (0.02, "below 0.1"), (0.3, "0.3"), (4.66, "4.7"), (9.96, "10"), (22.4, "22"),
      (1234.6, "1,235"),
    ])
  func decimals(number: Double, text: String) {
    #expect(Wording.decimal(number) == text)
  }

  @Test("titles are cut between words")
  func titles() {
    #expect(Wording.short("Short") == "Short")
    #expect(
      Wording.short("The Prime Minister and the President met in Amiens today", limit: 30)
        == "The Prime Minister and the…")
    #expect(
      Wording.short(String(repeating: "x", count: 60), limit: 20) == String(repeating: "x", count: 20) + "…")
  }
}
