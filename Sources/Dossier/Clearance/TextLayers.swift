internal import DossierModel

/// The ways in which the bytes of a file can be read: as they are, with their escapes undone, without their tags.
///
/// What is looked for may be written in an address, in a string of JSON or CSS, in an attribute, or be parted by a tag
/// that marks a name. Each way is searched by itself.
enum TextLayers {
  /// Calls `body` with the bytes as they are, and then with each way of reading them that differs.
  ///
  /// - Complexity: O(bytes).
  static func each(of bytes: [UInt8], _ body: ([UInt8]) -> Void) {
    body(bytes)
    let once = unescaped(bytes)
    if let once {
      body(once)
      // "%2520" and "\u0026amp;" are escaped twice.
      if let twice = unescaped(once) { body(twice) }
    }
    guard bytes.contains(UInt8(ascii: "<")) else { return }
    for isParting in [true, false] {
      let plain = withoutTags(bytes, isParting: isParting)
      body(unescaped(plain) ?? plain)
    }
    // Tags may themselves be escaped: markup in JSON, in a script or in an attribute.
    if let once, once.contains(UInt8(ascii: "<")) { body(withoutTags(once, isParting: false)) }
  }

  /// Returns the bytes without what stands between "<" and ">", with a space in its place or nothing.
  static func withoutTags(_ bytes: [UInt8], isParting: Bool) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "<"), index + 1 < bytes.count, isTagStart(bytes[index + 1]) else {
        plain.append(byte)
        index += 1
        continue
      }
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
      index += 1
      if isParting { plain.append(32) }
    }
    return plain
  }

  private static func isTagStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// Returns the bytes with character references, percent signs and backslashes undone; nothing where there are none.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
    guard
      bytes.contains(where: {
        $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\")
      })
    else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var length = 0
      switch byte {
      case UInt8(ascii: "&"): length = reference(bytes, index, &plain)
      case UInt8(ascii: "%"):
        if let value = hex(bytes, index + 1, 2), index + 2 < bytes.count {
          plain.append(UInt8(value))
          length = 3
        }
      case UInt8(ascii: "\\"): length = backslash(bytes, index, &plain)
      default: break
      }
      if length == 0 {
        plain.append(byte)
        length = 1
      }
      index += length
    }
    return plain
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "\u{AD}",
  ]

  private static func reference(_ bytes: [UInt8], _ start: Int, _ plain: inout [UInt8]) -> Int {
    let inner = bytes[(start + 1)...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
    guard !inner.isEmpty, inner.endIndex < bytes.count, bytes[inner.endIndex] == UInt8(ascii: ";") else {
      return 0
    }
    let text = String(decoding: inner, as: UTF8.self)
    var scalar = names[text]
    if text.hasPrefix("#x") || text.hasPrefix("#X") {
      scalar = UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if text.hasPrefix("#") {
      scalar = UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init)
    }
    guard let scalar else { return 0 }
    plain += Array(String(Character(scalar)).utf8)
    return inner.count + 2
  }

  /// Undoes "\n", "\/", "\u00e9" and "\x41" of JSON and scripts, and "\e9 " of style sheets.
  private static func backslash(_ bytes: [UInt8], _ start: Int, _ plain: inout [UInt8]) -> Int {
    guard start + 1 < bytes.count else { return 0 }
    let kind = bytes[start + 1]
    if kind == UInt8(ascii: "u") || kind == UInt8(ascii: "x") {
      let digits = kind == UInt8(ascii: "u") ? 4 : 2
      guard var value = hex(bytes, start + 2, digits) else { return 0 }
      var length = 2 + digits
      if (0xD800..<0xDC00).contains(value), start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"),
        let low = hex(bytes, start + 8, 4), (0xDC00..<0xE000).contains(low)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        length = 12
      }
      plain += Array(String(Character(Unicode.Scalar(value) ?? " ")).utf8)
      return length
    }
    var digits = 0
    while digits < 6, hex(bytes, start + 1 + digits, 1) != nil { digits += 1 }
    // A single letter is an escape of JSON: "\b", "\f".
    if digits > 1 || digits == 1 && kind <= UInt8(ascii: "9"), let value = hex(bytes, start + 1, digits) {
      plain += Array(String(Character(Unicode.Scalar(value) ?? " ")).utf8)
      let after = start + 1 + digits
      return after < bytes.count && bytes[after] == 32 ? digits + 2 : digits + 1
    }
    switch kind {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      plain.append(32)
    default: plain.append(kind)
    }
    return 2
  }

  private static func hex(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
    guard count > 0, start + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + count] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
