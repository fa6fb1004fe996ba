/// Finds the start tags of a page and their attributes as a browser does: by the states of the tokenizer of the HTML
/// standard (section 13.2.5), which never fails, whatever the bytes.
///
/// What is no markup is passed over: comments, and the text of scripts, styles, titles and the like.
struct TagScanner {
  /// An attribute: where its name and its value stand.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  let html: [UInt8]
  /// Where the name of the tag stands.
  private(set) var name = 0..<0
  /// The attributes of the tag, each name once: a browser takes the first.
  private(set) var attributes: [Attribute] = []
  private var position = 0
  /// The tag, from its "<" to behind its ">".
  var tag: Range<Int> { name.lowerBound - 1..<position }

  init(html: [UInt8]) { self.html = html }

  /// Goes to the next start tag, and returns whether there is one.
  mutating func next() -> Bool {
    if isRawText { skipRawText() }
    while let open = find(UInt8(ascii: "<"), from: position) {
      position = open + 1
      guard position < html.count else { break }
      let isEnd = html[position] == UInt8(ascii: "/")
      if isEnd { position += 1 }
      guard position < html.count else { break }
      if isLetter(html[position]) {
        // An end tag may have attributes too, which mean nothing, but may hold a ">".
        if readTag(), !isEnd { return true }
      } else if isEnd || html[position] == UInt8(ascii: "!") || html[position] == UInt8(ascii: "?") {
        skipComment()
      }
    }
    name = 0..<0
    position = html.count
    return false
  }

  /// Whether text at `range` is `word`, which is in lower case, in any case.
  func text(_ range: Range<Int>, is word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for (index, byte) in zip(range, word) where lowercased(html[index]) != byte { return false }
      return true
    }
  }

  /// Returns an attribute's value with its character references read.
  func value(of attribute: Attribute) -> [UInt8] { CharacterReference.decode(html[attribute.value]) }

  /// Goes behind the end tag of an element without markup in it, such as a script, and returns where that is.
  mutating func skipElement() -> Int {
    skipRawText()
    position = find(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? html.count
    name = 0..<0
    return position
  }

  /// Where an attribute stands, with the quotation marks around its value.
  func whole(_ attribute: Attribute) -> Range<Int> {
    let end = attribute.value.upperBound
    let before = attribute.value.lowerBound - 1
    let isQuoted =
      before > attribute.name.lowerBound && end < html.count
      && (html[before] == UInt8(ascii: "\"") || html[before] == UInt8(ascii: "'"))
      && html[end] == html[before]
    return attribute.name.lowerBound..<(isQuoted ? end + 1 : end)
  }

  /// Whether the tag ends with "/>", as pictures within a page have it.
  var endsItself: Bool {
    let end = attributes.last.map { whole($0).upperBound } ?? name.upperBound
    return tag.upperBound - 2 >= end && html[tag.upperBound - 2] == UInt8(ascii: "/")
  }

  // MARK: - Tags

  /// Reads a tag from its name to its ">", and returns whether it has one: an unfinished tag is none.
  private mutating func readTag() -> Bool {
    let start = position
    while position < html.count, !isSpace(html[position]), !isSlashOrEnd(html[position]) { position += 1 }
    name = start..<position
    attributes.removeAll(keepingCapacity: true)
    while true {
      while position < html.count, isSpace(html[position]) || html[position] == UInt8(ascii: "/") {
        position += 1
      }
      guard position < html.count else { return false }
      if html[position] == UInt8(ascii: ">") {
        position += 1
        return true
      }
      readAttribute()
    }
  }

  private mutating func readAttribute() {
    let start = position
    // A "=" at the start of a name is a part of it.
    position += 1
    while position < html.count, !isSpace(html[position]), !isSlashOrEnd(html[position]),
      html[position] != UInt8(ascii: "=")
    {
      position += 1
    }
    let name = start..<position
    while position < html.count, isSpace(html[position]) { position += 1 }
    var value = position..<position
    if position < html.count, html[position] == UInt8(ascii: "=") {
      position += 1
      value = readValue()
    }
    // Sixteen are compared at most, so that a tag with thousands of attributes costs no square.
    let isKnown = attributes.prefix(16).contains { known in
      known.name.count == name.count
        && zip(known.name, name).allSatisfy { lowercased(html[$0]) == lowercased(html[$1]) }
    }
    if !isKnown { attributes.append(Attribute(name: name, value: value)) }
  }

  private mutating func readValue() -> Range<Int> {
    while position < html.count, isSpace(html[position]) { position += 1 }
    guard position < html.count else { return position..<position }
    let quote = html[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let end = find(quote, from: start) ?? html.count
      position = min(html.count, end + 1)
      return start..<end
    }
    let start = position
    while position < html.count, !isSpace(html[position]), html[position] != UInt8(ascii: ">") {
      position += 1
    }
    return start..<position
  }

  // MARK: - What is no markup

  private mutating func skipComment() {
    guard starts(with: "!--", at: position) else {
      position = find(UInt8(ascii: ">"), from: position).map { $0 + 1 } ?? html.count
      return
    }
    // "<!-->" and "<!--->" are whole comments: the dashes of the start are those of the end.
    position += 1
    if starts(with: "-->", at: position) || starts(with: "--->", at: position) {
      position = (find(UInt8(ascii: ">"), from: position) ?? position) + 1
      return
    }
    position += 2
    while let dash = find(UInt8(ascii: "-"), from: position) {
      if starts(with: "-->", at: dash) || starts(with: "--!>", at: dash) {
        position = (find(UInt8(ascii: ">"), from: dash) ?? dash) + 1
        return
      }
      position = dash + 1
    }
    position = html.count
  }

  private static let rawTexts: [StaticString] = [
    "script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes",
  ]

  private var isRawText: Bool {
    guard name.count >= 3, name.count <= 8 else { return false }
    return TagScanner.rawTexts.contains { text(name, is: $0) }
  }

  /// Goes to the end tag of the element.
  private mutating func skipRawText() {
    while let open = find(UInt8(ascii: "<"), from: position) {
      position = open + 1
      let end = open + 2 + name.count
      guard end < html.count, html[open + 1] == UInt8(ascii: "/"),
        isSpace(html[end]) || isSlashOrEnd(html[end])
      else { continue }
      if zip(name, (open + 2)..<end).allSatisfy({ lowercased(html[$0]) == lowercased(html[$1]) }) {
        position = open
        return
      }
    }
    position = html.count
  }

  // MARK: - Bytes

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < html.count {
      if html[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func starts(with text: StaticString, at index: Int) -> Bool {
    self.text(index..<min(html.count, index + text.utf8CodeUnitCount), is: text)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 32 >= UInt8(ascii: "a") && byte | 32 <= UInt8(ascii: "z")
  }
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 10 || byte == 12 || byte == 13
  }
  private func isSlashOrEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") }
  private func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 32 : byte
  }
}
