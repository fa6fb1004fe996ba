internal import DossierTemplates

/// What each template is offered: the names that it can use, and what each of them is.
enum PageSchema {
  // MARK: - Parts

  /// What every page has: the words and links around its content.
  static let frame = TemplateSchema(
    "frame",
    [
      "language": .text, "title": .text, "site": .text, "home": .url, "style": .url, "description": .text,
      "canonical": .url, "marking": .text, "sheet": .text, "navigation": .list(navigation), "about": .url,
      "documents": .text,
      "names": .text, "mentions": .text,
    ])
  static let navigation = TemplateSchema("navigation", ["label": .text, "url": .url, "current": .flag])
  static let link = TemplateSchema("link", ["label": .text, "url": .url])
  static let pager = TemplateSchema("pager", ["label": .text, "url": .url, "current": .flag])
  /// A word of the line below a title.
  static let detail = TemplateSchema("detail", ["text": .text, "url": .url, "vague": .flag])

  static let entityLink = TemplateSchema("entityLink", ["kind": .text, "name": .text, "url": .url])
  static let entityRow = TemplateSchema(
    "entityRow",
    ["kind": .text, "name": .text, "url": .url, "bar": .text, "count": .text, "evidence": .url])
  static let entityGroup = TemplateSchema(
    "entityGroup",
    ["heading": .text, "url": .url, "rows": .list(entityRow), "hidden": .text, "more": .record(rest)])
  /// The rows of a group that are folded away.
  static let rest = TemplateSchema("rest", ["rows": .list(entityRow)])
  static let documentRow = TemplateSchema(
    "documentRow", ["title": .text, "url": .url, "details": .list(detail), "lead": .list(quote)])
  static let quote = TemplateSchema("quote", ["sentence": .html])
  static let evidence = TemplateSchema(
    "evidence", ["sentence": .html, "paragraph": .text, "url": .url, "with": .text])
  static let evidenceGroup = TemplateSchema(
    "evidenceGroup",
    ["id": .text, "title": .text, "url": .url, "details": .list(detail), "evidence": .list(evidence)])

  // MARK: - Pages

  static let home = TemplateSchema(
    "home",
    [
      "frame": .record(frame), "subtitle": .text, "counts": .list(detail), "empty": .flag,
      "newest": .list(documentRow), "allDocuments": .url, "documentCount": .text,
      "groups": .list(entityGroup),
    ])
  static let documents = TemplateSchema(
    "documents",
    [
      "frame": .record(frame), "count": .text, "empty": .flag, "rows": .list(documentRow), "paged": .flag,
      "pages": .list(pager),
    ])
  static let related = TemplateSchema(
    "related", ["title": .text, "url": .url, "details": .list(detail), "shared": .list(entityLink)])
  static let fact = TemplateSchema("fact", ["label": .text, "value": .text, "url": .url, "vague": .flag])
  static let document = TemplateSchema(
    "document",
    [
      "frame": .record(frame), "title": .text, "titleID": .text, "details": .list(detail), "body": .html,
      "stated": .html, "groups": .list(entityGroup), "hasRelated": .flag, "related": .list(related),
      "source": .list(fact),
      "previous": .record(link), "next": .record(link),
    ])
  static let kind = TemplateSchema(
    "kind",
    [
      "frame": .record(frame), "kind": .text, "heading": .text, "count": .text, "rows": .list(entityRow),
      "paged": .flag, "pages": .list(pager),
    ])
  static let alias = TemplateSchema("alias", ["name": .text])
  static let reason = TemplateSchema(
    "reason", ["name": .text, "why": .text, "paragraph": .text, "url": .url])
  static let tie = TemplateSchema(
    "tie",
    [
      "kind": .text, "name": .text, "url": .url, "bar": .text, "count": .text, "places": .list(link),
      "others": .flag,
    ])
  static let entity = TemplateSchema(
    "entity",
    [
      "frame": .record(frame), "kind": .text, "kindTitle": .text, "name": .text, "aliases": .list(alias),
      "hatnotes": .list(hatnote), "said": .record(said), "more": .url, "note": .text,
      "facts": .list(fact), "groups": .list(evidenceGroup), "paged": .flag, "pages": .list(pager),
      "part": .text, "hasTies": .flag, "ties": .list(tie),
      "moreTies": .text, "hasDocuments": .flag, "documents": .list(link), "moreDocuments": .text,
      "hasReasons": .flag, "reasons": .list(reason),
    ])
  /// A sentence at the top of an entity's page, with its links.
  static let hatnote = TemplateSchema(
    "hatnote", ["before": .text, "links": .list(entityLink), "after": .text])
  /// What an entity is.
  static let said = TemplateSchema("said", ["text": .text, "isQuoted": .flag, "place": .text, "url": .url])
  static let nameRow = TemplateSchema(
    "nameRow", ["kind": .text, "name": .text, "url": .url, "see": .text, "count": .text, "evidence": .url])
  static let letter = TemplateSchema("letter", ["id": .text, "label": .text, "rows": .list(nameRow)])
  static let names = TemplateSchema(
    "names",
    [
      "frame": .record(frame), "count": .text, "empty": .flag, "index": .list(link), "letters": .list(letter),
      "paged": .flag, "pages": .list(pager),
    ])
  /// A page that leads on to another.
  static let moved = TemplateSchema(
    "moved",
    [
      "language": .text, "site": .text, "name": .text, "url": .url, "refresh": .html, "canonical": .url,
      "style": .url,
    ])
  static let about = TemplateSchema(
    "about", ["frame": .record(frame), "counts": .list(detail), "publishers": .list(fact)])
  static let notFound = TemplateSchema("notFound", ["frame": .record(frame), "links": .list(link)])

  static let printedDocument = TemplateSchema(
    "printedDocument",
    [
      "id": .text, "sheet": .text, "title": .text, "titleID": .text, "details": .list(detail), "body": .html,
      "stated": .html, "url": .url,
    ])
  static let printedSentence = TemplateSchema(
    "printedSentence", ["sentence": .html, "place": .text, "url": .url])
  static let printedName = TemplateSchema(
    "printedName",
    [
      "id": .text, "name": .text, "kind": .text, "what": .text, "aliases": .list(alias), "unclear": .text,
      "sentences": .list(printedSentence),
    ])
  static let printedKind = TemplateSchema(
    "printedKind", ["id": .text, "heading": .text, "url": .url, "names": .list(printedName)])
  static let print = TemplateSchema(
    "print",
    [
      "frame": .record(frame), "subtitle": .text, "counts": .list(detail),
      "documents": .list(printedDocument),
      "kinds": .list(printedKind),
    ])
}
