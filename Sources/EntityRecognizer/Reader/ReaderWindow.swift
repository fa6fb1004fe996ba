/// What the careful reader reads at once: pieces of a few sentences, of which it answers for some words.
struct ReaderWindow: Sendable {
  /// The pieces, between the marks of a text's start and end.
  private(set) var pieces: [UInt16] = [WordPieces.start]
  /// The hints of all pieces, one after the other, and where each piece's end.
  private(set) var hints: [UInt8] = []
  private(set) var hintEnds: [UInt32] = [0]
  /// The first pieces of the words that are answered for.
  private(set) var asked: [UInt32] = []
  /// The pieces that go through all layers.
  private(set) var active: [UInt32] = []

  /// Appends a word.
  ///
  /// - Parameter isActive: Whether it may be in a name. What is not asked is not active either.
  mutating func append(
    _ word: ArraySlice<UInt16>, hints own: ArraySlice<UInt8>, isAsked: Bool, isActive: Bool
  ) {
    if isAsked { asked.append(UInt32(pieces.count)) }
    for piece in word {
      if isAsked, isActive { active.append(UInt32(pieces.count)) }
      pieces.append(piece)
      hints += own
      hintEnds.append(UInt32(hints.count))
    }
  }

  /// Ends the window.
  mutating func close() {
    pieces.append(WordPieces.end)
    hintEnds.append(UInt32(hints.count))
  }

  /// Two hashes of all that the answer depends on.
  func key(of model: UInt64) -> (UInt64, UInt64) {
    var first = WordHash()
    var second = model ^ 0x9e37_79b9_7f4a_7c15
    func add(_ number: UInt32) {
      for shift in [0, 8, 16, 24] { first.add(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
      second = WordHash.chain(second, UInt64(number))
    }
    for byte in 0..<8 { first.add(UInt8(truncatingIfNeeded: model >> UInt64(8 * byte))) }
    for count in [pieces.count, hints.count, asked.count, active.count] { add(UInt32(count)) }
    for piece in pieces { add(UInt32(piece)) }
    for hint in hints { add(UInt32(hint)) }
    for end in hintEnds { add(end) }
    for word in asked { add(word) }
    for piece in active { add(piece) }
    return (first.value, second)
  }
}
