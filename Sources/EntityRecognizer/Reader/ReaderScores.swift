/// What the careful reader says of words: for each label, how far it is behind the likeliest one, in eighths of a natural
/// logarithm, at most 127.
///
/// Most words are surely outside all names. Of those nothing else is kept, so that answers are small on disk, and the
/// same whether they were kept or are new.
struct ReaderScores: Equatable, Sendable {
  /// From here on "outside" is sure: one in three thousand.
  private static let sure: UInt8 = 64
  static let least: UInt8 = 127

  /// A row of `Label.count` numbers for each word.
  private(set) var rows: [UInt8] = []

  var count: Int { rows.count / Label.count }

  /// Returns a word's row.
  subscript(word: Int) -> ArraySlice<UInt8> { rows[word * Label.count..<(word + 1) * Label.count] }

  /// Appends a word, of which `outputs` are the network's.
  mutating func append(_ outputs: UnsafeBufferPointer<Float>) {
    var best = 0
    for label in 1..<Label.count where outputs[label] > outputs[best] { best = label }
    var row = [UInt8](repeating: 0, count: Label.count)
    var next = ReaderScores.least
    for label in 0..<Label.count {
      // However near another one is, the best stays the best.
      let behind = max(((outputs[best] - outputs[label]) * 8).rounded(), 1)
      row[label] = label == best ? 0 : UInt8(min(behind, Float(ReaderScores.least)))
      if label > 0 { next = min(next, row[label]) }
    }
    if row[0] == 0, next >= ReaderScores.sure {
      appendOutside()
    } else {
      rows += row
    }
  }

  /// Appends a word's row.
  mutating func append(_ row: ArraySlice<UInt8>) { rows += row }

  private mutating func appendOutside() {
    rows.append(0)
    for _ in 1..<Label.count { rows.append(ReaderScores.sure) }
  }

  /// The scores as bytes: 0 and how many words are surely outside (1 to 255), or 1 and a word's row.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var isRun = false
    for word in 0..<count {
      let row = self[word]
      if row.first == 0, row.dropFirst().allSatisfy({ $0 == ReaderScores.sure }) {
        if isRun, bytes[bytes.count - 1] < 255 {
          bytes[bytes.count - 1] += 1
        } else {
          bytes += [0, 1]
        }
        isRun = true
      } else {
        bytes.append(1)
        bytes += row
        isRun = false
      }
    }
    return bytes
  }

  init() {}

  /// Reads bytes; nil where they are damaged, or not for so many words.
  init?(bytes: [UInt8], words: Int) {
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0, position + 1 < bytes.count {
        for _ in 0..<bytes[position + 1] { appendOutside() }
        position += 2
      } else if bytes[position] == 1, position + Label.count < bytes.count {
        rows += bytes[position + 1...position + Label.count]
        position += 1 + Label.count
      } else {
        return nil
      }
    }
    guard count == words, rows.allSatisfy({ $0 <= ReaderScores.least }) else { return nil }
  }
}
