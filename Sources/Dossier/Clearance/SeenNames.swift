internal import DossierModel

/// Which of the author's names stand in what may be seen, and which in what is withheld only.
struct SeenNames {
  private var shown: Set<String> = []
  /// Those that do in whatever letters.
  private var shownFolded: Set<String> = []
  private var withheld: Set<String> = []

  /// - Complexity: O(bytes of the documents).
  init(
    _ portions: Portions, _ annotations: [Annotation], _ decisions: AuthorDecisions,
    _ addresses: AddressMemory = AddressMemory()
  ) {
    var names: Set<String> = []
    for entry in decisions.entities { names.formUnion(([entry.name] + entry.aliases).map(\.text)) }
    for group in decisions.same + decisions.different { names.formUnion(group.names.map(\.text)) }
    for word in decisions.never + decisions.always {
      names.insert(word.name.text)
      if let quote = word.quote { names.insert(quote.text) }
    }
    for pin in decisions.pinned { names.formUnion([pin.name.text, pin.entity.text, pin.quote.text]) }
    for entry in addresses.entries { names.formUnion([entry.name, SeenNames.words(of: entry.address)]) }
    guard !names.isEmpty else { return }
    var index = PhraseIndex()
    let list = names.sorted()
    for (number, name) in list.enumerated() { index.add(Word.words(of: name), number: number) }
    portions.each(annotations) { piece in
      index.search(Word.words(of: piece.text)) { phrase, isExact, _ in
        let name = list[index.phrases[phrase].number]
        if piece.isWithheld {
          withheld.insert(name)
        } else {
          shownFolded.insert(name)
          if isExact { shown.insert(name) }
        }
      }
    }
  }

  /// The name of a page, as words.
  static func words(of address: String) -> String {
    String(decoding: address.utf8.drop { $0 != 47 }.dropFirst(), as: UTF8.self)
  }

  /// Whether a name may be said: it stands in what may be seen, or at least not in what is withheld.
  func isAllowed(_ name: String) -> Bool { shown.contains(name) || !withheld.contains(name) }

  /// Whether an address may be said, in which all letters are small. Who had one of whom no document tells any more, is not
  /// known, so it is withheld.
  func isShown(_ entry: AddressMemory.Entry) -> Bool {
    shownFolded.contains(entry.name) && shownFolded.contains(SeenNames.words(of: entry.address))
  }

  /// Whether a name stands in what may be seen.
  func isShown(_ name: String) -> Bool { shown.contains(name) }

  /// Whether anything that may be seen names a thing.
  func isShown(_ entry: AuthorDecisions.Entity) -> Bool {
    ([entry.name] + entry.aliases).contains { shown.contains($0.text) }
  }
}

extension Clearing {
  /// Leaves of the author's decisions what is about names that may be said.
  func cleared(_ decisions: AuthorDecisions, _ seen: SeenNames, withheld paths: Set<String>)
    -> AuthorDecisions
  {
    var cleared = AuthorDecisions()
    cleared.entities = decisions.entities.compactMap { entry in
      guard !isAbove(entry.marking?.text), seen.isShown(entry) else { return nil }
      var entry = entry
      let names = ([entry.name] + entry.aliases).filter { seen.isAllowed($0.text) }
      guard let first = names.first else { return nil }
      entry.name = first
      entry.aliases = Array(names.dropFirst())
      return entry
    }
    func groups(_ groups: [AuthorDecisions.Group]) -> [AuthorDecisions.Group] {
      groups.compactMap { group in
        let names = group.names.filter { seen.isAllowed($0.text) }
        return names.count > 1 ? AuthorDecisions.Group(names: names) : nil
      }
    }
    cleared.same = groups(decisions.same)
    cleared.different = groups(decisions.different)
    func words(_ words: [AuthorDecisions.Word]) -> [AuthorDecisions.Word] {
      words.filter { word in
        seen.isAllowed(word.name.text) && !(word.document.map { paths.contains($0.text) } ?? false)
          && (word.quote.map { seen.isAllowed($0.text) } ?? true)
      }
    }
    cleared.never = words(decisions.never)
    cleared.always = words(decisions.always)
    cleared.pinned = decisions.pinned.filter { pin in
      seen.isAllowed(pin.name.text) && seen.isAllowed(pin.entity.text) && seen.isAllowed(pin.quote.text)
        && !(pin.document.map { paths.contains($0.text) } ?? false)
    }
    return cleared
  }

  /// Leaves of the addresses those whose names may be said.
  func cleared(_ addresses: AddressMemory, _ seen: SeenNames) -> AddressMemory {
    AddressMemory(
      entries: addresses.entries.filter { seen.isShown($0) })
  }
}
