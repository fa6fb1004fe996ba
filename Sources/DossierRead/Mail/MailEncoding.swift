internal import DossierCharset
internal import DossierModel

/// The ways in which mail packs bytes into ASCII (RFC 2045, 2047, 2231).
enum MailEncoding {
  /// Unpacks a body by its Content-Transfer-Encoding; an unknown one is taken for none.
  ///
  /// - Complexity: O(bytes).
  static func decode(_ bytes: ArraySlice<UInt8>, encoding: String) -> [UInt8] {
    switch encoding.lowercased() {
    case "quoted-printable": quotedPrintable(bytes, isWord: false)
    case "base64": base64(bytes)
    default: Array(bytes)
    }
  }

  /// Returns text in UTF-8, whatever the character set is called.
  static func text(_ bytes: [UInt8], charset: String?) -> String {
    if let charset, let utf8 = Charset.decode(bytes, charset: charset) {
      return String(decoding: utf8, as: UTF8.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(decoding: Charset.decode(bytes, charset: "windows-1252") ?? bytes, as: UTF8.self)
  }

  /// Decodes a header field's words: "=?utf-8?q?Caf=C3=A9?=".
  static func header(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "=")) else { return value }
    var result: [UInt8] = []
    // Words side by side may share a character between them, so their bytes are put together first.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      if let (charset, bytes) = pending { result += Array(text(bytes, charset: charset).utf8) }
      pending = nil
    }
    var gap: [UInt8] = []
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "="), let word = encodedWord(bytes, index) {
        // Space between two words is none.
        if pending == nil { result += gap }
        gap = []
        if let last = pending, last.charset != word.charset { flush() }
        pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
        index = word.end
      } else if pending != nil, bytes[index] == 32 || bytes[index] == 9 {
        gap.append(bytes[index])
        index += 1
      } else {
        flush()
        result += gap
        gap = []
        result.append(bytes[index])
        index += 1
      }
    }
    flush()
    return String(decoding: result, as: UTF8.self)
  }

  private static func encodedWord(
    _ bytes: [UInt8], _ start: Int
  ) -> (charset: String, bytes: [UInt8], end: Int)? {
    let limit = min(bytes.count, start + 2_000)
    guard start + 1 < limit, bytes[start + 1] == UInt8(ascii: "?") else { return nil }
    var marks: [Int] = []
    var index = start + 2
    while index < limit, marks.count < 3 {
      if bytes[index] == UInt8(ascii: "?") { marks.append(index) }
      if bytes[index] == 32 { return nil }
      index += 1
    }
    guard marks.count == 3, marks[1] == marks[0] + 2, index < limit, bytes[index] == UInt8(ascii: "=") else {
      return nil
    }
    let content = bytes[(marks[1] + 1)..<marks[2]]
    let charset = String(
      decoding: bytes[(start + 2)..<marks[0]].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    switch bytes[marks[0] + 1] | 32 {
    case UInt8(ascii: "q"): return (charset, quotedPrintable(content, isWord: true), index + 1)
    case UInt8(ascii: "b"): return (charset, base64(content), index + 1)
    default: return nil
    }
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isWord: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if isWord, byte == UInt8(ascii: "_") {
        result.append(32)
      } else if byte != UInt8(ascii: "=") {
        result.append(byte)
      } else if index + 1 < bytes.endIndex, let high = hexDigit(bytes[index]),
        let low = hexDigit(bytes[index + 1])
      {
        result.append(high << 4 | low)
        index += 2
      } else {
        // A line that goes on; anything else is no code, and stays.
        let rest = bytes[index...].drop { $0 == 32 || $0 == 9 || $0 == 13 }
        if rest.first == 10 {
          index = rest.startIndex + 1
        } else if !rest.isEmpty || isWord {
          result.append(byte)
        }
      }
    }
    return result
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes {
      guard let value = sixBits(byte) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func sixBits(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Decodes a file's name after RFC 2231: "utf-8''caf%C3%A9.pdf".
  static func extendedValue(_ value: String) -> String {
    let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return value }
    var bytes: [UInt8] = []
    let source = Array(parts[2].utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count, let high = hexDigit(source[index + 1]),
        let low = hexDigit(source[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return text(bytes, charset: String(parts[0]))
  }
}
