import DossierLink
import DossierModel

/// Makes a document and its annotation from marked text: "[p:Vladimir Putin] met [p:Xi Jinping]. …", one paragraph
/// a line, a sentence ended by ". ". The letters are those of the kinds; "[l:US=United States]" gives the name
/// that a list knows.
func marked(_ path: String, _ text: String) -> (document: Document, annotation: Annotation) {
  var plain = ""
  var mentions: [Mention] = []
  var rest = Substring(text)
  let kinds: [Character: EntityKind] = [
    "p": .person, "o": .organisation, "l": .place, "e": .event, "x": .other,
  ]
  while let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") {
    plain += rest[..<open]
    let inside = rest[rest.index(after: open)..<close]
    let parts = inside.dropFirst(2).split(separator: "=")
    let start = plain.utf8.count
    plain += parts[0]
    mentions.append(
      Mention(
        range: TextRange(start, plain.utf8.count), kind: kinds[inside.first ?? "x"] ?? .other, score: 1,
        origin: .list, canonicalName: parts.count > 1 ? String(parts[1]) : nil))
    rest = rest[rest.index(after: close)...]
  }
  plain += rest
  var blocks: [Block] = []
  var sentences: [TextRange] = []
  var start = 0
  for line in plain.split(separator: "\n", omittingEmptySubsequences: false) {
    let range = TextRange(start, start + line.utf8.count)
    blocks.append(Block(kind: .paragraph, textRange: range, sourceRange: range))
    var from = start
    for piece in line.split(separator: ". ", omittingEmptySubsequences: false) {
      let length = piece.utf8.count + (from + piece.utf8.count < range.end ? 1 : 0)
      sentences.append(TextRange(from, from + length))
      from += length + 1
    }
    start = range.end + 1
  }
  let document = Document(
    path: path, slug: Slug.make(path: path), title: path, titleOrigin: .fileName, text: plain, blocks: blocks)
  return (document, Annotation(sentences: sentences, mentions: mentions))
}

func briefing(_ texts: String...) -> Briefing {
  Briefing(
    linking: texts.enumerated().map { marked("\($0.offset + 1).txt", $0.element) },
    settings: BriefingSettings(title: "Test"))
}

extension Briefing {
  func entity(_ name: String, _ kind: EntityKind? = nil) -> Entity? {
    entities.first { $0.name == name && (kind == nil || $0.kind == kind) }
  }

  func ties(of name: String) -> [String] {
    entity(name)?.ties.map { "\(entities[Int($0.entity)].name) \($0.count)" } ?? []
  }
}
