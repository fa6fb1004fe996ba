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
  ///
  /// - Parameter mentions: The indices of the sentence's mentions.
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
      } else if let appendLink, !linked.contains(entity), briefing.entities[entity].candidates.isEmpty {
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
