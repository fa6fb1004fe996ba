internal import DossierModel

/// Titles made from a text that has no headline.
enum TitleText {
  /// The most characters (scalars) of a title that is cut out of a sentence.
  static let limit = 90

  /// Returns the text with every run of space as one space, and none at its ends.
  static func normalised(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isGap = false
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let space = spaceLength(rest)
      if space > 0 {
        isGap = !bytes.isEmpty
        rest = rest.dropFirst(space)
      } else {
        if isGap { bytes.append(32) }
        isGap = false
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The length of the white space (Unicode property White_Space) that UTF-8 starts with.
  private static func spaceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    let first = bytes[start]
    if first < 0x80 { return first == 32 || (first >= 9 && first <= 13) ? 1 : 0 }
    guard first == 0xC2 || first == 0xE1 || first == 0xE2 || first == 0xE3, bytes.count > 1 else { return 0 }
    let second = bytes[start + 1]
    if first == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
    guard bytes.count > 2 else { return 0 }
    switch (first, second, bytes[start + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// Returns the first sentence, or its beginning where it is longer than `limit`.
  ///
  /// A long sentence is cut where a clause ends: at a dash, semicolon, colon or comma, or else before a relative
  /// clause, in the second half of the limit and outside quotation marks and brackets. Where there is no such
  /// place it is cut after a word, with "…".
  static func firstSentence(_ text: Substring) -> String {
    // A title looks no further than this, however long the paragraph.
    let head = normalised(text.slice(upTo: 1200))
    let bytes = Array(head.utf8)
    let end = sentenceEnd(in: bytes)
    let sentence = String(decoding: bytes[..<end], as: UTF8.self)
    if sentence.unicodeScalars.count <= limit { return withoutStop(sentence) }
    return cut(Array(sentence.unicodeScalars))
  }

  /// Returns a title made from a file's name: "north_korea-visit.txt" gives "north korea visit".
  static func fromPath(_ path: String) -> String {
    let title = normalised(String(stem(of: path).map { "-_".contains($0) ? " " : $0 }))
    return title.isEmpty ? "Untitled" : title
  }

  /// Returns the name of a file that is written as a title is, "Port talks.md"; nothing of "port-talks.md", which is an
  /// address.
  static func named(by path: String) -> String? {
    let title = normalised(stem(of: path))
    return title.contains(" ") ? title : nil
  }

  private static func stem(of path: String) -> Substring {
    let name = path.split(separator: "/").last ?? "untitled"
    return name.lastIndex(of: ".").map { $0 > name.startIndex ? name[..<$0] : name } ?? name
  }

  /// Returns where the first sentence ends, after its closing quotation marks; the count where it goes on.
  static func sentenceEnd(in bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        let mark = index
        var end = index + 1
        while end < bytes.count, let length = closingMark(bytes, end) { end += length }
        if end == bytes.count { return end }
        if bytes[end] == 32, startsSentence(bytes, end + 1), bytes[mark] != 0x2E || !isShortForm(bytes, mark)
        {
          return end
        }
        index = end
      case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82:
        return index + 3
      default: index += 1
      }
    }
    return bytes.count
  }

  /// The length of a closing quotation mark or bracket at an offset.
  private static func closingMark(_ bytes: [UInt8], _ index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return bytes[index + 2] == 0x99 || bytes[index + 2] == 0x9D ? 3 : nil
    default: return nil
    }
  }

  /// Whether what stands at an offset can start a sentence: no small letter, comma or the like.
  private static func startsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case 0x41...0x5A, 0x30...0x39, 0x22, 0x27, 0x28, 0x5B, 0x80...: return true
    default: return false
    }
  }

  /// Whether the full stop at an offset ends a short form, not a sentence: "U.S.", "Dr.", "J.", "Dec.".
  private static func isShortForm(_ bytes: [UInt8], _ stop: Int) -> Bool {
    var start = stop
    while start > 0, bytes[start - 1] != 32, bytes[start - 1] != 0x28 { start -= 1 }
    let word = bytes[start..<stop]
    guard let first = word.first else { return false }
    if word.count == 1 { return isLetterASCII(first) }
    if word.dropFirst().contains(0x2E) { return word.allSatisfy { $0 == 0x2E || isLetterASCII($0) } }
    guard word.count <= 6 else { return false }
    return shortForms.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let shortForms: Set<String> = [
    "adm", "apr", "aug", "ave", "bart", "brig", "capt", "cf", "cmdr", "co", "col", "corp", "cpl", "cpt",
    "dec",
    "dept", "dr", "ed", "etc", "feb", "fig", "fr", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul",
    "jun",
    "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "op", "pfc",
    "pp",
    "pres", "prof", "pte", "pvt", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "spc", "sr",
    "st",
    "supt", "vol", "vs",
  ]

  /// The title without a full stop, comma or colon at its end; other marks stay.
  private static func withoutStop(_ text: String) -> String {
    guard let last = text.last, ".,:;".contains(last), !text.hasSuffix("..") else { return text }
    return String(text.dropLast())
  }

  private static func cut(_ scalars: [Unicode.Scalar]) -> String {
    var depth = 0
    var inQuotes = false
    // In "On behalf of the American people, I ..." the first comma ends a preamble, which says nothing alone.
    var hasPreamble = preambleWords.contains { scalars.starts(with: $0) }
    var clause: Int?
    var relative: Int?
    var word = 0
    for index in 0..<min(limit + 1, scalars.count) {
      let scalar = scalars[index]
      switch scalar {
      case "(", "[", "“", "«": depth += 1
      case ")", "]", "”", "»": depth = max(0, depth - 1)
      case "\"": inQuotes.toggle()
      default: break
      }
      let isBeforeSpace = index + 1 < scalars.count && scalars[index + 1] == " "
      if scalar == " ", index < limit { word = index }
      guard depth == 0, !inQuotes else { continue }
      guard index >= limit / 2 else {
        if scalar == ",", isBeforeSpace { hasPreamble = false }
        continue
      }
      switch scalar {
      case ",":
        if hasPreamble {
          hasPreamble = false
        } else if isBeforeSpace, !isInList(scalars, index) {
          clause = index
        }
      case ";", ":": if isBeforeSpace { clause = index }
      case "—", "–", "-": if isBeforeSpace, scalars[index - 1] == " " { clause = index - 1 }
      case "、", "，", "；", "：": clause = index
      case "—" where !isBeforeSpace: clause = index
      case " ": if startsClause(scalars, index + 1) { relative = index }
      default: break
      }
    }
    if let end = clause ?? relative { return trimmed(scalars[..<end]) }
    if word < limit / 2 { return trimmed(scalars[..<limit]) + "…" }
    return trimmed(withoutSmallWords(scalars[..<word])) + "…"
  }

  /// A title that breaks off does so after a word that says something.
  private static func withoutSmallWords(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = scalars
    while let space = rest.lastIndex(of: " "), space > limit / 2,
      smallWords.contains(where: { rest[(space + 1)...].elementsEqual($0) })
    {
      rest = rest[..<space]
    }
    return rest
  }

  private static let smallWords: [[Unicode.Scalar]] =
    [
      "a", "an", "and", "are", "as", "at", "but", "by", "for", "from", "has", "have", "in", "into", "is",
      "its", "of",
      "on", "or", "that", "the", "their", "this", "to", "was", "were", "will", "with",
    ].map { Array($0.unicodeScalars) }

  private static let clauseWords: [[Unicode.Scalar]] =
    ["which ", "who ", "whose ", "where ", "while ", "because ", "although ", "after ", "before ", "amid "]
    .map {
      Array($0.unicodeScalars)
    }

  private static let preambleWords: [[Unicode.Scalar]] =
    [
      "After ", "Although ", "Amid ", "As ", "At ", "Because ", "Before ", "Despite ", "During ",
      "Following ",
      "For ", "If ", "In ", "On ", "Since ", "Speaking ", "When ", "While ", "With ",
    ].map { Array($0.unicodeScalars) }

  /// Whether the comma at an index parts the items of a list: "political, economic, and security issues".
  private static func isInList(_ scalars: [Unicode.Scalar], _ comma: Int) -> Bool {
    var words = 0
    var start = comma + 2
    for index in start..<max(start, min(scalars.count, comma + 50)) {
      guard scalars[index] == " " || scalars[index] == "," else { continue }
      let word = scalars[start..<index]
      if word.elementsEqual("and".unicodeScalars) || word.elementsEqual("or".unicodeScalars) { return true }
      if scalars[index] == "," { return true }
      words += 1
      if words == 3 { return false }
      start = index + 1
    }
    return false
  }

  private static func startsClause(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    clauseWords.contains { scalars[index...].starts(with: $0) }
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", ",", ";", ":", "—", "–", "-": true
      default: false
      }
    }
    var kept = scalars
    while let last = kept.last, isEdge(last) { kept.removeLast() }
    var bytes: [UInt8] = []
    for scalar in kept { bytes.append(contentsOf: scalar.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Substring {
  /// The beginning of a text, at most `limit` bytes, cut between scalars.
  func slice(upTo limit: Int) -> Substring {
    guard utf8.count > limit else { return self }
    var end = utf8.index(startIndex, offsetBy: limit)
    while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return self[..<end]
  }
}
