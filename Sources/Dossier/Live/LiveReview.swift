internal import DossierJSON
public import DossierModel
internal import DossierRead
internal import DossierRender
internal import DossierYAML

/// Questions about single names in a live site, and answers that are written into `entities.yml`.
public struct LiveReview: Sendable {
  private let folder: String
  private let site: LiveSite

  /// Creates a review of what a site shows now.
  public init(_ site: LiveSite, folder: String) {
    self.site = site
    self.folder = folder
  }

  /// What may be decided about a name, and the line that says so.
  struct Choice {
    var key: String
    var text: String
    var section: String
    /// The line up to a name that is to be typed, or all of it.
    var line: String
    /// What follows that name; nothing where there is none.
    var rest: String?
    var needsName: Bool { rest != nil }

    /// The line with a name in it.
    func line(with name: String) -> String { rest.map { line + name + $0 } ?? line }
  }

  /// A mention or a suggestion in a page.
  private struct Place {
    var document: BriefingDocument
    var mention: Mention
    var entity: Entity?
    var candidates: [String]
    var reason: JoinReason?
    var surface: String { String(document.document.text.slice(mention.range)) }
  }

  /// Returns the question about the element with an id, "p3m2" or "p3x1", as JSON; nothing where there is no such name.
  public func question(page: String, id: String) -> String? {
    guard let place = place(page: page, id: id) else { return nil }
    let surface = place.surface
    var state = "It is taken for no name."
    if let entity = place.entity {
      state =
        place.candidates.isEmpty
        ? "Taken for \(entity.name), a \(entity.kind.word)" : "It may be one of several"
      if let reason = place.reason { state += ": it \(reason.words(for: entity.name))" }
      state += "."
    }
    let choices = choices(for: place).map { choice in
      "{\"key\":\(JSONText.string(choice.key)),\"text\":\(JSONText.string(choice.text)),"
        + "\"needsName\":\(choice.needsName),\"line\":\(JSONText.string(choice.section + ": " + choice.line(with: "…")))}"
    }
    return "{\"name\":\(JSONText.string(surface)),\"state\":\(JSONText.string(state)),"
      + "\"file\":\(JSONText.string(AuthorFile.path(EntitiesFile.name, in: folder))),"
      + "\"choices\":[\(choices.joined(separator: ","))]}"
  }

  /// Returns names of entities that begin with a text, the most named first, as a JSON array.
  ///
  /// - Complexity: O(entities).
  public func names(beginningWith text: String) -> String {
    let start = text.lowercased()
    guard let entities = site.pages?.site.briefing.entities, !start.isEmpty else { return "[]" }
    var found = entities.filter { $0.candidates.isEmpty && $0.name.lowercased().hasPrefix(start) }
    found.sort { ($1.mentionCount, $0.name) < ($0.mentionCount, $1.name) }
    return "[" + found.prefix(8).map { JSONText.string($0.name) }.joined(separator: ",") + "]"
  }

  /// Writes an answer.
  ///
  /// - Parameter name: The name that was typed, where the choice needs one.
  /// - Returns: What was written, as JSON; nothing where there is no such choice.
  /// - Throws: Why nothing was written.
  public func decide(page: String, id: String, key: String, name: String) throws(Diagnostic) -> String? {
    guard let place = place(page: page, id: id),
      let choice = choices(for: place).first(where: { $0.key == key })
    else { return nil }
    let name = String(name.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200))
    guard !choice.needsName || !name.isEmpty else { return nil }
    let line = choice.line(with: YAMLText.scalar(name))
    try DecisionLines.add([(choice.section, line)], folder: folder, remark: nil)
    return "{\"written\":\(JSONText.string(choice.section + ": " + line))}"
  }

  private func place(page: String, id: String) -> Place? {
    guard let site = site.shown(page), case .document(let index)? = self.site.pages?.key(of: page) else {
      return nil
    }
    let document = site.briefing.documents[index]
    // "p3m2" is the second mention of the third block.
    let isSuggestion = id.contains("x")
    let numbers = id.dropFirst().split(separator: isSuggestion ? "x" : "m").map { Int($0) ?? 0 }
    guard id.first == "p", numbers.count == 2, numbers[0] > 0, numbers[1] > 0,
      numbers[0] <= document.document.blocks.count, numbers[1] <= document.document.text.utf8.count
    else { return nil }
    let range = document.document.blocks[numbers[0] - 1].textRange
    let mentions = isSuggestion ? document.suggestions : document.annotation.mentions
    let mention = mentions.partitionPoint { $0.range.start < range.start } + numbers[1] - 1
    guard mention < mentions.count, mentions[mention].range.end <= range.end else { return nil }
    var place = Place(
      document: document, mention: mentions[mention], entity: nil, candidates: [], reason: nil)
    if !isSuggestion {
      let entity = site.briefing.entities[document.mentionEntities[mention]]
      place.entity = entity
      place.candidates = entity.candidates.map { site.briefing.entities[$0].name }
      if mention < document.mentionReasons.count { place.reason = document.mentionReasons[mention] }
    }
    return place
  }

  private func choices(for place: Place) -> [Choice] {
    let surface = place.surface
    let (own, path) = (YAMLText.scalar(surface), YAMLText.scalar(place.document.document.path))
    var choices: [Choice] = []
    func pair(_ name: String) -> String { "- [\(YAMLText.scalar(name)), \(own)]" }
    let kinds = EntityKind.allCases.sorted { a, _ in a == place.mention.kind }
    if !place.candidates.isEmpty {
      for (number, name) in place.candidates.prefix(6).enumerated() {
        choices.append(
          Choice(
            key: "here-\(number)", text: "Here it is \(name)", section: "pinned",
            line: pin(place) + YAMLText.scalar(name) + "}"))
      }
    } else if let entity = place.entity, entity.name != surface {
      choices.append(
        Choice(key: "yes", text: "Yes, it is \(entity.name)", section: "same", line: pair(entity.name)))
      choices.append(
        Choice(key: "no", text: "No, it is not \(entity.name)", section: "different", line: pair(entity.name))
      )
    } else {
      for kind in place.entity == nil ? kinds : [place.mention.kind] {
        let line = "- {name: \(own), kind: \(kind.word)}"
        choices.append(
          Choice(key: "yes-\(kind.word)", text: "Yes, a name: \(kind.word)", section: "always", line: line))
      }
    }
    choices.append(
      Choice(
        key: "same", text: "The same as …, everywhere", section: "same", line: "- [", rest: ", \(own)]"))
    if place.entity != nil {
      choices.append(
        Choice(
          key: "here", text: "The same as …, only here", section: "pinned", line: pin(place), rest: "}"))
    }
    choices.append(Choice(key: "never", text: "Not a name", section: "never", line: "- \(own)"))
    choices.append(
      Choice(
        key: "never-here", text: "Not a name in this document", section: "never",
        line: "- {name: \(own), in: \(path)}"))
    return choices
  }

  /// A line that settles a single mention, known by some words around it, up to what it is.
  private func pin(_ place: Place) -> String {
    let text = place.document.document.text
    let range = place.mention.range
    var sentence = range
    if let index = place.document.annotation.sentence(of: range) {
      sentence = place.document.annotation.sentences[index]
    }
    let before = text.slice(TextRange(sentence.start, range.start)).split(separator: " ").suffix(4)
    let after = text.slice(TextRange(range.end, sentence.end)).split(
      separator: " ", omittingEmptySubsequences: false
    ).prefix(5)
    let quote = (before + [""]).joined(separator: " ") + text.slice(range) + after.joined(separator: " ")
    let path = YAMLText.scalar(place.document.document.path)
    return
      "- {in: \(path), quote: \(YAMLText.scalar(quote)), name: \(YAMLText.scalar(place.surface)), is: "
  }
}
