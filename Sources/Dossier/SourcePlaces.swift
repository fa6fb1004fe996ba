internal import DossierModel

/// Where the mentions of a document stand in its file.
struct SourcePlaces {
  private let document: Document
  private let source: String
  private let path: String
  private let lines: SourceLines

  /// - Parameter source: The file's text; nothing where it can't be read any more.
  init(_ document: Document, source: String?, path: String) {
    self.document = document
    self.source = source ?? ""
    self.path = path
    lines = SourceLines(self.source, path: path)
  }

  /// Returns the place of a range of the document's text in the file: the line and column of its words, or the first
  /// line of its block where markup hides them. A file without lines has the numbers of its paragraphs, and no columns.
  ///
  /// - Complexity: O(bytes of the block) where there is markup, else of the line.
  func location(of range: TextRange) -> SourceLocation {
    guard let index = document.blockIndex(at: range.start) else { return lines.location(of: TextRange(0, 0)) }
    let block = document.blocks[index]
    guard document.format.isText else {
      return SourceLocation(path: path, line: index + 1, column: 0)
    }
    let words = document.text.slice(range)
    let moved = range.shifted(by: block.sourceRange.start - block.textRange.start)
    let before = document.text.slice(TextRange(block.textRange.start, range.start))
    if moved.end <= source.utf8.count, source.slice(moved) == words,
      document.markup == .plain || source.slice(TextRange(block.sourceRange.start, moved.start)) == before
    {
      return lines.location(of: moved)
    }
    // The same words may stand in the block before: their count tells which are meant.
    let written = source.slice(block.sourceRange)
    guard let start = SourcePlaces.start(of: words, after: SourcePlaces.count(words, in: before), in: written)
    else {
      return lines.location(of: TextRange(block.sourceRange.start, block.sourceRange.start))
    }
    let offset = block.sourceRange.start + written.utf8.distance(from: written.startIndex, to: start)
    return lines.location(of: TextRange(offset, offset + words.utf8.count))
  }

  private static func count(_ words: Substring, in text: Substring) -> Int {
    var count = 0
    var rest = text
    while let place = find(words, in: rest) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }

  private static func start(of words: Substring, after count: Int, in text: Substring) -> Substring.Index? {
    var rest = text
    for _ in 0..<count {
      guard let place = find(words, in: rest) else { return nil }
      rest = rest[place.upperBound...]
    }
    return find(words, in: rest)?.lowerBound
  }

  /// Returns the first place of words that stand by themselves; a space of theirs may be a line's end and an indent.
  private static func find(_ words: Substring, in text: Substring) -> Range<Substring.Index>? {
    guard let first = words.utf8.first else { return nil }
    let bytes = text.utf8
    var from = bytes.startIndex
    while let next = bytes[from...].firstIndex(of: first) {
      if let end = end(of: words, in: bytes[next...]), !isWord(bytes[..<next].last),
        !isWord(bytes[end...].first)
      {
        return next..<end
      }
      from = bytes.index(after: next)
    }
    return nil
  }

  private static func end(of words: Substring, in text: Substring.UTF8View.SubSequence) -> Substring.Index? {
    var place = text.startIndex
    for byte in words.utf8 {
      guard place < text.endIndex else { return nil }
      if byte == 32, text[place] <= 32 {
        while place < text.endIndex, text[place] <= 32 { place = text.index(after: place) }
      } else if text[place] == byte {
        place = text.index(after: place)
      } else {
        return nil
      }
    }
    return place
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    // Of bytes beyond ASCII most are quotation marks here.
    return (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
