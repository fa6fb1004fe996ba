internal import DossierMarkdown
internal import DossierModel

/// Where the targets of links are written in a Markdown file. libcmark keeps no places of links that could be relied on, so
/// they are looked for.
struct LinkPlaces {
  /// By target: the places in brackets after a text, and in angle brackets.
  private var inText: [String: [TextRange]] = [:]
  /// By target: the definition of a reference, "[1]: talks.md".
  private var definitions: [String: TextRange] = [:]

  /// Looks through a file from `start` on.
  ///
  /// - Complexity: O(bytes).
  init(_ utf8: [UInt8], from start: Int) {
    var index = start
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      guard byte == UInt8(ascii: "]") || byte == UInt8(ascii: "<"), index < utf8.count else { continue }
      if byte == UInt8(ascii: "<") {
        if let found = LinkPlaces.angled(utf8, index) {
          inText[found.target, default: []].append(found.range)
        }
      } else if utf8[index] == UInt8(ascii: "(") {
        if let found = LinkPlaces.target(utf8, index + 1) {
          inText[found.target, default: []].append(found.range)
        }
      } else if utf8[index] == UInt8(ascii: ":"), let found = LinkPlaces.target(utf8, index + 1),
        definitions[found.target] == nil
      {
        definitions[found.target] = found.range
      }
    }
  }

  /// Returns the links of a tree with their places. `blocks` has the block of each leaf.
  func place(_ links: [MarkdownLink], _ blocks: [Block]) -> [DocumentLink] {
    var next: [String: Int] = [:]
    return links.map { link in
      let block = blocks[link.leaf].sourceRange
      var range: TextRange?
      if let places = inText[link.target] {
        var number = next[link.target] ?? 0
        while number < places.count, places[number].start < block.start { number += 1 }
        if number < places.count, places[number].start < block.end {
          range = places[number]
          number += 1
        }
        next[link.target] = number
      }
      return DocumentLink(
        target: link.target,
        sourceRange: range ?? definitions[link.target] ?? TextRange(block.start, block.start),
        isPicture: link.isPicture, block: link.leaf)
    }
  }

  private static func target(_ utf8: [UInt8], _ start: Int) -> (target: String, range: TextRange)? {
    var start = start
    while start < utf8.count, utf8[start] <= 32 { start += 1 }
    guard start < utf8.count else { return nil }
    if utf8[start] == UInt8(ascii: "<") { return angled(utf8, start + 1) }
    var (end, depth) = (start, 0)
    while end < utf8.count, utf8[end] > 32 {
      let byte = utf8[end]
      if byte == UInt8(ascii: "\\"), end + 1 < utf8.count, isPunctuation(utf8[end + 1]) {
        end += 2
        continue
      }
      // What begins here is looked at by itself, so that no byte is passed over twice.
      if byte == UInt8(ascii: "]") { return nil }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    return found(utf8, start, min(end, utf8.count))
  }

  private static func angled(_ utf8: [UInt8], _ start: Int) -> (target: String, range: TextRange)? {
    var end = start
    while end < utf8.count, utf8[end] != UInt8(ascii: ">") {
      if utf8[end] == UInt8(ascii: "<") || utf8[end] == 10 || utf8[end] == 13 { return nil }
      end += utf8[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end < utf8.count ? found(utf8, start, end) : nil
  }

  private static func found(_ utf8: [UInt8], _ start: Int, _ end: Int) -> (target: String, range: TextRange)?
  {
    guard start < end else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    var index = start
    while index < end {
      if utf8[index] == UInt8(ascii: "\\"), index + 1 < end, isPunctuation(utf8[index + 1]) { index += 1 }
      bytes.append(utf8[index])
      index += 1
    }
    return (String(decoding: bytes, as: UTF8.self), TextRange(start, end))
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
