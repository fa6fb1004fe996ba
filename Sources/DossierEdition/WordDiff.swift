/// A sentence as words, and what is other between two.
struct WordDiff {
  /// A word or a sign.
  struct Word: Hashable {
    var text: Substring
    var hasSpace: Bool
  }

  /// Returns the words of a text: runs of letters and digits, and each other sign by itself. Scripts without spaces are taken
  /// letter by letter.
  static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var start: String.Index?
    var hasSpace = false
    func end(_ index: String.Index) {
      guard let from = start else { return }
      words.append(Word(text: text[from..<index], hasSpace: hasSpace))
      (start, hasSpace) = (nil, false)
    }
    for index in text.indices {
      let letter = text[index]
      if letter.isWhitespace {
        end(index)
        hasSpace = true
      } else if letter.isLetter || letter.isNumber, let scalar = letter.unicodeScalars.first,
        scalar.value < 0x2E80
      {
        if start == nil { start = index }
      } else {
        end(index)
        start = index
        end(text.index(after: index))
      }
    }
    end(text.endIndex)
    return words
  }

  /// Returns the words of two sentences: what both have, and what only one has.
  static func pieces(_ old: String, _ new: String) -> [EditionChanges.Piece] {
    let (a, b) = (words(old), words(new))
    var numbers: [Substring: Int] = [:]
    func numbered(_ words: [Word]) -> [Int] {
      words.map { word in
        let number = numbers[word.text] ?? numbers.count
        numbers[word.text] = number
        return number
      }
    }
    let pairs = SequenceMatch.pairs(numbered(a), numbered(b))
    var pieces: [EditionChanges.Piece] = []
    func append(_ words: ArraySlice<Word>, _ side: EditionChanges.Piece.Side) {
      for word in words {
        if let last = pieces.last, last.side == side {
          pieces[pieces.count - 1].text += (word.hasSpace ? " " : "") + word.text
        } else {
          pieces.append(
            EditionChanges.Piece(
              side: side, text: String(word.text), hasSpace: word.hasSpace && !pieces.isEmpty))
        }
      }
    }
    var (i, j) = (0, 0)
    for (m, n) in pairs + [(a.count, b.count)] {
      append(a[i..<m], .old)
      append(b[j..<n], .new)
      if m < a.count { append(b[n...n], .both) }
      (i, j) = (m + 1, n + 1)
    }
    return pieces
  }

  /// How much two sentences have in common, from 0 to 1: of all their words, each as often as it stands (Dice).
  static func likeness(_ old: [Word], _ new: [Word]) -> Double {
    var counts: [Substring: Int] = [:]
    for word in old { counts[word.text, default: 0] += 1 }
    var common = 0
    for word in new {
      if let count = counts[word.text], count > 0 {
        counts[word.text] = count - 1
        common += 1
      }
    }
    return Double(2 * common) / Double(max(1, old.count + new.count))
  }
}
