/// Capitals and small letters of scalars.
enum LetterCase {
  /// Returns whether a small letter is of a script that has capitals too.
  static func hasCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61...0x7A, 0xDF...0x2AF, 0x370...0x58F, 0x10D0...0x10FF, 0x1E00...0x1FFF, 0x2C00...0x2DFF,
      0xA640...0xA7FF:
      true
    default: false
    }
  }

  /// Returns whether a scalar is a capital letter, of any script.
  static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A: true
    case 0...0xBF: false
    case 0xC0...0xDE: scalar != 0xD7
    case 0xDF...0xFF: false
    case 0x100...0x2AF, 0x370...0x58F, 0x10A0...0x10FF, 0x1E00...0x1FFF, 0x2C00...0x2DFF, 0xA640...0xA7FF:
      Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    default: false
    }
  }

  /// Adds the bytes of a scalar's small form to a hash. Latin, Greek and Cyrillic are known; other scripts stay.
  @inline(__always)
  static func addLower(_ scalar: UInt32, to hash: inout WordHash) {
    let lower: UInt32 =
      switch scalar {
      case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
      case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x460...0x4FF: scalar | 1
      case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
      case 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
      case 0x400...0x40F: scalar + 0x50
      default: scalar
      }
    if lower < 0x800 {
      hash.add(UInt8(0xC0 | lower >> 6))
    } else {
      if lower < 0x10000 {
        hash.add(UInt8(0xE0 | lower >> 12))
      } else {
        hash.add(UInt8(0xF0 | (lower >> 18) & 7))
        hash.add(UInt8(0x80 | (lower >> 12) & 0x3F))
      }
      hash.add(UInt8(0x80 | (lower >> 6) & 0x3F))
    }
    hash.add(UInt8(0x80 | lower & 0x3F))
  }
}
