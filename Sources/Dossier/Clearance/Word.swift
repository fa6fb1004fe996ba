internal import DossierModel

/// A word of a text as the proof compares it: by hashes, so that a search costs the same whatever is searched for.
struct Word: Hashable {
  /// The word in lower case and without accents, as in a page's address.
  var folded: UInt64
  /// The word as it is written.
  var exact: UInt64
}

extension Word {
  /// Returns the words of UTF-8: runs of letters and digits. Of scripts that put no spaces between words, each letter is one.
  ///
  /// - Complexity: O(bytes).
  static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 6)
    var draft = Draft()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        if isLetterOrDigit(byte) { draft.add(byte) } else { draft.end(&words) }
        continue
      }
      let (scalar, length) = scalar(bytes, index - 1)
      index += length - 1
      draft.add(scalar, &words)
    }
    draft.end(&words)
    return words
  }

  /// Returns the words of a text.
  static func words(of text: some StringProtocol) -> [Word] { words(of: Array(text.utf8)) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Decodes the scalar at an offset; U+FFFD, one byte long, where there is none.
  private static func scalar(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[start]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, start + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(start + 1)..<(start + length)] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// A word while it is read.
  private struct Draft {
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private var word = Word(folded: seed, exact: seed)
    private var isEmpty = true

    private static func mix(_ hash: inout UInt64, _ value: UInt32) {
      hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }

    mutating func add(_ byte: UInt8) {
      isEmpty = false
      let isCapital = byte >= 0x41 && byte <= 0x5A
      Draft.mix(&word.folded, UInt32(isCapital ? byte | 0x20 : byte))
      Draft.mix(&word.exact, UInt32(byte))
    }

    mutating func add(_ scalar: Unicode.Scalar, _ words: inout [Word]) {
      let properties = scalar.properties
      switch properties.generalCategory {
      // What is not seen parts nothing; accents that stand by themselves go with those that do not.
      case .format, .nonspacingMark: return
      default: break
      }
      guard properties.isAlphabetic || properties.numericType != nil else { return end(&words) }
      let standsAlone = Word.standsAlone(scalar)
      if standsAlone { end(&words) }
      isEmpty = false
      Draft.mix(&word.exact, scalar.value)
      for lower in properties.lowercaseMapping.unicodeScalars {
        if let plain = Slug.plainLetters(of: lower) {
          for letter in plain.unicodeScalars { Draft.mix(&word.folded, letter.value) }
        } else if lower.properties.generalCategory != .nonspacingMark {
          Draft.mix(&word.folded, lower.value)
        }
      }
      if standsAlone { end(&words) }
    }

    mutating func end(_ words: inout [Word]) {
      guard !isEmpty else { return }
      words.append(word)
      self = Draft()
    }
  }

  /// Whether a letter is of a script that puts no spaces between words.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
