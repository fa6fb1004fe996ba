/// Short forms of names that are no people's.
enum OrganisationName {
  /// Words that initials leave out.
  private static let small = Set(
    words: "of the and for to in on at de du des la le et y von der und del a an")

  /// What may follow a name and be left out.
  static let legalForms = Set(
    words:
      """
      inc incorporated corp corporation co company ltd limited plc llc llp lp ag gmbh sa nv bv spa oy ab as asa kk pty group
      holdings holding
      """)

  /// Words that say what sort of body a name is of, which short forms leave out.
  static let heads = Set(
    words:
      """
      corporation company group university college school department ministry agency institute party church bank club
      society association union federation council committee commission court bureau office organisation organization
      foundation fund centre center orchestra records airlines airways railway railways railroad newspaper team brigade
      front army forces force movement coalition alliance league service services museum hospital theatre theater press
      publishing publishers industries international systems technologies laboratories motors associates partners film films
      music fm am tv television radio network capital house government assembly parliament senate congress police command corps
      battalion regiment division militia congregation academy authority board chamber trust enterprises entertainment
      productions studios media news pharmacy stores store hotel hotels restaurant brewery electric electronics software games
      gallery library archive archives conservatory seminary abbey monastery brothers sons
      """)

  /// Whether a name may be left short of the words that follow: the beginning of "Burger King Corporation", but not of
  /// "Ubisoft Montreal", which is another body, and never a word that any body may be called by.
  static func isShortForm(_ short: ArraySlice<NameForm.Word>, of full: [NameForm.Word]) -> Bool {
    guard short.count < full.count, let last = short.last else { return false }
    // "Syrian Arab" says of what country something is, and not what.
    if short.allSatisfy({ Country.words.contains($0.letters) || $0.letters == "arab" }) { return false }
    let isBody = heads.contains(last.letters)
    let next = full[short.count].letters
    if isBody, short.count == 1 { return false }
    if legalForms.contains(next) { return true }
    if next == "of" || next == "for" { return short.contains { heads.contains($0.letters) } }
    return !isBody && heads.contains(next) && !short.contains { small.contains($0.letters) }
  }

  /// Returns how many words at the start only say where a body is, if what follows may stand without them: "Russian" of
  /// "Russian Ministry of Defence", "Montreal" of "Montreal Expos".
  static func leadingPlaces(_ words: [NameForm.Word], isPlace: (String) -> Bool) -> Int {
    // A team's name needs no list of cities.
    if let last = words.last, (2...3).contains(words.count), last.letters.hasSuffix("s"),
      last.letters.utf8.count > 4,
      last.isCapital, !last.isUpper, !heads.contains(last.letters),
      !words.contains(where: { small.contains($0.letters) })
    {
      return words.count - 1
    }
    for count in [2, 1] where words.count > count + 1 {
      if isPlace(NameForm.key(of: words[..<count])), !small.contains(words[count].letters) { return count }
    }
    return 0
  }

  /// Returns the first letters of a name's words, without small words and with them; nothing for a single word.
  static func initials(of words: ArraySlice<NameForm.Word>) -> [String] {
    guard words.count > 1 else { return [] }
    var short = ""
    var long = ""
    for word in words {
      guard let letter = word.letters.first else { continue }
      long.append(letter)
      if !small.contains(word.letters) { short.append(letter) }
    }
    return short == long ? [short] : [short, long]
  }

  /// Whether the letters of an acronym are found in order in a name's words, beginning with the first letter and
  /// with most of the words' first letters.
  static func acronym(_ letters: String, fits words: [NameForm.Word]) -> Bool {
    // "U.S. Naval Forces Central Command" is NAVCENT.
    if let first = words.first, words.count > 2, Country.words.contains(first.letters),
      letters.first != first.letters.first
    {
      return acronym(letters, fits: Array(words.dropFirst()))
    }
    guard words.count > 1 || words.first.map({ $0.letters.utf8.count > letters.utf8.count + 2 }) ?? false,
      letters.first == words.first?.letters.first
    else { return false }
    if initials(of: words[...]).contains(letters) { return true }
    // The letters are laid over the words so that as many as possible begin a word.
    let wanted = Array(letters.utf8)
    var best = [0] + [Int?](repeating: nil, count: wanted.count)
    for word in words {
      for (place, letter) in word.letters.utf8.enumerated() {
        for index in wanted.indices.reversed() where wanted[index] == letter {
          guard let before = best[index] else { continue }
          best[index + 1] = max(best[index + 1] ?? 0, before + (place == 0 ? 1 : 0))
        }
      }
    }
    let heads = best[wanted.count]
    let weighty = words.count { !small.contains($0.letters) }
    if heads.map({ $0 * 2 >= wanted.count || $0 >= max(2, weighty - 1) }) ?? false { return true }
    return isMadeOfSyllables(wanted[...], words[...])
  }

  /// Whether letters are the beginnings of some of the words, of two letters and more each: "NAV" and "CENT".
  private static func isMadeOfSyllables(_ letters: ArraySlice<UInt8>, _ words: ArraySlice<NameForm.Word>)
    -> Bool
  {
    guard !letters.isEmpty else { return true }
    for place in words.indices {
      let common = zip(letters, words[place].letters.utf8).prefix { $0 == $1 }.count
      guard common > 1 else { continue }
      // The longest beginning first: few words share a second letter too.
      if isMadeOfSyllables(letters.dropFirst(common), words[(place + 1)...]) { return true }
    }
    return false
  }

  /// Bodies that every country has.
  private static let stateBodies = Set(
    words:
      "government army navy police parliament embassy cabinet military forces ministry president presidency air"
  )

  /// Returns what "Government of Iraq" and "Iraqi Government" have in common: the body's words and the country, in any
  /// order; nothing where a name has not both.
  static func countryKey(of words: [NameForm.Word]) -> String? {
    guard (2...7).contains(words.count), words.contains(where: { stateBodies.contains($0.letters) }) else {
      return nil
    }
    var country: String?
    var rest: [String] = []
    var index = 0
    while index < words.count {
      var length = 1
      var found = Country.byWord[words[index].letters]
      // "South Korean", "Saudi Arabia": the longer name counts.
      for count in [3, 2] where index + count <= words.count {
        guard let longer = Country.byWord[NameForm.key(of: words[index..<index + count])] else { continue }
        (found, length) = (longer, count)
        break
      }
      if let found {
        guard country == nil || country == found else { return nil }
        country = found
      } else if !small.contains(words[index].letters) {
        rest.append(words[index].letters)
      }
      index += length
    }
    return country.map { $0 + " " + rest.sorted().joined(separator: " ") }
  }
}
