internal import DossierEdition
internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// What has changed since an older edition.
  func changes(_ all: ChangeLines, page: Int) -> TemplateRecord {
    let pages = Site.pageCount(all.lines.count, Site.changesPerPage)
    let changes = all.changes
    var documents: [(index: Int, facts: [Int], sentences: [Int])] = []
    var (names, ties, dates) = ([TemplateRecord](), [TemplateRecord](), [TemplateRecord]())
    func append(_ document: Int, fact: Int? = nil, sentence: Int? = nil) {
      if documents.last?.index != document { documents.append((document, [], [])) }
      if let fact { documents[documents.count - 1].facts.append(fact) }
      if let sentence { documents[documents.count - 1].sentences.append(sentence) }
    }
    for line in all.lines[Site.slice(all.lines.count, Site.changesPerPage, page: page)] {
      switch line {
      case .document(let index): append(index)
      case .fact(let document, let index): append(document, fact: index)
      case .sentence(let document, let index): append(document, sentence: index)
      case .name(let index): names.append(name(changes.names[index]))
      case .tie(let index): ties.append(tie(changes.ties[index]))
      case .date(let index): dates.append(date(changes.dates[index]))
      }
    }
    let heading = "Changes since \(all.since)"
    return TemplateRecord(
      ChangesSchema.page,
      [
        "frame": .record(frame(title: heading)), "heading": .text(heading),
        "before": .text(changes.old?.foot ?? ""), "count": .text(ChangesText.counts(changes)),
        "empty": .flag(changes.isNone),
        "feed": .url(site.changesFeed == nil ? "" : link(.changesFeed(isJSON: false))),
        "hasDocuments": .flag(!documents.isEmpty),
        "documents": .list(
          documents.map { document(changes.documents[$0.index], facts: $0.facts, sentences: $0.sentences) }),
        "hasNames": .flag(!names.isEmpty), "names": .list(names), "hasTies": .flag(!ties.isEmpty),
        "ties": .list(ties), "hasDates": .flag(!dates.isEmpty), "dates": .list(dates),
        "paged": .flag(pages > 1), "pages": .list(pager(pages, current: page) { .changes(page: $0) }),
      ])
  }

  private func document(
    _ change: EditionChanges.DocumentChange, facts: [Int], sentences: [Int]
  ) -> TemplateRecord {
    var notes: [String] = []
    if change.kind != .changed {
      notes.append(Wording.counted(change.sentenceCount, "sentence", "sentences"))
    }
    if change.moved > 0 { notes.append(Wording.counted(change.moved, "sentence", "sentences") + " moved") }
    if change.isDividedOtherwise { notes.append("other paragraphs, the same sentences") }
    return TemplateRecord(
      ChangesSchema.documentChange,
      [
        "change": .text(change.kind.rawValue), "title": .text(change.title), "url": .url(change.url),
        "file": .text(change.path), "note": .text(notes.joined(separator: ", ")),
        "facts": .list(facts.map { fact(change.facts[$0]) }),
        "sentences": .list(sentences.map { sentence(change.sentences[$0]) }),
      ])
  }

  private func fact(_ change: EditionChanges.FactChange) -> TemplateRecord {
    TemplateRecord(
      ChangesSchema.factChange,
      [
        "label": .text(change.name == "also" ? "other name" : change.name), "old": .text(change.old),
        "new": .text(change.new),
      ])
  }

  private func sentence(_ change: EditionChanges.SentenceChange) -> TemplateRecord {
    let pieces = change.pieces.map { piece in
      TemplateRecord(
        ChangesSchema.piece,
        [
          "space": .text(piece.hasSpace ? " " : ""), "same": .text(piece.side == .both ? piece.text : ""),
          "old": .text(piece.side == .old ? piece.text : ""),
          "new": .text(piece.side == .new ? piece.text : ""),
        ])
    }
    return TemplateRecord(
      ChangesSchema.sentenceChange,
      [
        "change": .text(change.kind.rawValue), "pieces": .list(pieces),
        "place": .text(change.paragraph.map { "¶\($0)" } ?? ""), "url": .url(change.url),
      ])
  }

  private func name(_ change: EditionChanges.NameChange) -> TemplateRecord {
    TemplateRecord(
      ChangesSchema.nameChange,
      [
        "change": .text(change.kind.rawValue), "kind": .text(change.word),
        "kindTitle": .text(EntityKind.allCases.first { $0.word == change.word }.map(Wording.title) ?? ""),
        "name": .text(change.name), "url": .url(change.url),
        "mentions": .text(
          change.kind == .new ? Wording.counted(change.mentions, "mention", "mentions") : ""),
        "into": .text(change.into), "facts": .list(change.facts.map(fact)),
      ])
  }

  private func tie(_ change: EditionChanges.TieChange) -> TemplateRecord {
    TemplateRecord(
      ChangesSchema.tieChange,
      [
        "change": .text(change.kind.rawValue), "first": .text(change.first),
        "firstURL": .url(change.firstURL), "second": .text(change.second),
        "secondURL": .url(change.secondURL),
        "count": .text(Wording.counted(change.count, "sentence", "sentences")),
      ])
  }

  private func date(_ change: EditionChanges.DateChange) -> TemplateRecord {
    TemplateRecord(
      ChangesSchema.dateChange,
      [
        "change": .text(change.kind == .changed ? "moved" : change.kind.rawValue), "old": .text(change.old),
        "new": .text(change.new),
        "surface": .text(change.surface), "title": .text(change.title),
        "place": .text(change.paragraph.map { "¶\($0)" } ?? ""), "url": .url(change.url),
      ])
  }
}
