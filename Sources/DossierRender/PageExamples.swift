public import DossierTemplates

/// An example of each value that a template is offered, for those who write templates.
public enum PageExamples {
  /// Returns an example of a field, where it is one of text, address or markup.
  public static func example(of field: String, in schema: TemplateSchema) -> String? {
    own[schema.name + "." + field] ?? shared[field]
  }

  /// Examples of fields that mean one thing wherever they stand.
  static let shared: [String: String] = [
    "about": "about.html", "after": ".", "allDocuments": "documents/index.html",
    "allTies": "ties/index.html", "bar": "b15",
    "before": "The name may also stand for",
    "body": #"<p id="p1"><a class="m place" href="../places/oslo.html">Oslo</a> agrees.</p>"#,
    "canonical": "https://example.org/briefing/people/ingrid-solheim.html", "cards": "1",
    "chance": "Chance alone would name both in 0.3 sentences.", "count": "12", "country": "Norway",
    "data": "05c81700", "date": "12 March 2024",
    "details": "2 mentions, only in A night train", "documentCount": "12 documents",
    "documents": "12 documents",
    "evidence": "people/ingrid-solheim.html#evidence", "expected": "0.3",
    "explanation": "No other document names them.", "file": "night-train.md", "format": "PDF, 12 pages",
    "hash": "bbbf6f654cb87e81a4ac485015fd8d0b1c7369936fa492b2cbbe85c722a03364", "heading": "People",
    "here": "#p4", "hidden": "all 31", "home": "index.html", "host": "example.org", "how": "to the day",
    "id": "people", "kind": "person", "kindTitle": "Person", "label": "People", "language": "en",
    "lead": "What the documents leave open.", "licence": "CC BY 4.0", "marking": "TLP:CLEAR",
    "markColour": "tlp-clear",
    "mentions": "101 mentions", "more": "https://example.org/solheim", "moreDates": "and 8 more",
    "moreDocuments": "and 8 more", "moreTies": "and 8 more", "name": "Ingrid Solheim", "names": "31 names",
    "note": "Not to be confused with her sister.", "order": "the most named first",
    "original": "https://example.org/night-train", "outside": "2 dates lie outside.",
    "pairs": "19 pairs of names",
    "paragraph": "¶4", "paragraphs": "¶4", "part": "Page 2 of 3",
    "picture": #"<svg viewBox="0 0 400 300">…</svg>"#, "place": "A night train, ¶4",
    "pointsNote": "word for word", "publisher": "The Harbour Courier",
    "refresh": #"<meta http-equiv="refresh" content="0; url=../people/ingrid-solheim.html">"#,
    "region": "Northern Europe", "root": "../", "script": "assets/dossier.0e080e54.js",
    "see": "Ingrid Solheim",
    "sentence": #"<a class="m person" href="people/ingrid-solheim.html">Solheim</a> signed in <b>May</b>."#,
    "sheet": "sheet-1", "site": "Night trains", "sortDate": "2024-03-12", "sortExpected": "333",
    "sources": "sources.html", "start": "assets/start.4239b961.js",
    "stated": #"<p>By Clara Holm, 12 March 2024</p>"#, "strength": "8.7",
    "structured": #"<script type="application/ld+json">{"@type":"Article"}</script>"#,
    "style": "assets/style.d0586d38.css", "subtitle": "What they cost, and who pays",
    "text": "12 March 2024", "there": "¶2", "threshold": "3.84", "timeline": "timeline/index.html",
    "timelineLabel": "All 20 dated statements", "title": "A night train",
    "titleID": "p1", "together": "ties/ingrid-solheim--oslo.html", "type": "article",
    "unclear": "Who is meant stays open.", "unknowns": "unknowns/index.html",
    "url": "people/ingrid-solheim.html", "value": "The Harbour Courier", "what": "“mayor of Oslo”",
    "when": "12 March 2024", "why": "is the surname of the fuller name:", "with": "with Oslo and Norway",
    "year": "2024",
  ]

  /// Examples of fields that mean something else than their namesakes.
  static let own: [String: String] = [
    "copy.how": "also in", "copy.url": "documents/harbour.html#p2",
    "detail.url": "timeline/index.html#y2024", "document.title": "A night train",
    "documentRow.url": "documents/night-train.html", "documents.count": "12 documents",
    "entityGroup.url": "people/index.html",
    "entityRow.label": "12 mentions of Ingrid Solheim", "evidence.url": "documents/night-train.html#p4s1",
    "evidenceGroup.id": "in-night-train", "evidenceGroup.url": "documents/night-train.html",
    "fact.label": "Publisher", "fact.url": "https://example.org/night-train",
    "frame.description": "What the trains cost, and who pays", "frame.title": "A night train · Night trains",
    "kind.count": "12 people", "kind.heading": "People", "letter.id": "letter-S", "letter.label": "S",
    "link.label": "A night train", "link.url": "documents/night-train.html", "names.count": "31 names",
    "nameRow.label": "12 mentions of Ingrid Solheim", "navigation.url": "people/index.html",
    "pager.label": "2", "pager.url": "documents/page-2.html", "point.text": "In the author's own words.",
    "point.url": "documents/night-train.html#p4s1",
    "printedDocument.id": "d1", "printedDocument.url": "#d1", "printedKind.url": "#people",
    "printedName.id": "name-1", "printedSentence.place": "document 1, ¶4", "printedSentence.url": "#d1-p4",
    "reason.name": "Solheim", "reason.url": "documents/night-train.html#p4",
    "related.url": "documents/harbour.html", "said.text": "mayor of Oslo",
    "said.url": "documents/night-train.html#p4", "sourceRow.url": "documents/night-train.html",
    "sources.count": "12 documents", "statement.url": "documents/night-train.html#p4s1",
    "statementGroup.heading": "2024", "statementGroup.id": "y2024", "tie.label": "2 sentences with Oslo",
    "tie.name": "Oslo", "tie.kind": "place", "tie.url": "places/oslo.html",
    "tieRow.url": "ties/ingrid-solheim--oslo.html",
    "ties.count": "12 ties", "timeline.count": "20 dated statements", "timeline.heading": "Timeline",
    "unknownGroup.heading": "Documents without a date", "unknownGroup.id": "documents-without-date",
    "unknownRow.label": "Halden", "unknownRow.kind": "place", "unknownRow.url": "places/halden.html",
    "unknowns.heading": "Known unknowns",
  ]
}
