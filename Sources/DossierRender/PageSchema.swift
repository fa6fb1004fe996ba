internal import DossierTemplates

/// What each template is offered: the names that it can use, and what each of them is.
enum PageSchema {
  // MARK: - Parts

  /// What every page has: the words and links around its content.
  static let frame = TemplateSchema(
    "frame",
    [
      "language": .text, "title": .text, "site": .text, "home": .url, "style": .url, "start": .url,
      "script": .url, "isOnPaper": .flag, "book": .url, "root": .text, "data": .text, "cards": .text,
      "structured": .html, "type": .text,
      "description": .text, "canonical": .url, "robots": .text, "feed": .url,
      "jsonFeed": .url, "marking": .text, "markColour": .text, "sheet": .text,
      "navigation": .list(navigation), "about": .url, "sources": .url, "unknowns": .url, "documents": .text,
      "names": .text, "mentions": .text, "edition": .text, "changes": .url, "changesLabel": .text,
    ])
  static let navigation = TemplateSchema("navigation", ["label": .text, "url": .url, "current": .flag])
  static let link = TemplateSchema("link", ["label": .text, "url": .url])
  static let pager = TemplateSchema("pager", ["label": .text, "url": .url, "current": .flag])
  /// A word of the line below a title.
  static let detail = TemplateSchema("detail", ["text": .text, "url": .url, "vague": .flag])

  static let entityLink = TemplateSchema("entityLink", ["kind": .text, "name": .text, "url": .url])
  static let entityRow = TemplateSchema(
    "entityRow",
    [
      "kind": .text, "name": .text, "url": .url, "bar": .text, "count": .text, "label": .text,
      "evidence": .url,
    ])
  static let entityGroup = TemplateSchema(
    "entityGroup",
    ["heading": .text, "url": .url, "rows": .list(entityRow), "hidden": .text, "more": .record(rest)])
  /// The rows of a group that are folded away.
  static let rest = TemplateSchema("rest", ["rows": .list(entityRow)])
  static let documentRow = TemplateSchema(
    "documentRow", ["title": .text, "url": .url, "details": .list(detail), "lead": .list(quote)])
  static let quote = TemplateSchema("quote", ["sentence": .html])
  static let evidence = TemplateSchema(
    "evidence", ["sentence": .html, "paragraph": .text, "url": .url, "when": .text, "with": .text])
  static let evidenceGroup = TemplateSchema(
    "evidenceGroup",
    [
      "year": .text, "id": .text, "title": .text, "url": .url, "details": .list(detail),
      "evidence": .list(evidence),
    ])
  /// A dated statement.
  static let statement = TemplateSchema(
    "statement",
    ["when": .text, "how": .text, "vague": .flag, "sentence": .html, "place": .text, "url": .url])
  static let statementGroup = TemplateSchema(
    "statementGroup", ["id": .text, "heading": .text, "dates": .list(statement)])

  // MARK: - Pages

  static let home = TemplateSchema(
    "home",
    [
      "frame": .record(frame), "subtitle": .text, "counts": .list(detail), "empty": .flag,
      "hasPoints": .flag, "points": .list(point), "pointsNote": .text, "hasDates": .flag,
      "dates": .list(statement), "timeline": .url, "timelineLabel": .text, "hasNames": .flag,
      "newest": .list(documentRow), "allDocuments": .url,
      "documentCount": .text, "groups": .list(entityGroup), "hasTies": .flag, "ties": .list(tieRow),
      "allTies": .url, "hasUnknowns": .flag, "unknowns": .list(link),
    ])
  /// A key point.
  static let point = TemplateSchema(
    "point", ["sentence": .html, "text": .text, "place": .text, "url": .url])
  static let documents = TemplateSchema(
    "documents",
    [
      "frame": .record(frame), "count": .text, "empty": .flag, "rows": .list(documentRow), "paged": .flag,
      "pages": .list(pager),
    ])
  static let related = TemplateSchema(
    "related", ["title": .text, "url": .url, "details": .list(detail), "shared": .list(entityLink)])
  static let fact = TemplateSchema("fact", ["label": .text, "value": .text, "url": .url, "vague": .flag])
  static let copy = TemplateSchema(
    "copy",
    ["paragraphs": .text, "here": .url, "how": .text, "title": .text, "there": .text, "url": .url])
  static let document = TemplateSchema(
    "document",
    [
      "frame": .record(frame), "title": .text, "titleID": .text, "details": .list(detail),
      "language": .text, "body": .html, "hasOutline": .flag, "outline": .list(link), "stated": .html,
      "groups": .list(entityGroup), "hasRelated": .flag, "related": .list(related), "hasCopies": .flag,
      "copies": .list(copy),
      "source": .list(fact),
      "previous": .record(link), "next": .record(link),
    ])
  static let kind = TemplateSchema(
    "kind",
    [
      "frame": .record(frame), "kind": .text, "heading": .text, "count": .text, "order": .text,
      "regions": .list(region), "paged": .flag, "pages": .list(pager),
    ])
  static let region = TemplateSchema("region", ["region": .text, "countries": .list(country)])
  static let country = TemplateSchema("country", ["country": .text, "rows": .list(entityRow)])
  static let alias = TemplateSchema("alias", ["name": .text])
  static let reason = TemplateSchema(
    "reason", ["name": .text, "why": .text, "paragraph": .text, "url": .url])
  static let tie = TemplateSchema(
    "tie",
    [
      "kind": .text, "name": .text, "url": .url, "bar": .text, "count": .text, "together": .url,
      "label": .text,
    ])
  static let entity = TemplateSchema(
    "entity",
    [
      "frame": .record(frame), "kind": .text, "kindTitle": .text, "name": .text, "aliases": .list(alias),
      "hatnotes": .list(hatnote), "said": .record(said), "more": .url, "note": .text,
      "facts": .list(fact), "hasYears": .flag, "years": .list(link), "groups": .list(evidenceGroup),
      "paged": .flag,
      "pages": .list(pager), "part": .text, "hasTies": .flag, "picture": .html, "ties": .list(tie),
      "moreTies": .text, "hasDates": .flag, "dates": .list(statement), "moreDates": .text,
      "hasDocuments": .flag, "documents": .list(link), "moreDocuments": .text,
      "hasReasons": .flag, "reasons": .list(reason),
    ])
  /// A sentence at the top of an entity's page, with its links.
  static let hatnote = TemplateSchema(
    "hatnote", ["before": .text, "links": .list(entityLink), "after": .text])
  /// What an entity is.
  static let said = TemplateSchema("said", ["text": .text, "isQuoted": .flag, "place": .text, "url": .url])
  static let nameRow = TemplateSchema(
    "nameRow",
    [
      "kind": .text, "name": .text, "url": .url, "see": .text, "count": .text, "label": .text,
      "evidence": .url,
    ])
  static let letter = TemplateSchema("letter", ["id": .text, "label": .text, "rows": .list(nameRow)])
  static let names = TemplateSchema(
    "names",
    [
      "frame": .record(frame), "count": .text, "empty": .flag, "index": .list(link), "letters": .list(letter),
      "paged": .flag, "pages": .list(pager),
    ])
  static let pair = TemplateSchema(
    "pair",
    [
      "frame": .record(frame), "first": .record(entityLink), "second": .record(entityLink),
      "facts": .list(fact), "chance": .text,
      "groups": .list(evidenceGroup), "paged": .flag, "pages": .list(pager),
    ])
  static let timeline = TemplateSchema(
    "timeline",
    [
      "frame": .record(frame), "heading": .text, "count": .text, "isOpen": .flag, "empty": .flag,
      "picture": .html, "outside": .text, "groups": .list(statementGroup), "other": .record(link),
      "paged": .flag,
      "pages": .list(pager),
    ])
  static let tieRow = TemplateSchema(
    "tieRow",
    [
      "first": .record(entityLink), "second": .record(entityLink), "count": .text, "url": .url,
      "expected": .text, "sortExpected": .text, "strength": .text,
    ])
  static let ties = TemplateSchema(
    "ties",
    [
      "frame": .record(frame), "count": .text, "empty": .flag, "picture": .html, "rows": .list(tieRow),
      "threshold": .text, "pairs": .text, "isCut": .flag, "paged": .flag, "pages": .list(pager),
    ])
  static let sourceRow = TemplateSchema(
    "sourceRow",
    [
      "title": .text, "url": .url, "publisher": .text, "original": .url, "host": .text, "date": .text,
      "sortDate": .text, "licence": .text, "file": .text, "format": .text, "hash": .text,
    ])
  static let sources = TemplateSchema(
    "sources",
    [
      "frame": .record(frame), "count": .text, "rows": .list(sourceRow), "paged": .flag,
      "pages": .list(pager),
    ])
  static let unknownRow = TemplateSchema(
    "unknownRow", ["label": .text, "url": .url, "kind": .text, "details": .text])
  static let unknownGroup = TemplateSchema(
    "unknownGroup",
    [
      "id": .text, "heading": .text, "explanation": .text, "rows": .list(unknownRow), "more": .record(link),
    ])
  static let unknowns = TemplateSchema(
    "unknowns",
    [
      "frame": .record(frame), "heading": .text, "lead": .text, "groups": .list(unknownGroup),
      "empty": .flag, "paged": .flag, "pages": .list(pager),
    ])
  /// A page that leads on to another.
  static let moved = TemplateSchema(
    "moved",
    [
      "language": .text, "site": .text, "name": .text, "url": .url, "refresh": .html, "canonical": .url,
      "style": .url,
    ])
  /// Files of data that hold the same in several formats.
  static let exportRow = TemplateSchema("exportRow", ["links": .list(link), "text": .text])
  static let about = TemplateSchema(
    "about",
    [
      "frame": .record(frame), "counts": .list(detail), "publishers": .list(fact), "hasData": .flag,
      "data": .list(exportRow),
    ])
  static let notFound = TemplateSchema("notFound", ["frame": .record(frame), "links": .list(link)])
}
