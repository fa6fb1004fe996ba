internal import DossierModel

/// The country that a text states for a place, right where it names the place.
///
/// - After it: "Mosul, Iraq", "Mosul (Iraq)", "Mosul in northern Iraq", "Mosul, a city in Iraq", "Dallas, Texas".
/// - Before it: "the northern Iraqi city of Mosul", "Iraq's second city, Mosul", "Iraq's Mosul".
///
/// What may as well be a list ("Baghdad, Iran and Syria"), or a country that acts ("In Geneva, Iran said"), states nothing.
enum StatedCountry {
  /// What a text says.
  struct Statement {
    let country: String
    /// Whether the words say that it is a place, too: "Iraq's Anbar province". "Norway's Statoil" need not be one, and an
    /// embassy is not in the country whose it is, so "Iraq's Mosul" only proves what is known.
    var isSure = true
  }

  /// The most bytes that are looked at on either side of a name.
  private static let reach = 120

  /// - Parameters:
  ///   - number: The mention's number in the document.
  ///   - holders: For each entity, the country that it names where it follows a place.
  ///   - isGovernment: Whether the place may stand for a government.
  /// - Complexity: O(1).
  static func statement(
    ofMention number: Int, in document: BriefingDocument, holders: [String?], isGovernment: Bool
  ) -> Statement? {
    let sentence = document.mentionSentences[number]
    guard document.annotation.sentences.indices.contains(sentence) else { return nil }
    let text = Surroundings(
      document: document, sentence: document.annotation.sentences[sentence], holders: holders)
    return text.countryAfter(number, isGovernment: isGovernment).map { Statement(country: $0) }
      ?? text.countryBefore(number)
  }

  /// A document's text, as far as it is looked at.
  private struct Surroundings {
    let document: BriefingDocument
    let sentence: TextRange
    let holders: [String?]

    // MARK: - After the name

    func countryAfter(_ number: Int, isGovernment: Bool) -> String? {
      let next = number + 1
      guard let holder = holder(next), let link = link(number, next) else { return nil }
      let rest = withoutSort(link)
      let isInBrackets = rest.hasPrefix(" (")
      let isAfterComma = rest.hasPrefix(", ")
      var phrase = Words(rest.drop { " (,".contains($0) })
      if isAfterComma, phrase.skipDescription() {
        guard phrase.first == "in" || phrase.first == "of" else { return nil }
        phrase.drop()
        return phrase.areDirections ? boundary(after: next, isLoose: true, holder) : nil
      }
      let isWithin = phrase.first == "in"
      if isWithin {
        guard !isGovernment else { return nil }
        phrase.drop()
      } else if !isInBrackets, !isAfterComma {
        return nil
      }
      guard phrase.areDirections, !rest.contains(where: { ";:.\n".contains($0) }) else { return nil }
      if isInBrackets { return after(next).hasPrefix(")") ? holder : nil }
      if isWithin { return boundary(after: next, isLoose: true, holder) }
      // ", Iraq's second city": what follows says whether the country or a thing of its is meant.
      if let owned = possessive(after: next) {
        var words = Words(owned)
        return words.skipDescription(needsArticle: false) ? holder : nil
      }
      return isInList(number, next) ? nil : boundary(after: next, isLoose: !isIntroduction(number), holder)
    }

    /// "Idlib province, Syria" without "province".
    private func withoutSort(_ link: Substring) -> Substring {
      guard link.first == " " else { return link }
      let word = link.dropFirst().prefix { !" ,(".contains($0) }
      return StatedCountry.sorts.contains(word.lowercased()) ? link[word.endIndex...] : link
    }

    /// Whether the names beside a place and a country make a list of the three.
    private func isInList(_ number: Int, _ next: Int) -> Bool {
      // "Iran, Baghdad, Syria", but not "Raqqa, Syria, Mosul, Iraq".
      if holder(number - 1) != nil, let link = link(number - 1, number), isListing(link) {
        let isPair = link == ", " || link == " and " || link == ", and "
        let isAfterPair =
          number > 1 && sameSentence(number - 2) && holder(number - 2) == nil
          && self.link(number - 2, number - 1) == ", "
        if !(isPair && isAfterPair) { return true }
      }
      guard sameSentence(next + 1), let link = link(next, next + 1), isListing(link) else { return false }
      if holder(next + 1) != nil { return true }
      // "Paris, Germany and London" may be three places; "Mosul, Iraq, and Raqqa, Syria" are two.
      return link == " and " || link == " or "
        ? !(holder(next + 2) != nil && self.link(next + 1, next + 2) == ", ") : false
    }

    private func isListing(_ link: Substring) -> Bool {
      [", ", " and ", ", and ", " or ", ", or ", " & ", "/"].contains(String(link))
    }

    /// Whether a place is all that stands before the first comma: "In Geneva, Iran said".
    private func isIntroduction(_ number: Int) -> Bool {
      let before = document.document.text.slice(
        TextRange(max(sentence.start, start(number) - StatedCountry.reach), start(number)))
      var words = before.split(separator: " ").suffix(4)
      if let comma = words.lastIndex(where: { ",;:\u{2014}\u{2013}".contains($0.last ?? " ") }) {
        words = words[words.index(after: comma)...]
      } else if words.count == 4 {
        return false
      }
      return words.first.map { StatedCountry.openers.contains($0.lowercased()) } ?? false
    }

    /// Returns the country unless what follows shows that it does something or is a part of another name.
    private func boundary(after number: Int, isLoose: Bool, _ country: String) -> String? {
      let after = after(number)
      guard let first = after.first else { return country }
      if ",.;:)!?\u{2014}\u{2013}\u{201D}\"\n]".contains(first) { return country }
      guard isLoose, first == " ", let word = Words(after).first else { return nil }
      let isDash = word == "\u{2014}" || word == "\u{2013}" || word == "-" || word.hasPrefix("(")
      return isDash || StatedCountry.followers.contains(word.lowercased()) ? country : nil
    }

    // MARK: - Before the name

    func countryBefore(_ number: Int) -> Statement? {
      let start = start(number)
      let from = max(sentence.start, start - StatedCountry.reach)
      let text = document.document.text.slice(TextRange(from, start))
      guard text.last == " " else { return nil }
      // Few names have such a word before them, and the rest is not worth looking at.
      let bytes = text.utf8.dropLast()
      let wordBefore = text[(bytes.lastIndex(of: 32) ?? text.startIndex)...].dropLast().drop { $0 == " " }
      guard
        wordBefore == "of" || wordBefore.utf8.last == UInt8(ascii: "s")
          || StatedCountry.sorts.contains(wordBefore.prefix { $0 != "," }.lowercased())
      else { return nil }
      var words = text.split(separator: " ", omittingEmptySubsequences: true)
      // A word cut by the reach is no word.
      if from > sentence.start, !words.isEmpty { words.removeFirst() }
      let last = words.last
      if let last, let owner = owner(last, before: number) {
        return endsName(number) ? Statement(country: owner, isSure: isCalledPlace(number)) : nil
      }
      if last == "of" { words.removeLast() }
      guard var noun = words.popLast() else { return nil }
      if noun.last == "," {
        guard last != "of" else { return nil }
        noun.removeLast()
      }
      guard StatedCountry.sorts.contains(noun.lowercased()) else { return nil }
      let isSmall = ["village", "town", "district"].contains(noun.lowercased())
      for _ in 0..<5 {
        guard let word = words.last else { return nil }
        if let owner = owner(word, before: number) { return Statement(country: owner) }
        if let country = StatedCountry.country(ofAdjective: words) {
          // "an Armenian village" may be one of Armenians.
          return isSmall && StatedCountry.peoples.contains(String(word)) ? nil : Statement(country: country)
        }
        guard StatedCountry.isModifier(word) else { return nil }
        words.removeLast()
      }
      return nil
    }

    /// The country whose name ends a text, with an apostrophe: "Iraq's".
    private func owner(_ word: Substring, before number: Int) -> String? {
      let bare = word.withoutPossessive
      guard bare.utf8.count < word.utf8.count else { return nil }
      let end = document.document.text.utf8Offset(of: bare.endIndex)
      let withApostrophe = document.document.text.utf8Offset(of: word.endIndex)
      var previous = number - 1
      while previous >= 0, sameSentence(previous), number - previous <= 3 {
        let range = document.annotation.mentions[previous].range
        if range.end == end || range.end == withApostrophe { return holder(previous) }
        previous -= 1
      }
      return nil
    }

    /// "Anbar province", "Tak Province".
    private func isCalledPlace(_ number: Int) -> Bool {
      let name = document.document.text.slice(document.annotation.mentions[number].range)
      let next = after(number).drop { $0 == " " }.prefix { $0.isLetter }
      return [name.split(separator: " ").last ?? "", next].contains {
        StatedCountry.sorts.contains($0.lowercased())
      }
    }

    /// Whether a name stands by itself, and not before the noun that is meant: "Turkey's Idlib operation".
    private func endsName(_ number: Int) -> Bool {
      let after = after(number)
      guard let first = after.first, first == " " else { return true }
      guard let word = Words(after).first?.prefix(while: { !",.;:)!?".contains($0) }).lowercased() else {
        return true
      }
      return StatedCountry.followers.contains(word) || StatedCountry.sorts.contains(word)
    }

    // MARK: - Text and mentions

    private func start(_ number: Int) -> Int { document.annotation.mentions[number].range.start }

    private func sameSentence(_ number: Int) -> Bool {
      document.annotation.mentions.indices.contains(number)
        && sentence.contains(document.annotation.mentions[number].range)
    }

    private func holder(_ number: Int) -> String? {
      sameSentence(number) ? holders[document.mentionEntities[number]] : nil
    }

    /// The text between two mentions, if it is short.
    private func link(_ first: Int, _ second: Int) -> Substring? {
      let range = TextRange(document.annotation.mentions[first].range.end, start(second))
      return range.length <= StatedCountry.reach ? document.document.text.slice(range) : nil
    }

    private func after(_ number: Int) -> Substring {
      let end = document.annotation.mentions[number].range.end
      return document.document.text.slice(
        TextRange(end, min(sentence.end, end + StatedCountry.reach)))
    }

    private func possessive(after number: Int) -> Substring? {
      let after = after(number)
      let range = document.annotation.mentions[number].range
      if document.document.text.slice(range).withoutPossessive.utf8.count < range.length { return after }
      for ending in ["'s ", "\u{2019}s "] where after.hasPrefix(ending) { return after.dropFirst(2) }
      return nil
    }
  }
}

extension String {
  fileprivate func utf8Offset(of index: Index) -> Int { utf8.distance(from: startIndex, to: index) }
}
