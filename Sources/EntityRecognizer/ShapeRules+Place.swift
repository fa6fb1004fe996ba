extension TextScan {
  /// Finds a place at `index`: "Korean Peninsula", "Mount Kenya", "Strait of Hormuz", "Baidoa, Somalia".
  mutating func findPlace(at index: Int) {
    let token = tokens[index]
    if token.has(.placeHead) {
      let start = runStart(before: index, limit: 4)
      if start < index { candidates.append(Candidate(start, index + 1, .place, 0.78)) }
    }
    if token.has(.placeFront), let next = following(index), tokens[next].isCapital, tokens[next].spaceBefore,
      !tokens[next].has([.stop, .day, .month, .title]), marks[next].isDisjoint(with: .nationality)
    {
      candidates.append(Candidate(index, next + 1, .place, 0.7))
    }
    if token.has(.placeOf), let name = nameAfterConnector(at: index + 1, onlyOf: true) {
      candidates.append(Candidate(index, capitalRunEnd(from: name), .place, 0.8))
    }
    findTown(at: index)
    findUnknownPlace(at: index)
  }

  /// Finds "Bonita Springs, Florida": words that may be anything, before a comma and a country or state.
  private mutating func findTown(at index: Int) {
    guard !tokens[index].has([.stop, .day, .month, .title, .post]),
      marks[index].isDisjoint(with: [.nationality, .organisation]),
      !(isFirst(index) && tokens[index].has(.common))
    else { return }
    if let previous = preceding(index), tokens[previous].isCapital { return }
    var last = index
    while last < index + 4, let next = following(last), tokens[next].isCapital,
      !tokens[next].has([.stop, .day, .month])
    { last = next }
    guard last < index + 3, isBeforePlace(last + 1),
      marks[last].isDisjoint(with: [.nationality, .organisation])
    else { return }
    let isPerson = tokens[index].has(.givenName) && tokens[last].has(.surname) && last > index
    if tokens[last].has([.organisationHead, .eventHead, .organisationSuffix]) || isPerson { return }
    candidates.append(Candidate(index, last + 1, .place, 0.86))
  }

  /// Finds an unknown name that the words beside it make a place: "in Orakzai", "the town of Baidoa", "Helmand
  /// province".
  private mutating func findUnknownPlace(at index: Int) {
    guard canBeUnknownPlace(index) else { return }
    if let previous = preceding(index), tokens[previous].isCapital, !tokens[previous].has([.stop, .starter]) {
      return
    }
    var last = index
    while last < index + 3, let next = following(last), canBeUnknownPlace(next) { last = next }
    // More capitals of another sort go on: no place by itself.
    if let next = following(last), tokens[next].isCapital, !tokens[next].has([.day, .month, .stop]) {
      return
    }
    let end = last + 1
    if let after = wordAfter(last), after.has(.placeNoun), after.shape.contains(.lower) {
      candidates.append(Candidate(index, end, .place, 0.75))
      return
    }
    guard let before = wordBefore(index), before.shape.contains(.lower) else { return }
    if before.has(.direction) {
      candidates.append(Candidate(index, end, .place, 0.7))
    } else if before.hash == SmallWord.of, index - 2 >= sentence.lowerBound, tokens[index - 2].has(.placeNoun)
    {
      candidates.append(Candidate(index, end, .place, 0.8))
    } else if before.hash == SmallWord.in || before.has(.preposition) {
      candidates.append(Candidate(index, end, .place, before.hash == SmallWord.in ? 0.65 : 0.5))
    }
  }

  private func canBeUnknownPlace(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.isCapital && marks[index].isEmpty
      && token.shape.isDisjoint(with: [.initial, .single, .dotted, .allCapitals])
      && !token.has([
        .common, .stop, .day, .month, .title, .titlePart, .organisationHead, .organisationSuffix, .eventHead,
        .workHead,
      ])
  }
}
