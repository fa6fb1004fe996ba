import DossierModel
import EntityRecognizer
import Testing

@testable import DossierAnnotate

/// Makes a document of blocks, one after the other in text and source.
private func document(_ blocks: [(Block.Kind, String)], code: [TextRange] = []) -> Document {
  var text = ""
  var made: [Block] = []
  for (kind, words) in blocks {
    if !text.isEmpty { text += "\n" }
    let range = TextRange(text.utf8.count, text.utf8.count + words.utf8.count)
    text += words
    made.append(
      Block(kind: kind, textRange: range, sourceRange: range, codeRanges: code.filter { range.contains($0) }))
  }
  return Document(
    path: "a.md", slug: "a", title: "A", titleOrigin: .headline, text: text, blocks: made)
}

struct AnnotatorTests {
  private let annotator = Annotator(recognizer: .builtIn)

  private func sentences(_ document: Document) -> [String] {
    annotator.annotate(document).sentences.map { String(document.text.slice($0)) }
  }

  private func mentions(_ document: Document) -> [String] {
    annotator.annotate(document).mentions.map { "\($0.kind.word):\(document.text.slice($0.range))" }
  }

  @Test func findsSentencesAndMentions() {
    let made = document([(.title, "A Visit"), (.paragraph, "Vladimir Putin went to China. He came back.")])
    #expect(sentences(made) == ["A Visit", "Vladimir Putin went to China.", "He came back."])
    #expect(mentions(made) == ["person:Vladimir Putin", "place:China"])
  }

  @Test(arguments: [Block.Kind.code, .html])
  func readsNoCode(_ kind: Block.Kind) {
    let made = document([
      (.paragraph, "In China."), (kind, "let iran = \"Iran\"\n. Iran"), (.paragraph, "In Cuba."),
    ])
    #expect(sentences(made) == ["In China.", "In Cuba."])
    #expect(mentions(made) == ["place:China", "place:Cuba"])
  }

  @Test func readsNoCodeInProse() {
    let made = document([(.paragraph, "Call Iran. Iran twice.")], code: [TextRange(5, 15)])
    #expect(sentences(made) == ["Call Iran. Iran twice."])
    #expect(mentions(made).isEmpty)
  }

  @Test func keepsAParagraphOfCodeOnly() {
    let made = document([(.paragraph, "Iran.")], code: [TextRange(0, 5)])
    #expect(sentences(made) == ["Iran."])
    #expect(mentions(made).isEmpty)
  }

  @Test func verbatimLinesAreSeparate() {
    let made = document([(.verbatim, "in China\nin  Cuba"), (.paragraph, "End")])
    #expect(sentences(made) == ["in China", "in  Cuba", "End"])
  }

  @Test func headingsAreNoEvidence() {
    let words = "Long Road To Peace Talks For Iran"
    #expect(mentions(document([(.heading(level: 2), words)])) == ["place:Iran"])
    #expect(mentions(document([(.title, words)])) == ["place:Iran"])
  }

  @Test func emptyDocumentHasNothing() {
    #expect(annotator.annotate(document([])) == Annotation())
  }

  @Test func givesScoreOriginAndUsualName() {
    let mention = annotator.annotate(document([(.paragraph, "It is in the U.S. now.")])).mentions.first
    #expect(mention?.origin == .model)
    #expect(mention?.canonicalName == "United States")
    #expect((mention?.score ?? 0) > 0.5)
  }
}
