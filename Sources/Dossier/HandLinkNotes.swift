internal import DossierModel
internal import DossierRead

extension BriefingBuild {
  /// Of more names the first say enough.
  private static let mostNotes = 50

  /// Tells of the names that neither a document nor the text nor `entities.yml` has, only links by hand: of each once, at
  /// its first place.
  func handLinkNotes(_ briefing: Briefing, _ decisions: AuthorDecisions) -> [Diagnostic] {
    guard briefing.documents.contains(where: { !$0.document.handLinks.isEmpty }) else { return [] }
    var byHand: [Int: Int] = [:]
    for item in briefing.documents {
      for (mention, entity) in zip(item.annotation.mentions, item.mentionEntities)
      where mention.decision.map({ $0.line == nil }) ?? false && mention.kind == .other {
        byHand[entity, default: 0] += 1
      }
    }
    let stated = Set(decisions.entities.flatMap { [$0.name.text] + $0.aliases.map(\.text) })
    var left = byHand.filter { entity, count in
      briefing.entities[entity].mentionCount == count && !stated.contains(briefing.entities[entity].name)
    }
    /// What may have been meant; of very many documents, to compare each name with all would take long.
    let names =
      left.isEmpty || briefing.documents.count > 500
      ? []
      : briefing.documents.flatMap { item -> [String] in
        let file = item.document.path.split(separator: "/").last ?? ""
        return [item.document.title, file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)]
      }.filter { $0.utf8.count < 60 }
    var notes: [Diagnostic] = []
    for item in briefing.documents where !left.isEmpty && !item.document.handLinks.isEmpty {
      let path = options.folder + "/" + item.document.path
      var places: SourcePlaces?
      for (mention, entity) in zip(item.annotation.mentions, item.mentionEntities)
      where left[entity] != nil {
        guard notes.count < Self.mostNotes else { break }
        left[entity] = nil
        if places == nil {
          let source = DocumentReader().source(of: SeedFile(path: item.document.path, location: path))
          places = SourcePlaces(item.document, source: source, path: path)
        }
        if let place = places?.location(of: mention.range) {
          let name = briefing.entities[entity].name
          notes.append(
            .onlyByHand(name, nearest: name.utf8.count < 60 ? nearMiss(to: name, among: names) : nil, place))
        }
      }
    }
    if !left.isEmpty { notes.append(.moreOnlyByHand(left.count)) }
    return notes
  }
}
