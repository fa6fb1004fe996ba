/// The names that are known by themselves, of one word or many, found by the longest match.
///
/// A name is a chain of word hashes; every beginning of a name is a key too, so that a search stops at the
/// first word that goes on no name. Hyphens, apostrophes and full stops between words do not count:
/// "Port-au-Prince" and "Port au Prince" are one name.
struct Gazetteer: Sendable {
  /// A name's list and usual form.
  struct Entry: Sendable {
    var group: Group
    /// Known enough to need no support from the words around it.
    var isMajor: Bool
    /// The usual name, in bytes of all usual names; empty where the list gives none.
    var canonicalStart: UInt32
    var canonicalLength: UInt16
  }

  enum Group: UInt8, Sendable {
    case country
    case region
    case city
    case organisation
    case event
    /// No name: "Russian", "North Korean". It keeps its words from being read as one.
    case nationality
  }

  /// The upper half of a slot is a part of the chain's hash; below it a bit for "names go on", and the number of
  /// the entry that ends here, from 1.
  private var slots: [UInt64]
  private let mask: Int
  private(set) var entries: [Entry] = []
  private static let goesOn: UInt64 = 1 << 31

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// Reads a gazetteer that was written as numbers.
  init?(slots: [UInt64], entries: [UInt64]) {
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, slots.contains(0) else { return nil }
    for slot in slots where slot & (Gazetteer.goesOn - 1) > UInt64(entries.count) { return nil }
    self.slots = slots
    mask = slots.count - 1
    for number in entries {
      guard let group = Group(rawValue: UInt8(truncatingIfNeeded: number >> 48) & 0x7F) else { return nil }
      self.entries.append(
        Entry(
          group: group, isMajor: number >> 63 == 1, canonicalStart: UInt32(truncatingIfNeeded: number),
          canonicalLength: UInt16(truncatingIfNeeded: number >> 32)))
    }
  }

  /// The gazetteer as numbers.
  var numbers: (slots: [UInt64], entries: [UInt64]) {
    (
      slots,
      entries.map {
        UInt64($0.canonicalStart) | UInt64($0.canonicalLength) << 32 | UInt64($0.group.rawValue) << 48
          | ($0.isMajor ? 1 << 63 : 0)
      }
    )
  }

  /// Adds a name, unless it is known; nothing where the table is full.
  mutating func insert(_ words: [UInt64], _ entry: Entry) {
    var chain: UInt64 = 0
    for (index, word) in words.enumerated() {
      chain = WordHash.chain(chain, word)
      let slot = slot(of: chain)
      if slots[slot] == 0 { slots[slot] = chain & ~0xFFFF_FFFF }
      if index < words.count - 1 {
        slots[slot] |= Gazetteer.goesOn
      } else if slots[slot] & (Gazetteer.goesOn - 1) == 0 {
        entries.append(entry)
        slots[slot] |= UInt64(entries.count)
      }
    }
  }

  /// Returns where the chain stands, or the empty slot where it would.
  @inline(__always)
  private func slot(of chain: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: chain) & mask
    while slots[slot] != 0, slots[slot] >> 32 != chain >> 32 { slot = (slot + 1) & mask }
    return slot
  }

  /// Returns the longest name that begins with the token at `start`: the index after its last token, and its
  /// entry.
  func longestMatch(in tokens: [Token], from start: Int, to end: Int) -> (end: Int, entry: Entry)? {
    var found: (Int, Int)?
    var chain: UInt64 = 0
    var index = start
    while index < end {
      let token = tokens[index]
      switch token.kind {
      case .word, .number, .clitic:
        chain = WordHash.chain(chain, token.hash)
        let node = slots[slot(of: chain)]
        let number = Int(node & (Gazetteer.goesOn - 1))
        if number > 0 { found = (index + 1, number - 1) }
        index += 1
        if node & Gazetteer.goesOn == 0 { return found.map { ($0.0, entries[$0.1]) } }
      case .hyphen, .apostrophe, .ampersand: index += 1
      default: return found.map { ($0.0, entries[$0.1]) }
      }
    }
    return found.map { ($0.0, entries[$0.1]) }
  }
}
