extension TextScan {
  /// Chooses among the candidates of the sentence: the longest first, of equally long ones the surest, of
  /// equally sure ones the first. What is chosen keeps its tokens.
  mutating func choose() {
    for index in candidates.indices { candidates[index] = trimmed(candidates[index]) }
    candidates.sort { a, b in
      let (long, other) = (a.end - a.start, b.end - b.start)
      if long != other { return long > other }
      if a.score != b.score { return a.score > b.score }
      return a.start < b.start
    }
    for candidate in candidates where candidate.start < candidate.end {
      guard candidate.score >= TextScan.threshold, !hasMark(.taken, in: candidate.start..<candidate.end)
      else { continue }
      for index in candidate.start..<candidate.end { marks[index].insert(.taken) }
      if candidate.kind != nil { names.append(candidate) }
    }
  }

  /// Below this a candidate is dropped.
  static let threshold: Float = 0.5

  /// Returns the candidate without "the", "'s" and marks at its ends.
  private func trimmed(_ candidate: Candidate) -> Candidate {
    var candidate = candidate
    while candidate.start < candidate.end {
      let token = tokens[candidate.end - 1]
      guard token.kind != .word, token.kind != .number else { break }
      candidate.end -= 1
    }
    while candidate.start < candidate.end {
      let token = tokens[candidate.start]
      guard
        token.hash == SmallWord.the || token.hash == SmallWord.capitalThe
          || token.kind != .word && token.kind != .number
      else { break }
      candidate.start += 1
    }
    return candidate
  }
}
