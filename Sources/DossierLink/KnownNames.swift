public import DossierModel

/// The names that a briefing has, for a document that is being written: what is known of it at once, before all documents
/// are linked anew.
public struct KnownNames: Sendable {
  private let briefing: Briefing
  /// The entity of each name and alias that only one has.
  private let entityOfName: [String: Int]

  /// Gathers the names of a briefing.
  ///
  /// - Complexity: O(names).
  public init(_ briefing: Briefing) {
    self.briefing = briefing
    var entityOfName: [String: Int] = [:]
    var shared: Set<String> = []
    for (index, entity) in briefing.entities.enumerated() {
      for name in [entity.name] + entity.aliases.map(\.name) {
        if let other = entityOfName.updateValue(index, forKey: name), other != index { shared.insert(name) }
      }
    }
    for name in shared { entityOfName[name] = nil }
    self.entityOfName = entityOfName
  }

  /// Returns a document of the briefing with another text. Its mentions are those of names that the document has had, or
  /// that the briefing has for one entity only; the others are left out until all is linked.
  ///
  /// - Complexity: O(bytes of both texts).
  public func rewriting(_ index: Int, as document: Document, _ annotation: Annotation) -> BriefingDocument {
    let old = briefing.documents[index]
    var own: [Substring: Int] = [:]
    for (mention, entity) in zip(old.annotation.mentions, old.mentionEntities) {
      own[old.document.text.slice(mention.range)] = entity
    }
    var annotation = annotation
    var entities: [Int] = []
    var (mentions, suggestions): ([Mention], [Mention]) = ([], [])
    for mention in annotation.mentions {
      let name = document.text.slice(mention.range)
      if mention.score < briefing.settings.threshold, own[name] == nil {
        suggestions.append(mention)
      } else if let entity = own[name] ?? entityOfName[String(name)] {
        mentions.append(mention)
        entities.append(entity)
      }
    }
    annotation.mentions = mentions
    return BriefingDocument(
      document: document, annotation: annotation, suggestions: suggestions, mentionEntities: entities,
      mentionSentences: sentenceOfEachMention(in: annotation), related: old.related,
      wordCount: wordCount(of: document.text))
  }
}
