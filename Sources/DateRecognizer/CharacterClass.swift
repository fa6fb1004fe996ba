/// What a scalar is to the tokenizer.
enum CharacterClass: UInt8, Sendable {
  case letter
  case digit
  case space
  case lineEnd
  /// Soft hyphens, joiners and direction marks: part of the word they stand in, and not of its hash.
  case ignorable
  case hyphen
  case dash
  case slash
  case comma
  case fullStop
  case stop
  case apostrophe
  case opener
  case closer
  case currency
  case percent
  case symbol
  /// The first byte of a scalar beyond ASCII.
  case beyond

  /// The class of every byte.
  static let bytes: [CharacterClass] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x80...0xFF: .beyond
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 10: .lineEnd
    case 9, 11, 12, 13, 32: .space
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .fullStop
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): .stop
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "("), UInt8(ascii: "["): .opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closer
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "%"): .percent
    default: .symbol
    }
  }

  /// Returns the class of a scalar beyond ASCII. Whatever is not listed is taken as a letter: no word with such
  /// a letter is in the lexicon.
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F: .ignorable
    case 0x2028, 0x2029: .lineEnd
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .dash
    case 0x2018, 0x2019, 0x2BC, 0x2BB: .apostrophe
    case 0xA2...0xA5, 0x20A0...0x20CF: .currency
    case 0x203C, 0x203D, 0x2026, 0x2047...0x2049, 0x61F, 0x6D4, 0x964, 0x3002, 0xFF01, 0xFF0E, 0xFF1F: .stop
    case 0x60C, 0x3001, 0xFF0C: .comma
    case 0xFF08: .opener
    case 0xFF09: .closer
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: .symbol
    case 0x2016...0x206F, 0x20D0...0x2BFF, 0x3003...0x3020, 0xFE10...0xFE6F, 0xFFF0...0xFFFF,
      0x1F000...0x1FAFF:
      .symbol
    default: .letter
    }
  }
}
