internal import UTF8Text

/// A word as its bytes are read: its end, its hashes, its capitals.
struct WordScan {
  var start: Int
  var end: Int
  /// The hash as written, without ignorable scalars; curly apostrophes as straight ones.
  var hash: UInt64 = 0
  /// The hash with all letters in lower case.
  var lowerHash: UInt64 = 0
  var letters = 0
  var capitals = 0
  var hasLetter: Bool { letters > 0 }
  var startsWithDigit = false
  var isCapital = false
  /// Begins with a small letter of a script that has capitals.
  var isLower = false
  /// "U.S.", "a.m."
  var isDotted = false
  /// One letter with a full stop.
  var hasFullStop = false

  /// Returns the word that begins at `start`: letters and digits, with apostrophes between letters, and with
  /// full stops and commas between digits.
  static func word(in bytes: [UInt8], from start: Int, to limit: Int) -> WordScan {
    var word = WordScan(start: start, end: start)
    var hash = WordHash()
    var lowerHash = WordHash()
    var position = start
    word.startsWithDigit = isDigit(bytes[start])
    scan: while position < limit {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        if word.letters == 0 { word.isLower = !word.startsWithDigit }
        hash.add(byte)
        lowerHash.add(byte)
        word.letters += 1
        position += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if position == start { word.isCapital = true }
        hash.add(byte)
        lowerHash.add(byte | 0x20)
        word.letters += 1
        word.capitals += 1
        position += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hash.add(byte)
        lowerHash.add(byte)
        position += 1
      case UInt8(ascii: "'"):
        guard joins(in: bytes, at: position, length: 1, limit: limit, word) else { break scan }
        hash.add(byte)
        lowerHash.add(byte)
        position += 1
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"):
        guard word.letters == 0, position + 1 < limit, isDigit(bytes[position + 1]) else { break scan }
        hash.add(byte)
        lowerHash.add(byte)
        position += 1
      case 0x80...:
        let (scalar, length) = UTF8Bytes.scalar(in: bytes, at: position)
        switch CharacterClass.of(scalar) {
        case .ignorable:
          position += length
          continue scan
        case .apostrophe:
          guard joins(in: bytes, at: position, length: length, limit: limit, word) else { break scan }
          hash.add(UInt8(ascii: "'"))
          lowerHash.add(UInt8(ascii: "'"))
        case .letter, .digit:
          word.letters += 1
          if LetterCase.isCapital(scalar) {
            if word.letters == 1 { word.isCapital = !word.startsWithDigit }
            word.capitals += 1
          } else if word.letters == 1 {
            word.isLower = !word.startsWithDigit && LetterCase.hasCapital(scalar)
          }
          for offset in 0..<length { hash.add(bytes[position + offset]) }
          LetterCase.addLower(scalar, to: &lowerHash)
        default: break scan
        }
        position += length
      default: break scan
      }
      word.end = position
    }
    word.end = max(word.end, min(position, start + 1))
    word.hash = hash.value
    word.lowerHash = lowerHash.value
    return word
  }

  /// Whether an apostrophe belongs to the word: letters on both sides, and not a short form ("'s", "'ll").
  private static func joins(in bytes: [UInt8], at position: Int, length: Int, limit: Int, _ word: WordScan)
    -> Bool
  {
    guard word.letters > 0, position + length < limit else { return false }
    let next = bytes[position + length]
    guard isLetter(next) || next >= 0xC3 && next != 0xE2 else { return false }
    return clitic(in: bytes, from: position, to: limit) == nil
  }

  /// Returns the end of "'s", "'ll", "'re", "'ve", "'d" or "'m", with a straight or curly apostrophe, at
  /// `position`.
  static func clitic(in bytes: [UInt8], from position: Int, to limit: Int) -> Int? {
    guard position + 1 < limit else { return nil }
    var next = position
    if bytes[position] == UInt8(ascii: "'") {
      next += 1
    } else if position + 3 < limit, bytes[position] == 0xE2, bytes[position + 1] == 0x80,
      bytes[position + 2] == 0x99
    {
      next += 3
    } else {
      return nil
    }
    var end = next
    while end < limit, end - next < 3, isLetter(bytes[end]) { end += 1 }
    if end < limit, bytes[end] >= 0xC3, bytes[end] != 0xE2 { return nil }
    switch end - next {
    case 1:
      switch bytes[next] | 0x20 {
      case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): return end
      default: return nil
      }
    case 2:
      let pair = (bytes[next] | 0x20, bytes[next + 1] | 0x20)
      let isShortForm =
        pair == (UInt8(ascii: "l"), UInt8(ascii: "l")) || pair == (UInt8(ascii: "r"), UInt8(ascii: "e"))
        || pair == (UInt8(ascii: "v"), UInt8(ascii: "e"))
      return isShortForm ? end : nil
    default: return nil
    }
  }

  /// Takes the full stops of "J." or "U.S." into a word of one letter.
  static func addDots(to word: inout WordScan, in bytes: [UInt8], limit: Int) {
    guard word.end < limit, bytes[word.end] == UInt8(ascii: "."), bytes[word.start] < 0x80 || word.isCapital
    else { return }
    var hash = WordHash()
    var lowerHash = WordHash()
    func add(_ byte: UInt8) {
      hash.add(byte)
      lowerHash.add(isCapital(byte) ? byte | 0x20 : byte)
    }
    for position in word.start..<word.end { add(bytes[position]) }
    var position = word.end + 1
    var letters = 1
    // Only letter, full stop, letter, full stop; a last letter may lack its own ("U.S").
    while position < limit, isLetter(bytes[position]) {
      let after = position + 1
      if after < limit, bytes[after] == UInt8(ascii: ".") {
        add(bytes[position])
        letters += 1
        if isCapital(bytes[position]) { word.capitals += 1 }
        position += 2
      } else if after == limit || !isLetter(bytes[after]) && bytes[after] < 0x80 && !isDigit(bytes[after]),
        isCapital(bytes[position]), word.isCapital
      {
        add(bytes[position])
        letters += 1
        word.capitals += 1
        position += 1
        break
      } else {
        break
      }
    }
    if letters > 1 {
      word.isDotted = true
      word.end = position
      word.letters = letters
      word.hash = hash.value
      word.lowerHash = lowerHash.value
    } else if word.isCapital {
      word.hasFullStop = true
      word.end += 1
    }
  }

  /// Returns the hash of the ASCII letters from `start` to `end` as in "Ukraine".
  static func titleCaseHash(in bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash = WordHash()
    for position in start..<end {
      let byte = bytes[position]
      hash.add(position > start && isCapital(byte) ? byte | 0x20 : byte)
    }
    return hash.value
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

  /// Whether a byte at the end of an address is the sentence's, not the address's.
  static func endsNoAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: ">"):
      true
    default: false
    }
  }
}
