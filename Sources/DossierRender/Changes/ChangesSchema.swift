internal import DossierTemplates

/// What the template of the changes is offered.
enum ChangesSchema {
  /// A word of a sentence, or several: only one of the three is there.
  static let piece = TemplateSchema("piece", ["space": .text, "same": .text, "old": .text, "new": .text])
  static let factChange = TemplateSchema("factChange", ["label": .text, "old": .text, "new": .text])
  static let sentenceChange = TemplateSchema(
    "sentenceChange", ["change": .text, "pieces": .list(piece), "place": .text, "url": .url])
  static let documentChange = TemplateSchema(
    "documentChange",
    [
      "change": .text, "title": .text, "url": .url, "file": .text, "note": .text, "facts": .list(factChange),
      "sentences": .list(sentenceChange),
    ])
  static let nameChange = TemplateSchema(
    "nameChange",
    [
      "change": .text, "kind": .text, "kindTitle": .text, "name": .text, "url": .url, "mentions": .text,
      "into": .text,
      "facts": .list(factChange),
    ])
  static let tieChange = TemplateSchema(
    "tieChange",
    [
      "change": .text, "first": .text, "firstURL": .url, "second": .text, "secondURL": .url, "count": .text,
    ])
  static let dateChange = TemplateSchema(
    "dateChange",
    [
      "change": .text, "old": .text, "new": .text, "surface": .text, "title": .text, "place": .text,
      "url": .url,
    ])
  static let page = TemplateSchema(
    "changes",
    [
      "frame": .record(PageSchema.frame), "heading": .text, "before": .text, "count": .text, "empty": .flag,
      "feed": .url,
      "hasDocuments": .flag, "documents": .list(documentChange), "hasNames": .flag,
      "names": .list(nameChange), "hasTies": .flag, "ties": .list(tieChange), "hasDates": .flag,
      "dates": .list(dateChange), "paged": .flag, "pages": .list(PageSchema.pager),
    ])
}
