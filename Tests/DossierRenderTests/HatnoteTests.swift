import DossierModel
import DossierRender
import DossierTemplates
import Foundation
import Testing

@Suite("Notes at the top of an entity's page")
struct HatnoteTests {
  private static let templates = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../Templates")

  /// The page of an entity in a briefing of one document, whose words all are mentions, one for each entity.
  private func page(_ index: Int, _ entities: [Entity]) throws -> String {
    let text = entities.map(\.name).joined(separator: " ")
    var mentions: [Mention] = []
    var start = 0
    for entity in entities {
      let end = start + entity.name.utf8.count
      mentions.append(Mention(range: TextRange(start, end), kind: entity.kind, score: 1, origin: .list))
      start = end + 1
    }
    let whole = TextRange(0, text.utf8.count)
    let document = BriefingDocument(
      document: Document(
        path: "a.txt", slug: "a", title: "A", titleOrigin: .fileName, text: text,
        blocks: [Block(kind: .paragraph, textRange: whole, sourceRange: whole)]),
      annotation: Annotation(sentences: [whole], mentions: mentions),
      mentionEntities: Array(entities.indices),
      mentionSentences: entities.map { _ in 0 })
    let named = entities.map { entity in
      var entity = entity
      entity.evidence = [Evidence(document: 0, sentence: 0)]
      (entity.mentionCount, entity.documentCount) = (1, 1)
      return entity
    }
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.templates, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "mustache" }
    .map {
      TemplateFile(
        name: $0.lastPathComponent, path: $0.path, source: try String(contentsOf: $0, encoding: .utf8))
    }
    let site = try Site(
      Briefing(settings: BriefingSettings(title: "T"), documents: [document], entities: named),
      templates: TemplateLibrary(files),
      assets: SiteAssets(style: "style.css", start: "start.js", script: "dossier.js", book: "book.css"))
    return String(decoding: site.render(.entity(index, page: 0)).bytes, as: UTF8.self)
  }

  @Test("namesakes point at each other")
  func namesakes() throws {
    let entities = [
      Entity(kind: .person, name: "Jordan", slug: "jordan"),
      Entity(kind: .place, name: "Jordan", slug: "jordan"),
      Entity(kind: .place, name: "Syria", slug: "syria"),
    ]
    #expect(
      try page(0, entities).contains(
        "Not the place of the same name: <a class=\"m place\" href=\"../places/jordan.html\">Jordan</a>."))
    #expect(try page(1, entities).contains("Not the person of the same name:"))
    #expect(try !page(2, entities).contains("hatnote"))
  }

  @Test("hostile words of the author's stay words")
  func hostile() throws {
    var entity = Entity(kind: .person, name: "<b>Kim</b>", slug: "kim")
    entity.description = Description(text: "<script>1</script>")
    entity.note = "\"><img src=x>"
    entity.url = "https://example.org/?a=\"<"
    entity.standsFor = StandsFor(phrase: "<i>x</i>", entities: [])
    let page = try page(0, [entity])
    for piece in ["<b>Kim", "<script>", "<img", "<i>x", "\"<"] { #expect(!page.contains(piece), "\(piece)") }
  }
}
