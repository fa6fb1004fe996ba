internal import DossierTemplates

/// What the template of the print edition is offered.
enum BookSchema {
  /// A line of the contents.
  static let line = TemplateSchema(
    "bookLine", ["number": .text, "label": .text, "url": .url, "page": .text, "isInner": .flag])
  /// A document; its sheet is a class of the style sheet.
  static let document = TemplateSchema(
    "bookDocument",
    [
      "id": .text, "sheet": .text, "number": .text, "title": .text, "titleID": .text,
      "details": .list(PageSchema.detail), "body": .html, "stated": .html, "hasLinks": .flag,
      "links": .list(note),
    ])
  /// The address of a link, as a numbered note.
  static let note = TemplateSchema("bookNote", ["id": .text, "number": .text, "address": .text])
  /// A number of the index, or of a list of places.
  static let place = TemplateSchema("bookPlace", ["label": .text, "url": .url])
  static let name = TemplateSchema(
    "bookName",
    [
      "id": .text, "name": .text, "kind": .text, "what": .text, "see": .text, "url": .url, "unclear": .text,
      "places": .list(place),
    ])
  static let letter = TemplateSchema("bookLetter", ["label": .text, "names": .list(name)])
  static let tie = TemplateSchema(
    "bookTie",
    [
      "first": .text, "second": .text, "count": .text, "expected": .text, "strength": .text,
      "places": .list(place), "more": .text,
    ])
  static let source = TemplateSchema(
    "bookSource",
    [
      "number": .text, "title": .text, "url": .url, "page": .text, "facts": .list(PageSchema.fact),
      "hash": .text,
    ])
  static let entity = TemplateSchema(
    "bookEntity",
    [
      "id": .text, "sheet": .text, "kind": .text, "kindTitle": .text, "name": .text,
      "aliases": .list(PageSchema.alias), "said": .record(PageSchema.said), "more": .text, "note": .text,
      "hatnotes": .list(PageSchema.hatnote), "counts": .list(PageSchema.detail),
      "groups": .list(PageSchema.evidenceGroup), "hasDates": .flag, "dates": .list(PageSchema.statement),
      "hasTies": .flag, "picture": .html, "ties": .list(PageSchema.tie), "moreTies": .text,
      "hasReasons": .flag, "reasons": .list(PageSchema.reason), "sources": .list(source),
    ])
  static let points = TemplateSchema(
    "bookPoints", ["sheet": .text, "note": .text, "points": .list(PageSchema.point)])
  static let timeline = TemplateSchema(
    "bookTimeline",
    [
      "sheet": .text, "count": .text, "picture": .html, "groups": .list(PageSchema.statementGroup),
      "open": .text,
    ])
  static let ties = TemplateSchema(
    "bookTies",
    [
      "sheet": .text, "count": .text, "picture": .html, "rows": .list(tie), "more": .text, "threshold": .text,
    ])
  static let sources = TemplateSchema("bookSources", ["sheet": .text, "sources": .list(source)])
  static let index = TemplateSchema(
    "bookIndex", ["sheet": .text, "numbersAre": .text, "letters": .list(letter)])
  static let cover = TemplateSchema("bookCover", ["subtitle": .text, "counts": .list(PageSchema.detail)])
  static let contents = TemplateSchema("bookContents", ["lines": .list(line), "isSingle": .flag])

  static let print = TemplateSchema(
    "print",
    [
      "frame": .record(PageSchema.frame), "cover": .record(cover), "contents": .record(contents),
      "points": .record(points), "documents": .list(document), "entities": .list(entity),
      "timeline": .record(timeline), "ties": .record(ties), "sources": .record(sources),
      "index": .record(index), "measured": .list(place),
    ])
}
