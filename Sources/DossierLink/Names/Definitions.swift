internal import DossierModel

/// Two mentions that the text itself says are one: "Syrian Democratic Forces (SDF)", "Ahmed, also known as Abu Ali".
struct Definition {
  /// The indices of the mentions.
  var first: Int
  var second: Int
  /// Whether the second stands in parentheses and nothing else says that it is another name, so that the two must fit.
  var isParenthesis: Bool
}

extension Definition {
  private static let phrases: Set<String> = [
    "also known as", "known also as", "better known as", "otherwise known as", "more commonly known as",
    "commonly known as", "also called", "formerly known as", "formerly", "previously known as",
    "also spelled", "aka", "a k a",
    "now known as", "abbreviated as", "abbreviated", "known by the acronym", "alias",
    "known professionally as",
    "better known by his stage name", "better known by her stage name", "better known by the stage name",
    "real name", "or simply", "whose real name is", "whose real name was",
    "hereafter", "known as",
  ]

  /// Whether the words are "or", which joins things but not people.
  private static func isOr(_ words: String) -> Bool { words == "or" || words == "or the" }

  /// Words before another name of a person.
  private static let birthWords: Set<String> = ["born", "nee", "born as", "ne"]

  /// Returns the pairs of neighbouring mentions that the text between them joins.
  static func all(in document: Document, _ mentions: [Mention]) -> [Definition] {
    var found: [Definition] = []
    for first in mentions.indices.dropLast() {
      let (a, b) = (mentions[first].range, mentions[first + 1].range)
      guard b.start - a.end <= 60, b.start > a.end else { continue }
      var between = document.text.slice(TextRange(a.end, b.start))
      // "U.S. Central Command's (CENTCOM) task force".
      for possessive in ["'s", "\u{2019}s", "'", "\u{2019}"] where between.hasPrefix(possessive) {
        between = between.dropFirst(possessive.count)
      }
      guard let open = between.utf8.first(where: { $0 != 32 }),
        open == UInt8(ascii: "(") || open == UInt8(ascii: ",")
      else { continue }
      let words = Slug.make(between, limit: .max).split(separator: "-").joined(separator: " ")
      let isAside = open == UInt8(ascii: "(")
      if isAside, words == "untitled" || words == "the" {
        let after = document.text.slice(TextRange(b.end, document.text.utf8.count)).utf8.first
        if let after, ");,".utf8.contains(after) {
          found.append(Definition(first: first, second: first + 1, isParenthesis: true))
        }
      } else if isOr(words), mentions[first].kind != .person {
        found.append(Definition(first: first, second: first + 1, isParenthesis: false))
      } else if birthWords.contains(words), mentions[first].kind == .person,
        mentions[first + 1].kind == .person
      {
        found.append(Definition(first: first, second: first + 1, isParenthesis: false))
      } else if isAside, isLanguage(between) {
        found.append(Definition(first: first, second: first + 1, isParenthesis: false))
      } else if phrases.contains(words.hasPrefix("the ") ? String(words.dropFirst(4)) : words) {
        found.append(Definition(first: first, second: first + 1, isParenthesis: false))
      }
    }
    return found
  }

  /// Whether an aside begins with the name of a language: " (Danish: ".
  private static func isLanguage(_ between: Substring) -> Bool {
    let words = between.split(separator: " ")
    guard words.count == 1, let word = words.first, word.hasPrefix("("), word.hasSuffix(":") else {
      return false
    }
    return word.dropFirst().first?.isUppercase ?? false
  }
}
