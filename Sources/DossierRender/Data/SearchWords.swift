internal import DossierModel

/// How a text is cut into words for the search, which the script does in the same way with what is typed.
///
/// A word is a run of letters, digits and marks of any script. It is compared in lower case, Latin letters without
/// their accents.
struct SearchWords {
  private var word: [UInt8] = []

  /// Words that almost every sentence has, and that nobody looks for.
  static let stopWords: Set<[UInt8]> = Set(
    ("a an and are as at be been but by for from had has have he her his in is it its of on or she that the their"
      + " they this to was were which who will with would not")
      .split(separator: " ").map { Array($0.utf8) })

  /// Calls `body` with the bytes of each word.
  ///
  /// - Complexity: O(bytes).
  mutating func forEach(in text: some StringProtocol, _ body: ([UInt8]) -> Void) {
    word.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x61...0x7A, 0x30...0x39: word.append(UInt8(value))
      case 0x41...0x5A: word.append(UInt8(value) + 32)
      case 0..<0x80: end(body)
      default: if !append(scalar) { end(body) }
      }
    }
    end(body)
  }

  /// Returns the words.
  static func all(in text: some StringProtocol) -> [[UInt8]] {
    var words = SearchWords()
    var found: [[UInt8]] = []
    words.forEach(in: text) { found.append($0) }
    return found
  }

  private mutating func end(_ body: ([UInt8]) -> Void) {
    guard !word.isEmpty else { return }
    body(word)
    word.removeAll(keepingCapacity: true)
  }

  /// Appends a letter outside ASCII, and returns whether it is one.
  private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark:
      // An accent of a Latin letter goes; in other scripts a mark may be a vowel.
      if let last = word.last, last >= 0x80 { word += String(scalar).utf8 }
      return true
    case .decimalNumber, .letterNumber, .otherNumber: break
    default: guard properties.isAlphabetic else { return false }
    }
    for lower in properties.lowercaseMapping.unicodeScalars {
      if let plain = Slug.plainLetters(of: lower) {
        word += plain.utf8
      } else if !(lower.properties.generalCategory == .nonspacingMark && (word.last ?? 0x80) < 0x80) {
        word += String(lower).utf8
      }
    }
    return true
  }
}
