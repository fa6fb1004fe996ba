/// What the features of a token ask of its sentence: the runs of capitals, the listed names, the headline.
struct SentenceView {
  /// One token's place in its sentence.
  struct Place {
    /// The run of capitals around the token, in tokens; empty where it is in none.
    var runStart: Int32 = 0
    var runEnd: Int32 = 0
    /// The listed name that the token is in: its group, and whether the token is its first, inner, last or only
    /// one; zero where there is none.
    var listed: UInt8 = 0
    var flags: Flags = []
    var isInRun: Bool { runEnd > runStart }
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let first = Flags(rawValue: 1)
    static let bracketed = Flags(rawValue: 2)
    static let quoted = Flags(rawValue: 4)
    /// An acronym whose letters begin the words of the name before its bracket, or a word of that name.
    static let acronym = Flags(rawValue: 8)
    /// The listed name is a whole run of capitals.
    static let wholeRun = Flags(rawValue: 16)
  }

  let tokens: [Token]
  let bytes: [UInt8]
  let lists: NameLists
  private(set) var sentence: Range<Int> = 0..<0
  /// The places of the sentence's tokens, from its first.
  private(set) var places: [Place] = []
  /// The listed names in the sentence.
  private(set) var listed: [(tokens: Range<Int>, entry: Gazetteer.Entry)] = []
  /// 0 for prose, 1 for a headline with capitals, 2 for one in capitals only.
  private(set) var headline: UInt8 = 0

  init(bytes: [UInt8], tokens: [Token], lists: NameLists) {
    self.bytes = bytes
    self.tokens = tokens
    self.lists = lists
  }

  func place(_ index: Int) -> Place { places[index - sentence.lowerBound] }

  /// Looks at a sentence.
  mutating func look(at range: Range<Int>, isHeading: Bool = false) {
    sentence = range
    places.removeAll(keepingCapacity: true)
    for _ in range { places.append(Place()) }
    headline = headlineKind(isHeading: isHeading)
    findRuns()
    findListed()
    markSurroundings()
  }

  /// Headlines have few small words beyond the smallest ones.
  private func headlineKind(isHeading: Bool) -> UInt8 {
    var long = 0
    var capitals = 0
    var shouts = 0
    for index in sentence {
      let token = tokens[index]
      guard token.kind == .word, token.end - token.start >= 4 else { continue }
      long += 1
      if token.shape.contains(.capital) { capitals += 1 }
      if token.shape.contains(.allCapitals) { shouts += 1 }
    }
    guard long >= 3 || isHeading && long > 1 else { return 0 }
    if shouts * 10 >= long * 9 { return 2 }
    return capitals * 5 >= long * 4 ? 1 : 0
  }

  /// Whether a token may stand in a run of capitals.
  private func isInRun(_ index: Int, first: Int) -> Bool {
    let token = tokens[index]
    guard token.isCapital || token.shape.contains(.initial) else { return false }
    if index == first, token.has([.stop, .starter]) { return false }
    if headline > 0, token.has([.common, .stop, .starter]) { return false }
    return true
  }

  private mutating func findRuns() {
    var first = sentence.lowerBound
    while first < sentence.upperBound, tokens[first].kind != .word { first += 1 }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isInRun(index, first: first) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound {
        if tokens[end].spaceBefore, isInRun(end, first: first) {
          end += 1
        } else if end + 1 < sentence.upperBound, joins(end), isInRun(end + 1, first: first) {
          end += 2
        } else if end + 2 < sentence.upperBound, tokens[end].has(.particle), tokens[end].spaceBefore,
          tokens[end + 1].kind == .hyphen, isInRun(end + 2, first: first)
        {
          end += 3
        } else {
          break
        }
      }
      for place in index..<end {
        places[place - sentence.lowerBound].runStart = Int32(index)
        places[place - sentence.lowerBound].runEnd = Int32(end)
      }
      index = end
    }
  }

  /// Whether the token joins the capitals on both sides: a hyphen, "&", "van".
  private func joins(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .hyphen: return !token.spaceBefore && !tokens[index + 1].spaceBefore && !token.shape.contains(.dash)
    case .ampersand: return true
    case .word: return token.spaceBefore && token.has(.particle) && tokens[index + 1].spaceBefore
    default: return false
    }
  }

  private mutating func findListed() {
    listed.removeAll(keepingCapacity: true)
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard tokens[index].has(.startsName), tokens[index].kind == .word || tokens[index].kind == .number,
        let (end, entry) = lists.gazetteer.longestMatch(in: tokens, from: index, to: sentence.upperBound)
      else {
        index += 1
        continue
      }
      listed.append((index..<end, entry))
      let group = (entry.group.rawValue &+ 1) &* 2 &+ (entry.isMajor ? 1 : 0)
      let run = places[index - sentence.lowerBound]
      let isWhole = run.isInRun && Int(run.runStart) == index && Int(run.runEnd) == end
      for token in index..<end {
        let part = Label.Part(of: token, in: index..<end)
        places[token - sentence.lowerBound].listed = group << 2 | part.rawValue
        if isWhole { places[token - sentence.lowerBound].flags.insert(.wholeRun) }
      }
      index = end
    }
  }

  private mutating func markSurroundings() {
    var isFirst = true
    var isBracketed = false
    var isQuoted = false
    for index in sentence {
      let token = tokens[index]
      let place = index - sentence.lowerBound
      if isBracketed { places[place].flags.insert(.bracketed) }
      if isQuoted { places[place].flags.insert(.quoted) }
      switch token.kind {
      case .word, .number:
        if isFirst { places[place].flags.insert(.first) }
        isFirst = false
      case .opener where token.shape.contains(.round):
        isBracketed = true
        markAcronym(at: index)
      case .opener where !token.shape.contains(.square):
        isQuoted = true
        isFirst = true
      case .closer:
        isBracketed = false
        isQuoted = false
      case .quote:
        isQuoted.toggle()
        if isQuoted { isFirst = true }
      default: break
      }
    }
  }

  /// Marks "Syrian Democratic Forces (SDF)": the letters begin the words before the bracket.
  private mutating func markAcronym(at bracket: Int) {
    guard bracket + 2 < sentence.upperBound, tokens[bracket + 1].shape.contains(.allCapitals),
      tokens[bracket + 2].kind == .closer
    else { return }
    let acronym = tokens[bracket + 1]
    var letters: [UInt8] = []
    for index in Int(acronym.start)..<Int(acronym.end) where bytes[index] &- 65 < 26 {
      letters.append(bytes[index])
    }
    guard letters.count >= 2, letters.count <= 8 else { return }
    var index = bracket
    var start = bracket
    var letter = letters.count - 1
    while letter >= 0, index > sentence.lowerBound, bracket - index < 14 {
      index -= 1
      let token = tokens[index]
      guard token.kind == .word else {
        if token.kind == .hyphen || token.kind == .clitic || token.kind == .ampersand { continue }
        break
      }
      if bytes[Int(token.start)] & 0xDF == letters[letter] {
        letter -= 1
        start = index
      } else if !token.shape.contains(.lower) || token.end - token.start > 4 {
        break
      }
    }
    guard letter < 0 else { return }
    places[bracket + 1 - sentence.lowerBound].flags.insert(.acronym)
    for index in start..<bracket { places[index - sentence.lowerBound].flags.insert(.acronym) }
  }
}
