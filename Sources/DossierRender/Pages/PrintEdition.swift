internal import DossierModel
internal import DossierTemplates

extension PageView {
  /// A book: parts of the briefing in reading order on one page. Ids are made unique by the document's number, and
  /// links to pages become links to places in it.
  func printEdition(_ places: BookPlaces) -> TemplateRecord {
    let book = places.book
    let index = BookIndex(site, places)
    let nameIDs = Set(
      book.isMeasured ? index.ids : book.pages == nil ? [] : index.entries.flatMap { $0.map(\.id) })
    return TemplateRecord(
      BookSchema.print,
      [
        "frame": .record(frame(title: title(of: book))),
        "cover": .record(places.has(.cover) ? cover() : nil),
        "contents": .record(places.has(.contents) ? contents(of: book) : nil),
        "points": .record(places.has(.keyPoints) ? bookPoints() : nil),
        "documents": .list(
          book.parts.compactMap { part in
            if case .document(let index, let blocks) = part {
              bookDocument(index, blocks, places, nameIDs: nameIDs)
            } else {
              nil
            }
          }),
        "entities": .list(
          book.parts.compactMap { part in
            if case .entity(let index) = part { bookEntity(index) } else { nil }
          }),
        "timeline": .record(places.has(.timeline) ? bookTimeline() : nil),
        "ties": .record(places.has(.ties) ? bookTies() : nil),
        "sources": .record(places.has(.sources) ? bookSources(places) : nil),
        "index": .record(places.has(.index) ? bookIndex(index) : nil),
        "measured": .list(
          book.isMeasured ? index.ids.map { bookPlace("", url: "#" + $0) } : []),
      ])
  }

  /// The title of what is printed: of the one thing, or of the briefing.
  private func title(of book: Book) -> String {
    guard book.parts.count == 1 else { return isInSite ? "Print edition" : briefing.settings.title }
    switch book.parts[0] {
    case .document(let index, _): return briefing.documents[index].document.title
    case .entity(let index): return briefing.entities[index].name
    case .timeline: return "Timeline"
    case .ties: return "Who with whom"
    case .sources: return "Sources"
    case .keyPoints: return "Key points"
    case .cover, .contents, .index: return briefing.settings.title
    }
  }

  private var isInSite: Bool { book?.isInSite ?? true }

  // MARK: - Places

  /// The place of a block as the book cites it: "3 ¶4, p. 12".
  ///
  /// - Parameter isNumbered: Whether the document is named, where there are several.
  func bookPlace(ofBlock block: Int, in document: Int, isNumbered: Bool = true) -> String {
    guard let id = book?.id(ofBlock: block, inDocument: document) else {
      return briefing.documents[document].document.place(ofBlock: block)
    }
    let number = isNumbered && briefing.documents.count > 1 ? "\(document + 1)\u{A0}" : ""
    let page = book?.book.pages?.words(for: id).map { ", " + $0.text + $0.room } ?? ""
    return number + "¶\(block + 1)" + page
  }

  func bookPlace(_ label: String, url: String) -> TemplateRecord {
    TemplateRecord(BookSchema.place, ["label": .text(label), "url": .url(url)])
  }

  func pageColumn(_ id: some StringProtocol) -> String { book?.book.pages?.column(for: id) ?? "" }

  // MARK: - Front matter

  private func cover() -> TemplateRecord {
    let counts =
      [detail(Wording.counted(briefing.documents.count, "source", "sources"))]
      + EntityKind.allCases.compactMap { kind in
        site.ranked[kind].map { detail(Wording.counted($0.count, kind)) }
      }
    return TemplateRecord(
      BookSchema.cover, ["subtitle": .text(briefing.settings.subtitle ?? ""), "counts": .list(counts)])
  }

  /// How many lines the contents have at most with the headings of documents; with more, they have the titles only.
  private static let mostLines = 90

  private func contents(of book: Book) -> TemplateRecord {
    var lines: [TemplateRecord] = []
    var inner: [Int: [TemplateRecord]] = [:]
    var innerCount = 0
    for part in book.parts {
      guard case .document(let index, let blocks) = part else { continue }
      let headings = headings(of: index, blocks)
      inner[index] = headings
      innerCount += headings.count
    }
    let hasInner = innerCount + book.parts.count <= Self.mostLines
    func add(_ label: String, id: String, number: String = "") {
      lines.append(line(label, id: id, number: number, isInner: false))
    }
    for part in book.parts {
      switch part {
      case .cover, .contents: break
      case .keyPoints: add("Key points", id: "key-points")
      case .document(let index, _):
        let number = briefing.documents.count > 1 ? "\(index + 1)" : ""
        add(briefing.documents[index].document.title, id: BookPlaces.documentID(index), number: number)
        if hasInner { lines += inner[index] ?? [] }
      case .entity(let index): add(briefing.entities[index].name, id: BookPlaces.entityID(index))
      case .timeline: add("Timeline", id: "timeline")
      case .ties: add("Who with whom", id: "ties")
      case .sources: add("Sources", id: "sources")
      case .index: add("Index of names", id: "index")
      }
    }
    return TemplateRecord(
      BookSchema.contents, ["lines": .list(lines), "isSingle": .flag(briefing.documents.count == 1)])
  }

  /// The headings of a document's two highest levels.
  private func headings(of index: Int, _ shown: Range<Int>?) -> [TemplateRecord] {
    let document = briefing.documents[index].document
    var headings: [(level: Int, block: Int)] = []
    for block in shown ?? document.blocks.indices {
      if case .heading(let level) = document.blocks[block].kind { headings.append((level, block)) }
    }
    guard let highest = headings.map(\.level).min() else { return [] }
    return headings.filter { $0.level <= highest + 1 }.map {
      line(
        String(document.text.slice(document.blocks[$0.block].textRange)),
        id: BookPlaces.prefix(index) + "p\($0.block + 1)", number: "", isInner: true)
    }
  }

  private func line(_ label: String, id: String, number: String, isInner: Bool) -> TemplateRecord {
    TemplateRecord(
      BookSchema.line,
      [
        "number": .text(number), "label": .text(label), "url": .url("#" + id), "page": .text(pageColumn(id)),
        "isInner": .flag(isInner),
      ])
  }

  private func bookPoints() -> TemplateRecord {
    TemplateRecord(
      BookSchema.points,
      [
        "sheet": .text(site.bookSheets.className(of: .keyPoints)),
        "note": .text(briefing.settings.keyPoints.isEmpty ? "word for word" : ""),
        "points": .list(briefing.keyPoints.map(point)),
      ])
  }
}
