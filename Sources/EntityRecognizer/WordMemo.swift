/// The scores that words give by themselves, worked out once a word and kept from text to text.
///
/// A pure function of the word's bytes is kept, so what was kept changes how fast a text is read, never what is found.
struct WordMemo {
  /// A word's scores for the tokens around it, from three before to three after.
  private(set) var scores: [LabelScores] = []
  /// From the hashes of words to their numbers: open addressing, -1 where a slot is empty.
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var count = 0
  private var features: [WordFeatures.Feature] = []

  private struct Slot {
    var key: UInt64 = 0
    var number: Int32 = -1
  }

  /// Words kept at most; they take some 400 bytes each.
  private static let limit = 1 << 15
  static let width = 2 * WordFeatures.reach + 1

  /// Forgets all words when there are too many. Numbers given before are void.
  mutating func makeRoom() {
    guard count > WordMemo.limit else { return }
    slots = [Slot](repeating: Slot(), count: 1 << 12)
    count = 0
    scores.removeAll(keepingCapacity: true)
  }

  /// Returns the number of a token's word.
  mutating func number(of token: Token, in bytes: [UInt8], _ tagger: Tagger, _ lists: NameLists) -> Int32 {
    var hash = WordHash()
    for index in Int(token.start)..<Int(token.end) { hash.add(bytes[index]) }
    let shape = token.shape.subtracting(.spaceBefore).rawValue
    let key = hash.value ^ (UInt64(shape) << 8 | UInt64(token.kind.rawValue)) &* 0x9e37_79b9_7f4a_7c15
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].number >= 0 {
      if slots[slot].key == key { return slots[slot].number }
      slot = (slot + 1) & mask
    }
    if 2 * count > slots.count {
      grow()
      return self.number(of: token, in: bytes, tagger, lists)
    }
    let number = add(token, in: bytes, tagger, lists)
    slots[slot] = Slot(key: key, number: number)
    count += 1
    return number
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    let mask = slots.count - 1
    for entry in old where entry.number >= 0 {
      var slot = Int(truncatingIfNeeded: entry.key) & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// Works out the scores of a word.
  private mutating func add(_ token: Token, in bytes: [UInt8], _ tagger: Tagger, _ lists: NameLists) -> Int32
  {
    let number = Int32(scores.count / WordMemo.width)
    features.removeAll(keepingCapacity: true)
    WordFeatures.append(of: token, in: bytes, clusters: lists.clusterLevels, to: &features)
    for offset in -WordFeatures.reach...WordFeatures.reach {
      var sum = LabelScores()
      for feature in features where feature.isSeen(from: offset) {
        tagger.add(FeatureKey.key(feature.key, at: offset), to: &sum)
      }
      scores.append(sum)
    }
    return number
  }
}
