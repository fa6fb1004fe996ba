internal import DossierModel

/// How a text is cut into words for the search, which the script does in the same way with what is typed.
///
/// A word is a run of letters, digits and marks of any script; a Chinese or Japanese letter is one by itself, and so are
/// "U.S." and "1,200", without their points. Words are compared in lower case, Latin letters without their accents.
struct SearchWords {
  private var word: [UInt8] = []
  private var scalars: [Unicode.Scalar] = []

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
    scalars.removeAll(keepingCapacity: true)
    scalars.append(contentsOf: text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if word.isEmpty, let end = endOfWhole(from: index) {
        for part in scalars[index..<end] where part != "." && part != "," { append(part) }
        self.end(body)
        index = end
        continue
      }
      index += 1
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
      case 0x41...0x5A: word.append(UInt8(scalar.value) + 32)
      case 0..<0x80: end(body)
      default:
        if Self.isIdeographic(scalar) {
          end(body)
          append(scalar)
          end(body)
        } else if !append(scalar) {
          end(body)
        }
      }
    }
    end(body)
  }

  /// Returns the end of a number with points or commas, or of letters with points between them, if one begins here.
  private func endOfWhole(from start: Int) -> Int? {
    func isLetter(_ index: Int) -> Bool {
      guard index < scalars.count else { return false }
      if scalars[index].isASCII { return (scalars[index].value | 32) &- 97 < 26 }
      return scalars[index].properties.isAlphabetic && !Self.isIdeographic(scalars[index])
    }
    func isDigit(_ index: Int) -> Bool {
      index < scalars.count && scalars[index].value &- 48 < 10
    }
    guard start + 2 < scalars.count, isDigit(start) || scalars[start + 1] == "." else { return nil }
    var end = start
    if isDigit(start) {
      while isDigit(end) { end += 1 }
      let first = end
      while end < scalars.count, scalars[end] == "." || scalars[end] == ",", isDigit(end + 1) {
        end += 1
        while isDigit(end) { end += 1 }
      }
      return end > first ? end : nil
    }
    guard isLetter(start) else { return nil }
    while end + 2 < scalars.count, scalars[end + 1] == ".", isLetter(end + 2) { end += 2 }
    // A longer word after the last point is a word of its own.
    while end > start, isLetter(end + 1) || isDigit(end + 1) { end -= 2 }
    return end > start ? end + 1 : nil
  }

  /// Whether a letter is a word by itself, in scripts that put no spaces between words.
  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA,
      0x30FD...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
      true
    default: false
    }
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

  /// Appends a letter or digit, and returns whether it is one.
  @discardableResult
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
