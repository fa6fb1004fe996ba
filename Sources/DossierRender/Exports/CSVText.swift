/// Writing CSV (RFC 4180): the one way by which text reaches it.
///
/// Spreadsheets take a cell that begins with certain signs for a formula and work it out, so a text from a document could do
/// harm. Such a text gets an apostrophe before it. So does one that begins with an apostrophe, which makes it reversible: where
/// a text begins with an apostrophe, that one is to be taken away.
enum CSVText {
  /// Appends a text as a cell.
  ///
  /// - Complexity: O(bytes of `text`).
  static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
    let utf8 = text.utf8
    let isDefused = utf8.first.map(isDangerous) ?? false
    guard utf8.contains(where: needsQuotes) else {
      if isDefused { bytes.append(apostrophe) }
      bytes += utf8
      return
    }
    bytes.append(quote)
    if isDefused { bytes.append(apostrophe) }
    for byte in utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Ends a row.
  static func endRow(_ bytes: inout [UInt8]) { bytes += "\r\n".utf8 }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet may take what begins so for a formula: = + - @, a tab, a line's end; or it is the sign that
  /// is put before those. The wide forms of the four begin with the byte EF; so do some letters, to which it does no harm.
  private static func isDangerous(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13, 0xEF,
      apostrophe:
      true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case quote, UInt8(ascii: ","), 10, 13: true
    default: false
    }
  }
}
