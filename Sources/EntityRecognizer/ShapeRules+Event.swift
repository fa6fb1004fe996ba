extension TextScan {
  /// Finds an event or a work at `index`: "Battle of Kursk", "Winter Olympics", "Hurricane Katrina", "Geneva
  /// Convention".
  mutating func findEvent(at index: Int) {
    let token = tokens[index]
    if token.has([.eventHead, .workHead]) {
      let start = runStart(before: index, limit: 5)
      if start < index, !(start == index - 1 && isFirst(start) && tokens[start].has(.common)) {
        let kind: RecognizedSpan.Kind = token.has(.eventHead) ? .event : .other
        candidates.append(Candidate(withYear(start), index + 1, kind, 0.75))
      }
    }
    if token.has([.eventOf, .workOf]), let name = nameAfterConnector(at: index + 1, onlyOf: true) {
      let kind: RecognizedSpan.Kind = token.has(.eventOf) ? .event : .other
      candidates.append(Candidate(index, capitalRunEnd(from: name), kind, 0.75))
    }
    if token.has(.eventFront), let next = following(index), tokens[next].isCapital, !tokens[next].has(.stop) {
      candidates.append(Candidate(index, capitalRunEnd(from: next), .event, 0.8))
    }
  }

  /// Finds "2005 New York City mayoral election": a year, a place or people, small words, "election".
  mutating func findElection(endingAt index: Int) {
    guard SmallWord.election.contains(tokens[index].hash) else { return }
    var current = index - 1
    while current > sentence.lowerBound, index - current <= 3, tokens[current].shape.contains(.lower) {
      current -= 1
    }
    guard current > sentence.lowerBound, current < index, tokens[current].isCapital else { return }
    let start = runStart(before: current + 1, limit: 6)
    let withYear = withYear(start)
    guard withYear < start, hasMark([.place, .nationality, .weak], in: start..<current + 1) else { return }
    candidates.append(Candidate(withYear, index + 1, .event, 0.8))
  }

  /// Takes the year of "2012 Summer Olympics" into the name.
  private func withYear(_ start: Int) -> Int {
    let year = start - 1
    guard year >= sentence.lowerBound, tokens[year].shape.contains(.year), tokens[start].spaceBefore else {
      return start
    }
    return year
  }
}
