/// The words of a text, taken one after the other.
struct Words {
  private(set) var text: Substring

  init(_ text: Substring) { self.text = text.drop { $0 == " " } }

  /// The first word; nothing at the end.
  var first: Substring? {
    let word = text.prefix { $0 != " " }
    return word.isEmpty ? nil : word
  }

  mutating func drop() { text = text.drop { $0 != " " }.drop { $0 == " " } }

  /// Whether there is nothing but words for where in a country: "northern", "the north of".
  var areDirections: Bool {
    text.split(separator: " ").allSatisfy {
      StatedCountry.directions.contains($0.lowercased())
        || ["the", "of", "neighbouring", "neighboring", "nearby", "rural"].contains($0.lowercased())
        || $0.hasSuffix("-held") || $0.hasSuffix("-controlled")
    }
  }

  /// Skips "a border town", "the second-largest city"; false, and nothing skipped, where there is none.
  mutating func skipDescription(needsArticle: Bool = true) -> Bool {
    var rest = self
    if let word = rest.first, ["a", "an", "the"].contains(word.lowercased()) {
      rest.drop()
    } else if needsArticle {
      return false
    }
    for _ in 0..<5 {
      guard let word = rest.first else { return false }
      let bare = word.prefix { !",.;:)\u{201D}\"".contains($0) }
      if StatedCountry.sorts.contains(bare.lowercased()) {
        rest.drop()
        // "a port city": the last noun counts.
        while let next = rest.first, StatedCountry.sorts.contains(next.lowercased()) { rest.drop() }
        self = rest
        return true
      }
      guard StatedCountry.isModifier(word) else { return false }
      rest.drop()
    }
    return false
  }
}

extension StatedCountry {
  /// The country of the adjective that ends a text: "North Korean"; nothing where it is that of two.
  static func country(ofAdjective words: [Substring]) -> String? {
    for count in stride(from: min(3, words.count), through: 1, by: -1) {
      var name = words.suffix(count).joined(separator: " ")
      if count == 1 { name = name.filter { $0 != "." } }
      if let country = adjectives[name] { return country.isEmpty ? nil : country }
    }
    return nil
  }

  static func isModifier(_ word: Substring) -> Bool {
    let word = word.lowercased()
    return modifiers.contains(word) || directions.contains(word) || sorts.contains(word)
      || word.hasSuffix("-held") || word.hasSuffix("-controlled") || word.hasSuffix("-largest")
      || word.hasSuffix("-biggest")
  }

  private static let adjectives: [String: String] = {
    var adjectives = [
      "US": "United States", "USA": "United States", "UK": "United Kingdom", "English": "United Kingdom",
      "Scottish": "United Kingdom", "Welsh": "United Kingdom", "Northern Irish": "United Kingdom",
      "Argentinian": "Argentina", "Kosovar": "Kosovo", "Slovakian": "Slovakia",
      "Saudi Arabian": "Saudi Arabia",
      "Filipino": "Philippines", "New Zealand": "New Zealand",
    ]
    for country in Country.all {
      adjectives[country.adjective] = adjectives[country.adjective] ?? country.name
    }
    // Of two countries, or of a people in several.
    for word in ["Congolese", "Dominican", "Turkmen", "Turkish Cypriot", "Ethnic"] { adjectives[word] = "" }
    return adjectives
  }()

  /// Adjectives that may tell who lives in a village, and not where it is.
  static let peoples: Set<String> = [
    "Albanian", "Armenian", "Azerbaijani", "Georgian", "Greek", "Hungarian", "Kazakh", "Kyrgyz",
    "Palestinian",
    "Russian", "Serbian", "Somali", "Tajik", "Turkish", "Uzbek",
  ]

  static let directions = Set(
    words:
      """
      north south east west northern southern eastern western central northeast northwest southeast southwest
      north-east north-west south-east south-west northeastern northwestern southeastern southwestern north-eastern
      north-western south-eastern south-western
      """)

  /// What a place may be called.
  static let sorts = Set(
    words:
      """
      city town village province region governorate port capital district municipality island state prefecture county
      resort suburb oblast canton
      """)

  static let modifiers = Set(
    words:
      """
      second third fourth fifth largest biggest main major ancient historic historical old holy provincial regional
      commercial industrial strategic key small large border coastal mountain mountainous desert oil port seaside
      southernmost northernmost capital commercial predominantly besieged war-torn embattled populous most former
      important remote rural nearby tiny home
      """)

  /// Words that may open a sentence before the place where it happens.
  static let openers = Set(
    words: "in at from near around outside inside after before since to for on of over across while")

  /// Words that may follow a place and do not make it a part of what comes next.
  static let followers = Set(
    words:
      """
      on in where when while during after before to with from for by at since until as who which that and or but
      near under against through between because following amid over about into
      """)
}
