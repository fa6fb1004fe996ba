internal import DossierFiles
internal import DossierHash
internal import DossierModel
internal import DossierRender

extension LeakProof {
  /// Gathers what an edition must not say.
  ///
  /// - Parameters:
  ///   - portions: All documents of the folder, as they were read.
  ///   - annotations: What was found in each.
  ///   - decisions: All that the author has decided about names.
  ///   - pictures: All pictures that the documents show.
  ///   - ownWords: What every site says, whatever its documents are.
  /// - Complexity: O(bytes).
  init(
    _ portions: Portions, _ annotations: [Annotation], _ settings: BriefingSettings,
    _ decisions: AuthorDecisions, _ pictures: [BriefingPicture], ownWords: [[UInt8]]
  ) {
    let clearing = portions.clearing
    portions.each(annotations) { piece in
      guard piece.isWithheld else { return }
      add(piece.kind, piece.text, portions.documents[piece.document].path, piece.document)
      if piece.kind == .sentence || piece.kind == .code {
        addCodeWords(of: piece.text, portions.documents[piece.document].path, piece.document)
      }
    }
    addNames(portions, annotations, settings)
    for point in settings.keyPoints {
      guard let (mark, length) = settings.ladder.leadingMark(of: point), clearing.isAbove(mark) else {
        continue
      }
      add(.setting, String(point.utf8.dropFirst(length)) ?? point, Settings.name, -1)
    }
    let seen = SeenNames(portions, annotations, decisions)
    for entry in decisions.entities {
      let isAbove = clearing.isAbove(entry.marking?.text) || !seen.isShown(entry)
      for name in [entry.name] + entry.aliases where isAbove || !seen.isAllowed(name.text) {
        add(.name, name.text, "entities.yml", -1)
      }
      guard isAbove else { continue }
      for words in [entry.description, entry.note, entry.url] {
        if let words { add(.entry, words, "entities.yml", -1) }
      }
    }
    let others =
      (decisions.same + decisions.different).flatMap(\.names)
      + (decisions.always + decisions.never).map(\.name) + decisions.pinned.flatMap { [$0.name, $0.entity] }
    for name in others where !seen.isAllowed(name.text) { add(.name, name.text, "entities.yml", -1) }
    addPictures(portions, pictures)
    allow(portions, annotations, settings)
    // The site's own host stands in many of its files, whoever links to it.
    if let host = settings.baseURL.flatMap(Site.origin) { allow([host]) }
    for bytes in ownWords { index.allow(Word.words(of: bytes)) }
    // What may be said anyway is nothing to look for.
    left += index.phrases.count { $0.isExactAllowed && $0.isFoldedAllowed }
  }

  /// Allows words that an edition says of its own accord.
  mutating func allow(_ texts: [String]) {
    for text in texts { index.allow(Word.words(of: text)) }
  }

  private mutating func add(_ kind: Portions.Kind, _ text: String, _ source: String, _ document: Int) {
    let words = Word.words(of: text)
    guard LeakProof.isTelling(kind, text, words.count) else {
      left += 1
      return
    }
    let number = needles.count
    needles.append(Needle(kind: kind, text: text, source: source, document: document))
    let isShort = words.count == 1 && text.utf8.count < 4
    index.add(words, number: number, isExactOnly: isShort || (kind == .sentence && words.count < 4))
    switch kind {
    case .title, .alias, .name, .fileName:
      // "Ja'afari" is "jaafari" in an address.
      let slug = Word.words(of: Slug.make(text))
      if slug.map(\.folded) != words.map(\.folded), slug.count > 1 || text.utf8.count > 3 {
        index.add(slug, number: number)
      }
    default: break
    }
  }

  /// Whether words say enough to be looked for by themselves.
  private static func isTelling(_ kind: Portions.Kind, _ text: String, _ count: Int) -> Bool {
    guard count > 0 else { return false }
    if kind == .sentence, count < 4 {
      // "21 February 2016", "Monday": what any page may say.
      let words = text.split { !$0.isLetter && !$0.isNumber }
      return words.contains {
        $0.utf8.count > (count == 1 ? 5 : 3) && !$0.contains(where: \.isNumber)
          && !ownWords.contains($0.lowercased())
      }
    }
    if count > 1 { return true }
    let letters = text.utf8.count { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    switch kind {
    case .hash: return true
    case .name, .title, .alias: return letters > 1
    case .sentence, .code, .setting, .entry: return letters > 5
    case .codeName: return true
    default: return letters > 2
    }
  }

  /// The words of every site, in small letters.
  private static let ownWords = Set(
    Site.ownWords.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })

  /// Words with letters and digits, such as the names of weapons and files: told as names even where they are taken for none.
  private mutating func addCodeWords(of text: String, _ source: String, _ document: Int) {
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
      let bytes = word.utf8
      guard bytes.count >= 5, bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
        bytes.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
      else { continue }
      add(.codeName, String(word), source, document)
    }
  }

  private mutating func addNames(
    _ portions: Portions, _ annotations: [Annotation], _ settings: BriefingSettings
  ) {
    let shown = LeakProof.shownNames(portions, annotations)
    for (number, document) in portions.documents.enumerated() {
      let isWithheld = portions.clearing.isWithheld(document)
      // A name need be told once of each document.
      var told: Set<String> = []
      for mention in annotations[number].mentions where mention.score >= settings.threshold {
        let block = document.blockIndex(at: mention.range.start)
        guard isWithheld || portions.clearing.isAbove(block.flatMap { document.blocks[$0].marking }) else {
          continue
        }
        for name in [String(document.text.slice(mention.range)), mention.canonicalName] {
          // Pages join names too: "India and Morocco".
          if let name, told.insert(name).inserted, !LeakProof.isJoined(name, of: shown) {
            add(.name, name, document.path, number)
          }
        }
      }
      for link in document.handLinks {
        let block = document.blockIndex(at: link.range.start)
        guard isWithheld || portions.clearing.isAbove(block.flatMap { document.blocks[$0].marking }) else {
          continue
        }
        if told.insert(link.entity).inserted { add(.name, link.entity, document.path, number) }
      }
    }
  }

  /// The names that stand in what may be seen.
  private static func shownNames(_ portions: Portions, _ annotations: [Annotation]) -> Set<String> {
    var names: Set<String> = []
    for (number, document) in portions.documents.enumerated() where !portions.clearing.isWithheld(document) {
      for mention in annotations[number].mentions {
        let block = document.blockIndex(at: mention.range.start)
        if portions.clearing.isAbove(block.flatMap { document.blocks[$0].marking }) { continue }
        names.insert(String(document.text.slice(mention.range)))
      }
    }
    return names
  }

  /// Whether a name is nothing but names that may be said, with "and" between them.
  private static func isJoined(_ name: String, of names: Set<String>) -> Bool {
    let words = name.split(separator: " ")
    guard words.contains("and") else { return false }
    return words.split(separator: "and").allSatisfy { names.contains($0.joined(separator: " ")) }
  }

  /// The pictures that nothing shows which may be seen.
  private mutating func addPictures(_ portions: Portions, _ pictures: [BriefingPicture]) {
    guard !pictures.isEmpty else { return }
    var shown: Set<String> = []
    var owner: [String: Int] = [:]
    for (number, document) in portions.documents.enumerated() {
      for reference in document.references {
        guard case .picture(let path, _, _) = reference.destination else { continue }
        let isAbove = portions.clearing.isAbove(document.blocks[reference.block].marking)
        if portions.clearing.isWithheld(document) || isAbove {
          owner[path] = number
        } else {
          shown.insert(path)
        }
      }
    }
    for picture in pictures where !shown.contains(picture.path) {
      guard let number = owner[picture.path] else { continue }
      let file = picture.source.split(separator: "/").last.map(String.init) ?? picture.source
      add(.picture, file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file, file, number)
      if let bytes = try? Files.read(picture.source) { self.pictures[SHA256.hexDigits(of: bytes)] = file }
    }
  }

  /// Allows what stands in what may be seen. A document that links to a withheld one does not make its title known.
  private mutating func allow(
    _ portions: Portions, _ annotations: [Annotation], _ settings: BriefingSettings
  ) {
    let documents = portions.documents
    let numbers = Dictionary(
      documents.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var linked: [Int: Set<Int>] = [:]
    for (number, document) in documents.enumerated() where !portions.clearing.isWithheld(document) {
      let paths =
        document.references.compactMap { reference -> String? in
          if case .document(let path, _) = reference.destination { path } else { nil }
        } + document.links.compactMap { FolderLink($0.target, in: document.path)?.path }
      let others = paths.compactMap { numbers[$0] }.filter { portions.clearing.isWithheld(documents[$0]) }
      if !others.isEmpty { linked[number] = Set(others) }
    }
    // A file's name that is one word, "notes", is a word as any other.
    let owners = needles.map { needle in
      (needle.document, needle.kind, needle.kind == .title || Word.words(of: needle.text).count > 1)
    }
    portions.each(annotations) { piece in
      guard !piece.isWithheld else { return }
      let others = linked[piece.document] ?? []
      index.allow(Word.words(of: piece.text)) { number in
        let (document, kind, isTelling) = owners[number]
        guard others.contains(document) else { return false }
        switch kind {
        case .title, .alias, .fileName, .address: return isTelling || piece.kind == .target
        default: return piece.kind == .target
        }
      }
    }
    for (number, document) in documents.enumerated() where !portions.clearing.isWithheld(document) {
      let mentions = annotations[number].mentions.filter { mention in
        let block = document.blockIndex(at: mention.range.start)
        return !portions.clearing.isAbove(block.flatMap { document.blocks[$0].marking })
      }
      allow(mentions.compactMap(\.canonicalName))
      // The address of a name is another writing of it: "Da’esh" stands at "daesh".
      let names = Set(mentions.map { String(document.text.slice($0.range)) })
      allow(names.union(mentions.compactMap(\.canonicalName)).map { Slug.make($0) })
    }
    // A point without a mark may be meant for all, and is no leave to say what is withheld.
    allow(
      settings.keyPoints.filter { point in
        settings.ladder.leadingMark(of: point).map { !portions.clearing.isAbove($0.mark) } ?? false
      })
  }
}
