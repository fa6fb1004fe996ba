import SeededGenerator

/// Makes Markdown of all constructs, nested, mixed and broken.
struct MarkdownGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(state: seed) }

  static let words = [
    "North Korea", "Vladimir Putin", "the talks", "Élysée", "日本", "😀", "naïve", "e\u{301}", "a", "x < y",
    "AT&T",
    "\"quoted\"", "it's", "50%", "1. not a list", "snake_case_word", "2*3*4", "\u{A0}", "\u{200B}",
    "\u{2028}",
    "\u{FEFF}", "http://example.org/a_b", "tab\there", "back\\slash", "trailing  ", "\0", "&copy;", "&#10;",
    "&#13;",
    "&#0;", "&#xD800;", "&nbsp;", "&unknown;", "&#x1F600;", "\u{7F}", "\u{1}", "$`",
  ]
  static let broken = [
    "*", "**", "_", "__", "`", "``", "[", "]", "![", "](", "](/u)", "<", ">", "<!--", "-->", "<a href=\"",
    "\\", "&",
    "\n", "\r\n", "\r", "  \n", "\\\n", "    ", "\t", "> ", "- ", "1) ", "# ", "===\n", "---\n", "```\n",
    "~~~ x\n",
    "<div>\n", "[a]: /b\n", "\n\n", "\u{FFFD}", "***", "* * *\n", "10. ", "+ ",
  ]

  mutating func document() -> String {
    var text = ""
    for _ in 0..<(1 + random.below(3)) {
      text += block(depth: 0) + random.pick(["\n", "\n\n", "", "\n\n\n"])
    }
    if random.below(2) == 0 { text += "\n\n[ref]: /target \"A *title*\"\n[Élysée]: <b c>\n" }
    if random.below(2) == 0 {
      // Damage: some scalars are replaced by pieces of syntax.
      var scalars = Array(text.unicodeScalars)
      for _ in 0..<random.below(8) where !scalars.isEmpty {
        let place = random.below(scalars.count)
        let end = min(scalars.count, place + random.below(4))
        scalars.replaceSubrange(place..<end, with: Array(random.pick(Self.broken).unicodeScalars))
      }
      text = String(String.UnicodeScalarView(scalars))
    }
    return text
  }

  mutating func block(depth: Int) -> String {
    switch random.below(depth > 2 ? 6 : 12) {
    case 0:
      return String(repeating: "#", count: 1 + random.below(7)) + " " + inlines(depth: 1)
        + random.pick(["", " ##"])
    case 1: return inlines(depth: 1) + random.pick(["\n===", "\n---", "\n-"])
    case 2: return indented(inlines(depth: 2), by: random.pick(["    ", "\t", "     "]))
    case 3:
      return random.pick(["```", "~~~", "````"]) + random.pick(["", "swift", " a&b c"])
        + "\nlet x = <b>*1*\n\n\n```"
    case 4:
      return random.pick([
        "<div>\n*a*\n", "<!-- c\n\nd -->", "<script>\nx\n\ny</script>", "<a>\n", "***", "- - -",
      ])
    case 5: return inlines(depth: 0) + "\n" + inlines(depth: 0)
    case 6, 7: return indented(blocks(depth: depth + 1), by: random.pick(["> ", ">", " > "]))
    case 8, 9, 10:
      let marker = random.pick(["- ", "* ", "+ ", "1. ", "7) ", "-   ", "-\t", "123456789. "])
      var text = ""
      for _ in 0..<(1 + random.below(2)) {
        let lines = blocks(depth: depth + 1).split(separator: "\n", omittingEmptySubsequences: false)
        text += marker + (lines.first ?? "")
        for line in lines.dropFirst() { text += "\n" + (line.isEmpty ? "" : "  ") + line }
        text += random.pick(["\n", "\n", "\n\n"])
      }
      return text
    default: return inlines(depth: 0)
    }
  }

  mutating func blocks(depth: Int) -> String {
    var text = block(depth: depth)
    for _ in 0..<random.below(2) { text += random.pick(["\n", "\n\n"]) + block(depth: depth) }
    return text
  }

  mutating func inlines(depth: Int) -> String {
    var text = ""
    for _ in 0..<(1 + random.below(3)) {
      text += inline(depth: depth) + random.pick([" ", " ", "\n", "", "  \n", "\\\n"])
    }
    return text
  }

  mutating func inline(depth: Int) -> String {
    guard depth < 3 else { return random.pick(Self.words) }
    switch random.below(22) {
    case 0: return "*" + inline(depth: depth + 1) + "*"
    case 1: return "**" + inlines(depth: depth + 1) + "**"
    case 2: return "_" + inline(depth: depth + 1) + "_"
    case 3: return "`" + random.pick(Self.words) + "`"
    case 4: return "`` a`" + random.pick(Self.words) + " ``"
    case 5:
      return "[" + inlines(depth: depth + 1) + "](/url_" + random.pick(["a", "b(c)", "ä b", "%20"]) + ")"
    case 6: return "[" + inline(depth: depth + 1) + "](<javascript:alert(1)> 'title')"
    case 7: return "![" + inlines(depth: depth + 1) + "](/image.png \"t&amp;u\")"
    case 8: return "<https://example.org/?a=b&c=" + random.pick(["1", "%C3%A9", "[x]"]) + ">"
    case 9:
      return random.pick(["<b>", "</b>", "<br/>", "<!-- x -->", "<?php ?>", "<a href='x'>", "<![CDATA[ ]]>"])
    case 10: return random.pick(["[ref]", "[Élysée][]", "[x][ref]", "![ref]", "[missing]", "[Ref][REF]"])
    case 11:
      return random.pick(["me@example.org", "<me@example.org>", "\\*", "\\_", "\\[", "\\`", "\\&amp;"])
    default: return random.pick(Self.words)
    }
  }

  private func indented(_ text: String, by prefix: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { prefix + $0 }.joined(separator: "\n")
  }
}
