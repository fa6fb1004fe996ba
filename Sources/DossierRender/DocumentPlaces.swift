internal import DossierModel

/// Where the sentences and mentions of a document stand: worked out once, since every page with evidence asks.
struct DocumentPlaces: Sendable {
  /// A sentence's block and mentions.
  struct Sentence: Sendable {
    var block: Int32
    /// Its number in its block, from 1.
    var number: Int32
    var firstMention: Int32
    var endMention: Int32

    var mentions: Range<Int> { Int(firstMention)..<Int(endMention) }
    /// The number of the block in which it stands: its "¶4".
    var paragraph: Int { Int(block) + 1 }
  }

  /// By the sentence's index.
  let sentences: [Sentence]
  /// The first mention at or after the start of each block, and the number of mentions at the end.
  let firstMentions: [Int32]
  /// The block that is the title, whose mentions have no address of their own.
  let titleBlock: Int?
  /// The first sentence of each block, and the number of sentences at the end.
  let firstSentences: [Int32]

  /// - Complexity: O(blocks + sentences + mentions).
  init(_ item: BriefingDocument) {
    let (blocks, mentions) = (item.document.blocks, item.annotation.mentions)
    var firstMentions: [Int32] = []
    firstMentions.reserveCapacity(blocks.count + 1)
    var mention = 0
    for block in blocks {
      while mention < mentions.count, mentions[mention].range.start < block.textRange.start { mention += 1 }
      firstMentions.append(Int32(mention))
    }
    firstMentions.append(Int32(mentions.count))
    self.firstMentions = firstMentions
    titleBlock = blocks.firstIndex { $0.kind == .title }

    var sentences: [Sentence] = []
    sentences.reserveCapacity(item.annotation.sentences.count)
    var firstSentences: [Int32] = [0]
    firstSentences.reserveCapacity(blocks.count + 1)
    var block = 0
    mention = 0
    for (index, range) in item.annotation.sentences.enumerated() {
      while block + 1 < blocks.count, blocks[block].textRange.end <= range.start {
        block += 1
        firstSentences.append(Int32(index))
      }
      let first = mention
      while mention < item.mentionSentences.count, item.mentionSentences[mention] == index { mention += 1 }
      sentences.append(
        Sentence(
          block: Int32(block), number: Int32(index) - firstSentences[block] + 1, firstMention: Int32(first),
          endMention: Int32(mention)))
    }
    self.sentences = sentences
    while firstSentences.count <= blocks.count { firstSentences.append(Int32(sentences.count)) }
    self.firstSentences = firstSentences
  }

  /// Returns the indices of a block's mentions.
  func mentions(inBlock block: Int) -> Range<Int> {
    Int(firstMentions[block])..<Int(firstMentions[block + 1])
  }

  /// Returns the indices of a block's sentences.
  func sentences(inBlock block: Int) -> Range<Int> {
    Int(firstSentences[block])..<Int(firstSentences[block + 1])
  }

  /// Returns the fragment of a sentence in its document's page, "p4s2"; in the title, which is one line, its block.
  func fragment(ofSentence index: Int) -> String {
    let sentence = sentences[index]
    let place = "p" + String(sentence.paragraph)
    return Int(sentence.block) == titleBlock ? place : place + "s" + String(sentence.number)
  }
}
