internal import DossierModel

/// How the names in a piece of a document's text become markup: in evidence, which is quoted text, not a tree.
struct SentenceMarkup {
  let document: BriefingDocument
  let entities: [Entity]
  /// The entity that the page is about, marked instead of linked.
  let subject: Int?
  /// The link to an entity, or nothing where none should stand.
  let link: (Int) -> String?

  /// Returns a sentence with its names as links, each entity once.
  func markup(of sentence: Int) -> HTML {
    let text = document.document.text
    let range = document.annotation.sentences[sentence]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.length * 2)
    var linked: [Int] = []
    var position = range.start
    for index in mentions(in: sentence) {
      let mention = document.annotation.mentions[index]
      let entity = document.mentionEntities[index]
      HTML.escape(text.slice(TextRange(position, mention.range.start)), into: &bytes)
      let isSubject = entity == subject
      let target = isSubject || linked.contains(entity) ? nil : link(entity)
      if isSubject {
        bytes += "<b>".utf8
      } else if let target {
        linked.append(entity)
        bytes += "<a class=\"m \(entities[entity].kind.word)\" href=\"".utf8
        HTML.escape(target, into: &bytes)
        bytes += "\">".utf8
      }
      HTML.escape(text.slice(mention.range), into: &bytes)
      bytes += (isSubject ? "</b>" : target != nil ? "</a>" : "").utf8
      position = mention.range.end
    }
    HTML.escape(text.slice(TextRange(position, range.end)), into: &bytes)
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  /// Returns the indices of a sentence's mentions.
  private func mentions(in sentence: Int) -> Range<Int> { document.mentions(in: sentence) }
}

extension BriefingDocument {
  /// Returns the indices of a sentence's mentions.
  ///
  /// - Complexity: O(log mentions).
  func mentions(in sentence: Int) -> Range<Int> {
    let low = mentionSentences.partitionPoint { $0 < sentence }
    return low..<mentionSentences.partitionPoint(from: low) { $0 <= sentence }
  }

  /// Returns the fragment of a mention in its document's page: the mention itself, "p4m2", or its block, "p4",
  /// where mentions have no address of their own: in headings and in the title.
  func fragment(ofMention index: Int) -> String {
    let start = annotation.mentions[index].range.start
    guard let block = document.blockIndex(at: start) else { return "" }
    if document.blocks[block].kind == .title { return "p\(block + 1)" }
    let first = firstMention(inBlock: block)
    return "p\(block + 1)m\(index - first + 1)"
  }

  /// Returns the index of the first mention at or after the start of a block.
  ///
  /// - Complexity: O(log mentions).
  func firstMention(inBlock block: Int) -> Int {
    let start = document.blocks[block].textRange.start
    return annotation.mentions.partitionPoint { $0.range.start < start }
  }

  /// Returns the number of the block in which a sentence stands: its "¶4".
  func paragraph(ofSentence sentence: Int) -> Int {
    (document.blockIndex(at: annotation.sentences[sentence].start) ?? 0) + 1
  }
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
