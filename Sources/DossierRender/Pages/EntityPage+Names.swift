internal import DossierModel
internal import DossierTemplates

/// What an entity's page says of its names, and of what it is.
extension PageView {
  /// The other names, one of each that differ in capitals, accents and marks only. All of them have their reasons below.
  func otherNames(of entity: Entity) -> [String] {
    var seen: Set<String> = [Slug.make(entity.name, limit: .max)]
    return entity.aliases.map(\.name).filter { seen.insert(Slug.make($0, limit: .max)).inserted }
  }

  /// What the entity is: the author's words, or a piece of a document with its place.
  func said(of entity: Entity) -> TemplateRecord? {
    guard let description = entity.description else { return nil }
    var place = ""
    var url = ""
    if let evidence = description.evidence { (place, url) = paragraph(of: evidence) }
    return TemplateRecord(
      PageSchema.said,
      [
        "text": .text(description.text), "isQuoted": .flag(description.evidence != nil),
        "place": .text(place),
        "url": .url(url),
      ])
  }

  /// What else the name may stand for, and which name may stand for the entity.
  func hatnotes(of entity: Entity, _ index: Int) -> [TemplateRecord] {
    var notes: [TemplateRecord] = []
    func add(_ before: String, _ entities: [Int], _ after: String) {
      notes.append(
        TemplateRecord(
          PageSchema.hatnote,
          ["before": .text(before), "links": .list(entities.map(entityLink)), "after": .text(after)]))
    }
    let namesakes = site.namesakes[index] ?? []
    if !namesakes.isEmpty {
      let kinds = Wording.list(namesakes.map { Wording.title(briefing.entities[$0].kind).lowercased() })
      add("Not the \(kinds) of the same name:", namesakes, ".")
    }
    if !entity.candidates.isEmpty {
      let more = entity.candidates.count - Self.mostCandidates
      add(
        "“\(entity.name)” may be one of these:", Array(entity.candidates.prefix(Self.mostCandidates)),
        (more > 0 ? ", or one of \(Wording.number(more)) more" : "")
          + ". The documents do not say which in the sentences below, so they count for none.")
    }
    if let meaning = entity.standsFor {
      let sentence = "The name may stand for \(meaning.phrase), and is not counted as that."
      add(
        meaning.entities.isEmpty ? sentence : sentence + " See", meaning.entities,
        meaning.entities.isEmpty ? "" : ".")
    }
    let unclear = site.unclearNames[index] ?? []
    if !unclear.isEmpty {
      add(
        "Sentences that may mean this, and do not say so, are with",
        Array(unclear.prefix(Self.mostCandidates)), ".")
    }
    return notes
  }

  /// How many candidates a note names.
  static let mostCandidates = 12

  /// A paragraph by its document and number, and its address.
  func paragraph(of evidence: Evidence) -> (String, String) {
    let number = site.places[evidence.document].sentences[evidence.sentence].paragraph
    let document = briefing.documents[evidence.document].document
    if let book, book.has(document: evidence.document) {
      return (
        bookPlace(ofBlock: number - 1, in: evidence.document),
        link(.document(evidence.document), "p\(number)")
      )
    }
    let place = document.place(ofBlock: number - 1)
    return (
      briefing.documents.count == 1 ? place : "\(Wording.short(document.title)), \(place)",
      link(.document(evidence.document), "p\(number)")
    )
  }

  /// A sentence by its document and paragraph, and its address.
  func sentence(of evidence: Evidence) -> (String, String) {
    let fragment = site.places[evidence.document].fragment(ofSentence: evidence.sentence)
    return (paragraph(of: evidence).0, link(.document(evidence.document), fragment))
  }

  /// Why another name is the same thing.
  func reason(_ alias: Alias, _ entity: Entity) -> TemplateRecord {
    let why = alias.reason.words(for: entity.name)
    let (paragraph, url) = alias.reason.evidence.map(paragraph(of:)) ?? ("", "")
    return TemplateRecord(
      PageSchema.reason,
      [
        "name": .text(alias.name), "why": .text(why + (paragraph.isEmpty ? "." : ":")),
        "paragraph": .text(paragraph), "url": .url(url),
      ])
  }
}
