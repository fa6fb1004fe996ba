internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// How many names of a kind stand in a document's margin before the rest is folded away.
  private static let mostInMargin = 8

  /// A document's page: its text, and beside it the names, the related documents and the source.
  func document(_ index: Int) -> TemplateRecord {
    let item = briefing.documents[index]
    let body = DocumentBody(
      site: site, index: index, document: item, up: up, marksSuggestions: site.isPreview,
      link: { link(.entity($0, page: 0)) },
      noteLink: { document, block in
        let fragment = block.map { "p\($0 + 1)" } ?? ""
        return document == index && block != nil ? "#" + fragment : link(.document(document), fragment)
      }, fileLink: { site.fileLinks.link($0, in: $1, on: index, up: up) })
    let titleBlock = item.document.blocks.firstIndex { $0.kind == .title }
    let outline = outline(of: item)
    return TemplateRecord(
      PageSchema.document,
      [
        "frame": .record(
          frame(
            title: item.document.title, description: item.firstSentence,
            structured: structured(document: index)
          )),
        "title": .text(item.document.title), "titleID": .text(titleBlock.map { "p\($0 + 1)" } ?? ""),
        "details": .list(longDetails(of: index)),
        "language": .text(
          item.document.record.language == briefing.settings.language ? nil : item.document.record.language),
        "body": .html(body.body()), "hasOutline": .flag(!outline.isEmpty), "outline": .list(outline),
        "stated": .html(body.statedRecord()), "groups": .list(names(inDocument: index)),
        "hasRelated": .flag(!item.related.isEmpty), "related": .list(item.related.map(related)),
        "hasCopies": .flag(!item.copies.isEmpty),
        "copies": .list(item.copies.map { copy($0, of: item.document) }),
        "source": .list(source(of: index)),
        "previous": .record(index > 0 ? documentLink(index - 1) : nil),
        "next": .record(index + 1 < briefing.documents.count ? documentLink(index + 1) : nil),
      ])
  }

  /// The fewest headings that make an outline.
  private static let fewestSections = 3
  private static let mostSections = 40

  /// The sections of a document that has several.
  private func outline(of item: BriefingDocument) -> [TemplateRecord] {
    var links: [TemplateRecord] = []
    for (index, block) in item.document.blocks.enumerated() {
      guard case .heading(let level) = block.kind, level <= 3, links.count < Self.mostSections else {
        continue
      }
      links.append(
        TemplateRecord(
          PageSchema.link,
          [
            "label": .text(String(item.document.text.slice(block.textRange))),
            "url": .url("#p\(index + 1)"),
          ]))
    }
    return links.count < Self.fewestSections ? [] : links
  }

  /// Paragraphs that stand in another document too.
  private func copy(_ copy: CopiedPassage, of document: Document) -> TemplateRecord {
    let other = briefing.documents[copy.document].document
    return TemplateRecord(
      PageSchema.copy,
      [
        "paragraphs": .text(document.place(ofBlocks: copy.blocks)),
        "here": .url("#p\(copy.blocks.lowerBound + 1)"),
        "how": .text(copy.isExact ? "also in" : "nearly the same in"),
        "title": .text(other.title),
        "there": .text(other.place(ofBlocks: copy.otherBlocks)),
        "url": .url(link(.document(copy.document), "p\(copy.otherBlocks.lowerBound + 1)")),
      ])
  }

  func documentLink(_ index: Int) -> TemplateRecord {
    TemplateRecord(
      PageSchema.link,
      ["label": .text(briefing.documents[index].document.title), "url": .url(link(.document(index)))])
  }

  /// The names of a document by kind, the most frequent first; each count opens the sentences of this document.
  private func names(inDocument index: Int) -> [TemplateRecord] {
    let item = briefing.documents[index]
    // Equal numbers side by side, then counted: cheaper than a table for the few dozen names of a document.
    var counts: [(entity: Int, count: Int)] = []
    for entity in item.mentionEntities.sorted() {
      if counts.last?.entity == entity {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((entity, 1))
      }
    }
    counts.sort { ($1.count, $0.entity) < ($0.count, $1.entity) }
    let largest = counts.first?.count ?? 1
    let fragment = "#" + SiteAddresses.encoded(groupID(index))
    return EntityKind.allCases.compactMap { kind in
      let rows = counts.filter { briefing.entities[$0.entity].kind == kind }.map { entity, count in
        entityRow(
          entity, count: count, of: largest, evidence: evidenceLink(entity, inDocument: index) + fragment)
      }
      guard !rows.isEmpty else { return nil }
      // Folding away one or two rows would save no room.
      let shown = rows.count <= Self.mostInMargin + 2 ? rows.count : Self.mostInMargin
      return TemplateRecord(
        PageSchema.entityGroup,
        [
          "heading": .text(Wording.heading(kind)), "url": .url(""), "rows": .list(Array(rows[..<shown])),
          "hidden": .text(shown < rows.count ? "\(rows.count - shown) more" : ""),
          "more": .record(
            shown < rows.count ? TemplateRecord(PageSchema.rest, ["rows": .list(Array(rows[shown...]))]) : nil
          ),
        ])
    }
  }

  /// The link to the page of an entity on which the sentences of one document begin.
  private func evidenceLink(_ entity: Int, inDocument document: Int) -> String {
    let first =
      site.evidenceOrders[entity]?.start(ofDocument: document)
      ?? briefing.entities[entity].evidence.partitionPoint { $0.document < document }
    return link(.entity(entity, page: first / Site.sentencesPerPage))
  }

  /// The id of a document's group of sentences on an entity's page.
  func groupID(_ document: Int) -> String { "in-" + briefing.documents[document].document.slug }

  private func related(_ related: RelatedDocument) -> TemplateRecord {
    TemplateRecord(
      PageSchema.related,
      [
        "title": .text(briefing.documents[related.document].document.title),
        "url": .url(link(.document(related.document))), "details": .list(details(of: related.document)),
        "shared": .list(related.shared.map(entityLink)),
      ])
  }

  /// The source's record, what is missing said as missing.
  private func source(of index: Int) -> [TemplateRecord] {
    let document = briefing.documents[index].document
    let record = document.record
    var facts: [TemplateRecord] = []
    func add(_ label: String, _ value: String?, url: String = "") {
      guard let value, !value.isEmpty else { return }
      facts.append(fact(label, value, url: url))
    }
    add("Author", Wording.list(record.authors))
    add("Affiliation", record.affiliation)
    add("Publisher", record.publisher)
    if let date = record.date {
      add("Date", date.words)
    } else {
      facts.append(fact("Date", "not stated in the text", vague: true))
    }
    add("Licence", record.licence)
    add("Original", record.url.map { SourceURL.host(of: $0) }, url: record.url ?? "")
    add("Handling", record.marking)
    add("Keywords", record.tags.joined(separator: ", "))
    add("File", document.path)
    add("Format", Wording.format(of: document))
    add("SHA-256", document.contentHash)
    return facts
  }

  func fact(_ label: String, _ value: String, url: String = "", vague: Bool = false) -> TemplateRecord {
    TemplateRecord(
      PageSchema.fact,
      ["label": .text(label), "value": .text(value), "url": .url(url), "vague": .flag(vague)])
  }
}

/// The address of a document's original.
enum SourceURL {
  /// Returns the host of an address, for a short label: "www.example.org".
  static func host(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? url : String(host)
  }
}

extension BriefingDocument {
  /// The first sentence, for search engines, previews and feeds.
  var firstSentence: String {
    annotation.sentences.first { sentence in
      document.blockIndex(at: sentence.start).map { document.blocks[$0].kind == .paragraph } ?? false
    }.map { String(document.text.slice($0)) } ?? ""
  }
}
