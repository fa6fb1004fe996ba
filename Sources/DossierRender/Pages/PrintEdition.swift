internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// The whole briefing in reading order on one page. Ids are made unique by the document's number, and links to
  /// other pages become links to places in it.
  func printEdition() -> TemplateRecord {
    let kinds = EntityKind.allCases.compactMap { kind -> TemplateRecord? in
      // The print edition's names stand in the order of the alphabet.
      guard let names = site.ranked[kind]?.sorted() else { return nil }
      return TemplateRecord(
        PageSchema.printedKind,
        [
          "id": .text(kind.folder), "heading": .text(Wording.heading(kind)), "url": .url("#" + kind.folder),
          "names": .list(names.map(printedName)),
        ])
    }
    return TemplateRecord(
      PageSchema.print,
      [
        "frame": .record(frame(title: "Print edition")), "subtitle": .text(briefing.settings.subtitle ?? ""),
        "counts": .list(unlinkedCounts()),
        "documents": .list(briefing.documents.indices.map(printedDocument)),
        "kinds": .list(kinds),
      ])
  }

  private func unlinkedCounts() -> [TemplateRecord] {
    [detail(Wording.counted(briefing.documents.count, "document", "documents"))]
      + EntityKind.allCases.compactMap { kind in
        site.ranked[kind].map { detail(Wording.counted($0.count, kind)) }
      }
  }

  private func printedDocument(_ index: Int) -> TemplateRecord {
    let item = briefing.documents[index]
    let body = DocumentBody(
      site: site, index: index, document: item, up: up, idPrefix: prefix(index), hasPlaceIDs: false,
      headingShift: 1,
      link: { "#" + nameID($0) },
      noteLink: { document, block in block.map { "#\(prefix(document))p\($0 + 1)" } ?? "#d\(document + 1)" },
      fileLink: { site.fileLinks.printed($0, in: $1) })
    let titleBlock = item.document.blocks.firstIndex { $0.kind == .title }
    return TemplateRecord(
      PageSchema.printedDocument,
      [
        "id": .text("d\(index + 1)"),
        "sheet": .text(
          site.sheets.className(of: item.document.record.marking ?? briefing.settings.marking ?? "")),
        "title": .text(item.document.title),
        "titleID": .text(titleBlock.map { prefix(index) + "p\($0 + 1)" } ?? ""),
        "details": .list(longDetails(of: index)), "body": .html(body.body()),
        "stated": .html(body.statedRecord()), "url": .url("#d\(index + 1)"),
      ])
  }

  private func printedName(_ index: Int) -> TemplateRecord {
    let entity = briefing.entities[index]
    let sentences = entity.evidence.map { evidence -> TemplateRecord in
      let markup = SentenceMarkup(
        site: site, document: evidence.document, subjects: [index], appendLink: nil)
      let place = site.places[evidence.document].sentences[evidence.sentence]
      let paragraph = place.paragraph
      let cited = briefing.documents[evidence.document].document.place(ofBlock: paragraph - 1)
      return TemplateRecord(
        PageSchema.printedSentence,
        [
          "sentence": .html(markup.markup(of: evidence.sentence, mentions: place.mentions)),
          "place": .text(
            briefing.documents.count == 1
              ? cited : "document \(evidence.document + 1), \(cited)"),
          "url": .url("#\(prefix(evidence.document))p\(paragraph)"),
        ])
    }
    return TemplateRecord(
      PageSchema.printedName,
      [
        "id": .text(nameID(index)), "name": .text(entity.name), "kind": .text(entity.kind.word),
        "what": .text(
          entity.description.map { $0.evidence == nil ? $0.text : "“\($0.text)”" } ?? ""),
        "aliases": .list(
          otherNames(of: entity).map { TemplateRecord(PageSchema.alias, ["name": .text($0)]) }),
        "unclear": .text(
          entity.candidates.isEmpty
            ? ""
            : "one of "
              + Wording.list(entity.candidates.prefix(Self.mostCandidates).map { briefing.entities[$0].name })
        ),
        "sentences": .list(sentences),
      ])
  }

  /// Goes before each id of a document: "d3-".
  private func prefix(_ document: Int) -> String { FileLinks.printedPrefix(document) }

  private func nameID(_ entity: Int) -> String { "name-\(entity + 1)" }
}
