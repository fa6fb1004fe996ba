public import DossierModel

/// Returns the title that a document has by its first sentence, or by its file's name where it has no text.
public func titleByText(of document: Document) -> (title: String, origin: Document.TitleOrigin) {
  if let block = document.blocks.first(where: { $0.kind == .paragraph && !$0.textRange.isEmpty }) {
    let title = TitleText.firstSentence(document.text.slice(block.textRange))
    if !title.isEmpty { return (title, .firstSentence) }
  }
  return (TitleText.fromPath(document.path), .fileName)
}
