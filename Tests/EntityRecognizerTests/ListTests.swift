import Foundation
import Testing

@testable import EntityRecognizer

struct ListTests {
  static let folder = fixtures.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/CEntityModel/lists")

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted()
  }()

  @Test func filesAreThere() { #expect(ListTests.files.count == 15) }

  /// The levels of clusters are in the order of their numbers; the test of compiled lists reads them.
  @Test(arguments: ListTests.files.filter { $0 != "cluster-levels.tsv" })
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

  @Test func compiledListsAreThoseOfTheFolder() throws {
    let lists = NameLists(
      try ListTests.files.map {
        (String($0.dropLast(4)), Array(try Data(contentsOf: ListTests.folder.appendingPathComponent($0))))
      })
    let compiled = ListTests.folder.deletingLastPathComponent().appendingPathComponent("english.lists")
    #expect(lists.file == Array(try Data(contentsOf: compiled)), "the lists changed: run 'make lists'")
  }

  @Test func readsWhatItWrote() throws {
    let lists = NameLists([
      ("countries", Array("Xanadu\tXanadu\nUpper Xanadu\tUpper Xanadu Land\n".utf8)),
      ("given-names", Array("Zorba\n".utf8)),
      ("clusters", Array("xanadu\t2\n".utf8)), ("cluster-levels", Array("1\t1\t1\t1\n2\t7\t5\t3\n".utf8)),
    ])
    let again = try NameLists(ModelFile(ModelBytes(lists.file)))
    #expect(again.file == lists.file)
    let bytes = Array("Upper Xanadu zorba Zorba".utf8)
    let tokens = Tokenizer.tokens(of: bytes, skipping: [], lists: again)
    #expect(tokens.map { $0.has(.givenName) } == [false, false, false, true])
    #expect(tokens[1].cluster == 2 && again.clusterLevels.fine[2] == 7 && again.clusterLevels.coarse[2] == 3)
    let match = again.gazetteer.longestMatch(in: tokens, from: 0, to: 4)
    #expect(match?.end == 2)
    #expect(match.flatMap { again.canonicalName(of: $0.entry) } == "Upper Xanadu Land")
  }

  /// Lists are features only, and the model overrules them now and then: "Georgia" alone may be either.
  @Test func mostListedNamesAreFound() throws {
    var (found, all) = (0, 0)
    for file in ["countries.tsv", "country-names.tsv", "formal-names.tsv"] {
      let text = try String(contentsOf: ListTests.folder.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let name = String(line.split(separator: "\t")[0])
        let sentence = "Talks were held in \(name) last week."
        all += 1
        if names(in: sentence).contains("place:\(name)") { found += 1 }
      }
    }
    #expect(Double(found) > 0.93 * Double(all), "\(found) of \(all)")
  }
}
