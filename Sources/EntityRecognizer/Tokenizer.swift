internal import UTF8Text

/// Cuts UTF-8 text into tokens, in one pass over its bytes.
///
/// A word keeps apostrophes ("Ja'afari"), the full stops of initials and acronyms ("U.S.") and those of known
/// abbreviations ("Gen."); hyphens stand by themselves, so that "UK-France" is two words.
struct Tokenizer {
  private let bytes: [UInt8]
  private let lists: NameLists
  private var tokens: [Token] = []
  private var position = 0
  /// Where the words end: the text's end, or the next skipped range.
  private var limit = 0
  private var spaceBefore = true

  /// Returns the tokens of `bytes`, in which the ranges of `skipping` (sorted, apart) become code.
  static func tokens(of bytes: [UInt8], skipping: [Range<Int>], lists: NameLists) -> [Token] {
    var tokenizer = Tokenizer(bytes: bytes, lists: lists)
    tokenizer.tokens.reserveCapacity(bytes.count / 5 + 16)
    for range in skipping {
      tokenizer.read(to: range.lowerBound)
      tokenizer.skip(to: range.upperBound)
    }
    tokenizer.read(to: bytes.count)
    return tokenizer.tokens
  }

  private init(bytes: [UInt8], lists: NameLists) {
    self.bytes = bytes
    self.lists = lists
  }

  private mutating func read(to end: Int) {
    limit = end
    while position < limit {
      let (kind, length) = character(at: position)
      switch kind {
      case .space:
        spaceBefore = true
        position += length
      case .ignorable:
        position += length
      case .letter, .digit:
        readWord()
      case .lineEnd:
        append(.lineEnd, length: length)
        spaceBefore = true
      case .hyphen: append(.hyphen, length: length, shape: isDash(length) ? .dash : [])
      case .apostrophe: append(.apostrophe, length: length)
      case .ampersand: append(.ampersand, length: length)
      case .comma: append(.comma, length: length)
      case .fullStop, .foreignFullStop: append(.terminator, length: length)
      case .exclamation: append(.terminator, length: length, shape: .exclaims)
      case .ellipsis: append(.terminator, length: length, shape: .ellipsis)
      case .wideFullStop: append(.terminator, length: length, shape: .needsNoSpace)
      case .wideExclamation: append(.terminator, length: length, shape: [.needsNoSpace, .exclaims])
      case .opener: append(.opener, length: length, shape: bracket(at: position))
      case .closer: append(.closer, length: length, shape: bracket(at: position))
      case .quote: append(.quote, length: length)
      case .footnote: append(.symbol, length: length, shape: .footnote)
      case .symbol: append(.symbol, length: length)
      }
    }
  }

  /// Makes one token of each line of the skipped bytes, without the space at its ends.
  private mutating func skip(to end: Int) {
    while position < end {
      if bytes[position] == 10 {
        append(.lineEnd, length: 1)
        spaceBefore = true
        continue
      }
      if bytes[position] <= 32 {
        spaceBefore = true
        position += 1
        continue
      }
      let start = position
      while position < end, bytes[position] != 10 { position += 1 }
      var last = position
      while bytes[last - 1] <= 32 { last -= 1 }
      add(Token(start: UInt32(start), end: UInt32(last), kind: .code))
      if last < position { spaceBefore = true }
    }
  }

  /// Whether the mark is longer than a hyphen (U+2010 and U+2011 are hyphens).
  private func isDash(_ length: Int) -> Bool { length == 3 && bytes[position + 2] > 0x91 }

  private func bracket(at position: Int) -> Token.Shape {
    switch bytes[position] {
    case UInt8(ascii: "["), UInt8(ascii: "]"): .square
    case UInt8(ascii: "("), UInt8(ascii: ")"): .round
    default: []
    }
  }

  private mutating func append(_ kind: Token.Kind, length: Int, shape: Token.Shape = []) {
    var token = Token(start: UInt32(position), end: UInt32(position + length), kind: kind, shape: shape)
    var hash = WordHash()
    for offset in 0..<length { hash.add(bytes[position + offset]) }
    token.lowerHash = hash.value
    add(token)
    position += length
  }

  private mutating func add(_ token: Token) {
    var token = token
    if spaceBefore { token.shape.insert(.spaceBefore) }
    spaceBefore = false
    tokens.append(token)
  }

  @inline(__always)
  private func character(at position: Int) -> (CharacterClass, Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (CharacterClass.ascii[Int(byte)], 1) }
    let (scalar, length) = UTF8Bytes.scalar(in: bytes, at: position)
    return (CharacterClass.of(scalar), length)
  }
}

extension Tokenizer {
  private mutating func readWord() {
    var word = WordScan.word(in: bytes, from: position, to: limit)
    if isAddress(endingAt: word.end) {
      readAddress(from: word.start)
      return
    }
    var token = Token(start: UInt32(word.start), end: UInt32(word.end), kind: .word)
    token.lowerHash = word.lowerHash
    if !word.hasLetter {
      token.kind = .number
      token.hash = word.hash
      token.classes = lists.classes(of: word.hash)
      if word.end - word.start == 4 { token.shape.insert(.year) }
      position = word.end
      add(token)
      return
    }
    if word.startsWithDigit { token.kind = .number }
    if word.isCapital { token.shape.insert(.capital) } else if word.isLower { token.shape.insert(.lower) }
    if word.letters >= 2, word.capitals == word.letters, word.isCapital { token.shape.insert(.allCapitals) }
    if word.capitals > (word.isCapital ? 1 : 0), !token.shape.contains(.allCapitals) {
      token.shape.insert(.mixed)
    }
    if word.letters == 1 { token.shape.insert(.single) }
    if word.letters == 1, !word.startsWithDigit { WordScan.addDots(to: &word, in: bytes, limit: limit) }
    token.end = UInt32(word.end)
    token.lowerHash = word.lowerHash
    if word.isDotted {
      token.shape.insert([.dotted, .fullStop])
      token.shape.remove(.single)
      if word.capitals > 1 { token.shape.insert(.allCapitals) }
    } else if word.hasFullStop {
      token.shape.insert([.initial, .fullStop])
    }
    lookUp(word, &token)
    if !word.isDotted, !word.hasFullStop { addFullStop(to: &token) }
    position = Int(token.end)
    add(token)
    if let end = WordScan.clitic(in: bytes, from: position, to: limit) {
      var hash = WordHash()
      hash.add(bytes[end - 1])
      var clitic = Token(start: UInt32(position), end: UInt32(end), hash: hash.value, kind: .clitic)
      clitic.lowerHash = hash.value ^ 1
      add(clitic)
      position = end
    }
  }

  /// Sets the token's hash and classes from the lists.
  @inline(__always)
  private func lookUp(_ word: WordScan, _ token: inout Token) {
    token.hash = word.hash
    token.classes = lists.classes(of: word.hash)
    token.cluster = lists.cluster(of: word.lowerHash)
    guard token.shape.contains(.capital) else { return }
    if token.shape.contains(.allCapitals), word.letters > 3, !word.isDotted,
      token.classes.isDisjoint(with: [.startsName])
    {
      // "UKRAINE" is looked up as "Ukraine".
      let hash = WordScan.titleCaseHash(in: bytes, word.start, word.end)
      let classes = lists.classes(of: hash)
      if !classes.isEmpty {
        token.hash = hash
        token.classes.formUnion(classes)
      }
    }
    if word.lowerHash != word.hash {
      let lower = lists.classes(of: word.lowerHash)
      token.classes.formUnion(lower.intersection([.common, .direction, .post]))
    }
  }

  /// Takes the full stop of a known abbreviation into the token.
  @inline(__always)
  private func addFullStop(to token: inout Token) {
    let end = Int(token.end)
    guard end < limit, bytes[end] == UInt8(ascii: "."),
      token.has([.abbreviation, .finalAbbreviation, .numberSign])
    else { return }
    if token.has(.numberSign) {
      // "No. 5", "Dec. 6", but "I said no." and "Dec." may end a sentence.
      var next = end + 1
      while next < limit, bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t") { next += 1 }
      let isNumber = next < limit && WordScan.isDigit(bytes[next])
      guard isNumber || token.has(.month) else { return }
    }
    token.end += 1
    token.shape.insert(.fullStop)
  }

  /// Whether the word is the beginning of an address: "https://…", "name@host", "www.…".
  @inline(__always)
  private func isAddress(endingAt end: Int) -> Bool {
    if position > 0, bytes[position - 1] == UInt8(ascii: "@") { return true }
    guard end + 1 < limit else { return false }
    switch bytes[end] {
    case UInt8(ascii: "@"): return true
    case UInt8(ascii: ":"): return end + 2 < limit && bytes[end + 1] == 0x2F && bytes[end + 2] == 0x2F
    case UInt8(ascii: "."):
      return end - position == 3 && bytes[position] | 0x20 == 0x77 && bytes[end - 1] | 0x20 == 0x77
    default: return false
    }
  }

  private mutating func readAddress(from start: Int) {
    var end = start
    scan: while end < limit {
      let (kind, length) = character(at: end)
      switch kind {
      case .space, .lineEnd, .quote, .opener: break scan
      default: end += length
      }
    }
    while end > start + 1, WordScan.endsNoAddress(bytes[end - 1]) { end -= 1 }
    // Never within a scalar.
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    position = end
    add(Token(start: UInt32(start), end: UInt32(end), kind: .address))
  }
}
