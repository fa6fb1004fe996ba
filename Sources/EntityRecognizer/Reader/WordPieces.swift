internal import UTF8Text

/// Cuts words into the pieces of the careful reader's vocabulary, each the longest that fits (WordPiece; Wu and others,
/// 2016), after folding case and accents, as the tokenizer does with which the vocabulary was made: all it knows of
/// Unicode is a table in the model's file, made from that tokenizer.
struct WordPieces: Sendable {
  /// The piece for what no pieces make up.
  static let unknown: UInt16 = 100
  static let start: UInt16 = 101
  static let end: UInt16 = 102
  /// A longer part of a word is unknown.
  private static let longestPart = 100

  /// The pieces one after the other, those that go on a word without the "##".
  private let bytes: [UInt8]
  /// Where each piece begins, and the end of the last.
  private let starts: [UInt32]
  /// By hash: the number of a piece, from 1.
  private var slots: [UInt32]
  private let mask: Int
  private let longest: Int
  /// What becomes of ranges of scalars, four numbers each: the first, the last, where in `folded` its form begins, and how
  /// many bytes that has. Of none of them, the form is the scalar itself.
  private let folds: [Int32]
  private let folded: [UInt8]
  /// The forms of ASCII: zero where a character is dropped, with the high bit where it stands by itself.
  private var ascii: [UInt8] = []

  private static let itself: Int32 = -1
  private static let hangul: Int32 = -2

  /// Reads the parts of a model's file; nil where they do not fit each other.
  init?(vocabulary: [UInt8], folds: [Int32], folded: [UInt8]) {
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var goesOn: [Bool] = []
    for line in vocabulary.split(separator: 10, omittingEmptySubsequences: false) where !line.isEmpty {
      let isInner = line.starts(with: [35, 35]) && line.count > 2
      goesOn.append(isInner)
      bytes += isInner ? line.dropFirst(2) : line
      starts.append(UInt32(bytes.count))
    }
    let count = starts.count - 1
    guard count > Int(WordPieces.end), count <= Int(UInt16.max), folds.count % 4 == 0 else { return nil }
    for row in stride(from: 0, to: folds.count, by: 4) {
      let isRange = folds[row + 2] < 0
      guard folds[row] <= folds[row + 1], row == 0 || folds[row - 3] < folds[row],
        isRange || Int(folds[row + 2]) + Int(folds[row + 3]) <= folded.count, folds[row + 3] >= 0
      else { return nil }
    }
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
    var longest = 0
    for piece in 0..<count {
      let range = Int(starts[piece])..<Int(starts[piece + 1])
      longest = max(longest, range.count)
      var slot = Int(truncatingIfNeeded: WordPieces.hash(of: bytes, range, goesOn: goesOn[piece])) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(piece + 1) | (goesOn[piece] ? 1 << 31 : 0)
    }
    self.longest = longest
    self.bytes = bytes
    self.starts = starts
    self.folds = folds
    self.folded = folded
    var forms: [UInt8] = []
    for byte in 0..<UInt8(128) {
      var form: [UInt8] = []
      appendForm(of: UInt32(byte), to: &form)
      switch form.count {
      case 0: forms.append(0)
      case 1: forms.append(form[0])
      default: forms.append(form[1] | 0x80)
      }
    }
    ascii = forms
  }

  /// How many pieces there are.
  var count: Int { starts.count - 1 }

  /// Appends the pieces of a word, at most `limit` of them.
  ///
  /// - Complexity: O(bytes of the word) for words of usual length.
  func append(of range: Range<Int>, in text: [UInt8], limit: Int, to pieces: inout [UInt16]) {
    let first = pieces.count
    var word: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte < 0x80 {
        let form = ascii[Int(byte)]
        if form >= 0x80 {
          word += [32, form & 0x7F, 32]
        } else if form > 0 {
          word.append(form)
        }
        position += 1
      } else {
        let (scalar, length) = UTF8Bytes.scalar(in: text, at: position)
        appendForm(of: scalar, to: &word)
        position += length
      }
    }
    var start = 0
    while start < word.count, pieces.count - first < limit {
      if word[start] == 32 {
        start += 1
        continue
      }
      var end = start
      while end < word.count, word[end] != 32 { end += 1 }
      appendPart(word, start..<end, to: &pieces)
      start = end
    }
    if pieces.count > first + limit { pieces.removeLast(pieces.count - first - limit) }
    if pieces.count == first { pieces.append(WordPieces.unknown) }
  }

  private func appendPart(_ word: [UInt8], _ part: Range<Int>, to pieces: inout [UInt16]) {
    let first = pieces.count
    let scalars = word[part].count { $0 & 0xC0 != 0x80 }
    var position = part.lowerBound
    while scalars <= WordPieces.longestPart, position < part.upperBound {
      var end = min(part.upperBound, position + longest)
      var found: UInt16?
      while end > position {
        found = piece(word, position..<end, goesOn: position > part.lowerBound)
        if found != nil { break }
        end -= 1
      }
      guard let found else { break }
      pieces.append(found)
      position = end
    }
    guard position < part.upperBound else { return }
    pieces.removeLast(pieces.count - first)
    pieces.append(WordPieces.unknown)
  }

  private func piece(_ word: [UInt8], _ range: Range<Int>, goesOn: Bool) -> UInt16? {
    var slot = Int(truncatingIfNeeded: WordPieces.hash(of: word, range, goesOn: goesOn)) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0x7FFF_FFFF) - 1
      let own = Int(starts[number])..<Int(starts[number + 1])
      if slots[slot] >> 31 == (goesOn ? 1 : 0), bytes[own].elementsEqual(word[range]) {
        return UInt16(number)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(of bytes: [UInt8], _ range: Range<Int>, goesOn: Bool) -> UInt64 {
    var hash = WordHash()
    hash.add(goesOn ? 1 : 0)
    for index in range { hash.add(bytes[index]) }
    return hash.value
  }

  /// Appends a scalar's folded form, with spaces around what stands by itself.
  private func appendForm(of scalar: UInt32, to word: inout [UInt8]) {
    let value = Int32(bitPattern: scalar)
    var (low, high) = (0, folds.count / 4)
    while low < high {
      let middle = (low + high) / 2
      if folds[4 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    guard low < folds.count / 4, folds[4 * low] <= value else {
      WordPieces.append(scalar, to: &word)
      return
    }
    let (start, count) = (folds[4 * low + 2], folds[4 * low + 3])
    switch start {
    case WordPieces.itself:
      word.append(32)
      WordPieces.append(scalar, to: &word)
      word.append(32)
    case WordPieces.hangul:
      // The letters of a syllable (The Unicode Standard, 3.12).
      let index = value - 0xAC00
      let letters = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
      for letter in letters where letter != 0x11A7 {
        WordPieces.append(UInt32(bitPattern: letter), to: &word)
      }
    default: word += folded[Int(start)..<Int(start + count)]
    }
  }

  private static func append(_ scalar: UInt32, to word: inout [UInt8]) {
    if let scalar = Unicode.Scalar(scalar) { word += UTF8.encode(scalar).map { Array($0) } ?? [] }
  }
}
