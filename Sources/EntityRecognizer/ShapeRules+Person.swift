extension TextScan {
  /// Words that may be one person's name.
  struct PersonRun {
    var end: Int
    /// The last word that is no suffix.
    var last: Int
    /// How many words, initials and particles left out.
    var words: Int
    /// How many of them are English words and no surnames.
    var commonWords: Int
    /// How many are known given names or surnames.
    var knownWords: Int
    var hasInitial: Bool
  }

  /// Words that tell what else a name is.
  static let headClasses: WordClasses = [
    .organisationHead, .placeHead, .eventHead, .organisationSuffix, .workHead,
  ]

  /// Finds a person's name that begins at `index`.
  mutating func findPerson(at index: Int) {
    let first = tokens[index]
    let post = postBefore(index)
    if first.shape.contains(.lower), post == nil { return }
    guard isNamePart(index, first: index) || first.shape.contains(.initial) || first.shape.contains(.lower)
    else { return }
    if isWithinRun(index), post == nil { return }
    guard let run = personRun(from: index) else { return }
    guard let score = score(of: run, from: index, post: post) ?? loneScore(of: run, from: index) else {
      return
    }
    candidates.append(Candidate(index, run.end, .person, score))
  }

  /// Whether the word before is a part of the same run of capitals, so that the run was read from there.
  private func isWithinRun(_ index: Int) -> Bool {
    guard let previous = preceding(index), tokens[previous].kind == .word else { return false }
    guard tokens[previous].isCapital else { return false }
    return isNamePart(previous, first: previous) && marks[previous].isDisjoint(with: [.place, .nationality])
      && !(previous == sentence.lowerBound && tokens[previous].has(.common)
        && !tokens[previous].has(.givenName))
  }

  /// Returns the title or post straight before a word: "President", "foreign minister", "Gen.".
  private func postBefore(_ index: Int) -> Token? {
    guard let before = wordBefore(index) else { return nil }
    if before.shape.contains(.capital) { return before.has(.title) ? before : nil }
    return before.has(.post) ? before : nil
  }

  /// Whether a word can stand in a person's name.
  private func isNamePart(_ index: Int, first: Int) -> Bool {
    let token = tokens[index]
    guard token.isCapital, !token.has([.stop, .day]), !token.has(.nameSuffix) || token.has(.surname) else {
      return false
    }
    if !marks[index].isDisjoint(with: .nationality) { return false }
    if token.has(.month) {
      return index > first && token.hash == SmallWord.may || index == first && token.has(.givenName)
    }
    if token.has([.title, .titlePart]) { return token.has(.surname) && index > first }
    if token.has(TextScan.headClasses) {
      return token.has([.surname, .givenName])
        && (index > first || token.has(.givenName) && !token.has(.common))
    }
    if token.shape.contains(.allCapitals), !token.has([.surname, .givenName]) { return false }
    return true
  }

  func personRun(from index: Int) -> PersonRun? {
    var run = PersonRun(end: index, last: index, words: 0, commonWords: 0, knownWords: 0, hasInitial: false)
    var current = index
    func count(_ word: Int, into run: inout PersonRun) {
      let token = tokens[word]
      run.words += 1
      run.last = word
      run.end = word + 1
      if token.has(.common), !token.has([.surname, .givenName]) { run.commonWords += 1 }
      if token.has([.surname, .givenName]) { run.knownWords += 1 }
    }
    if tokens[index].shape.contains(.lower) {
      guard let next = following(index), tokens[next].isCapital, isNamePart(next, first: index) else {
        return nil
      }
      count(next, into: &run)
      current = next
    } else if tokens[index].shape.isDisjoint(with: [.initial, .single]) {
      count(index, into: &run)
    } else {
      run.hasInitial = true
    }
    while run.words < 5, let next = following(current) {
      let token = tokens[next]
      if token.shape.contains(.lower) {
        if token.has(.particle), let after = afterParticles(next), isNamePart(after, first: index) {
          count(after, into: &run)
          current = after
          continue
        }
        // "Kim Jong-un"
        guard !token.spaceBefore, run.words > 1, !token.has([.common, .connector, .preposition]),
          token.end - token.start < 5
        else { break }
        run.end = next + 1
        run.last = next
        current = next
        continue
      }
      if token.shape.contains(.initial) || token.shape.contains(.single), token.shape.contains(.capital) {
        guard let after = following(next), tokens[after].isCapital else { break }
        run.hasInitial = true
        current = next
        continue
      }
      if token.has(.nameSuffix), !token.has([.surname, .common]) {
        run.end = next + 1
        break
      }
      guard isNamePart(next, first: index) else { break }
      if run.words > 0, marks[next].contains(.place), !token.has([.surname, .givenName]) { break }
      count(next, into: &run)
      current = next
    }
    return run.words > 0 ? run : nil
  }

  /// Returns the capitalised word after one to three particles: "van der Berg", "al-Maliki".
  private func afterParticles(_ index: Int) -> Int? {
    var current = index
    for _ in 0..<3 {
      guard let next = following(current) else { return nil }
      if tokens[next].isCapital { return next }
      guard tokens[next].has(.particle) else { return nil }
      current = next
    }
    return nil
  }

  /// Returns how sure it is that the run is a person, or nothing.
  private func score(of run: PersonRun, from index: Int, post: Token?) -> Float? {
    let first = tokens[index]
    let last = tokens[run.last]
    let isPlace = marks[index].contains(.place) || marks[index].contains(.organisation)
    if let post {
      if run.words == 1 {
        if isPlace || marks[index].contains(.weak) { return nil }
        if first.has([.placeFront, .workOf, .titlePart]) { return nil }
        if first.has(.common) {
          guard post.shape.contains(.capital), first.has([.surname, .givenName]) else { return nil }
        }
        if first.shape.contains(.allCapitals) { return nil }
        return 0.85
      }
      if isPlace, !first.has(.givenName) { return nil }
      return run.commonWords == 0 ? 0.95 : run.commonWords < run.words ? 0.75 : nil
    }
    if first.shape.contains(.lower) { return nil }
    if run.hasInitial {
      guard run.commonWords == 0 || run.knownWords > 0, !isPlace else { return nil }
      return run.knownWords > 0 ? 0.9 : 0.7
    }
    guard run.words >= 2 else { return nil }
    if first.has(.common) {
      guard first.has(.givenName), last.has(.surname) else { return nil }
      if run.words > 2, run.knownWords == run.words { return 0.8 }
      if isFirst(index), last.has(.common) { return nil }
      return last.has(.common) ? 0.6 : 0.8
    }
    if isPlace {
      guard first.has(.givenName), last.has(.surname), run.words == 2 else { return nil }
      return marks[run.last].contains(.place) ? nil : 0.8
    }
    if last.has(TextScan.headClasses) { return first.has(.givenName) && last.has(.surname) ? 0.6 : nil }
    if first.has(.givenName) {
      return last.has(.surname) ? 0.95 : last.has(.common) ? 0.5 : 0.85
    }
    if run.commonWords > 0 { return nil }
    // Two unknown words are a person's name only about every other time.
    let known = last.has([.surname, .givenName]) || first.has(.surname)
    return actsAsPerson(index, run.end) ? (known ? 0.75 : 0.65) : (known ? 0.5 : 0.45)
  }

  /// Returns how sure it is that a single word is a person: one that no list knows but as a name, and that says
  /// something.
  private func loneScore(of run: PersonRun, from index: Int) -> Float? {
    let token = tokens[index]
    guard run.words == 1, run.end == index + 1, marks[index].isEmpty,
      token.shape.isDisjoint(with: [.allCapitals, .lower]),
      !token.has([.common, .particle]), let after = wordAfter(index), after.has(.says),
      after.shape.contains(.lower)
    else { return nil }
    if let before = wordBefore(index) {
      // "the Xyz said", "Abc Xyz said"
      guard before.shape.contains(.lower), before.hash != SmallWord.the else { return nil }
    } else if index > sentence.lowerBound, tokens[index].spaceBefore == false {
      return nil
    }
    return token.has([.surname, .givenName]) ? 0.6 : 0.5
  }

  /// Whether the words beside a run say that it acts or owns: "said", ", who", "by".
  private func actsAsPerson(_ start: Int, _ end: Int) -> Bool {
    if let after = wordAfter(end - 1) { return after.has(.says) }
    if let before = wordBefore(start), before.hash == SmallWord.by { return true }
    guard end + 1 < sentence.upperBound, tokens[end].kind == .comma else { return false }
    return tokens[end + 1].has([.says, .post]) || tokens[end + 1].kind == .number
  }
}
