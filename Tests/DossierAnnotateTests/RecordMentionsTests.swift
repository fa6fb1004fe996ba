import DossierAnnotate
import DossierModel
import EntityRecognizer
import Testing

@Suite("Names in a document's record")
struct RecordMentionsTests {
  /// Annotates a text of one paragraph and one line of the record.
  private func names(_ paragraph: String, _ line: String, author: String? = nil, publisher: String? = nil)
    -> [String]
  {
    var record = SourceRecord()
    record.authors = author.map { [$0] } ?? []
    record.publisher = publisher
    let text = paragraph + "\n" + line
    let end = paragraph.utf8.count
    let blocks = [
      Block(kind: .paragraph, textRange: TextRange(0, end), sourceRange: TextRange(0, end)),
      Block(
        kind: .licence, textRange: TextRange(end + 1, text.utf8.count),
        sourceRange: TextRange(end + 1, text.utf8.count)),
    ]
    let document = Document(
      path: "a.txt", slug: "a", title: "A", titleOrigin: .fileName, record: record, text: text, blocks: blocks
    )
    return Annotator(recognizer: .builtIn).annotate(document).mentions.map {
      "\($0.kind.word) \(text.slice($0.range))"
    }
  }

  @Test("a publisher and an author are names in the record's lines, whatever their words")
  func record() {
    #expect(
      names("Nothing.", "Republished from The Daily.", publisher: "The Daily") == ["organisation The Daily"])
    #expect(names("Nothing.", "by zed quux", author: "zed quux") == ["person zed quux"])
  }

  @Test("they are no names in the text, nor as parts of words")
  func elsewhere() {
    #expect(names("the daily grind", "see below", publisher: "the daily") == [])
    #expect(names("Nothing.", "the dailyness of it", publisher: "the daily") == [])
  }

  @Test("a longer name of the recogniser's stays")
  func longer() {
    #expect(
      names("Nothing.", "From Lancaster University.", publisher: "Lancaster")
        .contains { $0.hasPrefix("organisation Lancaster University") })
  }
}
