internal import DossierModel

/// The paragraphs of all documents: each different one once, with the places where it stands, its words, and a few of
/// its shingles as fingerprints.
///
/// Fingerprints are chosen by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
/// fingerprinting", SIGMOD 2003): of every three shingles in a row the least, where a shingle is the hash of four words
/// in a row. So any six words in a row that two paragraphs have in common give them a common fingerprint, and a
/// paragraph of twelve words keeps one when a word of it is changed.
struct ParagraphIndex {
  /// A paragraph is compared from so many words on.
  static let fewestWords = 12
  private static let shingle = 4
  private static let window = 3

  /// The words of each different paragraph, as hashes: `words[wordStarts[n]..<wordStarts[n + 1]]`. Cut to 32 bits: two
  /// different words are taken for one in four thousand million.
  private(set) var words: [UInt32] = []
  private(set) var wordStarts = [0]
  /// The fingerprints of each different paragraph, found like its words.
  private(set) var fingerprints: [UInt64] = []
  private(set) var fingerprintStarts = [0]
  /// Where the paragraphs stand, in reading order. A paragraph that a document repeats is listed once for it.
  private(set) var places: [Place] = []
  /// A number for the words of each block, in reading order, the first of a document at its `blockStarts`; 0 for a
  /// block without words.
  private(set) var blockWords: [UInt64] = []
  private(set) var blockStarts = [0]

  /// Where a paragraph stands.
  struct Place {
    var paragraph: Int32
    var document: Int32
    var block: Int32
  }

  /// How many different paragraphs there are.
  var count: Int { wordStarts.count - 1 }

  /// Reads all documents.
  ///
  /// - Complexity: O(bytes).
  init(_ documents: [BriefingDocument]) {
    var paragraphs: [UInt64: Int32] = [:]
    var lastDocument: [Int32] = []
    for (number, document) in documents.enumerated() {
      let bytes = Array(document.document.text.utf8)
      for (block, item) in document.document.blocks.enumerated() {
        let start = words.count
        var hash: UInt64 = 0
        var reader = WordHashes(bytes, from: item.textRange.start, to: item.textRange.end)
        while let word = reader.next() {
          words.append(UInt32(truncatingIfNeeded: word ^ word >> 32))
          hash = ParagraphIndex.mixed(hash ^ word)
        }
        blockWords.append(hash)
        guard item.isCompared, words.count - start >= ParagraphIndex.fewestWords else {
          words.removeLast(words.count - start)
          continue
        }
        let paragraph = paragraphs[hash, default: Int32(count)]
        if Int(paragraph) == count {
          paragraphs[hash] = paragraph
          addFingerprints(ofWordsFrom: start)
          wordStarts.append(words.count)
          fingerprintStarts.append(fingerprints.count)
          lastDocument.append(-1)
        } else {
          words.removeLast(words.count - start)
        }
        if lastDocument[Int(paragraph)] != Int32(number) {
          lastDocument[Int(paragraph)] = Int32(number)
          places.append(Place(paragraph: paragraph, document: Int32(number), block: Int32(block)))
        }
      }
      blockStarts.append(blockWords.count)
    }
  }

  private mutating func addFingerprints(ofWordsFrom start: Int) {
    var before = (UInt64.max, UInt64.max)
    var last = UInt64.max
    for place in start...(words.count - ParagraphIndex.shingle) {
      let shingle = ParagraphIndex.shingle(words[place], words[place + 1], words[place + 2], words[place + 3])
      if place >= start + ParagraphIndex.window - 1 {
        let least = min(shingle, min(before.0, before.1))
        if least != last { fingerprints.append(least) }
        last = least
      }
      before = (before.1, shingle)
    }
  }

  /// A sum of the words, each times a constant of its place, stirred so that the top bits depend on all of it.
  private static func shingle(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt64 {
    let (p, q, r): (UInt64, UInt64, UInt64) = (
      0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB
    )
    let sum = UInt64(a) &* p &+ UInt64(b) &* q &+ UInt64(c) &* r &+ UInt64(d)
    return (sum ^ sum >> 32) &* p
  }

  /// Puts the words of a paragraph in the order of their hashes.
  mutating func sortWords(of paragraph: Int) {
    words[wordStarts[paragraph]..<wordStarts[paragraph + 1]].sort()
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension Block {
  /// Whether the block is looked for in other documents: paragraphs, items of lists, tables; not headings, code, or the
  /// lines that say who wrote it and who may print it.
  var isCompared: Bool { kind == .paragraph || kind == .verbatim || kind == .table }
}
