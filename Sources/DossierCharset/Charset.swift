#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Texts in other character sets, read through the C library's iconv.
public enum Charset {
  /// Returns the text in UTF-8, with U+FFFD for what is not in the character set, or nothing where the set is unknown.
  ///
  /// The names of the web and of mail are understood, in any case ("iso-8859-1" is Windows-1252, as the WHATWG Encoding
  /// Standard has it).
  ///
  /// - Complexity: O(bytes).
  public static func decode(_ bytes: [UInt8], charset: String) -> [UInt8]? {
    guard let name = systemName(of: charset) else { return nil }
    if name == "UTF-8" { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    let unit = name.hasPrefix("UTF-16") ? 2 : name.hasPrefix("UTF-32") ? 4 : 1
    var input = bytes
    // iconv reads `left` bytes from `next` and fills `room` bytes from `free`, moving all four, and never goes past either
    // end; the bytes lie still while they are lent.
    input.withUnsafeMutableBytes { input in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65_536) { piece in
        var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        while left > 0 {
          var free = piece.baseAddress
          var room = piece.count
          let result = iconv(converter, &next, &left, &free, &room)
          let code = errno
          output.append(
            contentsOf: piece[..<(piece.count - room)].lazy.map { UInt8(bitPattern: $0) })
          guard result == -1, code != E2BIG else { continue }
          // Bytes that are none of the set's, or a character that is cut off at the end.
          output += [0xEF, 0xBF, 0xBD]
          let skipped = min(left, unit)
          next = next.map { $0 + skipped }
          left -= skipped
        }
      }
    }
    return output
  }

  /// The name by which iconv knows a set. Only letters, digits and a few marks reach it: "//" would be an order.
  private static func systemName(of charset: String) -> String? {
    let name = charset.uppercased()
    guard (1...40).contains(name.utf8.count),
      name.utf8.allSatisfy({ byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2D || byte == 0x5F
          || byte == 0x2E || byte == 0x3A
      })
    else { return nil }
    switch name {
    case "UTF-8", "UTF8", "US-ASCII-8BIT", "UNICODE-1-1-UTF-8": return "UTF-8"
    case "ISO-8859-1", "ISO8859-1", "LATIN1", "ISO_8859-1", "US-ASCII", "ASCII", "ANSI_X3.4-1968", "CP1252",
      "X-CP1252":
      return "WINDOWS-1252"
    case "GB2312", "GBK", "X-GBK": return "GB18030"
    case "SHIFT_JIS", "SHIFT-JIS", "SJIS", "X-SJIS", "MS_KANJI": return "CP932"
    case "KS_C_5601-1987", "EUC-KR", "KSC5601": return "CP949"
    case "ISO-8859-9": return "WINDOWS-1254"
    case "UTF-16": return "UTF-16LE"
    default: return name
    }
  }
}
