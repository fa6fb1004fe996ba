extension TextLines {
  /// Sees bullets, numbers, rules and quotation marks of letters at the start of a line.
  func mark(_ line: inout TextLine) {
    let start = Int(line.textStart)
    let end = Int(line.end)
    let first = bytes[start]
    if isLetterASCII(first), end - start > 2 {
      // "a) " is an item; any other letter starts prose. This is the way of nearly every line.
      if bytes[start + 1] == 0x29, isSpace(bytes[start + 2]) { line.traits.insert(.listItem) }
      return
    }
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "|"): line.traits.insert(.marked)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "#"):
      if start + 1 < end, isSpace(bytes[start + 1]) { line.traits.insert(.listItem) }
      if first == UInt8(ascii: "#") { line.traits.insert(.listItem) }
    case 0xE2:
      guard start + 3 < end else { return }
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA2), (0x80, 0xA3), (0x97, 0xA6), (0x96, 0xAA), (0x96, 0xAB), (0x97, 0x8F), (0x97, 0x8B):
        line.traits.insert([.listItem, .bullet])
      case (0x80, 0x93), (0x80, 0x94):
        if isSpace(bytes[start + 3]) { line.traits.insert(.listItem) }
      default: break
      }
    case 0xC2:
      if start + 1 < end, bytes[start + 1] == 0xB7 { line.traits.insert([.listItem, .bullet]) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "("):
      if isNumbered(start, end) { line.traits.insert(.listItem) }
    default: break
    }
    if first < 0x80, end - start >= 3 {
      let hasWord = bytes[start..<min(end, start + 200)].contains {
        $0 >= 0x80 || isLetterASCII($0) || (0x30...0x39).contains($0)
      }
      if !hasWord { line.traits.insert(.rule) }
    }
  }

  /// Whether a line starts with "1. ", "12) ", "1.2. ", "(3) ", "(a) " or "(iv) ".
  private func isNumbered(_ start: Int, _ end: Int) -> Bool {
    var index = start
    if bytes[index] == UInt8(ascii: "(") {
      index += 1
      let inner = index
      while index < end, index - inner < 5,
        isLetterASCII(bytes[index]) || (0x30...0x39).contains(bytes[index])
      {
        index += 1
      }
      return index > inner && index + 1 < end && bytes[index] == UInt8(ascii: ")") && bytes[index + 1] == 32
    }
    var digits = 0
    while index < end, (0x30...0x39).contains(bytes[index]) || (digits > 0 && bytes[index] == 0x2E) {
      if bytes[index] == 0x2E {
        if index + 1 < end, isSpace(bytes[index + 1]) { return true }
        digits = 0
      } else {
        digits += 1
        if digits > 3 { return false }
      }
      index += 1
    }
    return digits > 0 && index + 1 < end && bytes[index] == UInt8(ascii: ")") && isSpace(bytes[index + 1])
  }
}

/// Whether a byte is a letter of ASCII.
@inline(__always)
func isLetterASCII(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7A
}
