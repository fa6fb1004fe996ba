internal import DossierMarkdown
internal import DossierModel

/// What of a block is wrapped: sentences, names, and what may be names.
extension DocumentBody {
  /// Adds the possible names of a block, in order with the names, of which none overlaps them.
  func addSuggestions(inBlock index: Int, id: String, to spans: inout [LeafEdit.Span]) {
    let range = document.document.blocks[index].textRange
    let first = document.suggestions.partitionPoint { $0.range.start < range.start }
    let own = document.suggestions[first...].prefix { $0.range.end <= range.end }
    guard !own.isEmpty else { return }
    for (number, suggestion) in own.enumerated() {
      let tags = (
        open: HTML(trusted: "<span class=\"maybe\" id=\"\(id)x\(number + 1)\">"),
        reopen: HTML(trusted: "<span class=\"maybe\">"), close: HTML(trusted: "</span>")
      )
      spans.append(
        LeafEdit.Span(
          range: suggestion.range.shifted(by: -range.start), open: tags.open, reopen: tags.reopen,
          close: tags.close, insideLink: tags))
    }
    spans.sort { $0.range.start < $1.range.start }
  }

  /// The page of the original that starts with a block, or that the document starts on.
  func pageMark(ofBlock index: Int) -> (label: String, mark: String) {
    let blocks = document.document.blocks
    guard let page = blocks[index].page else { return ("", "") }
    let isFirst = index == 0 || blocks[index - 1].page != page || blocks[index - 1].kind == .title
    return (", page \(page)", isFirst ? "<small>p. \(page)</small> " : "")
  }

  /// Each sentence has an address, to which its evidence leads.
  func sentences(inBlock index: Int, id: String) -> [LeafEdit.Span] {
    let (text, start) = (document.document.text, document.document.blocks[index].textRange.start)
    return site.places[self.index].sentences(inBlock: index).enumerated().map { number, sentence in
      let range = document.annotation.sentences[sentence]
      let direction = Direction.isRightToLeft(text, range) ? " dir=\"rtl\"" : ""
      let tags = (
        open: HTML(trusted: "<span id=\"\(id)s\(number + 1)\"\(direction)>"),
        reopen: HTML(trusted: "<span\(direction)>"), close: HTML(trusted: "</span>")
      )
      return LeafEdit.Span(
        range: range.shifted(by: -start), open: tags.open, reopen: tags.reopen, close: tags.close,
        insideLink: tags)
    }
  }

  func span(_ range: TextRange, entity: Int, id: String, isLink: Bool) -> LeafEdit.Span {
    let plain = (
      open: HTML(trusted: "<span\(id)>"), reopen: HTML(trusted: "<span>"), close: HTML(trusted: "</span>")
    )
    guard isLink else {
      return LeafEdit.Span(
        range: range, open: plain.open, reopen: plain.reopen, close: plain.close, insideLink: plain)
    }
    // An address is percent-encoded, so nothing in it needs escaping.
    let opening = "<a class=\"m " + site.briefing.entities[entity].kind.word + "\""
    let target = " href=\"" + link(entity) + "\">"
    let open = HTML(trusted: opening + id + target)
    // Only Markdown has inline elements that a name can reach across.
    let reopen = document.document.markup == .plain ? open : HTML(trusted: opening + target)
    return LeafEdit.Span(
      range: range, open: open, reopen: reopen, close: HTML(trusted: "</a>"), insideLink: plain)
  }
}
