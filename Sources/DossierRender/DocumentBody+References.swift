internal import DossierMarkdown
internal import DossierModel

/// A part of a document that another shows.
struct Excerpt {
  /// Its blocks; nothing where the whole is shown.
  var blocks: Range<Int>?
  /// The documents that show each other around it, the outermost first.
  var around: [Int]
  let budget: EmbedBudget
}

/// How much a page may show of other documents: each shows others in turn, and so its size could double with each level.
final class EmbedBudget {
  private var count = 100
  private var bytes = 2 << 20

  /// The most documents that show each other.
  static let deepest = 4

  /// Takes what an embed costs, or says that it is too much.
  func take(_ size: Int) -> Bool {
    guard count > 0, size <= bytes else { return false }
    count -= 1
    bytes -= size
    return true
  }
}

extension DocumentBody {
  /// What a reader sees of each reference.
  func displays(of references: [NoteReference]) -> [ReferenceDisplay] {
    let budget = excerpt?.budget ?? EmbedBudget()
    // What is not shown must not take from what may be.
    return references.map { isShown($0.block) ? display(of: $0, budget) : .words }
  }

  private func display(of reference: NoteReference, _ budget: EmbedBudget) -> ReferenceDisplay {
    switch reference.destination {
    case .document(let path, let blocks):
      guard let target = site.documentNumbers[path] else { return .words }
      // A document does not lead to itself; a name in the words is linked as any other.
      if target == index, blocks == nil, reference.kind == .noteLink { return .words }
      let address = noteLink(target, blocks?.lowerBound)
      if reference.kind == .embed, reference.isAlone, let excerpt = excerpt(of: target, blocks, budget) {
        return .element(excerpt)
      }
      return link(to: address, reference)
    case .picture(let path, let width, let height):
      return .element(
        picture(reference, address: up + SiteAddresses.encoded(path), width: width, height: height))
    case .elsewhere:
      // As it is, but for its size, which only a picture of the web can have.
      if let book, isOutside(reference.target) {
        // Nothing is fetched for a sheet of paper.
        let words = reference.description.isEmpty ? "picture" : reference.description
        let note = book.after(reference.target, words)?.markup ?? ""
        return .element(
          HTML(trusted: "<span class=\"vague\">[" + HTML(escaping: words).markup + "]</span>" + note))
      }
      guard reference.width != nil, reference.target.lowercased().hasPrefix("http") else { return .words }
      return .element(picture(reference, address: reference.target, width: nil, height: nil))
    case .none:
      guard reference.kind == .picture || reference.kind == .embed else { return .words }
      let name = reference.description.isEmpty ? reference.target : reference.description
      return .element(HTML(trusted: "<span class=\"vague\">[" + HTML(escaping: name).markup + "]</span>"))
    }
  }

  /// A link to an address, if there is one.
  private func link(to address: String, _ reference: NoteReference) -> ReferenceDisplay {
    guard !address.isEmpty else { return .words }
    return .link(address: address, after: book?.after(address, reference.description) ?? HTML(trusted: ""))
  }

  /// A picture in the size that the author wants, or its own; with both numbers, so that the text below does not jump.
  private func picture(_ reference: NoteReference, address: String, width: Int?, height: Int?) -> HTML {
    var size = (width: width, height: height)
    if let wanted = reference.width {
      var wantedHeight = reference.height
      if wantedHeight == nil, let width, let height {
        wantedHeight = max(1, (wanted * height + width / 2) / width)
      }
      size = (wanted, wantedHeight)
    }
    let words =
      reference.kind == .embed && reference.description.isEmpty
      ? reference.target.split(separator: "/").last.map(String.init) ?? "" : reference.description
    return HTML(
      trusted: "<img src=\"" + HTML(escaping: address).markup + "\" alt=\"" + HTML(escaping: words).markup
        + "\""
        + (size.width.map { " width=\"\($0)\"" } ?? "") + (size.height.map { " height=\"\($0)\"" } ?? "")
        + ">")
  }

  /// Another document's words as a quotation, which names its source; nothing where a page would show too much.
  private func excerpt(of target: Int, _ blocks: Range<Int>?, _ budget: EmbedBudget) -> HTML? {
    let item = site.briefing.documents[target]
    let document = item.document
    let around = (excerpt?.around ?? []) + [index]
    // All of its source is parsed, however little of it is text.
    var size = document.text.utf8.count
    if case .markdown(let source, _) = document.markup { size = max(size, source.utf8.count) }
    let isRepeated = around.contains(target) && blocks == nil
    guard !isRepeated, around.count <= EmbedBudget.deepest, budget.take(size) else {
      return nil
    }
    let body = DocumentBody(
      site: site, index: target, document: item, up: up, placeIDs: .none,
      headingShift: min(3, headingShift + 1),
      excerpt: Excerpt(blocks: blocks, around: around, budget: budget), link: link, noteLink: noteLink,
      fileLink: fileLink, book: book)
    var source = HTML(escaping: document.title)
    if let first = blocks?.lowerBound { source += HTML(trusted: ", ¶\(first + 1)") }
    let address = HTML(escaping: noteLink(target, blocks?.lowerBound))
    return HTML(
      trusted: "<figure class=\"quoted\"><blockquote>" + body.body().markup
        + "</blockquote><figcaption>from <a href=\""
        + address.markup + "\">" + source.markup + "</a></figcaption></figure>")
  }
}
