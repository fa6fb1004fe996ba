/// The names that a text states clearly once, by which their other occurrences are known: a surname after the
/// full name, an acronym after its long form, a name after its title.
struct DocumentMemory {
  private struct Memory {
    var kind: RecognizedSpan.Kind
    var score: Float
    var entry: Gazetteer.Entry?
    var goesOn = false
    var ends = false
  }

  private var known: [UInt64: Memory] = [:]
  /// Names longer than this many words are not looked for again.
  private static let limit = 6

  /// Learns the names that were found.
  init(_ scan: TextScan) {
    for name in scan.names where name.score >= 0.6 {
      guard let kind = name.kind else { continue }
      learn(scan, name.start..<name.end, kind, name.score, name.entry)
      if kind == .person { learnParts(of: name, scan) }
    }
  }

  private mutating func learn(
    _ scan: TextScan, _ range: Range<Int>, _ kind: RecognizedSpan.Kind, _ score: Float,
    _ entry: Gazetteer.Entry?
  ) {
    var chain: UInt64 = 0
    var words = 0
    let last = range.upperBound - 1
    for index in range {
      guard DocumentMemory.isWord(scan.tokens[index]) else { continue }
      chain = WordHash.chain(chain, scan.tokens[index].hash)
      words += 1
      if words > DocumentMemory.limit { return }
      var memory = known[chain] ?? Memory(kind: kind, score: 0)
      if index < last {
        memory.goesOn = true
      } else {
        if score > memory.score || !memory.ends {
          memory.kind = kind
          memory.score = score
          memory.entry = entry
        }
        memory.ends = true
      }
      known[chain] = memory
    }
  }

  /// A person's surname, with its particle and without, and the given name where nothing else has it.
  private mutating func learnParts(of name: Candidate, _ scan: TextScan) {
    var last = name.end - 1
    while last > name.start, scan.tokens[last].has(.nameSuffix) { last -= 1 }
    guard last > name.start, name.score > 0.6 else { return }
    var start = last
    while start - 1 > name.start, scan.tokens[start - 1].kind == .hyphen { start -= 2 }
    learn(scan, start..<last + 1, .person, name.score - 0.1, nil)
    if start - 1 > name.start, scan.tokens[start - 1].has(.particle), scan.tokens[start - 1].kind == .word {
      learn(scan, start - 1..<last + 1, .person, name.score - 0.1, nil)
    }
    let first = scan.tokens[name.start]
    if first.shape.isDisjoint(with: [.initial, .single]), !first.has([.common, .startsName]) {
      learn(scan, name.start..<name.start + 1, .person, name.score - 0.2, nil)
    }
  }

  private static func isWord(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number, .clitic: true
    default: false
    }
  }

  /// Returns the longest known name that begins at `start`.
  func longestMatch(in tokens: [Token], from start: Int, to end: Int) -> Candidate? {
    var found: Candidate?
    var chain: UInt64 = 0
    var index = start
    while index < end {
      let token = tokens[index]
      if DocumentMemory.isWord(token) {
        chain = WordHash.chain(chain, token.hash)
        guard let memory = known[chain] else { return found }
        if memory.ends {
          found = Candidate(start, index + 1, memory.kind, memory.score * 0.9, .memory, entry: memory.entry)
        }
        if !memory.goesOn { return found }
      } else {
        guard token.kind == .hyphen || token.kind == .apostrophe || token.kind == .ampersand else {
          return found
        }
      }
      index += 1
    }
    return found
  }

  /// Returns the kind and score that are known for exactly these tokens.
  func exact(_ range: Range<Int>, in tokens: [Token]) -> (kind: RecognizedSpan.Kind, score: Float)? {
    guard let match = longestMatch(in: tokens, from: range.lowerBound, to: range.upperBound),
      match.end == range.upperBound, let kind = match.kind
    else { return nil }
    return (kind, match.score / 0.9)
  }
}

extension TextScan {
  /// Marks the other occurrences of the names that were found.
  mutating func recall() {
    let memory = DocumentMemory(self)
    // The same name means the same thing: what is unsure follows what is sure.
    for index in names.indices where names[index].origin == .shape && names[index].score < 0.8 {
      if let known = memory.exact(names[index].start..<names[index].end, in: tokens),
        known.score > names[index].score
      {
        names[index].kind = known.kind
      }
    }
    for range in sentences {
      sentence = range
      var index = range.lowerBound
      while index < range.upperBound {
        guard marks[index].isDisjoint(with: .taken), tokens[index].isCapital || tokens[index].has(.particle),
          let match = memory.longestMatch(in: tokens, from: index, to: range.upperBound),
          !hasMark(.taken, in: match.start..<match.end), isClear(match)
        else {
          index += 1
          continue
        }
        for token in match.start..<match.end { marks[token].insert(.taken) }
        names.append(match)
        index = match.end
      }
    }
  }

  /// Whether a remembered word may stand for the name here: a surname that is an English word ("Rice") does not
  /// at the start of a sentence, nor a word that other capitals go on.
  private func isClear(_ match: Candidate) -> Bool {
    guard match.end == match.start + 1 else { return true }
    let token = tokens[match.start]
    if token.has([.stop, .day, .month]) { return false }
    if token.has(.common), isFirst(match.start) {
      guard let after = wordAfter(match.start) else {
        return tokens.indices.contains(match.end) && tokens[match.end].kind == .clitic
      }
      return after.has(.says)
    }
    return true
  }
}
