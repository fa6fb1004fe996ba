import Foundation
import Testing

@testable import EntityRecognizer

/// Words of many scripts are cut as the reference tokenizer cuts them.
struct WordPiecesTests {
  private struct Row: Decodable {
    var word: String
    var pieces: [UInt16]
  }

  @Test func agreesWithTheReference() throws {
    let pieces = try ReaderModel(ModelFile(EntityRecognizer.readerFile)).pieces
    for line in try Fixture.lines("reader/word-pieces.jsonl") {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      let bytes = Array(row.word.utf8)
      var found: [UInt16] = []
      pieces.append(of: 0..<bytes.count, in: bytes, limit: .max, to: &found)
      #expect(found == row.pieces, "\(row.word.debugDescription)")
    }
  }

  @Test func neverGivesMoreThanAsked() throws {
    let pieces = try ReaderModel(ModelFile(EntityRecognizer.readerFile)).pieces
    let bytes = Array("antidisestablishmentarianism-x-y-z".utf8)
    for limit in 1...12 {
      var found: [UInt16] = []
      pieces.append(of: 0..<bytes.count, in: bytes, limit: limit, to: &found)
      #expect((1...limit).contains(found.count))
    }
  }

  @Test func damagedTablesAreNotRead() {
    let words = Array((0..<200).map { "w\($0)\n" }.joined().utf8)
    #expect(WordPieces(vocabulary: words, folds: [], folded: []) != nil)
    #expect(WordPieces(vocabulary: [], folds: [], folded: []) == nil)
    #expect(WordPieces(vocabulary: words, folds: [1, 2, 3], folded: []) == nil)
    // A form beyond the end of all forms, one of a negative size, and ranges out of order.
    #expect(WordPieces(vocabulary: words, folds: [65, 65, 0, 4], folded: [1]) == nil)
    #expect(WordPieces(vocabulary: words, folds: [65, 65, 0, -1], folded: [1]) == nil)
    #expect(WordPieces(vocabulary: words, folds: [65, 66, 0, 0, 66, 70, 0, 0], folded: [1]) == nil)
  }
}

/// The files of Tests/Fixtures.
enum Fixture {
  static func lines(_ path: String, file: String = #filePath) throws -> [String] {
    let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: tests.appendingPathComponent("Fixtures/\(path)"), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }
}
