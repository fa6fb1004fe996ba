internal import DossierAnnotate
internal import DossierLink
internal import DossierModel

extension LineFilter.Reading {
  /// Gives each name of a set of texts the name of the entity that it stands for in all of them.
  ///
  /// Words for peoples stay as they are.
  ///
  /// - Complexity: that of linking a briefing of these texts.
  public static func link(_ readings: inout [LineFilter.Reading]) {
    var places: [(reading: Int, names: [Int])] = []
    var documents: [(document: Document, annotation: Annotation)] = []
    for (index, reading) in readings.enumerated() {
      guard let text = reading.text else { continue }
      let names = text.names.indices.filter { !text.names[$0].isNationality }
        .sorted { TextRange(text.names[$0].range) < TextRange(text.names[$1].range) }
      places.append((index, names))
      documents.append((text.document(index), text.annotation(names.map { text.names[$0] })))
    }
    let briefing = Briefing(linking: documents, settings: BriefingSettings(title: "", threshold: 0))
    for ((reading, names), document) in zip(places, briefing.documents) {
      for (name, entity) in zip(names, document.mentionEntities) {
        readings[reading].text?.names[name].entity = briefing.entities[entity].name
      }
    }
  }
}

extension AnnotatedText {
  fileprivate func document(_ index: Int) -> Document {
    let path = String(index)
    return Document(path: path, slug: path, title: path, titleOrigin: .fileName, text: text, blocks: [])
  }

  fileprivate func annotation(_ names: [Name]) -> Annotation {
    Annotation(
      sentences: sentences.map { TextRange($0) },
      mentions: names.map { name in
        Mention(
          range: TextRange(name.range), kind: EntityKind(name.kind), score: name.score ?? 1, origin: .model,
          canonicalName: name.canonicalName)
      })
  }
}

extension TextRange {
  fileprivate init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }
}
