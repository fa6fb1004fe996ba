internal import DossierModel

/// How the names in a sentence become markup: in evidence, which is quoted text, not a tree.
///
/// It reads the document in its place in the briefing: to hold a copy would count a reference for each of its fields,
/// for each sentence of a site.
struct SentenceMarkup {
  let briefing: Briefing
  /// The document's index.
  let document: Int
  /// The entity that the page is about, marked instead of linked.
  let subject: Int?
  /// Appends the link to an entity to the page; nothing where names are not linked.
  let appendLink: ((Int, inout [UInt8]) -> Void)?

  /// Returns a sentence with its names as links, each entity once.
  func markup(of sentence: Int) -> HTML {
    markup(of: sentence, mentions: briefing.documents[document].mentions(in: sentence))
  }

  /// Returns a sentence of which the mentions are known already.
  func markup(of sentence: Int, mentions: Range<Int>) -> HTML {
    let range = briefing.documents[document].annotation.sentences[sentence]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.length * 2 + 64)
    var linked: [Int] = []
    var position = range.start
    for index in mentions {
      let mention = briefing.documents[document].annotation.mentions[index].range
      let entity = briefing.documents[document].mentionEntities[index]
      appendText(TextRange(position, mention.start), &bytes)
      if entity == subject {
        bytes += "<b>".utf8
        appendText(mention, &bytes)
        bytes += "</b>".utf8
      } else if let appendLink, !linked.contains(entity) {
        linked.append(entity)
        bytes += "<a class=\"m ".utf8
        bytes += briefing.entities[entity].kind.word.utf8
        bytes += "\" href=\"".utf8
        appendLink(entity, &bytes)
        bytes += "\">".utf8
        appendText(mention, &bytes)
        bytes += "</a>".utf8
      } else {
        appendText(mention, &bytes)
      }
      position = mention.end
    }
    appendText(TextRange(position, range.end), &bytes)
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  private func appendText(_ range: TextRange, _ bytes: inout [UInt8]) {
    HTML.escape(briefing.documents[document].document.text, range, into: &bytes)
  }
}

extension BriefingDocument {
  /// Returns the indices of a sentence's mentions.
  ///
  /// - Complexity: O(log mentions).
  func mentions(in sentence: Int) -> Range<Int> {
    let low = mentionSentences.partitionPoint { $0 < sentence }
    return low..<mentionSentences.partitionPoint(from: low) { $0 <= sentence }
  }

  /// Returns the fragment of a mention in its document's page: the mention itself, "p4m2", or its block, "p4", in the
  /// title, where mentions have no address of their own.
  func fragment(ofMention index: Int, inBlock block: Int) -> String {
    if document.blocks[block].kind == .title { return "p\(block + 1)" }
    return "p" + String(block + 1) + "m" + String(index - firstMention(inBlock: block) + 1)
  }

  /// Returns the index of the first mention at or after the start of a block.
  ///
  /// - Complexity: O(log mentions).
  func firstMention(inBlock block: Int) -> Int {
    let start = document.blocks[block].textRange.start
    return annotation.mentions.partitionPoint { $0.range.start < start }
  }

  /// Returns the index of the block in which a sentence stands; its number is one more.
  func block(ofSentence sentence: Int) -> Int {
    document.blockIndex(at: annotation.sentences[sentence].start) ?? 0
  }

  /// Returns the number of the block in which a sentence stands: its "¶4".
  func paragraph(ofSentence sentence: Int) -> Int { block(ofSentence: sentence) + 1 }
}

extension Array {
  /// Returns the index of the first element for which the predicate is false, where it is true for all before.
  ///
  /// - Complexity: O(log count).
  func partitionPoint(from start: Int = 0, where isBefore: (Element) -> Bool) -> Int {
    var low = start
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
