internal import DossierModel

/// The words of a text with their places, for finding what an author quotes.
struct WordIndex {
  /// A word without the marks around it and without "'s".
  struct Word {
    var text: Substring
    var range: TextRange
  }

  let words: [Word]

  /// Finds the words.
  ///
  /// - Complexity: O(bytes of `text`).
  init(_ text: String) {
    var words: [Word] = []
    var start: String.UTF8View.Index?
    var offset = 0
    var startOffset = 0
    let utf8 = text.utf8
    func close(_ end: String.UTF8View.Index, _ endOffset: Int) {
      guard let from = start else { return }
      if let word = WordIndex.core(text[from..<end], TextRange(startOffset, endOffset)) { words.append(word) }
      start = nil
    }
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index] <= 32 {
        close(index, offset)
      } else if start == nil {
        start = index
        startOffset = offset
      }
      index = utf8.index(after: index)
      offset += 1
    }
    close(index, offset)
    self.words = words
  }

  private static func core(_ raw: Substring, _ range: TextRange) -> Word? {
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    var text = raw
    while let first = text.unicodeScalars.first, isMark(first) { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, isMark(last) { text.unicodeScalars.removeLast() }
    text = text.withoutPossessive
    guard !text.isEmpty else { return nil }
    let start = range.start + raw.utf8.distance(from: raw.startIndex, to: text.startIndex)
    return Word(text: text, range: TextRange(start, start + text.utf8.count))
  }

  /// Returns where some words stand in a row, as indices of the first of them.
  ///
  /// - Parameter places: The places of the first of the words.
  func places(of name: [Substring], among places: [Int]) -> [Int] {
    places.filter { place in
      place + name.count <= words.count && zip(name, words[place...]).allSatisfy { $0 == $1.text }
    }
  }

  /// Returns where some words stand in a row, as indices of the first of them.
  ///
  /// - Complexity: O(words).
  func places(of name: [Substring]) -> [Int] {
    guard let first = name.first else { return [] }
    return places(of: name, among: words.indices.filter { words[$0].text == first })
  }

  /// The bytes of some words in a row.
  func range(from place: Int, count: Int) -> TextRange {
    TextRange(words[place].range.start, words[place + count - 1].range.end)
  }
}
