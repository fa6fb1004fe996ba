/// A line that says who wrote a document: "By Jane Doe", "Jane Doe, Lecturer in Politics, Lancaster University".
struct Byline: Equatable {
  /// The authors in order.
  var authors: [String]
  /// Post and house, as stated.
  var affiliation: String?
  /// How sure the shape is by itself.
  var strength: Strength

  /// How sure a shape is.
  enum Strength: Int, Comparable {
    /// Names and nothing else: could be a heading.
    case names
    /// A name, then a post in words like those of any sentence.
    case loosePost
    /// A name, then a post in capitalised words.
    case post
    /// It starts with "By".
    case by

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  /// Reads a whole line, or returns nothing.
  init?(_ line: String) {
    guard line.utf8.count <= 200, let last = line.utf8.last else { return nil }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"):
      return nil
    default: break
    }
    var rest = Substring(line)
    var isBy = false
    for lead in ["By ", "BY ", "Written by ", "Words by ", "Author: ", "Authors: "] where rest.hasPrefix(lead)
    {
      rest = rest.dropFirst(lead.count)
      isBy = true
      break
    }
    if !isBy {
      // A dash before a name signs a text.
      for dash in ["— ", "– ", "- ", "—"] where rest.hasPrefix(dash) {
        rest = rest.dropFirst(dash.count)
        break
      }
    }
    guard let first = rest.first, first.isUppercase else { return nil }
    guard Byline.mayBeName(rest.utf8) else { return nil }
    let parts = rest.split(separator: ",", maxSplits: 40).map { $0.trimmed }
    guard var names = Byline.names(parts[0], mayBeCapitals: isBy) else {
      return nil
    }
    var used = 1
    // "Jane Doe, John Smith and Ann Low": names go on until a part is none.
    while used < parts.count, !Byline.hasPost(parts[used]),
      let more = Byline.names(parts[used], mayBeCapitals: isBy),
      isBy || used + 1 < parts.count || names.count > 1 || parts[used].hasPrefix("and ")
    {
      names += more
      used += 1
    }
    let tail = parts[used...].joined(separator: ", ")
    authors = names
    affiliation = tail.isEmpty ? nil : tail
    if isBy {
      strength = .by
    } else if tail.isEmpty {
      strength = .names
    } else {
      guard names.count == used, Byline.startsWithPost(parts[used]) else { return nil }
      strength = Byline.isCapitalised(tail) ? .post : .loosePost
    }
  }

  /// Whether the second word has a capital or may be a particle: the quick way past most lines of prose.
  private static func mayBeName(_ text: Substring.UTF8View) -> Bool {
    guard let space = text.firstIndex(of: 32) else { return false }
    let second = text[text.index(after: space)...].prefix { $0 != 32 && $0 != 0x2C }
    guard let first = second.first, first >= 0x61, first <= 0x7A else { return !second.isEmpty }
    return second.count <= 4 || second.starts(with: "al-".utf8) || second.starts(with: "el-".utf8)
  }

  /// Reads a sentence that presents an author: "Jane Doe is a professor of history at Lancaster University."
  static func biography(_ line: String) -> Byline? {
    guard line.utf8.count <= 300, line.utf8.last == UInt8(ascii: "."),
      let verb = String(Substring(line).slice(upTo: 80)).range(ofFirst: [" is a ", " is an ", " is the "])
    else { return nil }
    // The beginning has the same offsets as the line.
    let name = String(line[..<verb.lowerBound])
    guard let names = names(name, mayBeCapitals: false), names.count == 1,
      startsWithPost(line[verb.upperBound...])
    else { return nil }
    let post = line[verb.upperBound...].dropLast().trimmed
    return post.contains(". ") ? nil : Byline(authors: names, affiliation: post)
  }

  private init(authors: [String], affiliation: String) {
    self.authors = authors
    self.affiliation = affiliation
    strength = .loosePost
  }

  /// Reads "Jane Doe", "Jane Doe and John Smith", "Jane Doe in Beirut".
  private static func names(_ text: some StringProtocol, mayBeCapitals: Bool) -> [String]? {
    var names: [String] = []
    var words: [Substring] = []
    func finish() -> Bool {
      guard (2...5).contains(words.count) else { return false }
      names.append(words.joined(separator: " "))
      return true
    }
    for word in Substring(text).split(separator: " ") {
      if word == "and" || word == "&" || word == "AND" {
        if words.isEmpty, names.isEmpty { continue }
        guard finish() else { return nil }
        words = []
      } else if word == "in", mayBeCapitals {
        break
      } else if isNameWord(word, mayBeCapitals: mayBeCapitals) || (!words.isEmpty && particles.contains(word))
      {
        words.append(word)
      } else {
        return nil
      }
    }
    return finish() ? names : nil
  }

  private static let particles: Set<Substring> = [
    "de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "dos",
    "del",
  ]

  /// Whether a word may be a part of a name: a capital, then letters, points, hyphens, apostrophes.
  private static func isNameWord(_ word: Substring, mayBeCapitals: Bool) -> Bool {
    guard let first = word.first else { return false }
    let starts = first.isUppercase || word.hasPrefix("al-") || word.hasPrefix("el-")
    guard starts, word.unicodeScalars.allSatisfy(isNameScalar) else { return false }
    // In a name's own line, "UN" and "USI" are no parts of a name; an initial is.
    if mayBeCapitals || word.contains(".") || word.count == 1 { return true }
    return word.contains(where: \.isLowercase)
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", ".", "'", "’", "-": true
    default:
      !scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
    }
  }

  /// Whether every word has a capital or is one of the small words between them.
  private static func isCapitalised(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      guard let first = word.first else { return true }
      return !first.isLetter || first.isUppercase || smallWords.contains(word) || isPost(word)
    }
  }

  private static let smallWords: Set<Substring> = [
    "of", "in", "at", "for", "the", "and", "on", "to", "de", "la", "du", "von", "with", "a", "an",
  ]

  /// Whether a post is named in the first four words.
  private static func startsWithPost(_ text: some StringProtocol) -> Bool {
    Substring(text).split(separator: " ").prefix(4).contains(where: isPost)
  }

  private static func hasPost(_ text: some StringProtocol) -> Bool {
    Substring(text).split(separator: " ").contains(where: isPost)
  }

  private static func isPost(_ word: Substring) -> Bool {
    guard (4...14).contains(word.utf8.count) else { return false }
    return posts.contains(word.lowercased())
  }

  private static let posts: Set<String> = [
    "analyst", "anchor", "associate", "author", "bureau", "candidate", "chair", "co-director", "columnist",
    "commentator", "contributor", "correspondent", "correspondents", "director", "economist", "editor",
    "editors",
    "fellow", "historian", "instructor", "journalist", "lecturer", "librarian", "photographer",
    "postdoctoral",
    "producer", "professor", "reader", "reporter", "reporters", "research", "researcher", "scholar",
    "scientist",
    "specialist", "sociologist", "staff", "student", "writer",
  ]
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// The first place where one of a few short texts stands.
  func range(ofFirst needles: [String]) -> Range<String.Index>? {
    let bytes = utf8
    var best: Range<String.Index>?
    for needle in needles {
      guard let first = needle.utf8.first else { continue }
      var from = bytes.startIndex
      while let hit = bytes[from...].firstIndex(of: first) {
        if bytes[hit...].starts(with: needle.utf8) {
          let end = bytes.index(hit, offsetBy: needle.utf8.count)
          if best.map({ hit < $0.lowerBound }) ?? true { best = hit..<end }
          break
        }
        from = bytes.index(after: hit)
      }
    }
    return best
  }
}
