/// Cuts a page into tags, texts and comments, after the WHATWG HTML Standard, section 13.2.5, as far as readable text needs
/// it.
///
/// Whatever the bytes are, it ends, and each byte is looked at a fixed number of times.
struct HTMLTokenizer {
  private let bytes: [UInt8]
  private var index = 0
  /// The element whose text runs to its own end tag: "script".
  private var rawElement: String?
  /// Raw elements that have no end: a second search for one would find none either.
  private var unclosed: Set<String> = []

  private static let rawElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
  ]
  /// Raw elements in whose text character references count.
  private static let rawWithReferences: Set<String> = ["textarea", "title"]
  /// The most attributes of a tag that are kept, and the most bytes of a name.
  private static let (mostAttributes, longestName) = (64, 64)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece, or nothing at the end.
  mutating func next() -> HTMLToken? {
    guard index < bytes.count else { return nil }
    if let element = rawElement {
      rawElement = nil
      if let text = rawText(of: element) { return text }
    }
    let start = index
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), startsMarkup(index + 1) else {
        index += 1
        continue
      }
      if index > start { return .text(text(start..<index)) }
      return markup()
    }
    return .text(text(start..<index))
  }

  private func startsMarkup(_ place: Int) -> Bool {
    guard place < bytes.count else { return false }
    switch bytes[place] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return place + 1 < bytes.count
    default: return isLetter(bytes[place])
    }
  }

  private mutating func markup() -> HTMLToken {
    switch bytes[index + 1] {
    case UInt8(ascii: "!"): return comment()
    case UInt8(ascii: "?"):
      index = past(UInt8(ascii: ">"), from: index)
      return .comment("")
    case UInt8(ascii: "/"):
      guard isLetter(bytes[index + 2]) else {
        index = past(UInt8(ascii: ">"), from: index)
        return .comment("")
      }
      index += 2
      let name = name()
      var ignored: [String: String] = [:]
      _ = attributes(&ignored)
      return .end(name: name)
    default:
      index += 1
      let name = name()
      var attributes: [String: String] = [:]
      let isSelfClosing = self.attributes(&attributes)
      if HTMLTokenizer.rawElements.contains(name) { rawElement = name }
      return .start(name: name, attributes: attributes, isSelfClosing: isSelfClosing)
    }
  }

  /// A comment, or what is none but treated as one: a document type, CDATA.
  private mutating func comment() -> HTMLToken {
    guard bytes[index...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) else {
      index = past(UInt8(ascii: ">"), from: index)
      return .comment("")
    }
    let start = index + 4
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: ">"), place >= start + 2 || place == start,
        place == start || (bytes[place - 1] == 0x2D && bytes[place - 2] == 0x2D)
      {
        index = place + 1
        return .comment(String(decoding: bytes[start..<max(start, place - 2)], as: UTF8.self))
      }
      place += 1
    }
    index = bytes.count
    return .comment("")
  }

  /// The text of a raw element up to its end tag; nothing where it is empty or has no end, which makes it no raw element.
  private mutating func rawText(of element: String) -> HTMLToken? {
    guard !unclosed.contains(element) else { return nil }
    let name = Array(element.utf8)
    var place = index
    while place + name.count + 2 <= bytes.count {
      if bytes[place] == 0x3C, bytes[place + 1] == 0x2F,
        zip(bytes[(place + 2)...], name).allSatisfy({ $0 | 32 == $1 }),
        place + 2 + name.count == bytes.count || !isLetter(bytes[place + 2 + name.count])
      {
        defer { index = place }
        guard place > index else { return nil }
        if HTMLTokenizer.rawWithReferences.contains(element) { return .text(text(index..<place)) }
        return .text(String(decoding: bytes[index..<place], as: UTF8.self))
      }
      place += 1
    }
    unclosed.insert(element)
    return nil
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !isSpace(bytes[index]), bytes[index] != 0x2F, bytes[index] != 0x3E {
      index += 1
    }
    return String(decoding: bytes[start..<min(index, start + HTMLTokenizer.longestName)], as: UTF8.self)
      .lowercased()
  }

  /// Reads to the end of a tag, and returns whether it closes itself.
  private mutating func attributes(_ attributes: inout [String: String]) -> Bool {
    var isSelfClosing = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return isSelfClosing
      case UInt8(ascii: "/"):
        isSelfClosing = true
        index += 1
      case let byte where isSpace(byte): index += 1
      default:
        isSelfClosing = false
        attribute(&attributes)
      }
    }
    return isSelfClosing
  }

  private mutating func attribute(_ attributes: inout [String: String]) {
    let start = index
    index += 1
    while index < bytes.count, !isSpace(bytes[index]), ![0x2F, 0x3E, 0x3D].contains(bytes[index]) {
      index += 1
    }
    let nameRange = start..<index
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    var valueRange = index..<index
    if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
      index += 1
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      valueRange = value()
    }
    guard attributes.count < HTMLTokenizer.mostAttributes, nameRange.count <= HTMLTokenizer.longestName else {
      return
    }
    let name = String(decoding: bytes[nameRange], as: UTF8.self).lowercased()
    // The first of two counts.
    if attributes[name] == nil { attributes[name] = text(valueRange) }
  }

  private mutating func value() -> Range<Int> {
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    guard quote == 0x22 || quote == 0x27 else {
      let start = index
      while index < bytes.count, !isSpace(bytes[index]), bytes[index] != 0x3E { index += 1 }
      return start..<index
    }
    let start = index + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    index = min(bytes.count, end + 1)
    return start..<end
  }

  private func past(_ byte: UInt8, from start: Int) -> Int {
    bytes[start...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
  }

  private func text(_ range: Range<Int>) -> String { CharacterReferences.decode(bytes[range]) }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 0x61 && (byte | 32) <= 0x7A }
  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}
