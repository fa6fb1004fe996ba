internal import DossierModel

/// Finds out which mentions are one thing.
///
/// Two mentions are one where the kind is the same, and the name is: the usual name that a list gives, or else the
/// words as written. A surname is its bearer where the full name stands earlier in the same document and no other
/// bearer does. Nothing else joins.
struct NameIndex {
  private struct Key: Hashable {
    var kind: EntityKind
    var name: String
  }

  /// One thing while it is being gathered.
  private struct Candidate {
    var key: Key
    /// The forms as written, in order of appearance.
    var forms: [(name: String, reason: Alias.Reason?)] = []
    /// Whether `key.name` is a list's name, and so what pages show.
    var hasListName = false
  }

  private var candidates: [Candidate] = []
  private var numbers: [Key: Int] = [:]

  /// Adds the mentions of a document, and returns the candidate of each.
  mutating func add(_ mentions: [Mention], sentences: [Int], of document: Document, at index: Int) -> [Int] {
    // The bearers of each surname so far in this document: one candidate, or nil once there are two.
    var bearers: [String: Int?] = [:]
    var result: [Int] = []
    result.reserveCapacity(mentions.count)
    for (position, mention) in mentions.enumerated() {
      let form = tidied(document.text.slice(mention.range))
      if mention.kind == .person, !form.utf8.contains(UInt8(ascii: " ")), let bearer = bearers[form] ?? nil {
        let evidence = Evidence(document: index, sentence: sentences[position])
        addForm(form, reason: .surname(evidence), to: bearer)
        result.append(bearer)
        continue
      }
      let key = Key(kind: mention.kind, name: mention.canonicalName ?? form)
      let number = numbers[key] ?? addCandidate(key)
      if mention.canonicalName != nil { candidates[number].hasListName = true }
      addForm(form, reason: mention.canonicalName == nil ? nil : .list, to: number)
      result.append(number)
      if mention.kind == .person, let space = form.lastIndex(of: " ") {
        let surname = String(form[form.index(after: space)...])
        if let known = bearers[surname] {
          if known != number { bearers[surname] = .some(nil) }
        } else {
          bearers[surname] = number
        }
      }
    }
    return result
  }

  private mutating func addCandidate(_ key: Key) -> Int {
    candidates.append(Candidate(key: key))
    numbers[key] = candidates.count - 1
    return candidates.count - 1
  }

  private mutating func addForm(_ form: String, reason: Alias.Reason?, to number: Int) {
    // A thing has a handful of forms, so a walk is quicker than a set.
    if form != candidates[number].key.name, !candidates[number].forms.contains(where: { $0.name == form }) {
      candidates[number].forms.append((form, reason))
    }
  }

  /// Returns the entities in the order of their names, and changes the candidates' numbers in `documents` to
  /// theirs.
  func sortedEntities(renumbering documents: inout [BriefingDocument]) -> [Entity] {
    let sortKeys = candidates.map { (Slug.make($0.key.name, limit: .max), $0.key.name, $0.key.kind.rawValue) }
    let order = candidates.indices.sorted { sortKeys[$0] < sortKeys[$1] }
    var slugs = Set<String>()
    var entities: [Entity] = []
    entities.reserveCapacity(order.count)
    var newNumber = [Int](repeating: 0, count: order.count)
    for number in order {
      let candidate = candidates[number]
      newNumber[number] = entities.count
      let aliases = candidate.forms.map { Alias(name: $0.name, reason: $0.reason ?? .spelling) }
      entities.append(
        Entity(
          kind: candidate.key.kind, name: candidate.key.name,
          slug: freeSlug(for: candidate.key, taken: &slugs), aliases: aliases))
    }
    for index in documents.indices {
      for mention in documents[index].mentionEntities.indices {
        documents[index].mentionEntities[mention] = newNumber[documents[index].mentionEntities[mention]]
      }
    }
    return entities
  }

  /// Returns the first of "name", "name-2", "name-3" … that no thing of the same kind has. "index" is the list's.
  private func freeSlug(for key: Key, taken: inout Set<String>) -> String {
    let base = Slug.make(key.name)
    var slug = base == "index" ? "index-name" : base
    var next = 2
    while !taken.insert(key.kind.folder + "/" + slug).inserted {
      slug = "\(base)-\(next)"
      next += 1
    }
    return slug
  }

  /// Returns a name as written, with single spaces and straight apostrophes and without invisible characters.
  private func tidied(_ text: Substring) -> String {
    var last: UInt8 = 0
    let isTidy = text.utf8.allSatisfy { byte in
      defer { last = byte }
      return byte > 32 && byte < 127 || byte == 32 && last != 32
    }
    if isTidy { return String(text) }
    var name = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: continue
      case 0x2018, 0x2019, 0x2BC: append("'")
      case 0x2010, 0x2011: append("-")
      default:
        if scalar.properties.isWhitespace { gap = !name.isEmpty } else { append(scalar) }
      }
    }
    func append(_ scalar: Unicode.Scalar) {
      if gap { name.append(" ") }
      gap = false
      name.append(scalar)
    }
    return String(name)
  }
}
