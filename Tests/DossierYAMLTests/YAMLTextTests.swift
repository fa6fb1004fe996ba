import DossierModel
import Testing

@testable import DossierYAML

@Suite("Writing YAML")
struct YAMLTextTests {
  private func read(_ source: String) -> YAMLValue? {
    try? YAML.parse(source, path: "a.yml")?.value
  }

  @Test("plain where that is safe")
  func plain() {
    for text in ["Kim Jong-Un", "Ja'afari", "Élysée Palace", "people/kim-jong-un", "St. Lucia", "a"] {
      #expect(YAMLText.scalar(text) == text)
    }
  }

  @Test(
    "quoted where it is not",
    arguments: [
      "", " ", "a ", " a", "yes", "No", "null", "~", "3", "3.5", "2014-05-03", "a: b", "a #b", "- a", "[a]",
      "{a}", "a, b",
      "'a'", "\"a\"", "a\\b", "a\nb", "a\tb", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "?", "a]", "a}",
      "\u{FEFF}a",
      "a\u{202E}b", "a\u{2028}b", "a\u{85}b", "\u{0}", "\u{7F}", "C++", "C#", "𝒳", "a\r\nb", "---", "...",
      "=", "<<",
    ])
  func quoted(_ text: String) {
    #expect(survives(text))
  }

  /// Whether a text comes back from a list, from a map's value and from a map's key.
  private func survives(_ text: String) -> Bool {
    let scalar = YAMLText.scalar(text)
    guard case .list(let items) = read("[\(scalar), b]"), case .scalar(text, _) = items[0].value,
      items.count == 2,
      case .map(let entries) = read("{name: \(scalar), kind: b}"),
      case .scalar(text, _) = entries[0].node.value,
      case .map(let keyed) = read("\(scalar): b"), keyed[0].key == text
    else { return false }
    return true
  }

  @Test("every text of hostile letters comes back as it was", arguments: 0..<40)
  func property(seed: Int) {
    let letters = Array(
      "ab:#-[]{},'\"\\&*!|>%@`~?=<. \n\t\u{0}\u{7}\u{85}\u{200E}\u{202E}\u{2028}\u{FEFF}é𝒳0n".unicodeScalars)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for _ in 0..<50 {
      var text = String.UnicodeScalarView()
      for _ in 0..<6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(letters[Int(state >> 33) % letters.count])
      }
      #expect(survives(String(text)), "\(String(text).debugDescription)")
    }
  }
}
