internal import DossierModel

/// The names that the search finds at once, in pieces by how their words begin.
struct SearchNames: Sendable {
  /// What is found.
  enum Entry: Hashable, Sendable {
    case entity(Int)
    case document(Int)
  }

  /// A piece: everything with a word that begins in this way, and in no longer way that has a piece of its own.
  struct Piece: Sendable {
    var prefix: String
    var entries: [Entry]
  }

  let pieces: [Piece]

  /// About how many bytes a piece may have, and an entry has.
  private static let pieceSize = 14_000
  private static let entrySize = 70

  /// - Complexity: O(words of names · log).
  init(_ briefing: Briefing) {
    var words: [(word: [UInt8], entry: Int)] = []
    var entries: [Entry] = []
    func add(_ names: [String], _ entry: Entry) {
      var own: Set<[UInt8]> = []
      for name in names { own.formUnion(SearchWords.all(in: name)) }
      for word in own { words.append((word, entries.count)) }
      entries.append(entry)
    }
    for (index, entity) in briefing.entities.enumerated() {
      add([entity.name] + entity.aliases.map(\.name), .entity(index))
    }
    for (index, item) in briefing.documents.enumerated() {
      add([item.document.title], .document(index))
    }
    words.sort {
      $0.word == $1.word ? $0.entry < $1.entry : $0.word.lexicographicallyPrecedes($1.word)
    }
    var pieces: [Piece] = []
    if words.count * Self.entrySize > Self.pieceSize {
      Self.cut(words[...], after: 0, entries, &pieces)
    } else if !words.isEmpty {
      // Every word begins with nothing.
      pieces.append(Self.piece([], words[...], entries))
    }
    self.pieces = pieces
  }

  /// Cuts sorted words, which begin with the same letters, by the letter after these, and again where a piece is too large.
  private static func cut(
    _ words: ArraySlice<(word: [UInt8], entry: Int)>, after length: Int, _ entries: [Entry],
    _ pieces: inout [Piece]
  ) {
    var start = words.startIndex
    while start < words.endIndex {
      let prefix = prefix(of: words[start].word, after: length)
      let end = words[start...].firstIndex { !$0.word.starts(with: prefix) } ?? words.endIndex
      var group = words[start..<end]
      if group.count * entrySize > pieceSize, prefix.count < 12 {
        // Words that are no longer than this have a piece by themselves.
        let longer = group.firstIndex { $0.word.count > prefix.count } ?? group.endIndex
        let rest = group[longer...]
        group = group[..<longer]
        if !group.isEmpty { pieces.append(piece(prefix, group, entries)) }
        cut(rest, after: prefix.count, entries, &pieces)
      } else {
        pieces.append(piece(prefix, group, entries))
      }
      start = end
    }
  }

  private static func piece(
    _ prefix: [UInt8], _ group: ArraySlice<(word: [UInt8], entry: Int)>, _ entries: [Entry]
  ) -> Piece {
    let distinct = Set(group.map(\.entry)).sorted()
    return Piece(prefix: String(decoding: prefix, as: UTF8.self), entries: distinct.map { entries[$0] })
  }

  /// Returns the beginning of a word with one more character than `length` bytes hold.
  private static func prefix(of word: [UInt8], after length: Int) -> [UInt8] {
    var end = min(word.count, length + 1)
    while end < word.count, word[end] & 0xC0 == 0x80 { end += 1 }
    return Array(word[..<end])
  }
}
