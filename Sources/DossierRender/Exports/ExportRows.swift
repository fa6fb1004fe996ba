internal import DossierModel

/// The rows of the tables: each value in the order of the table's columns.
struct ExportRows {
  let site: Site
  var briefing: Briefing { site.briefing }

  /// Calls `body` with each row of a range.
  func forEach(_ table: ExportTable, _ rows: Range<Int>, in exports: Exports, _ body: ([ExportValue]) -> Void)
  {
    switch table {
    case .documents: rows.forEach { body(document($0)) }
    case .entities: rows.forEach { body(entity($0)) }
    case .sentences:
      Exports.forEach(rows, of: exports.sentenceStarts) { document, own in
        for sentence in own { body(self.sentence(sentence, of: document)) }
      }
    case .mentions:
      Exports.forEach(rows, of: exports.mentionStarts) { document, own in
        for mention in own { body(self.mention(mention, of: document)) }
      }
    case .ties:
      Exports.forEach(rows, of: exports.tieStarts) { first, own in
        for tie in ties(of: first)[own] { body(self.tie(tie)) }
      }
    case .dates:
      Exports.forEach(rows, of: exports.dateStarts) { document, own in dates(own, of: document, body) }
    }
  }

  // MARK: - Ids

  func id(ofDocument index: Int) -> String { briefing.documents[index].document.slug }

  func id(ofEntity index: Int) -> String {
    let entity = briefing.entities[index]
    return entity.kind.folder + "/" + entity.slug
  }

  func id(of evidence: Evidence) -> String {
    let place = site.places[evidence.document].sentences[evidence.sentence]
    return id(ofDocument: evidence.document) + "#p\(place.paragraph)s\(place.number)"
  }

  func id(ofMention index: Int, of document: Int) -> String {
    let places = site.places[document]
    let block = Int(places.sentences[briefing.documents[document].mentionSentences[index]].block)
    let number = index - places.mentions(inBlock: block).lowerBound + 1
    return id(ofDocument: document) + "#p\(block + 1)m\(number)"
  }

  /// The place of a sentence, as a link from the root of the site.
  func url(of evidence: Evidence) -> String {
    site.addresses.link(to: .document(evidence.document), up: "") + "#"
      + site.places[evidence.document].fragment(ofSentence: evidence.sentence)
  }

  func url(ofEntity index: Int) -> String { site.addresses.link(to: .entity(index, page: 0), up: "") }

  /// Where a part of a sentence stands in its text, in Unicode scalars.
  func scalars(_ range: TextRange, inSentence sentence: TextRange, of text: String) -> Range<Int> {
    let start = Self.scalarCount(text.slice(TextRange(sentence.start, range.start)))
    return start..<start + Self.scalarCount(text.slice(range))
  }

  /// Counts the bytes that begin a scalar, which is faster than to decode them.
  private static func scalarCount(_ text: Substring) -> Int { text.utf8.count { $0 & 0xC0 != 0x80 } }

  // MARK: - Rows

  private func document(_ index: Int) -> [ExportValue] {
    let item = briefing.documents[index]
    let (document, record) = (item.document, item.document.record)
    return [
      .text(document.slug), .text(document.path), .text(document.title),
      .text(site.addresses.link(to: .document(index), up: "")), .maybe(record.date?.iso),
      .maybe(record.publisher),
      .list(record.authors), .maybe(record.url), .maybe(record.licence),
      .text(record.language ?? briefing.settings.language),
      .maybe(record.marking ?? briefing.settings.marking), .text(document.format.mediaType),
      .maybe(document.contentHash), .integer(item.wordCount), .integer(document.blocks.count),
      .integer(item.annotation.sentences.count), .integer(item.annotation.mentions.count),
    ]
  }

  private func sentence(_ index: Int, of document: Int) -> [ExportValue] {
    let item = briefing.documents[document]
    let evidence = Evidence(document: document, sentence: index)
    let place = site.places[document].sentences[index]
    return [
      .text(id(of: evidence)), .text(id(ofDocument: document)), .integer(place.paragraph),
      .maybe(item.document.blocks[Int(place.block)].page), .text(url(of: evidence)),
      .part(item.document.text.slice(item.annotation.sentences[index])),
    ]
  }

  private func mention(_ index: Int, of document: Int) -> [ExportValue] {
    let item = briefing.documents[document]
    let mention = item.annotation.mentions[index]
    let sentence = item.mentionSentences[index]
    let place = scalars(
      mention.range, inSentence: item.annotation.sentences[sentence], of: item.document.text)
    return [
      .text(id(ofMention: index, of: document)), .text(id(ofEntity: item.mentionEntities[index])),
      .text(id(ofDocument: document)), .text(id(of: Evidence(document: document, sentence: sentence))),
      .integer(place.lowerBound), .integer(place.upperBound), .part(item.document.text.slice(mention.range)),
      .decimal(Double(mention.score), digits: 3), .text(mention.origin.word),
      .text(
        index < item.mentionReasons.count ? item.mentionReasons[index]?.word ?? "own-name" : "own-name"),
    ]
  }

  private func entity(_ index: Int) -> [ExportValue] {
    let entity = briefing.entities[index]
    return [
      .text(id(ofEntity: index)), .text(entity.name), .text(entity.kind.word), .text(url(ofEntity: index)),
      .list(entity.aliases.map(\.name)), .maybe(entity.description?.text),
      .maybe(entity.description?.evidence.map(id(of:))), .maybe(entity.url), .maybe(entity.location?.country),
      .maybe(entity.location?.region), .integer(entity.mentionCount), .integer(entity.evidence.count),
      .integer(entity.documentCount), .flag(!entity.candidates.isEmpty),
      .list(entity.candidates.map(id(ofEntity:))), .maybe(entity.standsFor?.phrase),
    ]
  }

  private func dates(_ range: Range<Int>, of document: Int, _ body: ([ExportValue]) -> Void) {
    let item = briefing.documents[document]
    let statements = site.statements[document]
    for index in range {
      let statement = statements[index]
      let first = statements.partitionPoint { $0.evidence < statement.evidence }
      let date = item.annotation.dates[statement.date]
      let sentence = item.annotation.sentences[statement.evidence.sentence]
      let place = scalars(date.range, inSentence: sentence, of: item.document.text)
      let sentenceID = id(of: statement.evidence)
      body([
        .text("\(sentenceID)d\(index - first + 1)"), .text(id(ofDocument: document)), .text(sentenceID),
        .integer(place.lowerBound), .integer(place.upperBound), .part(item.document.text.slice(date.range)),
        .text(date.kind.rawValue), .maybe(date.first?.iso), .maybe(date.last?.iso),
        .flag(date.first != nil && date.modifier == nil), .text(date.unit.rawValue),
        .maybe(date.modifier?.rawValue), .text(date.value), .maybe(DateWording.days(of: date)),
        .maybe(date.first == nil ? DateWording.openness(of: date) : nil),
      ])
    }
  }
}
