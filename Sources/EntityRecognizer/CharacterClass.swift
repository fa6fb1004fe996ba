/// What a scalar is to the tokenizer.
enum CharacterClass: UInt8, Sendable {
  case letter
  case digit
  case space
  case lineEnd
  /// Soft hyphens, joiners and direction marks: part of the word they stand in, and not of its hash.
  case ignorable
  case hyphen
  case apostrophe
  case ampersand
  case comma
  case fullStop
  case exclamation
  case ellipsis
  case wideFullStop
  case wideExclamation
  case foreignFullStop
  case opener
  case closer
  case quote
  case footnote
  case symbol

  /// The class of every ASCII byte.
  static let ascii: [CharacterClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "\n"): .lineEnd
    case 9, 11, 12, 13, 32: .space
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .fullStop
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .exclamation
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closer
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "*"): .footnote
    default: .symbol
    }
  }

  /// Returns the class of a scalar beyond ASCII. Whatever is not listed is taken as a letter, so that no script
  /// falls apart.
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: .ignorable
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212: .hyphen
    case 0x2019, 0x2BC, 0x2BB, 0x2018: .apostrophe
    case 0x60C, 0x3001, 0xFF0C: .comma
    case 0x2026: .ellipsis
    case 0x3002, 0xFF0E, 0xFF61: .wideFullStop
    case 0xFF01, 0xFF1F: .wideExclamation
    case 0x61F, 0x203C, 0x203D, 0x2047...0x2049: .exclamation
    case 0x6D4, 0x589, 0x964, 0x965, 0x104A, 0x104B, 0x1362, 0x17D4, 0x17D5: .foreignFullStop
    case 0xAB, 0x201A, 0x201C, 0x201E, 0x2039, 0x300C, 0x300E, 0x3008, 0x300A, 0xFF08: .opener
    case 0xBB, 0x201D, 0x203A, 0x300D, 0x300F, 0x3009, 0x300B, 0xFF09: .closer
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0xB6, 0x2020, 0x2021, 0xA7: .footnote
    case 0x80...0xA9, 0xAC, 0xAE...0xB1, 0xB4, 0xB8, 0xBF, 0xD7, 0xF7: .symbol
    case 0x2016...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF: .symbol
    case 0x3003...0x3004, 0x3010...0x3020, 0xFE30...0xFE4F, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF: .symbol
    default: .letter
    }
  }
}
