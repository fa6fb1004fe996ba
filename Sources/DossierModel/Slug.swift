/// Addresses made from titles, names and paths.
///
/// A slug has lower-case letters and digits of any script, with single hyphens between words; Latin letters lose
/// their accents. It never holds two hyphens in a row, so that "name--2" is free for the second page of a list.
public enum Slug {
  /// Returns the slug of `text`, or "untitled" where it has neither letter nor digit.
  ///
  /// - Parameter limit: The most UTF-8 bytes; a longer slug is cut, at a hyphen where there is one.
  public static func make(_ text: some StringProtocol, limit: Int = 80) -> String {
    var slug = ""
    var gap = false
    for scalar in text.lowercased().unicodeScalars {
      let properties = scalar.properties
      if scalar.isASCII ? isWord(scalar) : properties.isAlphabetic || properties.numericType != nil {
        if gap, !slug.isEmpty { slug += "-" }
        gap = false
        if let plain = plainLetters[scalar] { slug += plain } else { slug.unicodeScalars.append(scalar) }
      } else if properties.generalCategory == .nonspacingMark {
        // An accent of a Latin letter goes with the letter's own; in other scripts a mark may be a vowel.
        if let last = slug.unicodeScalars.last, !last.isASCII { slug.unicodeScalars.append(scalar) }
      } else if !isJoiner(scalar) {
        gap = true
      }
    }
    return slug.isEmpty ? "untitled" : cut(slug, to: limit)
  }

  /// Returns the slug of a document's path in its folder: each part by itself, the extension left out. The name
  /// "index" is kept for lists, so a document of that name becomes "index-page".
  public static func make(path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if let last = parts.last, let dot = last.lastIndex(of: "."), dot != last.startIndex {
      parts[parts.count - 1] = String(last[..<dot])
    }
    var slugs = parts.map { make($0) }
    if slugs.last == "index" { slugs[slugs.count - 1] = "index-page" }
    return slugs.joined(separator: "/")
  }

  /// Returns the plain letters of a lower-case Latin letter with an accent: "e" for "é", "ss" for "ß".
  public static func plainLetters(of letter: Unicode.Scalar) -> String? { plainLetters[letter] }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": true
    default: false
    }
  }

  /// Apostrophes and invisible joiners belong to the word: "Ja'afari" is "jaafari".
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2BC, 0x2018, 0x2019, 0x200B...0x200F, 0xAD, 0x2060, 0xFEFF: true
    default: false
    }
  }

  private static func cut(_ slug: String, to limit: Int) -> String {
    guard slug.utf8.count > limit else { return slug }
    var bytes = 0
    var kept = String.UnicodeScalarView()
    for scalar in slug.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > limit { break }
      kept.append(scalar)
    }
    while kept.last == "-" { kept.removeLast() }
    let text = String(kept)
    if let hyphen = text.lastIndex(of: "-"), text.distance(from: text.startIndex, to: hyphen) > 20 {
      return String(text[..<hyphen])
    }
    return text
  }

  private static let plainLetters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    for (plain, accented) in latin {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()

  /// Lower-case Latin letters of Unicode's blocks Latin-1, Extended-A, Extended-B and Extended Additional, by
  /// the plain letters of their compatibility decomposition.
  private static let latin: [(String, String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ƀḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđḋḍḏḑḓ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ƒḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("ng", "ŋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
  ]
}
