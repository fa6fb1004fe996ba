import DossierModel
import Foundation
import Testing

@testable import DossierRender

@Suite("Words of the search")
struct SearchWordsTests {
  private func words(_ text: String) -> [String] {
    SearchWords.all(in: text).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "are cut and compared as the script does",
    arguments: [
      ("Iran’s F-16s, and “more”", "iran s f 16s and more"),
      ("Kim Jong-Un met Médecins Sans Frontières", "kim jong un met medecins sans frontieres"),
      ("Straße Ærø Łódź Øl ĲSSEL", "strasse aero lodz ol ijssel"),
      ("me\u{301}decins", "medecins"),
      ("دمشق وحلب", "دمشق وحلب"),
      ("हिन्दी", "हिन्दी"),
      ("王毅在北京。上海 iPhone手机", "王 毅 在 北 京 上 海 iphone 手 机"),
      ("The U.S. and U.S.-led, J.K.Rowling, e.g. a.b.cd", "the us and us led jk rowling eg ab cd"),
      ("1,200 ships, 3.5 and 2015. In 1,2", "1200 ships 35 and 2015 in 12"),
      ("Assad’s", "assad s"),
      ("  \n", ""),
    ])
  func cut(text: String, expected: String) {
    #expect(words(text) == expected.split(separator: " ").map(String.init))
  }
}

@Suite("The index of words")
struct WordIndexTests {
  private func document(_ sentences: [String], path: String) -> BriefingDocument {
    var ranges: [TextRange] = []
    var start = 0
    for sentence in sentences {
      ranges.append(TextRange(start, start + sentence.utf8.count))
      start += sentence.utf8.count + 1
    }
    let text = sentences.joined(separator: " ")
    let whole = TextRange(0, text.utf8.count)
    return BriefingDocument(
      document: Document(
        path: path, slug: path, title: path, titleOrigin: .fileName, text: text,
        blocks: [Block(kind: .paragraph, textRange: whole, sourceRange: whole)]),
      annotation: Annotation(sentences: ranges), mentionEntities: [], mentionSentences: [])
  }

  @Test("counts each sentence once, through documents in the order given, without the commonest words")
  func counts() {
    let index = WordIndex(
      [
        document(["The war, the war and the wars.", "Nothing."], path: "a"),
        document(["War again of a kind."], path: "b"),
      ], order: [1, 0])
    let entries = Dictionary(
      uniqueKeysWithValues: index.entries.map { (String(decoding: $0.word, as: UTF8.self), $0) })
    #expect(entries["war"]?.sentences == [0, 1])
    #expect(entries["war"]?.count == 2)
    #expect(entries["nothing"]?.sentences == [2])
    #expect(entries["the"] == nil)
    #expect(entries["a"] == nil)
    #expect(index.firstSentence == [1, 0])
    #expect(index.sentenceCount == 3)
    #expect(
      index.entries.map(\.word) == index.entries.map(\.word).sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("beyond the most that it lists it goes on counting")
  func limit() {
    let many = WordIndex.mostListed + 100
    let index = WordIndex([document(Array(repeating: "Again.", count: many), path: "a")], order: [0])
    #expect(index.entries.map(\.count) == [many])
    #expect(index.entries.map(\.sentences.count) == [WordIndex.mostListed])
  }

  @Test("numbers are written in digits to the base of 32, as distances")
  func numbers() {
    var bytes: [UInt8] = []
    WordIndex.append([0, 1, 33, 1057], to: &bytes)
    // 0, 1, 32 = 0 + 1·32, 1024 = 0 + 0·32 + 1·1024
    #expect(String(decoding: bytes, as: UTF8.self) == "01W1WW1")
  }

  @Test("pieces hold every word once, in order")
  func pieces() {
    let words = (0..<20000).map { "word\($0)" }
    let index = WordIndex([document(words, path: "a")], order: [0])
    #expect(index.pieces.count > 5)
    #expect(index.pieces.flatMap { Array($0) } == Array(index.entries.indices))
    #expect(index.entries.count == 20000)
  }
}

@Suite("Pieces of names")
struct SearchNamesTests {
  private func names(_ names: [String]) -> SearchNames {
    SearchNames(
      Briefing(
        settings: BriefingSettings(title: ""), documents: [],
        entities: names.enumerated().map { Entity(kind: .person, name: $1, slug: "n\($0)") }))
  }

  @Test("few names are one piece, that every word begins like")
  func few() {
    let names = names(["Vladimir Putin", "Xi Jinping"])
    #expect(names.pieces.map(\.prefix) == [""])
    #expect(names.pieces.map(\.entries) == [[.entity(0), .entity(1)]])
  }

  @Test("many names are found by each of their words, and no piece is large")
  func many() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let given = letters.flatMap { a in letters.prefix(12).map { "\(a)\($0)son" } }
    let all = (0..<3000).map {
      "\(given[$0 % given.count].capitalized) Mac\(letters[$0 % 26])\(letters[$0 / 26 % 26])x\($0)"
    }
    let names = names(all)
    #expect(Set(names.pieces.map(\.prefix)).count == names.pieces.count)
    for (index, name) in all.enumerated() {
      for word in SearchWords.all(in: name) {
        let text = String(decoding: word, as: UTF8.self)
        // Just one piece has the word: the one whose prefix it begins with and that is longest.
        let own = names.pieces.filter { text.hasPrefix($0.prefix) }.max { $0.prefix.count < $1.prefix.count }
        #expect(own?.entries.contains(.entity(index)) == true, "\(name): \(text)")
      }
    }
    #expect(names.pieces.allSatisfy { $0.entries.count <= 200 })
  }
}
