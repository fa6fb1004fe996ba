internal import DossierModel

/// A name as written, taken apart for comparison.
struct NameForm: Sendable {
  /// A word of a name.
  struct Word: Equatable, Sendable {
    /// Its letters and digits in small letters, without accents and apostrophes: "jaafari".
    var letters: String
    /// Whether it begins with a capital.
    var isCapital = false
    /// Whether it has no small letter: "NATO", "W".
    var isUpper = false
    /// Whether a hyphen binds it to the word before.
    var isJoined = false
    /// Whether it stands in quotation marks: a nickname.
    var isQuoted = false
    /// Whether an apostrophe stands within it, other than of "O'Brien".
    var hasApostrophe = false
    /// The letters as they sound, whichever way a name from another script was spelled.
    var sound = ""
    /// Whether its spelling shows that it comes from another script.
    var isTransliterated = false

    /// Whether two words are one, but for the way of spelling a name from another script.
    static func == (a: Word, b: Word) -> Bool {
      a.letters == b.letters || (a.isTransliterated || b.isTransliterated) && a.sound == b.sound
    }

    /// Whether it is a single letter: "J" of "J. K. Rowling".
    var isInitial: Bool { letters.utf8.count == 1 && isUpper }
  }

  /// The name with single spaces and straight apostrophes, without invisible characters.
  let text: String
  let words: [Word]
  /// The letters of all words but "the", run together: what is left when spelling differs in case, accents, spaces
  /// and punctuation.
  let key: String
  /// The same of the words' sounds, without articles; nothing where the name shows no other script.
  let soundKey: String?

  /// Takes a name apart.
  ///
  /// - Parameter keepsInitials: Whether the letters of "J.K." are words by themselves, as in people's names, or one,
  ///   as in "U.S.".
  init(_ name: some StringProtocol, keepsInitials: Bool) {
    text = NameForm.tidied(name)
    var words = NameForm.words(of: text, keepsInitials: keepsInitials)
    if words.count > 1, words[0].letters == "the" { words.removeFirst() }
    for index in words.indices {
      let article =
        index > 0 && Transliteration.articles.contains(words[index - 1].letters) ? words[index - 1] : nil
      words[index].hear(afterArticle: article.map { words[index].isJoined || !$0.isCapital } ?? false)
    }
    self.words = words
    let sounds = words.enumerated().filter {
      $0.offset == words.count - 1 || !Transliteration.articles.contains($0.element.letters)
    }.map(\.element.sound)
    soundKey =
      words.contains(where: \.isTransliterated) && sounds.joined().utf8.count > 3
      ? sounds.joined() : nil
    key = NameForm.fullKey(of: words[...])
  }

  /// Returns the letters of words, run together.
  static func key(of words: some Sequence<Word>) -> String { words.reduce(into: "") { $0 += $1.letters } }

  /// Returns the same with the place before the others in full: "U.S. Department of State" is "United States
  /// Department of State".
  static func fullKey(of words: ArraySlice<Word>) -> String {
    guard words.count > 1, let first = words.first, first.isUpper, let full = places[first.letters] else {
      return key(of: words)
    }
    return full + key(of: words.dropFirst())
  }

  private static let places = [
    "us": "unitedstates", "usa": "unitedstates", "uk": "unitedkingdom", "un": "unitednations",
    "eu": "europeanunion",
  ]

  /// Whether it is one word of two to eight capitals, perhaps with digits: "SDF".
  var isAcronym: Bool {
    words.count == 1 && words[0].isUpper && (2...8).contains(words[0].letters.utf8.count)
  }
}

extension NameForm {
  /// Returns a name as written, with single spaces and straight apostrophes and without invisible characters and the
  /// possessive at its end.
  static func tidied(_ text: some StringProtocol) -> String {
    var last: UInt8 = 0
    let isTidy = text.utf8.allSatisfy { byte in
      defer { last = byte }
      return byte > 32 && byte < 127 && byte != UInt8(ascii: "'")
        || byte == 32 && last != 32 && last != UInt8(ascii: "-")
    }
    if isTidy { return String(text) }
    var name = String.UnicodeScalarView()
    var gap = false
    func append(_ scalar: Unicode.Scalar) {
      if gap { name.append(" ") }
      gap = false
      name.append(scalar)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: continue
      case 0x2018, 0x2019, 0x2BC, 0x2BE, 0x2BF, 0x60, 0xB4: append("'")
      case 0x2010...0x2013: append("-")
      default:
        // A line that was broken after a hyphen: "al- Jaafari".
        if scalar.properties.isWhitespace { gap = !name.isEmpty && name.last != "-" } else { append(scalar) }
      }
    }
    let tidy = String(name)
    for ending in ["'s", "'S", "'"] where tidy.hasSuffix(ending) && tidy.utf8.count > ending.utf8.count + 1 {
      return String(tidy.dropLast(ending.count))
    }
    return tidy
  }

  private static func words(of text: String, keepsInitials: Bool) -> [Word] {
    var words: [Word] = []
    var raw = String.UnicodeScalarView()
    var isJoined = false
    var isQuoted = false
    func close() {
      guard !raw.isEmpty else { return }
      let word = String(raw)
      raw.removeAll()
      let slug = Slug.make(word, limit: .max)
      // "C++" and "C#" are no "C".
      let letters =
        (slug == "untitled" && word.lowercased() != slug ? "" : slug) + word.filter { "+#".contains($0) }
      guard !letters.isEmpty else { return }
      words.append(
        Word(
          letters: letters, isCapital: word.unicodeScalars.first?.properties.isUppercase ?? false,
          isUpper: word != word.lowercased() && word == word.uppercased(), isJoined: isJoined,
          isQuoted: isQuoted,
          hasApostrophe: word.dropFirst(2).contains("'") && !word.hasSuffix("'s")))
      isJoined = false
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case ".":
        // "U.S." is one word, "St." ends here, and so does each letter of a person's "J.K.".
        if keepsInitials || raw.count > 1 && !raw.allSatisfy(\.properties.isUppercase) { close() }
      case "'": if !raw.isEmpty { raw.append(scalar) }
      case "&":
        close()
        words.append(Word(letters: "and"))
      case "-":
        close()
        isJoined = !words.isEmpty
      case "\"", "\u{201C}", "\u{201D}":
        close()
        isQuoted.toggle()
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark || scalar == "+" || scalar == "#"
        {
          raw.append(scalar)
        } else {
          close()
        }
      }
    }
    close()
    return words
  }
}
