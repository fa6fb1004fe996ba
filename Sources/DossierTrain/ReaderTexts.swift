import EntityRecognizer
import Foundation

/// Marked texts as the training of the careful reader takes them: one JSON object a line, with a text's words, the hints
/// of each, the labels that its marks allow, and the sentences.
enum ReaderTexts {
  private struct Line: Encodable {
    var set: String
    var heldOut: Bool
    var weight: Float
    /// The sentences, as pairs of word numbers.
    var sentences: [[Int]]
    var words: [String]
    var hints: [[UInt8]]
    /// One bit a label.
    var allowed: [UInt32]
  }

  /// Writes all sets of a folder. Some sentences come twice, once set as headlines are, or with other people's names.
  static func write(data: String, lists path: String, to output: String) throws {
    let lists = try NameLists(ModelFile(ModelBytes(Array(Data(contentsOf: URL(fileURLWithPath: path))))))
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("lists").path
    let names = try OtherNames(lists: folder)
    let sets = try MarkedSets(data)
    try Data().write(to: URL(fileURLWithPath: output))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    defer { try? file.close() }
    for source in sets.sources(withHeldOut: false) {
      let renamed = source.texts.filter { ($0.hash >> 30) % 6 == 0 }.compactMap { names.renamed($0) }
      try write(source.texts + renamed, of: source.corpus, isHeldOut: false, lists, file)
    }
    for test in sets.tests {
      guard let corpus = Corpus.all.first(where: { test.name == $0.name || test.name == "\($0.name)-dev" })
      else { continue }
      try write(test.texts, of: corpus, isHeldOut: true, lists, file)
    }
  }

  private static func write(
    _ texts: [MarkedText], of corpus: Corpus, isHeldOut: Bool, _ lists: NameLists, _ file: FileHandle
  ) throws {
    var set = TrainingSet()
    _ = set.add(texts, of: corpus, lists: lists, without: Set(Template.allCases))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for (text, marked) in zip(set.texts, texts) {
      let bytes = Array(marked.text.utf8)
      let line = Line(
        set: corpus.name, heldOut: isHeldOut, weight: corpus.weight,
        sentences: text.tokenized.sentences.map { [$0.lowerBound, $0.upperBound] },
        words: text.tokenized.tokens.map { String(decoding: bytes[$0], as: UTF8.self) },
        hints: text.tokenized.hints, allowed: Array(set.allowed[text.tokens]))
      try file.write(contentsOf: encoder.encode(line) + Data("\n".utf8))
    }
  }
}

/// Gives the people of a text other names, of all the origins that the lists know, so that a reader learns from what
/// stands around a name.
struct OtherNames {
  private let given: [String]
  private let surnames: [String]

  init(lists folder: String) throws {
    func words(_ list: String) throws -> [String] {
      try String(contentsOfFile: "\(folder)/\(list).tsv", encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != "\t" }) }
    }
    given = try words("given-names")
    surnames = try words("surnames")
  }

  /// Returns the text with its people renamed; nil where it names none. The last word of a name stands for a surname.
  func renamed(_ text: MarkedText) -> MarkedText? {
    guard text.names.contains(where: { $0.kind == .person }) else { return nil }
    var random = RandomNumbers(seed: text.hash)
    var chosen: [String: String] = [:]
    let bytes = Array(text.text.utf8)
    var copy = MarkedText(id: text.id + "/renamed", text: "", names: [])
    var written: [UInt8] = []
    var position = 0
    for name in text.names {
      written += bytes[position..<name.range.lowerBound]
      let start = written.count
      let old = String(decoding: bytes[name.range], as: UTF8.self)
      if name.kind == .person {
        let words = old.split(separator: " ")
        let new = words.enumerated().map { place, word -> String in
          guard word.count > 2, word.first?.isUppercase == true else { return String(word) }
          if let known = chosen[String(word)] { return known }
          let list = place == words.count - 1 ? surnames : given
          chosen[String(word)] = list[Int(random.next() % UInt64(list.count))]
          return chosen[String(word), default: String(word)]
        }
        written += new.joined(separator: " ").utf8
      } else {
        written += old.utf8
      }
      copy.names.append((start..<written.count, name.kind))
      position = name.range.upperBound
    }
    written += bytes[position...]
    copy.text = String(decoding: written, as: UTF8.self)
    return copy
  }
}
