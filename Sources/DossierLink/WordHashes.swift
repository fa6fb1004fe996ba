/// Reads the words of a text as numbers, one after another: the same number for the same word, whatever its case.
///
/// A word is a run of letters and digits. Everything else parts words, but for apostrophes, soft hyphens and marks of
/// no width, which are passed over: "don't", "don’t" and "DONT" are one word. Chinese and Japanese letters, which
/// stand without spaces, are words of their own.
///
/// The numbers are those of FNV-1a (Fowler, Noll and Vo, RFC 9923) in 64 bits, over the scalars in lower case.
///
/// - Complexity: O(bytes) for all words together.
struct WordHashes {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  /// Where the last word begins, and where it ends.
  private(set) var start = 0
  private(set) var wordEnd = 0

  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// Reads a range of a text, which is valid UTF-8.
  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = min(max(0, end), bytes.count)
    position = min(max(0, start), self.end)
  }

  /// Returns the numbers of all words of a text.
  static func all(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    var reader = WordHashes(bytes, from: 0, to: bytes.count)
    var words: [UInt64] = []
    while let word = reader.next() { words.append(word) }
    return words
  }

  /// Returns the next word, or nothing at the end.
  mutating func next() -> UInt64? {
    var hash = WordHashes.offset
    var isInWord = false
    var place = position
    while place < end {
      let byte = bytes[place]
      // Most bytes by far. The bit that makes a letter small is set in digits too.
      if (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 {
        if !isInWord { start = place }
        isInWord = true
        hash = (hash ^ UInt64(byte | 0x20)) &* WordHashes.prime
        place += 1
        wordEnd = place
        continue
      }
      if byte < 0x80 {
        if isInWord, byte != 0x27 { break }
        place += 1
        continue
      }
      let (scalar, length) = scalar(at: place)
      if WordLetter.isWord(scalar) {
        if isInWord { break }
        (start, wordEnd, position) = (place, place + length, place + length)
        return (hash ^ UInt64(scalar)) &* WordHashes.prime
      }
      let letter = WordLetter.folded(scalar)
      if letter == WordLetter.gap {
        if isInWord { break }
      } else if letter != WordLetter.nothing {
        if !isInWord { start = place }
        isInWord = true
        hash = (hash ^ UInt64(letter)) &* WordHashes.prime
        wordEnd = place + length
      }
      place += length
    }
    position = place
    return isInWord ? hash : nil
  }

  /// Decodes a scalar; a cut or stray byte is one of its own.
  private func scalar(at position: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[position])
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard position + length <= end, length > 1 else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return (scalar, length)
  }
}

/// What a scalar beyond ASCII is to a word.
///
/// Only the alphabets that have two cases and are often met are folded: Latin, Greek, Cyrillic. The rest is compared as
/// it is written.
private enum WordLetter {
  /// Parts words.
  static let gap: UInt32 = 0xFFFF_FFFF
  /// Is passed over.
  static let nothing: UInt32 = 0xFFFF_FFFE

  /// Whether a scalar is a word of its own.
  static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
    default: false
    }
  }

  /// Returns a letter in lower case, `gap` or `nothing`.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0..<0xC0:
      switch scalar {
      case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA: scalar
      case 0xAD: nothing
      default: gap
      }
    case 0xD7, 0xF7: gap
    case 0xC0...0xDE: scalar + 0x20
    case 0x100...0x12F, 0x132...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F,
      0x1E00...0x1E95, 0x1EA0...0x1EFF:
      scalar | 1
    case 0x139...0x148, 0x179...0x17E, 0x4C1...0x4CE: scalar + (scalar & 1)
    case 0x178: 0xFF
    case 0x386: 0x3AC
    case 0x388...0x38A: scalar + 37
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: scalar + 63
    case 0x391...0x3AB: scalar + 0x20
    case 0x3C2: 0x3C3
    case 0x400...0x40F: scalar + 80
    case 0x410...0x42F: scalar + 0x20
    case 0x2BC, 0x640, 0x200B...0x200F, 0x2018, 0x2019, 0x2060, 0xFEFF: nothing
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x964, 0x965: gap
    case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F: gap
    case 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: gap
    default: scalar
    }
  }
}
