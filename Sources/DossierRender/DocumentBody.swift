internal import DossierMarkdown
internal import DossierModel

/// A document's text as markup: libcmark's tree with the names marked and the paragraphs numbered.
struct DocumentBody {
  let site: Site
  let index: Int
  let document: BriefingDocument
  /// The way from the page to the root of the site.
  let up: String
  /// Put before each id, so that the documents of a print edition keep theirs apart.
  var idPrefix = ""
  /// What has an id of its own, besides blocks.
  var placeIDs = PlaceIDs.sentencesAndNames
  /// How many levels the headings stand lower than in the document, where its title is no page's title.
  var headingShift = 0
  /// Whether possible names that are linked to nothing are marked.
  var marksSuggestions = false
  /// The blocks that another document shows, without numbers and ids; nothing where it is the document itself.
  var excerpt: Excerpt?
  /// The blocks that are shown, of which the rest is left out; nothing for all.
  var section: Range<Int>?
  /// The link to an entity's page; empty where there is none.
  let link: (Int) -> String
  /// The link to a document and, if it is given, one of its blocks.
  let noteLink: (Int, Int?) -> String
  /// What a link of a document's author becomes, where it leads to another file of the folder.
  let fileLink: (String, Int) -> String?
  /// What paper needs besides.
  var book: BookStyle?

  /// What has an id of its own in a text.
  enum PlaceIDs {
    case sentencesAndNames
    /// Names whose ids are among these.
    case names(Set<String>)
    case none

    func hasName(_ id: String) -> Bool {
      switch self {
      case .sentencesAndNames: true
      case .names(let ids): ids.contains(id)
      case .none: false
      }
    }
  }

  /// How a text is printed.
  struct BookStyle {
    /// Whether footnotes float to the foot of the sheet.
    var atFoot: Bool
    /// What stands after a link, by its target and its words.
    var after: (_ target: String, _ text: String) -> HTML?
  }

  /// The body, without the title and the record.
  func body() -> HTML {
    var marks = SectionMarks()
    let document = document.document
    switch document.markup {
    case .plain:
      return plain(document.blocks.indices.filter { isBody(document.blocks[$0]) && isShown($0) }, &marks)
    case .markdown(let source, let isSmart):
      var tree = MarkdownTree(parsing: source, syntax: .extended(isSmart: isSmart))
      if !document.withheldTargets.isEmpty { tree.unlink(document.withheldTargets) }
      if !document.links.isEmpty { tree.changeLinks { fileLink($0, index) } }
      // What notes are numbered by, whichever way they come into the text.
      if let book {
        tree.forEachLink { link, words in
          guard isShown(link.leaf), !document.blocks[link.leaf].isWithheld,
            !link.isPicture || isOutside(link.target)
          else { return }
          _ = book.after(link.target, words)
        }
      }
      if !document.references.isEmpty { tree.show(displays(of: document.references)) }
      var shownNotes: [Int: Bool] = [:]
      if excerpt != nil {
        tree.dropFootnoteMarks()
      } else if let section {
        shownNotes = tree.keepFootnotes(whereShown: section.contains)
      }
      let withheld = document.blocks.indices.filter { document.blocks[$0].isWithheld }
      if !withheld.isEmpty { tree.withhold(leaves: withheld) }
      let ids = excerpt == nil ? document.headingIDs : [:]
      tree.apply(
        document.blocks.indices.map {
          edit(block: $0, leaf: $0, headingID: ids[$0], isShown: shownNotes[$0], &marks)
        })
      // The page's title is its only heading of level 1.
      let hasTop = document.blocks.contains { $0.kind == .heading(level: 1) }
      tree.lowerHeadings(by: headingShift + (hasTop ? 1 : 0), above: 1 + headingShift)
      if let book { tree.appendToLinks(book.after) }
      if excerpt != nil {
        tree.prune()
      } else {
        if section != nil { tree.pruneEmptyBlocks() }
        if !withheld.isEmpty { tree.pruneWithheld() }
        tree.placeFootnotes(prefix: idPrefix, atFoot: book?.atFoot ?? false)
      }
      tree.boxCode()
      return tree.html()
    }
  }

  private var hasSentenceIDs: Bool {
    if case .sentencesAndNames = placeIDs { true } else { false }
  }

  /// Whether a picture is one of another host.
  func isOutside(_ target: String) -> Bool {
    target.lowercased().hasPrefix("http") || target.hasPrefix("//")
  }

  func isShown(_ block: Int) -> Bool { (excerpt?.blocks ?? section)?.contains(block) ?? true }

  /// The lines of the record, as the document has them.
  func statedRecord() -> HTML {
    guard case .plain = document.document.markup else { return HTML(trusted: "") }
    var marks = SectionMarks()
    return plain(document.document.blocks.indices.filter { document.document.blocks[$0].isRecord }, &marks)
  }

  private func isBody(_ block: Block) -> Bool {
    block.kind != .title && !block.isRecord && !block.isWithheld
  }

  private func plain(_ indices: [Int], _ marks: inout SectionMarks) -> HTML {
    guard !indices.isEmpty else { return HTML(trusted: "") }
    let text = document.document.text
    var tree = MarkdownTree(
      plain: indices.map { index in
        let block = document.document.blocks[index]
        let kind: PlainBlock.Kind =
          switch block.kind {
          case .heading(let level): .heading(level: level)
          case .verbatim: .verbatim
          default: .paragraph
          }
        return PlainBlock(kind: kind, text: text.slice(block.textRange))
      })
    tree.lowerHeadings(by: headingShift, above: 1 + headingShift)
    tree.apply(
      indices.enumerated().map { leaf, block in edit(block: block, leaf: leaf, headingID: nil, &marks) })
    return tree.html()
  }

  /// The entities that have been linked since the last heading.
  private struct SectionMarks { var linked: Set<Int> = [] }

  /// Numbers a block and marks its names: the first of each entity in a section is a link, none in headings.
  private func edit(
    block index: Int, leaf: Int, headingID: String?, isShown isDecided: Bool? = nil,
    _ marks: inout SectionMarks
  ) -> LeafEdit {
    let block = document.document.blocks[index]
    if block.kind == .title || block.isWithheld || !(isDecided ?? isShown(index)) {
      return LeafEdit(leaf: leaf, isRemoved: true)
    }
    if block.kind == .html { return LeafEdit(leaf: leaf) }
    if block.isHeading { marks.linked.removeAll(keepingCapacity: true) }
    let id = "\(idPrefix)p\(index + 1)"
    let page = pageMark(ofBlock: index)
    var lead = HTML(
      trusted:
        "<a class=\"n\" id=\"\(id)\" href=\"#\(id)\" aria-label=\"Paragraph \(index + 1)\(page.label)\">"
        + "\(page.mark)\(index + 1)</a>")
    if excerpt != nil { lead = HTML(trusted: "") }
    // Shown where it is stated, and kept in what is quoted elsewhere.
    if block.markLength > 0, let marking = block.marking {
      lead += HTML(trusted: "<span class=\"portion\">" + HTML(escaping: marking).markup + "</span> ")
    }
    if let headingID, excerpt == nil {
      lead += HTML(trusted: "<span id=\"\(idPrefix)" + HTML(escaping: headingID).markup + "\"></span>")
    }
    var spans: [LeafEdit.Span] = []
    let range = site.places[self.index].mentions(inBlock: index)
    for mention in range {
      let entity = document.mentionEntities[mention]
      // A name that may be one of several is no link: a guess must not look like a fact. A link by hand always is one.
      let isHandLink = document.annotation.mentions[mention].decision.map { $0.line == nil } ?? false
      let isLink =
        !block.isHeading && (isHandLink || !marks.linked.contains(entity))
        && site.briefing.entities[entity].candidates.isEmpty && !link(entity).isEmpty
      if isLink { marks.linked.insert(entity) }
      let nameID = id + "m" + String(mention - range.lowerBound + 1)
      let hasID = placeIDs.hasName(nameID)
      guard isLink || hasID else { continue }
      let name = hasID ? " id=\"" + nameID + "\"" : ""
      let place = document.annotation.mentions[mention].range.shifted(by: -block.textRange.start)
      spans.append(span(place, entity: entity, id: name, isLink: isLink))
    }
    if marksSuggestions { addSuggestions(inBlock: index, id: id, to: &spans) }
    return LeafEdit(
      leaf: leaf, lead: lead.markup.isEmpty ? nil : lead,
      cut: document.document.markup == .plain ? 0 : block.markLength,
      sentences: hasSentenceIDs ? sentences(inBlock: index, id: id) : [], spans: spans)
  }
}
