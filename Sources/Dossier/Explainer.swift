internal import DossierFiles
internal import DossierLink
internal import DossierModel
internal import DossierRead

/// Puts explanations into words.
struct Explainer {
  let briefing: Briefing
  let folder: String
  let namesakes: Namesakes
  private var placesOfDocument: [Int: SourcePlaces] = [:]

  init(_ briefing: Briefing, folder: String) {
    self.briefing = briefing
    self.folder = folder
    namesakes = Namesakes(briefing)
  }

  /// Returns the document of a path, as it is from here or as it is in the folder.
  func document(at path: String) -> Int? {
    if let own = briefing.documents.firstIndex(where: {
      location(of: $0.document) == path || $0.document.path == path
    }) {
      return own
    }
    // The same file by another way: "./seeds/a.md", "seeds//a.md".
    guard let real = Files.realPath(path) else { return nil }
    return briefing.documents.firstIndex { Files.realPath(location(of: $0.document)) == real }
  }

  private func location(of document: Document) -> String { AuthorFile.path(document.path, in: folder) }

  /// The places of a document's words; its file is read once.
  private mutating func places(of number: Int) -> SourcePlaces {
    if let known = placesOfDocument[number] { return known }
    let document = briefing.documents[number].document
    let location = location(of: document)
    let source = DocumentReader().source(of: SeedFile(path: document.path, location: location))
    let places = SourcePlaces(document, source: source, path: location)
    placesOfDocument[number] = places
    return places
  }

  // MARK: - Places

  mutating func explain(_ document: Int, line: Int?, column: Int?, _ answer: inout BriefingExplanation.Answer)
    throws(Diagnostic)
  {
    let places = places(of: document)
    let own = briefing.documents[document]
    var blocks: [(SourceLocation, String, String)] = []
    for (mention, found) in own.annotation.mentions.enumerated() {
      let location = places.location(of: found.range)
      guard isAsked(location, line, column) else { continue }
      blocks.append(
        (
          location, text(of: mention, in: document, at: location, inFull: line != nil),
          json(of: mention, in: document, at: location)
        ))
    }
    for suggestion in own.suggestions {
      let location = places.location(of: suggestion.range)
      guard line != nil, isAsked(location, line, column) else { continue }
      blocks.append(
        (
          location, text(of: suggestion, in: document, at: location),
          json(of: suggestion, in: document, at: location)
        ))
    }
    guard !blocks.isEmpty else { throw .noNameThere(location(of: own.document), line: line, column: column) }
    blocks.sort { ($0.0.line, $0.0.column) < ($1.0.line, $1.0.column) }
    answer.text = blocks.map(\.1).joined(separator: line == nil ? "" : "\n")
    answer.json = "[" + blocks.map(\.2).joined(separator: ",\n ") + "]\n"
  }

  /// A place in its file, as it is asked for: "3:14", or "p. 2, ¶4" in a file without lines.
  private func place(_ location: SourceLocation, _ document: Int) -> String {
    let own = briefing.documents[document].document
    return own.format.isText ? "\(location.line):\(location.column)" : own.place(ofBlock: location.line - 1)
  }

  private func fullPlace(_ location: SourceLocation, _ document: Int) -> String {
    let isText = briefing.documents[document].document.format.isText
    return location.path + (isText ? ":" : " ") + place(location, document)
  }

  private func isAsked(_ location: SourceLocation, _ line: Int?, _ column: Int?) -> Bool {
    guard let line else { return true }
    guard location.line == line else { return false }
    return column.map { ($0 >= location.column && $0 < location.column + location.length) } ?? true
  }

  private mutating func text(
    of mention: Int, in document: Int, at location: SourceLocation, inFull: Bool
  ) -> String {
    let own = briefing.documents[document]
    let found = own.annotation.mentions[mention]
    let words = String(own.document.text.slice(found.range))
    let entity = briefing.entities[own.mentionEntities[mention]]
    let reason = own.mentionReasons[mention]
    guard inFull else {
      let why = reason.map { ": " + $0.words(for: entity.name) } ?? ""
      let name = entity.candidates.isEmpty ? entity.name : "unclear"
      return "\(place(location, document))  \(words)  →  \(name) (\(entity.kind.word))\(why)\n"
    }
    var text = "\(fullPlace(location, document)): \(words)\n"
    text += "  a name: \(why(found))\n"
    if entity.candidates.isEmpty {
      text += "  stands for: \(entity.name) (\(entity.kind.word)), \(address(of: entity))\n"
      text += "  because: " + (reason.map { "it \($0.words(for: entity.name))" } ?? "it is the name") + "\n"
      if let evidence = reason?.evidence { text += "    " + sentence(evidence) + "\n" }
    } else {
      text += "  stands for: it is not clear which of these, so for none\n"
    }
    let others =
      entity.candidates.isEmpty
      ? namesakes.entities(named: words).filter { $0 != own.mentionEntities[mention] } : entity.candidates
    for other in others.prefix(12) {
      let candidate = briefing.entities[other]
      text += "  could be: \(candidate.name) (\(candidate.kind.word)), \(address(of: candidate))\n"
    }
    if let meaning = entity.standsFor { text += "  may also stand for: \(meaning.phrase)\n" }
    return text
  }

  private func text(of suggestion: Mention, in document: Int, at location: SourceLocation) -> String {
    let words = String(briefing.documents[document].document.text.slice(suggestion.range))
    return "\(fullPlace(location, document)): \(words)\n"
      + "  no name: \(why(suggestion)), which is below the threshold of \(decimal(briefing.settings.threshold))\n"
  }

  private func why(_ mention: Mention) -> String {
    switch mention.origin {
    case .author:
      if let line = mention.decision?.line { return "by the author's word (entities.yml, line \(line))" }
      return mention.decision == nil ? "by the author's word (entities.yml)" : "linked by the author's hand"
    case .shape: return "it stands where authors and publishers do, as a \(mention.kind.word)"
    default: return "read as one for a \(mention.kind.word), sure to \(decimal(mention.score))"
    }
  }

  // MARK: - Names

  mutating func explain(_ name: String, _ answer: inout BriefingExplanation.Answer) throws(Diagnostic) {
    let exact = briefing.entities.indices.filter { index in
      briefing.entities[index].name == name || briefing.entities[index].aliases.contains { $0.name == name }
    }
    let found = exact.isEmpty ? namesakes.entities(named: name) : exact
    guard !found.isEmpty else {
      let names = briefing.entities.lazy.flatMap { [$0.name] + $0.aliases.map(\.name) }
      throw .unknownName(name, nearest: nearMiss(to: name, among: names))
    }
    answer.text = found.map { text(ofEntity: $0) }.joined(separator: "\n")
    answer.json = "[" + found.map { json(ofEntity: $0) }.joined(separator: ",\n ") + "]\n"
  }

  private mutating func text(ofEntity index: Int) -> String {
    let entity = briefing.entities[index]
    var text = "\(entity.name) (\(entity.kind.word)), \(address(of: entity))\n"
    let documents = entity.documentCount == 1 ? "1 document" : "\(entity.documentCount) documents"
    text += "  named \(entity.mentionCount == 1 ? "once" : "\(entity.mentionCount) times") in \(documents)\n"
    if let description = entity.description {
      text += "  is: \(description.evidence == nil ? description.text : "“\(description.text)”")\n"
      if let evidence = description.evidence { text += "    " + sentence(evidence) + "\n" }
    }
    for alias in entity.aliases {
      text += "  also: “\(alias.name)” \(alias.reason.words(for: entity.name))\n"
      if let evidence = alias.reason.evidence { text += "    " + sentence(evidence) + "\n" }
    }
    for candidate in entity.candidates {
      text +=
        "  could be: \(briefing.entities[candidate].name), \(address(of: briefing.entities[candidate]))\n"
    }
    if let meaning = entity.standsFor { text += "  may also stand for: \(meaning.phrase)\n" }
    for redirect in briefing.redirects where redirect.entity == index {
      text += "  was at: \(redirect.address).html\n"
    }
    return text
  }

  // MARK: - Words

  func address(of entity: Entity) -> String { "\(entity.kind.folder)/\(entity.slug).html" }

  private mutating func sentence(_ evidence: Evidence) -> String {
    let document = briefing.documents[evidence.document]
    let range = document.annotation.sentences[evidence.sentence]
    let place = places(of: evidence.document).location(of: range)
    let cited =
      document.document.format.isText
      ? "\(location(of: document.document)):\(place.line)" : fullPlace(place, evidence.document)
    return "\(cited): \(document.document.text.slice(range))"
  }

  func decimal(_ score: Float) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
  }
}
