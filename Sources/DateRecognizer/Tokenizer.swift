internal import UTF8Text

/// Cuts UTF-8 text into tokens in one pass over its bytes, and notes the tokens at which a date may begin.
///
/// It gives some thousand tokens at a time, always whole lines, so that they stay in the processor's cache.
struct Tokenizer {
  private let bytes: [UInt8]
  private let skipping: [Range<Int>]
  private let lexicon: Lexicon
  /// The tokens of the lines read last.
  var tokens: [Token] = []
  /// The places in `tokens` of numbers and of words that begin a date.
  private(set) var anchors: [UInt32] = []
  private var position = 0
  private var limit = 0
  private var skipped = 0
  private var spaceBefore = true
  private let classes = CharacterClass.bytes
  private static let batch = 4_096

  /// Creates a tokenizer of a text; the ranges of `skipping` (sorted, apart, at starts of scalars) become gaps.
  init(_ bytes: [UInt8], skipping: [Range<Int>], lexicon: Lexicon) {
    self.bytes = bytes
    self.skipping = skipping
    self.lexicon = lexicon
  }

  /// Reads the next lines; false at the end of the text.
  mutating func readLines() -> Bool {
    tokens.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
    while true {
      if read(to: skipped < skipping.count ? skipping[skipped].lowerBound : bytes.count) { return true }
      guard skipped < skipping.count else { return !tokens.isEmpty }
      let range = skipping[skipped]
      add(Token(start: UInt32(range.lowerBound), end: UInt32(range.upperBound), kind: .gap))
      position = range.upperBound
      skipped += 1
    }
  }

  /// Reads up to a place; true where it stopped before, at the end of a line.
  private mutating func read(to end: Int) -> Bool {
    limit = end
    while position < limit {
      let byte = bytes[position]
      var kind = classes[Int(byte)]
      var length = 1
      if kind == .beyond {
        let (scalar, bytes) = UTF8Bytes.scalar(in: bytes, at: position)
        kind = CharacterClass.of(scalar)
        length = bytes
      }
      switch kind {
      case .letter: readWord()
      case .digit: readNumber()
      case .space:
        spaceBefore = true
        position += length
      case .ignorable, .beyond: position += length
      case .lineEnd:
        append(.lineEnd, length)
        spaceBefore = true
        if tokens.count >= Tokenizer.batch { return true }
      case .hyphen: append(.hyphen, length)
      case .dash: append(.dash, length)
      case .slash: append(.slash, length)
      case .comma: append(.comma, length)
      case .fullStop: append(.fullStop, length)
      case .stop: append(.stop, length)
      case .apostrophe: append(.apostrophe, length)
      case .opener: append(.opener, length)
      case .closer: append(.closer, length)
      case .currency: append(.currency, length)
      case .percent: append(.percent, length)
      case .symbol:
        if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@"), isAddress() {
          readAddress()
        } else {
          append(.symbol, length)
        }
      }
    }
    return false
  }

  private mutating func append(_ kind: Token.Kind, _ length: Int) {
    add(Token(start: UInt32(position), end: UInt32(position + length), kind: kind))
    position += length
  }

  @inline(__always)
  private mutating func add(_ token: Token) {
    var token = token
    if spaceBefore { token.shape.insert(.spaceBefore) }
    spaceBefore = false
    tokens.append(token)
  }

  /// Returns whether the mark at `position` is that of "http://" or "name@house.org".
  private func isAddress() -> Bool {
    guard !spaceBefore else { return false }
    if bytes[position] == UInt8(ascii: "@") { return true }
    return position + 2 < limit && bytes[position + 1] == UInt8(ascii: "/")
      && bytes[position + 2] == UInt8(ascii: "/")
  }

  /// Reads the rest of an address, up to space, as one token.
  private mutating func readAddress() {
    let start = position
    while position < limit, bytes[position] > 32 { position += 1 }
    add(Token(start: UInt32(start), end: UInt32(position), kind: .gap))
  }

  private mutating func readWord() {
    let start = position
    var end = start
    var hash: UInt64 = 0
    // The bit that tells small letters from capitals, of any letter.
    var small: UInt8 = 0
    var isForeign = false
    while end < limit {
      let byte = bytes[end]
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
        hash = Lexicon.hash(hash, byte)
        small |= byte
        end += 1
        continue
      }
      let kind = classes[Int(byte)]
      if kind == .digit {
        hash = Lexicon.hash(hash ^ Lexicon.digitMark, byte)
        end += 1
      } else if kind == .letter {
        isForeign = true
        end += 1
      } else {
        guard kind == .beyond, let length = lengthOfLetters(at: end, &isForeign) else { break }
        end += length
      }
    }
    position = end
    // Joiners and marks at the end are no part.
    if isForeign || bytes[end - 1] >= 0x80 { end = trimmed(start, end) }
    var token = Token(start: UInt32(start), end: UInt32(end), kind: .word)
    let first = bytes[start]
    if first &- UInt8(ascii: "A") < 26 {
      token.shape.insert(.capital)
      if small & 0x20 == 0, end - start > 1 { token.shape.insert(.allCapitals) }
    } else if end - start > 4, bytes[end - 1] == UInt8(ascii: "d"), bytes[end - 2] == UInt8(ascii: "e") {
      token.shape.insert(.past)
    }
    if !isForeign { token.lexeme = lexicon.place(of: hash) }
    if token.lexeme != 0, lexicon.begins[Int(token.lexeme)] { anchors.append(UInt32(tokens.count)) }
    add(token)
  }

  /// Returns how many bytes of one letter or joiner beyond ASCII stand at `position`, or nothing for another
  /// character.
  private func lengthOfLetters(at position: Int, _ isForeign: inout Bool) -> Int? {
    let (scalar, length) = UTF8Bytes.scalar(in: bytes, at: position)
    switch CharacterClass.of(scalar) {
    case .ignorable: return length
    case .letter:
      isForeign = true
      return length
    default: return nil
    }
  }

  /// Returns the end of a word without the joiners and marks that close it.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1, bytes[end - 1] >= 0x80 {
      var first = end - 1
      while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      guard CharacterClass.of(UTF8Bytes.scalar(in: bytes, at: first).0) == .ignorable, first > start
      else {
        return end
      }
      end = first
    }
    return end
  }

  private mutating func readNumber() {
    let start = position
    var value: Int32 = 0
    var digits = 0
    func isDigit(_ index: Int) -> Bool { index < limit && classes[Int(bytes[index])] == .digit }
    func readDigits() {
      while isDigit(position) {
        value = value > Token.highest / 10 ? Token.highest : value * 10 + Int32(bytes[position] - 48)
        digits += 1
        position += 1
      }
    }
    readDigits()
    var token = Token(start: UInt32(start), end: UInt32(position), kind: .number)
    // "2,014" is one number; "21,2014" is not.
    while digits <= 3 || token.shape.contains(.grouped), position < limit,
      bytes[position] == UInt8(ascii: ","), isDigit(position + 1), isDigit(position + 2),
      isDigit(position + 3),
      !isDigit(position + 4)
    {
      position += 1
      readDigits()
      token.shape.insert(.grouped)
    }
    token.value = min(value, Token.highest)
    token.digits = UInt8(min(digits, 255))
    token.end = UInt32(position)
    let letters = suffix()
    if letters > 0 {
      token.kind = .mixed
      let first = bytes[position] | 0x20
      let second = letters > 1 ? bytes[position + 1] | 0x20 : 0
      if letters == 1, first == UInt8(ascii: "s") {
        token.kind = .plural
      } else if letters == 2 {
        switch (first, second) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
          (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
          token.kind = .ordinal
        default: break
        }
      }
      position += letters
      token.end = UInt32(position)
    }
    anchors.append(UInt32(tokens.count))
    add(token)
  }

  /// Returns how many bytes of letters and digits follow the number at once.
  private func suffix() -> Int {
    var end = position
    while end < limit {
      switch classes[Int(bytes[end])] {
      case .letter, .digit: end += 1
      case .beyond:
        let (scalar, length) = UTF8Bytes.scalar(in: bytes, at: end)
        guard CharacterClass.of(scalar) == .letter else { return end - position }
        end += length
      default: return end - position
      }
    }
    return end - position
  }
}
