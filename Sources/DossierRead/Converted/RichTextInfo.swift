internal import DossierCharset
internal import DossierModel

/// What an RTF file notes of its document: the group `{\info{\title …}{\author …}{\creatim\yr2020\mo3\dy4}}` (Rich Text Format
/// Specification 1.9.1, "Information Group").
struct RichTextInfo {
  private(set) var title: String?
  private(set) var record = SourceRecord()

  /// The group stands near the top, and is short.
  private static let (furthest, longest) = (256 << 10, 16 << 10)

  /// - Complexity: O(1): no more than the file's beginning is read.
  init(_ bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(RichTextInfo.furthest), as: UTF8.self)
    guard let start = head.range(ofFirst: ["{\\info"]) else { return }
    let group = Array(head[start.upperBound...].utf8.prefix(RichTextInfo.longest))
    for (name, body) in RichTextInfo.groups(group) {
      switch name {
      case "title": title = RichTextInfo.text(body)
      case "author": record.authors = RichTextInfo.text(body).map(PackageMetadata.people) ?? []
      case "creatim": record.date = RichTextInfo.date(body)
      default: break
      }
    }
    if let stated = title, PackageMetadata.isSenseless(stated) { title = nil }
  }

  /// The groups in a group: the word that each begins with, and the rest.
  private static func groups(_ bytes: [UInt8]) -> [(name: String, body: ArraySlice<UInt8>)] {
    var groups: [(String, ArraySlice<UInt8>)] = []
    var depth = 0
    var start = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"):
        if depth == 0 { start = index + 1 }
        depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return groups }
        if depth == 0 {
          let group = bytes[start..<index].drop { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "*") }
          let name = group.prefix { ($0 | 32) >= 0x61 && ($0 | 32) <= 0x7A }
          groups.append((String(decoding: name, as: UTF8.self), group.dropFirst(name.count)))
        }
      default: break
      }
      index += 1
    }
    return groups
  }

  /// The text of a group, in Windows-1252 and `\u` numbers, each of which has one sign after it for old programs.
  private static func text(_ body: ArraySlice<UInt8>) -> String? {
    var result = ""
    var index = body.startIndex
    var skipped = 0
    func add(_ scalar: Unicode.Scalar) {
      if skipped > 0 { skipped -= 1 } else { result.unicodeScalars.append(scalar) }
    }
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < body.endIndex else {
        if byte >= 32, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") { add(Unicode.Scalar(byte)) }
        continue
      }
      if body[index] == UInt8(ascii: "'") {
        let code = UInt8(String(decoding: body[(index + 1)...].prefix(2), as: UTF8.self), radix: 16) ?? 63
        let decoded = Charset.decode([code], charset: "windows-1252") ?? [63]
        add(String(decoding: decoded, as: UTF8.self).unicodeScalars.first ?? "?")
        index = min(body.endIndex, index + 3)
        continue
      }
      let word = body[index...].prefix { ($0 | 32) >= 0x61 && ($0 | 32) <= 0x7A }
      let number = body[word.endIndex...].prefix { (0x30...0x39).contains($0) || $0 == 0x2D }
      index = number.endIndex
      if index < body.endIndex, body[index] == 32 { index += 1 }
      if word.elementsEqual("u".utf8), let code = Int(String(decoding: number, as: UTF8.self)) {
        result.unicodeScalars.append(Unicode.Scalar(UInt32(truncatingIfNeeded: code & 0xFFFF)) ?? "\u{FFFD}")
        skipped = 1
      } else if word.isEmpty, index < body.endIndex {
        add(Unicode.Scalar(body[index]))
        index += 1
      }
    }
    let line = TitleText.normalised(result)
    return line.isEmpty ? nil : line
  }

  private static func date(_ body: ArraySlice<UInt8>) -> CalendarDate? {
    let text = String(decoding: body, as: UTF8.self)
    var numbers: [Substring: Int] = [:]
    for word in text.split(separator: "\\") {
      let name = word.prefix { $0.isLetter }
      numbers[name] = Int(word.dropFirst(name.count).prefix { $0.isNumber })
    }
    guard let year = numbers["yr"] else { return nil }
    return CalendarDate(year: year, month: numbers["mo"], day: numbers["dy"])
  }
}
