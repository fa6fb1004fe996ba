internal import DossierModel

/// Whether a sentence can be quoted away from its place: whole, and not about what was said before.
enum StandaloneSentence {
  /// Whether a sentence looks whole.
  ///
  /// - It begins like one, and ends with a full stop, question or exclamation mark, perhaps in quotes.
  /// - Each quote and bracket is closed.
  /// - It has no reference such as "[1]", which says nothing elsewhere.
  /// - It is no label and ends with none: "Update: …", "… at the summit, image: Reuters." A colon makes one that has
  ///   three words or fewer before it, or five or fewer behind; but a quote may be short.
  ///
  /// - Complexity: O(bytes of the sentence).
  static func isWhole(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    guard range.start >= 0, range.end <= bytes.count, !range.isEmpty, begins(bytes, range), ends(bytes, range)
    else { return false }
    var (round, square, straight, curly, angled) = (0, 0, 0, 0, 0)
    var (spaces, spacesAtColon) = (0, -1)
    for place in range.start..<range.end {
      let byte = bytes[place]
      if (byte | 0x20) &- 97 < 26 { continue }
      // What may follow a mark; the sentence's last byte ends it.
      func next(_ distance: Int) -> UInt8 { place + distance < range.end ? bytes[place + distance] : 0 }
      switch byte {
      case UInt8(ascii: " "): spaces += 1
      case UInt8(ascii: "("): round += 1
      case UInt8(ascii: ")"): round -= 1
      case UInt8(ascii: "["):
        square += 1
        if isDigit(next(1)) { return false }
      case UInt8(ascii: "]"): square -= 1
      case UInt8(ascii: "\""): straight ^= 1
      case UInt8(ascii: ":") where next(1) == UInt8(ascii: " ") && next(2) != 0x22 && next(2) != 0xE2:
        if spaces < 3 { return false }
        spacesAtColon = spaces
      case 0xE2 where next(1) == 0x80:
        if next(2) == 0x9C { curly += 1 }
        if next(2) == 0x9D { curly -= 1 }
      case 0xC2:
        if next(1) == 0xAB { angled += 1 }
        if next(1) == 0xBB { angled -= 1 }
      case 9, 10, 13: return false
      default: break
      }
      // Brackets and curly quotes close after they open; the other kind may come in either order.
      if round < 0 || square < 0 || curly < 0 { return false }
    }
    let isLabelled = spacesAtColon >= 0 && spaces - spacesAtColon <= 5
    return round == 0 && square == 0 && straight == 0 && curly == 0 && angled == 0 && !isLabelled
  }

  /// A capital letter, a letter of an alphabet that has none, or a quote before one.
  private static func begins(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    var place = range.start
    if bytes[place] == UInt8(ascii: "\"") {
      place += 1
    } else if bytes[place] == 0xE2, place + 2 < range.end, bytes[place + 1] == 0x80,
      bytes[place + 2] == 0x9C || bytes[place + 2] == 0x98
    {
      place += 3
    }
    guard place < range.end else { return false }
    let byte = bytes[place]
    // Signs such as "•" and "–" lie from E2 on; small letters of Latin with an accent begin C3 A0.
    if byte >= 0x80 {
      return byte != 0xE2 && byte != 0xC2
        && !(byte == 0xC3 && place + 1 < range.end && bytes[place + 1] >= 0xA0)
    }
    return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func ends(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    var end = range.end
    func has(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      end - 3 >= range.start && bytes[end - 3] == a && bytes[end - 2] == b && bytes[end - 1] == c
    }
    if bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27 {
      end -= 1
    } else if has(0xE2, 0x80, 0x9D) || has(0xE2, 0x80, 0x99) {
      end -= 3
    }
    guard end > range.start else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    // Two full stops or more end what was cut.
    case UInt8(ascii: "."): return end - 1 > range.start && bytes[end - 2] != UInt8(ascii: ".")
    // "。" and "।".
    case 0x82: return has(0xE3, 0x80, 0x82)
    case 0xA4: return has(0xE0, 0xA5, 0xA4)
    // "؟".
    case 0x9F: return end - 2 >= range.start && bytes[end - 2] == 0xD8
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Whether a sentence leans on what stands before it: "But …", "He said …", "In addition, …", "After that …".
  ///
  /// - Parameter words: The words that it begins with; three are enough.
  static func leans(beginningWith words: ArraySlice<WordTraits>) -> Bool {
    guard let first = words.first else { return true }
    return first.contains(.opener)
      || first.contains(.preposition) && words.dropFirst().prefix(2).contains { $0.contains(.looksBack) }
  }
}
