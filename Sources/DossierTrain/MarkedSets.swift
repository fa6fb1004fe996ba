import Foundation

/// All marked texts of a folder: what is learned from, and what models are compared on.
struct MarkedSets {
  struct Test {
    var name: String
    var texts: [MarkedText]
    /// Whether its documents come from the set that is learned from.
    var isHeldOut: Bool
  }

  private(set) var tests: [Test] = []
  private var learned: [(corpus: Corpus, kept: [MarkedText], heldOut: [MarkedText])] = []

  /// Reads `NAME.jsonl` and, where it is there, `NAME-dev.jsonl` of every corpus.
  init(_ folder: String) throws {
    for corpus in Corpus.all {
      let texts = try MarkedText.read("\(folder)/\(corpus.name).jsonl")
      let heldOut = texts.filter { corpus.isHeldOut($0) }
      learned.append((corpus, texts.filter { !corpus.isHeldOut($0) }, heldOut))
      if !heldOut.isEmpty { tests.append(Test(name: corpus.name, texts: heldOut, isHeldOut: true)) }
      let own = "\(folder)/\(corpus.name)-dev.jsonl"
      if FileManager.default.fileExists(atPath: own) {
        tests.append(Test(name: corpus.name + "-dev", texts: try MarkedText.read(own), isHeldOut: false))
      }
    }
  }

  /// Returns what is learned from. Some single sentences come twice, the second time set as headlines are.
  func sources(withHeldOut: Bool) -> [Training.Source] {
    learned.map { corpus, kept, heldOut in
      var texts = kept
      if corpus.isOfSentences {
        texts += kept.compactMap { text in
          MarkedText.Setting(rawValue: (text.hash >> 20) % 16).map { text.set($0) }
        }
      }
      return Training.Source(corpus: corpus, texts: withHeldOut ? texts + heldOut : texts)
    }
  }
}
