/// The lists, ready for look-ups: what is known of single words, the names, the clusters of words.
package struct NameLists: Sendable {
  /// What is known of single words.
  private(set) var words: WordTable
  /// The names.
  private(set) var gazetteer: Gazetteer
  /// Which words are used alike.
  private(set) var clusterNumbers = HashedNumbers(capacity: 0, bits: clusterBits)
  private(set) var clusterLevels = ClusterLevels()
  private static let clusterBits: UInt32 = 12
  /// The usual names, one after the other.
  private var canonicalNames: [UInt8] = []

  /// Reads the lists as `file` wrote them.
  ///
  /// - Complexity: O(bytes).
  package init(_ file: ModelFile) throws(ModelFile.Problem) {
    guard let words = WordTable(slots: file.numbers(0), sets: file.numbers(1)),
      let gazetteer = Gazetteer(slots: file.numbers(2), entries: file.numbers(3)),
      let levels = ClusterLevels(file.numbers(6)),
      let clusters = HashedNumbers(slots: file.numbers(5), bits: NameLists.clusterBits, limit: levels.count)
    else { throw .damaged }
    self.words = words
    self.gazetteer = gazetteer
    canonicalNames = file.numbers(4)
    clusterNumbers = clusters
    clusterLevels = levels
    for entry in gazetteer.entries
    where Int(entry.canonicalStart) + Int(entry.canonicalLength) > canonicalNames.count { throw .damaged }
  }

  /// The lists as a file.
  package var file: [UInt8] {
    let (slots, sets) = words.numbers
    let (names, entries) = gazetteer.numbers
    return ModelFile.file(of: [
      ModelFile.part(slots), ModelFile.part(sets), ModelFile.part(names), ModelFile.part(entries),
      canonicalNames,
      ModelFile.part(clusterNumbers.slots), ModelFile.part(clusterLevels.numbers),
    ])
  }

  /// Reads lists of text, each named as its file in `CEntityModel/lists` is.
  ///
  /// - Complexity: O(bytes of the lists).
  package init(_ lists: [(name: String, bytes: [UInt8])]) {
    var wordCount = 0
    var nameWordCount = 0
    for list in lists where !list.name.hasPrefix("cluster") {
      let words = list.bytes.count { $0 <= 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") }
      wordCount += words
      if NameLists.group(of: list.name) != nil { nameWordCount += words }
    }
    words = WordTable(capacity: wordCount)
    gazetteer = Gazetteer(capacity: nameWordCount)
    for list in lists.sorted(by: {
      (NameLists.rank(of: $0.name), $0.name) < (NameLists.rank(of: $1.name), $1.name)
    }) {
      switch list.name {
      case "given-names": addWords(of: list.bytes, .givenName)
      case "surnames": addWords(of: list.bytes, .surname)
      case "common-words": addWords(of: list.bytes, .common)
      case "words": addClassedWords(of: list.bytes)
      case "clusters": addClusters(of: list.bytes)
      case "cluster-levels": addClusterLevels(of: list.bytes)
      default:
        if let group = NameLists.group(of: list.name) { addNames(of: list.bytes, group) }
      }
    }
  }

  /// Returns what is known of the word with this hash.
  @inline(__always)
  func classes(of hash: UInt64) -> WordClasses { words.classes(of: hash) }

  @inline(__always)
  func cluster(of lowerHash: UInt64) -> UInt16 { UInt16(clusterNumbers[lowerHash]) }

  /// Returns the usual name of an entry, if its list gives one.
  func canonicalName(of entry: Gazetteer.Entry) -> String? {
    guard entry.canonicalLength > 0 else { return nil }
    let start = Int(entry.canonicalStart)
    return String(decoding: canonicalNames[start..<start + Int(entry.canonicalLength)], as: UTF8.self)
  }

  private static func group(of list: String) -> Gazetteer.Group? {
    switch list {
    case "countries", "country-names", "formal-names": .country
    case "regions": .region
    case "cities": .city
    case "organisations": .organisation
    case "events": .event
    case "nationalities", "demonyms": .nationality
    default: nil
    }
  }

  /// Of a name in several lists the first one counts.
  private static func rank(of list: String) -> Int {
    let order = [
      "country-names", "countries", "formal-names", "nationalities", "demonyms", "regions", "organisations",
      "events", "cities",
    ]
    return order.firstIndex(of: list) ?? order.count
  }
}

extension NameLists {
  private mutating func addWords(of text: [UInt8], _ classes: WordClasses) {
    // Hashes first, then one short loop that the processor can run ahead in while memory answers.
    var hashes: [UInt64] = []
    NameLists.forEachLine(of: text) { line, fields in
      hashes.append(WordScan.word(in: line, from: fields[0].lowerBound, to: fields[0].upperBound).hash)
    }
    for hash in hashes { words.insert(hash, classes) }
  }

  private mutating func addClassedWords(of text: [UInt8]) {
    NameLists.forEachLine(of: text) { line, fields in
      guard fields.count > 1 else { return }
      let name = String(decoding: line[fields[1]], as: UTF8.self)
      guard let classes = WordClasses.named.first(where: { $0.0 == name })?.1 else { return }
      var word = WordScan.word(in: line, from: fields[0].lowerBound, to: fields[0].upperBound)
      if word.letters == 1 { WordScan.addDots(to: &word, in: line, limit: fields[0].upperBound) }
      words.insert(word.hash, classes)
    }
  }

  private mutating func addClusters(of text: [UInt8]) {
    var words: [(UInt64, UInt16)] = []
    NameLists.forEachLine(of: text) { line, fields in
      guard fields.count > 1, let cluster = UInt16(String(decoding: line[fields[1]], as: UTF8.self)) else {
        return
      }
      words.append(
        (WordScan.word(in: line, from: fields[0].lowerBound, to: fields[0].upperBound).lowerHash, cluster))
    }
    clusterNumbers = HashedNumbers(capacity: words.count, bits: NameLists.clusterBits)
    for (hash, cluster) in words { clusterNumbers[hash] = Int(cluster) }
  }

  private mutating func addClusterLevels(of text: [UInt8]) {
    NameLists.forEachLine(of: text) { line, fields in
      let numbers = fields.compactMap { UInt16(String(decoding: line[$0], as: UTF8.self)) }
      guard numbers.count == 4 else { return }
      clusterLevels.append(fine: numbers[1], middle: numbers[2], coarse: numbers[3])
    }
  }

  private mutating func addNames(of text: [UInt8], _ group: Gazetteer.Group) {
    var hashes: [UInt64] = []
    NameLists.forEachLine(of: text) { line, fields in
      hashes.removeAll(keepingCapacity: true)
      NameLists.appendWords(of: line, fields[0], to: &hashes)
      guard let first = hashes.first else { return }
      let canonical = fields.count > 1 ? line[fields[1]] : []
      let isMajor = fields.count > 2 || group != .city
      gazetteer.insert(
        hashes,
        Gazetteer.Entry(
          group: group, isMajor: isMajor, canonicalStart: UInt32(canonicalNames.count),
          canonicalLength: UInt16(clamping: canonical.count)))
      canonicalNames += canonical.prefix(Int(UInt16.max))
      let isNationality = group == .nationality && hashes.count == 1
      words.insert(first, isNationality ? [.startsName, .nationality] : .startsName)
    }
  }

  /// Appends the hashes of a name's words, cut as the tokenizer cuts a text.
  private static func appendWords(of line: [UInt8], _ name: Range<Int>, to hashes: inout [UInt64]) {
    var position = name.lowerBound
    while position < name.upperBound {
      let byte = line[position]
      if let end = WordScan.clitic(in: line, from: position, to: name.upperBound), position > name.lowerBound
      {
        var hash = WordHash()
        hash.add(line[end - 1])
        hashes.append(hash.value)
        position = end
      } else if byte >= 0x80 || WordScan.isLetter(byte) || WordScan.isDigit(byte) {
        var word = WordScan.word(in: line, from: position, to: name.upperBound)
        if word.letters == 1 { WordScan.addDots(to: &word, in: line, limit: name.upperBound) }
        hashes.append(word.hash)
        position = max(word.end, position + 1)
      } else {
        position += 1
      }
    }
  }

  /// Calls `body` with the list and the ranges of its fields, for each line that is no comment.
  private static func forEachLine(of text: [UInt8], _ body: ([UInt8], [Range<Int>]) -> Void) {
    var fields: [Range<Int>] = []
    var position = 0
    while position < text.count {
      let start = position
      fields.removeAll(keepingCapacity: true)
      var fieldStart = position
      while position < text.count, text[position] != 10 {
        if text[position] == 9 {
          fields.append(fieldStart..<position)
          fieldStart = position + 1
        }
        position += 1
      }
      fields.append(fieldStart..<position)
      if text[start] != UInt8(ascii: "#"), position > start { body(text, fields) }
      position += 1
    }
  }
}
