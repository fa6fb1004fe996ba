internal import DossierModel

/// Which way a text runs.
enum Direction {
  /// Whether the first letter of a part of a text belongs to a script that is written from right to left: rule P2 of the
  /// Unicode bidirectional algorithm (UAX #9).
  static func isRightToLeft(_ text: String, _ range: TextRange) -> Bool {
    for scalar in text.slice(range).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: return false
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        // Marks and digits between the letters have no direction of their own, or a weak one.
        if scalar.properties.isAlphabetic { return true }
      case 0...0x7F: continue
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }
}
