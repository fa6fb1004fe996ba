import Foundation
import Testing

@testable import EntityRecognizer

struct ListTests {
  static let folder = fixtures.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CEntityLists")

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted()
  }()

  @Test func filesAreThere() { #expect(ListTests.files.count == 11) }

  @Test(arguments: ListTests.files)
  func isWellFormed(_ file: String) throws {
    let text = try String(contentsOf: ListTests.folder.appendingPathComponent(file), encoding: .utf8)
    #expect(text.hasSuffix("\n") && !text.contains("\r"))
    let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    let comments = lines.prefix { $0.hasPrefix("#") }
    #expect(comments.contains { $0.hasPrefix("# Source: ") })
    #expect(comments.contains { $0.hasPrefix("# Licence: ") })
    let entries = lines.dropFirst(comments.count)
    #expect(!entries.isEmpty)
    var previous: [[UInt8]] = []
    for line in entries {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      for field in fields {
        #expect(!field.isEmpty && !field.hasPrefix(" ") && !field.hasSuffix(" "), "\(line)")
      }
      // A word of several classes has a line for each.
      let key = fields.prefix(file == "words.tsv" ? 2 : 1).map { Array($0.utf8) }
      let isOrdered = previous.lexicographicallyPrecedes(key) { $0.lexicographicallyPrecedes($1) }
      #expect(isOrdered, "\(line) is out of order, or there twice")
      previous = key
    }
  }

  @Test func everyClassIsKnown() throws {
    let text = try String(contentsOf: ListTests.folder.appendingPathComponent("words.tsv"), encoding: .utf8)
    let known = Set(WordClasses.named.map(\.0))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let word = line.split(separator: "\t")
      #expect(word.count == 2 && known.contains(String(word[1])), "\(line)")
    }
  }

  @Test func everyListedNameIsFound() throws {
    for file in ["countries.tsv", "country-names.tsv", "organisations.tsv"] {
      let text = try String(contentsOf: ListTests.folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let name = String(line.split(separator: "\t")[0])
        let sentence = "They spoke of \(name) there."
        let spans = EntityRecognizer.builtIn.recognize(sentence).spans
        #expect(spans.contains { slice(sentence, $0.range) == name }, "\(name): \(spans)")
      }
    }
  }
}
