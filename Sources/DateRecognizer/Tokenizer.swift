/// Cuts UTF-8 text into tokens in one pass over its bytes, and notes the tokens at which a date may begin.
struct Tokenizer {
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private(set) var tokens: [Token] = []
  /// The places in `tokens` of numbers and of words that begin a date.
  private(set) var anchors: [UInt32] = []
  private var position = 0
  private var limit = 0
  private var spaceBefore = true
  private let classes = CharacterClass.bytes

  /// Reads the text; the ranges of `skipping` (sorted, apart, at starts of scalars) become gaps.
  init(_ bytes: [UInt8], skipping: [Range<Int>], lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    tokens.reserveCapacity(bytes.count / 5 + 16)
    for range in skipping {
      read(to: range.lowerBound)
      add(Token(start: UInt32(range.lowerBound), end: UInt32(range.upperBound), kind: .gap))
      position = range.upperBound
    }
    read(to: bytes.count)
  }

  private mutating func read(to end: Int) {
    limit = end
    while position < limit {
      let byte = bytes[position]
      var kind = classes[Int(byte)]
      var length = 1
      if kind == .beyond {
        let (scalar, bytes) = CharacterClass.scalar(in: bytes, at: position)
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
    var end = position
    var hash = Lexicon.seed
    var letters = 0
    var capitals = 0
    var isForeign = false
    var last: UInt8 = 0
    var last2: UInt8 = 0
    scan: while position < limit {
      let byte = bytes[position]
      switch classes[Int(byte)] {
      case .letter:
        hash = Lexicon.hash(hash, byte | 0x20)
        capitals += byte < 0x60 ? 1 : 0
        letters += 1
        last2 = last
        last = byte
      case .digit: hash = Lexicon.hash(hash, byte)
      case .beyond:
        let (scalar, length) = CharacterClass.scalar(in: bytes, at: position)
        let kind = CharacterClass.of(scalar)
        if kind == .ignorable {
          position += length
          continue scan
        }
        guard kind == .letter else { break scan }
        isForeign = true
        position += length
        end = position
        continue scan
      default: break scan
      }
      position += 1
      end = position
    }
    var token = Token(start: UInt32(start), end: UInt32(end), kind: .word)
    let first = bytes[start]
    if first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") {
      token.shape.insert(.capital)
      if letters > 1, capitals == letters { token.shape.insert(.allCapitals) }
    } else if last == UInt8(ascii: "d"), last2 == UInt8(ascii: "e"), letters > 4 {
      token.shape.insert(.past)
    }
    if !isForeign, end - start < 24 { token.lexeme = lexicon.place(of: hash) }
    if token.lexeme != 0, !lexicon.lexemes[Int(token.lexeme)].classes.isDisjoint(with: .begins) {
      anchors.append(UInt32(tokens.count))
    }
    add(token)
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
        let (scalar, length) = CharacterClass.scalar(in: bytes, at: end)
        guard CharacterClass.of(scalar) == .letter else { return end - position }
        end += length
      default: return end - position
      }
    }
    return end - position
  }
}
