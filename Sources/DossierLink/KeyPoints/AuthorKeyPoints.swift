internal import DossierModel

/// The key points that the author has written, each with the sentence that it is taken from, if there is one.
///
/// A text is taken from the first sentence that holds it word for word, the case of letters included. White space, the
/// style of quotes and the full stop at its end make no difference.
enum AuthorKeyPoints {
  /// The fewest words that, as a part of a sentence, are taken from it and not there by chance.
  private static let fewestWords = 4

  /// Returns the key points in the author's order. Texts without words are left out.
  ///
  /// - Complexity: O(bytes of the documents × texts).
  static func keyPoints(_ texts: [String], in documents: [BriefingDocument]) -> [KeyPoint] {
    let wanted = texts.map { text in
      let key = key(Array(text.utf8), 0, text.utf8.count)
      return (text: text, key: key, isLong: key.count { $0 == 0x20 } + 1 >= fewestWords)
    }.filter { !$0.key.isEmpty }
    var points = wanted.map { KeyPoint(text: $0.text) }
    var open = Array(wanted.indices)
    for (index, document) in documents.enumerated() where !open.isEmpty {
      let bytes = Array(document.document.text.utf8)
      for (number, range) in document.annotation.sentences.enumerated() where !open.isEmpty {
        let sentence = key(bytes, range.start, range.end)
        open.removeAll { place in
          let isWhole = sentence.count == wanted[place].key.count
          guard isWhole || wanted[place].isLong, holds(sentence, wanted[place].key) else { return false }
          points[place].evidence = Evidence(document: index, sentence: number)
          if isWhole { points[place].text = nil }
          return true
        }
      }
    }
    return points
  }

  /// Returns a text as it is compared: one space for white space, straight quotes, no full stop at the end.
  private static func key(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [UInt8] {
    let space: UInt8 = 0x20
    let end = min(end, bytes.count)
    var key: [UInt8] = []
    key.reserveCapacity(max(0, end - start))
    var place = max(0, start)
    while place < end {
      var (byte, length) = (bytes[place], 1)
      if byte <= space {
        byte = space
      } else if byte == 0xE2, place + 2 < end, bytes[place + 1] == 0x80 {
        // ‘ ’ ‚ ‛ and “ ” „ ‟.
        if (0x98...0x9B).contains(bytes[place + 2]) { (byte, length) = (0x27, 3) }
        if (0x9C...0x9F).contains(bytes[place + 2]) { (byte, length) = (0x22, 3) }
      } else if byte == 0xC2, place + 1 < end {
        // « » and the space that does not break.
        if bytes[place + 1] == 0xAB || bytes[place + 1] == 0xBB { (byte, length) = (0x22, 2) }
        if bytes[place + 1] == 0xA0 { (byte, length) = (space, 2) }
      }
      if byte != space || key.last != space && !key.isEmpty { key.append(byte) }
      place += length
    }
    while key.last == space { key.removeLast() }
    // "… so.” said" apart, a full stop may stand within the quote that ends a sentence.
    if key.last == UInt8(ascii: ".") {
      key.removeLast()
    } else if key.count > 1, key.last == 0x22, key[key.count - 2] == UInt8(ascii: ".") {
      key.remove(at: key.count - 2)
    }
    return key
  }

  /// Whether a sentence holds some words as whole words.
  private static func holds(_ sentence: [UInt8], _ words: [UInt8]) -> Bool {
    guard let first = words.first, words.count <= sentence.count else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 }
    for place in 0...(sentence.count - words.count) where sentence[place] == first {
      let end = place + words.count
      let isCut =
        place > 0 && isLetter(first) && isLetter(sentence[place - 1])
        || end < sentence.count && isLetter(words[words.count - 1]) && isLetter(sentence[end])
      if !isCut, sentence[place..<end].elementsEqual(words) { return true }
    }
    return false
  }
}
