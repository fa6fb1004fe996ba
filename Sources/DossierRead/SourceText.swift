internal import DossierModel

/// The text of a file as UTF-8, from whatever encoding it came in.
struct SourceText {
  /// Valid UTF-8. For a file that was UTF-8 already, its bytes as they are, byte-order mark included.
  var utf8: [UInt8]
  /// Where the text starts: after the byte-order mark.
  var start: Int
  /// What had to be done to the text.
  var diagnostics: [Diagnostic] = []

  /// The most bytes of a file.
  static let limit = 32 << 20

  /// Decodes a file, or says why it is no text.
  ///
  /// UTF-8 and, where a byte-order mark says so, UTF-16 are read. Bytes that are no UTF-8 are taken for
  /// Windows-1252 (WHATWG Encoding Standard), unless most of the file's letters beyond ASCII are good UTF-8:
  /// then only the damaged places become U+FFFD.
  static func decode(_ bytes: [UInt8], location: String) throws(Diagnostic) -> SourceText {
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
      return try utf16(bytes, isBigEndian: false, location: location)
    }
    if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
      return try utf16(bytes, isBigEndian: true, location: location)
    }
    guard !isBinary(bytes) else { throw .notText(location) }
    if String(validating: bytes, as: UTF8.self) != nil {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return SourceText(utf8: bytes, start: hasMark ? 3 : 0)
    }
    let damage = UTF8Damage(in: bytes)
    if damage.goodSequences > 0, damage.goodSequences >= damage.badBytes {
      let text = String(decoding: bytes, as: UTF8.self)
      let place = SourceLocation(path: location, source: text, range: TextRange(damage.first, damage.first))
      return SourceText(
        utf8: Array(text.utf8), start: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0,
        diagnostics: [.damagedUTF8(place)])
    }
    let (converted, first) = windows1252(bytes, mark: damage.first)
    let text = String(decoding: converted, as: UTF8.self)
    let place = SourceLocation(path: location, source: text, range: TextRange(first, first))
    return SourceText(utf8: converted, start: 0, diagnostics: [.readAsWindows1252(place)])
  }

  /// Whether bytes can be no text: NUL, many control characters, or the start of a PDF or RTF file.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: Array("%PDF-".utf8)) || bytes.starts(with: Array("{\\rtf".utf8)) { return true }
    var controls = 0
    for byte in bytes where byte < 32 {
      if byte == 0 { return true }
      // Tab to carriage return, and escape (colour codes), do stand in texts.
      if (byte < 9 || byte > 13) && byte != 27 { controls += 1 }
    }
    return controls > bytes.count / 32
  }

  private static func utf16(
    _ bytes: [UInt8], isBigEndian: Bool, location: String
  ) throws(Diagnostic) -> SourceText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? a << 8 | b : b << 8 | a)
      index += 2
    }
    let utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    guard !isBinary(utf8) else { throw .notText(location) }
    return SourceText(
      utf8: utf8, start: 0,
      diagnostics: [.readAsUTF16(SourceLocation(path: location), isBigEndian: isBigEndian)])
  }

  /// Returns the bytes in UTF-8, and where the byte at `mark` went.
  private static func windows1252(_ bytes: [UInt8], mark: Int) -> (utf8: [UInt8], mark: Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 4)
    var newMark = 0
    for (index, byte) in bytes.enumerated() {
      if index == mark { newMark = utf8.count }
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windows1252High[Int(byte) - 0x80] : UInt16(byte)
        if scalar >= 0x800 {
          utf8.append(UInt8(0xE0 | scalar >> 12))
          utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        } else {
          utf8.append(UInt8(0xC0 | scalar >> 6))
        }
        utf8.append(UInt8(0x80 | scalar & 0x3F))
      }
    }
    return (utf8, newMark)
  }

  /// Bytes 80 to 9F of Windows-1252: the index of the WHATWG Encoding Standard, section 9.
  private static let windows1252High: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

/// Where bytes are not UTF-8, and how much of them is.
private struct UTF8Damage {
  /// The first bad byte.
  var first = 0
  /// How many bytes belong to no sequence.
  var badBytes = 0
  /// How many sequences of two to four bytes are good.
  var goodSequences = 0

  /// Examines bytes by the table of well-formed sequences (Unicode Standard, table 3-7).
  init(in bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let length =
        lead >= 0xC2 && lead <= 0xDF ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0
      var isGood = length > 0 && index + length <= bytes.count
      if isGood {
        let second = bytes[index + 1]
        let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        isGood = second >= lowest && second <= highest
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { isGood = false }
      }
      if isGood {
        goodSequences += 1
        index += length
      } else {
        if badBytes == 0 { first = index }
        badBytes += 1
        index += 1
      }
    }
  }
}
