/// Joins words that were divided at the ends of lines.
struct HyphenWords {
  private var words: Set<String> = []

  /// - Parameter texts: All the document's lines: how it writes a word elsewhere decides.
  init(_ texts: some Sequence<String>) {
    var isDivided = false
    for text in texts {
      // The second half of a divided word is no word.
      for word in text.split(separator: " ").dropFirst(isDivided ? 1 : 0) where word.utf8.count < 40 {
        let plain = HyphenWords.plain(word)
        if !plain.isEmpty { words.insert(plain) }
      }
      isDivided = text.hasSuffix("-")
    }
  }

  private static func plain(_ word: some StringProtocol) -> String {
    let letters = word.drop { !$0.isLetter }
    guard let last = letters.lastIndex(where: \.isLetter) else { return "" }
    let end = letters.index(after: last)
    // "pump-" is half a word.
    if end < letters.endIndex, letters[end] == "-" { return "" }
    return letters[..<end].lowercased()
  }

  /// Appends a line to a text.
  func join(_ line: String, to text: inout String) {
    guard let last = text.unicodeScalars.last else {
      text = line
      return
    }
    guard last == "-" || last == "\u{AD}" || last == "\u{2010}", let first = line.unicodeScalars.first,
      first.properties.isAlphabetic, let before = text.unicodeScalars.dropLast().last,
      before.properties.isAlphabetic
    else {
      text += " " + line
      return
    }
    let head = text.split(separator: " ").last.map { HyphenWords.plain($0.dropLast()) } ?? ""
    let tail = HyphenWords.plain(line.split(separator: " ").first ?? "")
    let isWord = words.contains(head + tail)
    let isKnown = words.contains(head + "-" + tail) || (words.contains(head) && words.contains(tail))
    let isCompound = last != "\u{AD}" && !isWord && isKnown
    // "Anglo-" and "Saxon" keep their hyphen, and so do "long-" and "term".
    if !first.properties.isLowercase || isCompound {
      text += line
    } else {
      text.unicodeScalars.removeLast()
      text += line
    }
  }
}
