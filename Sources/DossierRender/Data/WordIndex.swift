internal import DossierModel

/// The words of all sentences, each with the sentences that have it.
///
/// Sentences are numbered through all documents, the newest document first, so that the first found are the newest.
struct WordIndex: Sendable {
  /// A word with the numbers of its sentences.
  struct Entry: Sendable {
    var word: [UInt8]
    /// How many sentences have it.
    var count: Int
    /// Their numbers, ascending: all of them up to `mostListed`.
    var sentences: [UInt32]
    /// The last one, listed or not.
    fileprivate var last: UInt32

    fileprivate init(_ word: [UInt8], _ sentence: UInt32) {
      self.word = word
      count = 1
      sentences = [sentence]
      last = sentence
    }
  }

  /// The words in the order of their bytes.
  let entries: [Entry]
  /// The entries of each piece.
  let pieces: [Range<Int>]
  /// The number of the first sentence of each document, by the document's index.
  let firstSentence: [Int]
  /// The number of sentences.
  let sentenceCount: Int

  /// Beyond these a word's sentences are counted only: nobody reads as many, and a file has to hold them.
  static let mostListed = 16_384
  private static let pieceSize = 12_000

  /// - Parameter order: The indices of the documents, the newest first.
  /// - Complexity: O(bytes of the documents).
  init(_ documents: [BriefingDocument], order: [Int]) {
    var table = WordTable()
    var words = SearchWords()
    var firstSentence = [Int](repeating: 0, count: documents.count)
    var number = 0
    for index in order {
      firstSentence[index] = number
      let text = documents[index].document.text
      for sentence in documents[index].annotation.sentences {
        words.forEach(in: text.slice(sentence)) { table.add($0, sentence: UInt32(number)) }
        number += 1
      }
    }
    self.firstSentence = firstSentence
    sentenceCount = number
    entries = table.entries.filter { $0.word.count > 1 && !SearchWords.stopWords.contains($0.word) }
      .sorted { $0.word.lexicographicallyPrecedes($1.word) }
    var pieces: [Range<Int>] = []
    var (start, size) = (0, 0)
    for (index, entry) in entries.enumerated() {
      let length = entry.word.count + 6 + entry.sentences.count * 2
      if size > 0, size + length > Self.pieceSize {
        pieces.append(start..<index)
        (start, size) = (index, 0)
      }
      size += length
    }
    if start < entries.count { pieces.append(start..<entries.count) }
    self.pieces = pieces
  }

  /// Appends sentences' numbers: each as its distance from the one before, in digits to the base of 32, the least first,
  /// the highest bit of each but the last set.
  static func append(_ sentences: [UInt32], to bytes: inout [UInt8]) {
    var last: UInt32 = 0
    for sentence in sentences {
      var distance = sentence - last
      last = sentence
      while distance >= 32 {
        bytes.append(alphabet[Int(distance & 31) + 32])
        distance >>= 5
      }
      bytes.append(alphabet[Int(distance)])
    }
  }

  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)
}

/// A hash table of words (open addressing, FNV-1a), which keeps one array for the words of all texts.
private struct WordTable {
  private(set) var entries: [WordIndex.Entry] = []
  private var hashes: [UInt64] = []
  /// The number of the entry in each slot, plus one.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  mutating func add(_ word: [UInt8], sentence: UInt32) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, entries[index].word == word { return count(sentence, in: index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(entries.count + 1)
    entries.append(WordIndex.Entry(word, sentence))
    hashes.append(hash)
    if entries.count * 2 > slots.count { grow() }
  }

  private mutating func count(_ sentence: UInt32, in index: Int) {
    if entries[index].last == sentence { return }
    entries[index].last = sentence
    entries[index].count += 1
    if entries[index].sentences.count < WordIndex.mostListed { entries[index].sentences.append(sentence) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
