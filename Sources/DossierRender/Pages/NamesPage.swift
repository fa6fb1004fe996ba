internal import DossierModel
internal import DossierTemplates

/// An entry of the A to Z: a name, or another name that points to it.
struct NameEntry: Sendable {
  var name: String
  var entity: Int
  var isAlias: Bool
  /// The letter it stands under: "A" to "Z", "0–9", or a letter of another script.
  var letter: String

  /// Returns all names and other names of a briefing, in the order of their plain letters.
  static func all(in briefing: Briefing) -> [NameEntry] {
    var entries: [(key: String, entry: NameEntry)] = []
    for (index, entity) in briefing.entities.enumerated() {
      func add(_ name: String, isAlias: Bool) {
        let key = Slug.make(name, limit: .max)
        let first = key.first.map { String($0).uppercased() } ?? "#"
        let letter = first.first?.isNumber == true ? "0–9" : first
        entries.append((key, NameEntry(name: name, entity: index, isAlias: isAlias, letter: letter)))
      }
      add(entity.name, isAlias: false)
      for alias in entity.aliases { add(alias.name, isAlias: true) }
    }
    entries.sort {
      ($0.key, $0.entry.name, $0.entry.entity) < ($1.key, $1.entry.name, $1.entry.entity)
    }
    return entries.map(\.entry)
  }
}

extension PageView {
  /// The A to Z of all names, other names with a pointer to the usual one.
  func names(page: Int) -> TemplateRecord {
    let entries = site.nameEntries
    let pages = (entries.count + Site.namesPerPage - 1) / Site.namesPerPage
    var letters: [TemplateRecord] = []
    var rows: [TemplateRecord] = []
    let range = Site.slice(entries.count, Site.namesPerPage, page: page)
    for position in range {
      rows.append(nameRow(entries[position]))
      let letter = entries[position].letter
      if position + 1 == range.upperBound || entries[position + 1].letter != letter {
        letters.append(
          TemplateRecord(
            PageSchema.letter, ["id": .text(letterID(letter)), "label": .text(letter), "rows": .list(rows)]))
        rows = []
      }
    }
    return TemplateRecord(
      PageSchema.names,
      [
        "frame": .record(frame(title: "A–Z")),
        "count": .text(Wording.counted(briefing.entities.count, "name", "names")),
        "empty": .flag(entries.isEmpty),
        "index": .list(letterIndex()), "letters": .list(letters),
        "paged": .flag(pages > 1), "pages": .list(pager(pages, current: page) { .names(page: $0) }),
      ])
  }

  /// The letters that occur, each with its first place.
  private func letterIndex() -> [TemplateRecord] {
    var links: [TemplateRecord] = []
    var last = ""
    for (position, entry) in site.nameEntries.enumerated() where entry.letter != last {
      last = entry.letter
      links.append(
        TemplateRecord(
          PageSchema.link,
          [
            "label": .text(last),
            "url": .url(link(.names(page: position / Site.namesPerPage), letterID(last))),
          ]))
    }
    return links
  }

  private func letterID(_ letter: String) -> String { "letter-" + (letter == "0–9" ? "0-9" : letter) }

  private func nameRow(_ entry: NameEntry) -> TemplateRecord {
    let entity = briefing.entities[entry.entity]
    return TemplateRecord(
      PageSchema.nameRow,
      [
        "kind": .text(entity.kind.word), "name": .text(entry.name),
        "url": .url(link(.entity(entry.entity, page: 0))), "see": .text(entry.isAlias ? entity.name : ""),
        "count": .text(entry.isAlias ? "" : Wording.number(entity.mentionCount)),
        "label": .text(Wording.counted(entity.mentionCount, "mention", "mentions") + " of \(entity.name)"),
        "evidence": .url(link(.entity(entry.entity, page: 0), "evidence")),
      ])
  }
}
