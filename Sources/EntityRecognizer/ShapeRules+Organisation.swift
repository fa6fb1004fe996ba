extension TextScan {
  /// Finds an organisation whose telling word is at `index`: "Ministry", "University", "Ltd", or an acronym.
  mutating func findOrganisation(at index: Int) {
    let token = tokens[index]
    if token.has(.organisationSuffix) {
      let start = runStart(before: index, limit: 6)
      if start < index { candidates.append(Candidate(start, withSuffixes(index), .organisation, 0.9)) }
    }
    if token.has(.organisationHead) {
      let start = runStart(before: index, limit: 6)
      let end = continuation(after: index)
      if start < index || end > index + 1 {
        let onlyWord = start == index - 1 && isFirst(start) && tokens[start].has(.common)
        candidates.append(Candidate(start, end, .organisation, onlyWord ? 0.6 : 0.85))
      }
    }
    findUnknownAcronym(at: index)
  }

  /// Returns where a run of words with capitals begins that ends before the word at `index`.
  func runStart(before index: Int, limit: Int) -> Int {
    var start = index
    var current = index
    for _ in 0..<limit {
      guard let previous = preceding(current) else { break }
      let token = tokens[previous]
      switch token.kind {
      case .word where token.isCapital:
        if token.has([.stop, .day, .month]) || token.shape.contains(.initial) { return start }
        if token.has(.title), !token.has(.titlePart), !token.has(.organisationHead) { return start }
        if token.has(.starter), isFirst(previous) { return start }
        start = previous
        current = previous
      case .word:
        // "Food and Agriculture Organization", but "Iran and European Union"
        guard token.hash == SmallWord.and, tokens[current].has(.common), let before = preceding(previous),
          tokens[before].isCapital, tokens[before].has(.common), !tokens[before].has(.stop),
          marks[before].isEmpty,
          !isFirst(before)
        else { return start }
        start = before
        current = before
      case .ampersand, .clitic, .apostrophe:
        // "People's Party", "Workers' Party", but "Iran's Foreign Ministry"
        let before = previous - 1
        guard before >= sentence.lowerBound, tokens[before].isCapital, !tokens[before].has(.stop),
          token.kind == .ampersand || tokens[before].has(.common) && marks[before].isEmpty
        else { return start }
        start = before
        current = before
      default: return start
      }
    }
    return start
  }

  /// Returns the end of "Co. Ltd."
  private func withSuffixes(_ index: Int) -> Int {
    var end = index + 1
    while end < sentence.upperBound, end < index + 3, tokens[end].isCapital,
      tokens[end].has(.organisationSuffix)
    {
      end += 1
    }
    return end
  }

  /// Returns the end of "Ministry of Foreign Affairs", "Front for the Liberation of Palestine"; the token after
  /// `index` where nothing goes on.
  private func continuation(after index: Int) -> Int {
    var end = index + 1
    if tokens[index].has(.organisationSuffix) { end = withSuffixes(index) }
    guard tokens[index].has(.organisationOf) else { return end }
    for _ in 0..<3 {
      guard let next = nameAfterConnector(at: end) else { return end }
      end = capitalRunEnd(from: next)
      guard tokens[end - 1].has(.common), marks[end - 1].isEmpty else { return end }
    }
    return end
  }

  /// Returns the capitalised word behind "of", "for" or "on", and perhaps "the", at `index`.
  func nameAfterConnector(at index: Int, onlyOf: Bool = false) -> Int? {
    guard index + 1 < sentence.upperBound, tokens[index].kind == .word, tokens[index].spaceBefore else {
      return nil
    }
    let hash = tokens[index].hash
    guard hash == SmallWord.of || !onlyOf && (hash == SmallWord.for || hash == SmallWord.on) else {
      return nil
    }
    var next = index + 1
    if tokens[next].hash == SmallWord.the { next += 1 }
    guard next < sentence.upperBound, tokens[next].isCapital, !tokens[next].has([.stop, .day, .month]) else {
      return nil
    }
    return next
  }

  /// Returns the end of a run of capitalised words from `index`, with "and" between common ones ("Trade and
  /// Industry").
  func capitalRunEnd(from index: Int) -> Int {
    var current = index
    for _ in 0..<6 {
      guard let next = following(current) else { break }
      let token = tokens[next]
      if token.isCapital {
        if token.has([.stop, .day, .month, .title]) && !token.has(.titlePart) { break }
        // "Bank of America Corp.", but "Party of Canada | Member"
        if marks[current].contains(.place), !marks[next].contains(.place), !token.has(TextScan.headClasses) {
          break
        }
        current = next
      } else if token.hash == SmallWord.and, tokens[current].has(.common),
        marks[current].isDisjoint(with: .listed),
        let after = following(next), tokens[after].isCapital, tokens[after].has(.common),
        marks[after].isDisjoint(with: .listed)
      {
        current = after
      } else {
        break
      }
    }
    return current + 1
  }
}

extension TextScan {
  /// Finds "Syrian Democratic Forces (SDF)": an acronym in brackets whose letters begin the words before.
  mutating func findAcronym(inBracketsAt index: Int) {
    guard tokens[index].shape.contains(.round), index + 2 < sentence.upperBound, index > sentence.lowerBound
    else { return }
    let acronym = tokens[index + 1]
    let length = Int(acronym.end - acronym.start)
    guard acronym.kind == .word, acronym.shape.contains(.allCapitals), (2...8).contains(length),
      tokens[index + 2].kind == .closer
    else { return }
    let letters = bytes[Int(acronym.start)..<Int(acronym.end)].filter { WordScan.isCapital($0) }
    var remaining = letters.count
    var current = index - 1
    var first: Int?
    // From the last word back; small words may be without a letter.
    for _ in 0..<(letters.count * 2 + 2) where remaining > 0 {
      guard current >= sentence.lowerBound, tokens[current].kind != .closer else { break }
      let token = tokens[current]
      if token.kind == .word {
        let initial = bytes[Int(token.start)]
        if token.isCapital {
          guard initial == letters[remaining - 1] else { break }
          remaining -= 1
          first = current
        } else if remaining > 1, initial ^ 0x20 == letters[remaining - 1] {
          remaining -= 1
        }
      }
      current -= 1
    }
    guard remaining == 0, let first, first < index - 1 else { return }
    candidates.append(Candidate(first, index, .organisation, 0.9))
    candidates.append(Candidate(index + 1, index + 2, .organisation, 0.9))
  }

  /// Finds an acronym that no list knows: two to six capitals.
  private mutating func findUnknownAcronym(at index: Int) {
    let token = tokens[index]
    guard token.shape.contains(.allCapitals), (3...6).contains(token.end - token.start),
      !token.has([.stop, .common]),
      marks[index].isEmpty, isWordLike(token), !isBesideCapitals(index)
    else { return }
    let hasArticle =
      wordBefore(index).map { $0.hash == SmallWord.the || $0.hash == SmallWord.capitalThe } ?? false
    candidates.append(Candidate(index, index + 1, .organisation, hasArticle ? 0.7 : 0.5))
  }

  /// Whether a word in capitals stands beside another: a shout or a name in capitals, no acronym.
  private func isBesideCapitals(_ index: Int) -> Bool {
    func isShouted(_ other: Int) -> Bool {
      guard sentence.contains(other), tokens[other].kind == .word else { return false }
      return tokens[other].shape.contains(.allCapitals) && marks[other].isEmpty
    }
    return isShouted(index - 1) || isShouted(index + 1)
  }

  /// Whether a word in capitals has letters only and is no Roman number.
  private func isWordLike(_ token: Token) -> Bool {
    var isNumeral = true
    for position in Int(token.start)..<Int(token.end) {
      switch bytes[position] {
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"),
        UInt8(ascii: "D"), UInt8(ascii: "M"):
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return false
      default: isNumeral = false
      }
    }
    return !isNumeral
  }
}
