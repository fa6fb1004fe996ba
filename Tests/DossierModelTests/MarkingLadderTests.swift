import DossierModel
import Testing

@Suite("Handling marks")
struct MarkingLadderTests {
  @Test("the protocol's marks stand in their order, however they are written")
  func ranks() {
    let tlp = MarkingLadder.tlp
    #expect(tlp.marks.map { tlp.rank(of: $0) } == [0, 1, 2, 3, 4])
    #expect(tlp.rank(of: "tlp: amber + strict") == 3 && tlp.rank(of: " TLP :RED ") == 4)
    #expect(tlp.rank(of: "TLP:WHITE") == 0 && tlp.name(of: "tlp:white") == "TLP:CLEAR")
    #expect(tlp.rank(of: "TLP AMBER") == nil && tlp.rank(of: "AMBER") == nil && tlp.rank(of: "") == nil)
    #expect(tlp.nearest(to: "TLP:AMBR") == "TLP:AMBER")
  }

  @Test("a mark that is not known stands above all")
  func highest() {
    let tlp = MarkingLadder.tlp
    #expect(tlp.highest("TLP:GREEN", "TLP:RED") == "TLP:RED" && tlp.highest(nil, "TLP:RED") == "TLP:RED")
    #expect(tlp.highest("TLP:RED", "TLP:BLUE") == "TLP:BLUE" && tlp.highest(nil, nil) == nil)
  }

  @Test("a mark stands at the start of a text, in braces")
  func leading() {
    let tlp = MarkingLadder.tlp
    func mark(_ text: String, _ ladder: MarkingLadder = .tlp) -> String? {
      ladder.leadingMark(of: text).map { "\($0.mark) \($0.length)" }
    }
    #expect(mark("{TLP:AMBER} The") == "TLP:AMBER 12" && mark("{tlp: red}\n The") == "TLP:RED 12")
    #expect(mark("{TLP:AMBR} The") == "TLP:AMBR 11" && mark("{TLP:RED}") == "TLP:RED 9")
    for text in [
      "", "{", "{}", "{TLP:RED", "{n} items", "{TLP:\nRED} x", " {TLP:RED} x", "{{TLP:RED}} x", "{a b c} d",
    ] {
      #expect(mark(text) == nil, "\(text)")
    }
    let own = MarkingLadder(["Open", "House use", "Closed", "OPEN"])
    #expect(own.marks == ["Open", "House use", "Closed"])
    #expect(mark("{house  USE}x", own) == "House use 12" && mark("{CLOSD} x", own) == "CLOSD 8")
    #expect(mark("{items} x", own) == nil && tlp != own)
  }
}
