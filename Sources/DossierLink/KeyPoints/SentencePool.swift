internal import DossierModel

/// The sentences that may become key points, with their words, and how much each word of the pile weighs.
struct SentencePool {
  /// A sentence that can be quoted alone.
  struct Candidate {
    var evidence: Evidence
    /// Its words that count, each once, in `words`.
    var words: Range<Int>
    /// How many sentences of prose stand before it in its document.
    var rank: Int
  }

  /// A word of a sentence.
  struct Word {
    var number: Int32
    /// Whether it stands in a name.
    var isName: Bool
  }

  private(set) var candidates: [Candidate] = []
  private(set) var words: [Word] = []
  /// The weight of each word, by its number.
  private(set) var weights: [Double] = []
  /// How many sentences the pile has.
  private(set) var sentenceCount = 0

  /// How many words a candidate has.
  static let lengths = 8...45

  private var numbers = WordNumbers()
  private var counts: [Count] = []

  /// How often a word stands in the pile.
  private struct Count {
    var traits: WordTraits
    /// In so many sentences.
    var sentences: Int32 = 0
    /// In so many sentences, each document's cut to a limit.
    var support: Int32 = 0
    var lastSentence: Int32 = -1
    var lastDocument: Int32 = -1
    var inDocument: Int32 = 0
  }

  /// Reads all documents.
  ///
  /// A candidate is a whole sentence of a paragraph, of 8 to 45 words, that can stand alone (`StandaloneSentence`) and
  /// names something before it says "he" or "it".
  ///
  /// A word's weight is its count times the logarithm of how few sentences have it. The count is that of sentences, but
  /// of each document two at most, or more where there are less than 30 documents.
  ///
  /// - Complexity: O(bytes).
  init(_ documents: [BriefingDocument]) {
    // A long document may not outvote all others, but alone it should count its words in full.
    let limit = Int32(max(2, 60 / max(1, documents.count)))
    var traits: [WordTraits] = []
    for (index, document) in documents.enumerated() {
      let bytes = Array(document.document.text.utf8)
      let blocks = document.document.blocks
      let annotation = document.annotation
      var (block, mention, rank) = (0, 0, 0)
      for (number, range) in annotation.sentences.enumerated() {
        while block + 1 < blocks.count, blocks[block].textRange.end <= range.start { block += 1 }
        while mention < annotation.mentions.count, document.mentionSentences[mention] < number {
          mention += 1
        }
        guard block < blocks.count, !blocks[block].isRecord else { continue }
        var isGood =
          blocks[block].kind == .paragraph && mention < annotation.mentions.count
          && document.mentionSentences[mention] == number && StandaloneSentence.isWhole(bytes, range)
        let firstWord = words.count
        var reader = WordHashes(bytes, from: range.start, to: range.end)
        var quotes = QuoteDepth(from: range.start)
        var name = mention
        traits.removeAll(keepingCapacity: true)
        while let word = reader.next() {
          let (number, isNew) = count(
            word, length: reader.wordEnd - reader.start, isNumber: bytes[reader.start] &- 48 < 10,
            document: index, limit)
          if !isGood { continue }
          if traits.count == SentencePool.lengths.upperBound {
            isGood = false
            continue
          }
          let wordTraits = counts[number].traits
          traits.append(wordTraits)
          while name < annotation.mentions.count, annotation.mentions[name].range.end <= reader.start {
            name += 1
          }
          let isName =
            name < annotation.mentions.count && annotation.mentions[name].range.start < reader.wordEnd
          if name == mention, !isName, wordTraits.contains(.pointer) { isGood = false }
          if wordTraits.contains(.speech), !isName, !quotes.isQuoted(at: reader.start, bytes) {
            isGood = false
          }
          if isNew, wordTraits.contains(.content) {
            words.append(Word(number: Int32(number), isName: isName))
          }
        }
        sentenceCount += 1
        isGood =
          isGood && SentencePool.lengths.contains(traits.count) && words.count > firstWord
          && !StandaloneSentence.leans(beginningWith: traits[...])
        if isGood {
          candidates.append(
            Candidate(
              evidence: Evidence(document: index, sentence: number), words: firstWord..<words.count,
              rank: rank))
        } else {
          words.removeLast(words.count - firstWord)
        }
        if !blocks[block].isHeading { rank += 1 }
      }
    }
    let total = naturalLogarithm(Double(max(1, sentenceCount)))
    weights = counts.map { count in
      guard count.traits.contains(.content), count.support > 1 else { return 0 }
      return Double(count.support) * (total - naturalLogarithm(Double(count.sentences)))
    }
  }

  /// Counts a word of the sentence that is read, and returns its number, and whether it is the first time there.
  private mutating func count(
    _ word: UInt64, length: Int, isNumber: Bool, document: Int, _ limit: Int32
  ) -> (
    Int, Bool
  ) {
    let number = numbers.number(of: word)
    if number == counts.count {
      counts.append(Count(traits: WordTraits(word, length: length, isNumber: isNumber)))
    }
    var count = counts[number]
    guard count.lastSentence != Int32(sentenceCount) else { return (number, false) }
    count.lastSentence = Int32(sentenceCount)
    count.sentences += 1
    if count.lastDocument != Int32(document) {
      count.lastDocument = Int32(document)
      count.inDocument = 0
    }
    if count.inDocument < limit {
      count.inDocument += 1
      count.support += 1
    }
    counts[number] = count
    return (number, true)
  }
}

/// Whether places of a sentence stand in quotes. They are asked for in order.
private struct QuoteDepth {
  private var place: Int
  private var isOpen = false

  init(from start: Int) { place = start }

  mutating func isQuoted(at target: Int, _ bytes: [UInt8]) -> Bool {
    while place < min(target, bytes.count) {
      if bytes[place] == 0x22 {
        isOpen.toggle()
      } else if bytes[place] == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 {
        if bytes[place + 2] == 0x9C { isOpen = true }
        if bytes[place + 2] == 0x9D { isOpen = false }
      }
      place += 1
    }
    return isOpen
  }
}
