extension TextScan {
  /// Finds the gazetteer's names in the sentence.
  mutating func findListedNames(isHeadline: Bool) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard tokens[index].has(.startsName), tokens[index].kind == .word || tokens[index].kind == .number,
        let (end, entry) = lists.gazetteer.longestMatch(in: tokens, from: index, to: sentence.upperBound)
      else {
        index += 1
        continue
      }
      add(entry, index..<end, isHeadline: isHeadline)
      index = end
    }
  }

  private mutating func add(_ entry: Gazetteer.Entry, _ range: Range<Int>, isHeadline: Bool) {
    let index = range.lowerBound
    let isShort = range.count == 1
    let token = tokens[index]
    // "WHO" and "US" in a shout are words.
    if isShort, token.shape.contains(.allCapitals), token.has(.common), isAmongCapitals(index) { return }
    switch entry.group {
    case .nationality:
      mark(range, .nationality)
      candidates.append(Candidate(index, range.upperBound, nil, 1, .list, entry: entry))
    case .country, .region:
      mark(range, .place)
      let isWord = isShort && token.has(.common) && (isFirst(index) || isHeadline)
      let score: Float = isWord ? 0.6 : 0.95
      candidates.append(Candidate(index, range.upperBound, .place, score, .list, entry: entry))
    case .city:
      addCity(entry, range, isHeadline: isHeadline)
    case .organisation:
      if isShort, token.has(.common), !token.shape.contains(.allCapitals), isFirst(index) || isHeadline {
        return
      }
      mark(range, .organisation)
      candidates.append(Candidate(index, range.upperBound, .organisation, 0.9, .list, entry: entry))
      addOwner(to: range)
    case .event:
      if isShort, token.has(.common), isFirst(index) || isHeadline { return }
      candidates.append(Candidate(index, range.upperBound, .event, 0.9, .list, entry: entry))
    }
  }

  /// "U.S. Federal Reserve", "House of Commons of Canada": a body known by its own name, with its country.
  private mutating func addOwner(to range: Range<Int>) {
    guard tokens[range.upperBound - 1].has(.common),
      range.count > 1 || tokens[range.lowerBound].has(.organisationHead)
    else { return }
    var start = range.lowerBound
    while let previous = preceding(start), tokens[previous].isCapital, marks[previous].contains(.place),
      start - previous < 2, range.lowerBound - previous <= 3
    {
      start = previous
    }
    if start < range.lowerBound {
      candidates.append(Candidate(start, range.upperBound, .organisation, 0.85))
    } else if let name = nameAfterConnector(at: range.upperBound, onlyOf: true),
      let (end, entry) = lists.gazetteer.longestMatch(in: tokens, from: name, to: sentence.upperBound),
      entry.group == .country || entry.group == .region
    {
      candidates.append(Candidate(range.lowerBound, end, .organisation, 0.85))
    }
  }

  /// A city that may be a common word or a person's name counts only where something beside it says "place".
  private mutating func addCity(_ entry: Gazetteer.Entry, _ range: Range<Int>, isHeadline: Bool) {
    let index = range.lowerBound
    let token = tokens[index]
    let isShort = range.count == 1
    let isWord = isShort && token.has([.common, .month, .day, .stop, .title, .organisationHead])
    let isPerson = isShort && token.has([.givenName, .surname])
    if !isWord, entry.isMajor || !isPerson {
      if entry.isMajor { mark(range, .place) } else { mark(range, .weak) }
      candidates.append(
        Candidate(index, range.upperBound, .place, entry.isMajor ? 0.9 : 0.8, .list, entry: entry))
      return
    }
    guard !isHeadline, hasPlaceSupport(range) else { return }
    mark(range, .weak)
    candidates.append(Candidate(index, range.upperBound, .place, 0.7, .list, entry: entry))
  }

  /// Whether the words beside a range say that it is a place: "in Reading", "the town of Bath", "Nice, France".
  func hasPlaceSupport(_ range: Range<Int>) -> Bool {
    if let before = wordBefore(range.lowerBound) {
      if before.has(.preposition), before.shape.contains(.lower) {
        // "in Will Smith's house": the capitals go on.
        if let after = wordAfter(range.upperBound - 1), after.isCapital, !after.has([.day, .month, .stop]) {
          return false
        }
        return true
      }
      if before.hash == SmallWord.of, range.lowerBound - 2 >= sentence.lowerBound,
        tokens[range.lowerBound - 2].has(.placeNoun)
      {
        return true
      }
    }
    return isBeforePlace(range.upperBound)
  }

  /// Whether ", Country" stands at `index`.
  func isBeforePlace(_ index: Int) -> Bool {
    guard index + 1 < sentence.upperBound, tokens[index].kind == .comma, !tokens[index].spaceBefore else {
      return false
    }
    return marks[index + 1].contains(.place)
      || tokens[index + 1].has(.startsName) && startsMajorPlace(index + 1)
  }

  private func startsMajorPlace(_ index: Int) -> Bool {
    guard let (_, entry) = lists.gazetteer.longestMatch(in: tokens, from: index, to: sentence.upperBound)
    else {
      return false
    }
    return entry.group == .country || entry.group == .region || entry.group == .city && entry.isMajor
  }

  /// Whether a word in capitals stands among others.
  private func isAmongCapitals(_ index: Int) -> Bool {
    func shouts(_ other: Int) -> Bool {
      guard sentence.contains(other) else { return false }
      let token = tokens[other]
      return token.shape.contains(.allCapitals) && token.end - token.start > 2
        && (token.has([.common, .stop, .connector]) || token.end - token.start > 6)
    }
    return shouts(index - 1) || shouts(index + 1)
  }

  private mutating func mark(_ range: Range<Int>, _ mark: Marks) {
    for index in range { marks[index].insert(mark) }
  }
}
