internal import DossierModel

/// What the script loads on first use: what search and cards say, in pieces small enough to wait for.
struct SiteData: Sendable {
  let names: SearchNames
  let words: WordIndex
  /// How many pieces the cards are in: a power of two, so that the number seldom changes.
  let cardPieces: Int
  /// The entities of each piece.
  let cards: [[Int]]
  /// The documents in the order in which their sentences are numbered.
  let order: [Int]
  /// Goes behind the address of each piece, so that a browser never takes one from before a change: FNV-1a of all that
  /// the pieces are made of, in hexadecimal digits.
  let version: String

  /// How many sentences a piece has.
  static let sentencesPerPiece = 64
  private static let entitiesPerPiece = 32

  init(_ briefing: Briefing, _ addresses: SiteAddresses, newestFirst: [Int], isPreview: Bool) {
    names = SearchNames(briefing)
    words = WordIndex(briefing.documents, order: newestFirst)
    order = newestFirst
    var pieces = 1
    while pieces * Self.entitiesPerPiece < briefing.entities.count { pieces *= 2 }
    cardPieces = pieces
    var cards = [[Int]](repeating: [], count: pieces)
    for index in briefing.entities.indices {
      let address = SiteAddresses.encoded(addresses.entities[index])
      cards[Int(Self.hash(address.utf8) % UInt32(pieces))].append(index)
    }
    self.cards = cards
    version = isPreview ? "preview" : Self.version(of: briefing)
  }

  /// All pieces.
  var pieces: [DataPiece] {
    var pieces: [DataPiece] = (0..<cardPieces).map { .cards($0) }
    pieces.append(.search)
    pieces += names.pieces.indices.map { .names($0) }
    pieces += words.pieces.indices.map { .words($0) }
    let sentences = (words.sentenceCount + Self.sentencesPerPiece - 1) / Self.sentencesPerPiece
    return pieces + (0..<sentences).map { .sentences($0) }
  }

  /// 32-bit FNV-1a (Fowler, Noll and Vo), by which the script knows the piece of a card from its address.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private static func version(of briefing: Briefing) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    func add(_ number: Int) { hash = (hash ^ UInt64(number)) &* 0x100_0000_01B3 }
    for item in briefing.documents {
      add(item.document.slug)
      add(item.document.title)
      // The file's own hash stands for its text, which is long; how that is cut into sentences is the program's work.
      add(item.document.contentHash ?? item.document.text)
      for sentence in item.annotation.sentences { add(sentence.start) }
      add(item.document.record.date?.iso ?? "")
      add(item.document.record.publisher ?? "")
      for entity in item.mentionEntities { add(entity) }
    }
    for entity in briefing.entities {
      add(entity.slug)
      add(entity.name)
      add(entity.kind.word)
      add(entity.description?.text ?? "")
      for alias in entity.aliases { add(alias.name) }
    }
    let digits = String((hash >> 32 ^ hash) & 0xFFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
