/// From words to what the lists know of them: the number of a set of classes for each word, since few sets occur.
struct WordTable: Sendable {
  private var numbersOfWords: HashedNumbers
  /// The sets of classes that occur, at most 512.
  private var sets: [WordClasses] = [[]]
  private var setNumbers: [UInt64: Int] = [:]
  private static let bits: UInt32 = 9

  init(capacity: Int) { numbersOfWords = HashedNumbers(capacity: capacity, bits: WordTable.bits) }

  /// Reads a table that was written as numbers.
  init?(slots: [UInt32], sets: [UInt64]) {
    guard let numbers = HashedNumbers(slots: slots, bits: WordTable.bits, limit: sets.count) else {
      return nil
    }
    numbersOfWords = numbers
    self.sets = sets.map { WordClasses(rawValue: $0) }
  }

  /// The table as numbers.
  var numbers: (slots: [UInt32], sets: [UInt64]) { (numbersOfWords.slots, sets.map(\.rawValue)) }

  /// Returns the classes of the word with this hash.
  @inline(__always)
  func classes(of hash: UInt64) -> WordClasses { sets[numbersOfWords[hash]] }

  /// Adds classes to the word with this hash; nothing where the table is full.
  mutating func insert(_ hash: UInt64, _ classes: WordClasses) {
    let known = self.classes(of: hash)
    guard !known.isSuperset(of: classes), let number = number(of: known.union(classes)) else { return }
    numbersOfWords[hash] = number
  }

  private mutating func number(of classes: WordClasses) -> Int? {
    if let number = setNumbers[classes.rawValue] { return number }
    guard sets.count < 1 << WordTable.bits else { return nil }
    setNumbers[classes.rawValue] = sets.count
    sets.append(classes)
    return sets.count - 1
  }
}
