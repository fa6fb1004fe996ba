internal import DossierModel

/// How a sentence becomes markup in evidence, which is quoted text, not a tree: its names linked, what the page is
/// about marked.
///
/// It reads the document in its place in the site: to hold a copy would count a reference for each of its fields, for
/// each sentence of a site.
struct SentenceMarkup {
  let site: Site
  /// The document's index.
  let document: Int
  /// The entities that the page is about, marked instead of linked.
  var subjects: [Int] = []
  /// A date that is marked; what is named in it is not.
  var date: TextRange?
  /// Appends the link to an entity to the page; nothing where names are not linked.
  let appendLink: ((Int, inout [UInt8]) -> Void)?

  /// A sentence of more bytes is shown in part, around the first thing marked. A list of a thousand names is one
  /// sentence, and stands on a thousand pages.
  static let longest = 1500
  private static let before = 500
  private static let after = 700

  /// Returns a sentence with its names as links, each entity once.
  ///
  /// - Parameter mentions: The indices of the sentence's mentions.
  func markup(of sentence: Int, mentions: Range<Int>) -> HTML {
    let whole = site.briefing.documents[document].annotation.sentences[sentence]
    let range = shown(of: whole, mentions)
    let isTurned = Direction.isRightToLeft(site.briefing.documents[document].document.text, whole)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.length * 2 + 64)
    if isTurned { bytes += "<span dir=\"rtl\">".utf8 }
    if range.start > whole.start { bytes += "… ".utf8 }
    var linked: [Int] = []
    var position = range.start
    var date = self.date
    for index in mentions {
      let mention = site.briefing.documents[document].annotation.mentions[index].range
      guard mention.start >= position, mention.end <= range.end else { continue }
      if let next = date, next.start < mention.end {
        appendDate(next, &position, &bytes)
        date = nil
        guard mention.start >= position else { continue }
      }
      appendText(TextRange(position, mention.start), &bytes)
      append(index, mention, &linked, &bytes)
      position = mention.end
    }
    if let date { appendDate(date, &position, &bytes) }
    appendText(TextRange(position, range.end), &bytes)
    if range.end < whole.end { bytes += " …".utf8 }
    if isTurned { bytes += "</span>".utf8 }
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  private func append(_ index: Int, _ mention: TextRange, _ linked: inout [Int], _ bytes: inout [UInt8]) {
    let entity = site.briefing.documents[document].mentionEntities[index]
    if subjects.contains(entity) {
      bytes += "<b>".utf8
      appendText(mention, &bytes)
      bytes += "</b>".utf8
    } else if let appendLink, !linked.contains(entity), site.briefing.entities[entity].candidates.isEmpty {
      linked.append(entity)
      bytes += "<a class=\"m ".utf8
      bytes += site.briefing.entities[entity].kind.word.utf8
      bytes += "\" href=\"".utf8
      appendLink(entity, &bytes)
      bytes += "\">".utf8
      appendText(mention, &bytes)
      bytes += "</a>".utf8
    } else {
      appendText(mention, &bytes)
    }
  }

  private func appendDate(_ date: TextRange, _ position: inout Int, _ bytes: inout [UInt8]) {
    appendText(TextRange(position, date.start), &bytes)
    bytes += "<b>".utf8
    appendText(date, &bytes)
    bytes += "</b>".utf8
    position = date.end
  }

  /// The part of a sentence that is shown, cut between words.
  private func shown(of whole: TextRange, _ mentions: Range<Int>) -> TextRange {
    guard whole.length > Self.longest else { return whole }
    let subject = mentions.first { subjects.contains(site.briefing.documents[document].mentionEntities[$0]) }
    let middle =
      date?.start ?? subject.map { site.briefing.documents[document].annotation.mentions[$0].range.start }
      ?? whole.start
    let text = site.briefing.documents[document].document.text.utf8
    func space(near offset: Int) -> Int {
      var offset = offset
      var index = text.index(text.startIndex, offsetBy: offset)
      // Backwards to a space, or at least to where a character starts.
      let lowest = offset - 60
      while offset > lowest, text[index] != 32 {
        index = text.index(before: index)
        offset -= 1
      }
      while text[index] & 0xC0 == 0x80 {
        index = text.index(before: index)
        offset -= 1
      }
      return offset
    }
    let start = middle - whole.start <= Self.before ? whole.start : space(near: middle - Self.before)
    let end = whole.end - middle <= Self.after ? whole.end : space(near: middle + Self.after)
    return TextRange(start, max(start, end))
  }

  private func appendText(_ range: TextRange, _ bytes: inout [UInt8]) {
    HTML.escape(site.briefing.documents[document].document.text, range, into: &bytes)
  }
}
