internal import CEntityLists

/// The lists from inside the program, ready for look-ups. Made once, in a few milliseconds.
struct NameLists: Sendable {
  /// What is known of single words.
  private(set) var words: WordTable
  /// The names.
  private(set) var gazetteer: Gazetteer
  /// The lists' own text, which holds the usual names.
  private let texts: [[UInt8]]

  static let builtIn = NameLists(
    // The array is the C target's constant; each element's size is that of its bytes.
    UnsafeBufferPointer(start: dossier_entity_lists_start(), count: dossier_entity_list_count).map {
      (String(cString: $0.name), Array(UnsafeBufferPointer(start: $0.bytes, count: $0.size)))
    })

  /// Reads lists, named as the files of `CEntityLists` are.
  ///
  /// - Complexity: O(bytes of the lists).
  init(_ lists: [(name: String, bytes: [UInt8])]) {
    var wordCount = 0
    var nameWordCount = 0
    for list in lists {
      let words = list.bytes.count { $0 <= 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") }
      wordCount += words
      if NameLists.group(of: list.name) != nil { nameWordCount += words }
    }
    words = WordTable(capacity: wordCount)
    gazetteer = Gazetteer(capacity: nameWordCount)
    texts = lists.map(\.bytes)
    let ranked = lists.indices.sorted {
      NameLists.rank(of: lists[$0].name) < NameLists.rank(of: lists[$1].name)
    }
    for index in ranked {
      switch lists[index].name {
      case "given-names": addWords(of: index, .givenName)
      case "surnames": addWords(of: index, .surname)
      case "common-words": addWords(of: index, .common)
      case "words": addClassedWords(of: index)
      default:
        if let group = NameLists.group(of: lists[index].name) { addNames(of: index, group) }
      }
    }
  }

  /// Returns what is known of the word with this hash.
  @inline(__always)
  func classes(of hash: UInt64) -> WordClasses { words.classes(of: hash) }

  /// Returns the usual name of an entry, if its list gives one.
  func canonicalName(of entry: Gazetteer.Entry) -> String? {
    guard entry.canonicalLength > 0 else { return nil }
    let start = Int(entry.canonicalStart)
    return String(decoding: texts[Int(entry.list)][start..<start + Int(entry.canonicalLength)], as: UTF8.self)
  }

  private static func group(of list: String) -> Gazetteer.Group? {
    switch list {
    case "countries", "country-names": .country
    case "regions": .region
    case "cities": .city
    case "organisations": .organisation
    case "events": .event
    case "nationalities": .nationality
    default: nil
    }
  }

  /// Of a name in several lists the first one counts.
  private static func rank(of list: String) -> Int {
    let order = [
      "country-names", "countries", "nationalities", "regions", "organisations", "events", "cities",
    ]
    return order.firstIndex(of: list) ?? order.count
  }
}

extension NameLists {
  private mutating func addWords(of index: Int, _ classes: WordClasses) {
    // Hashes first, then one short loop that the processor can run ahead in while memory answers.
    var hashes: [UInt64] = []
    NameLists.forEachLine(of: texts[index]) { line, fields in
      hashes.append(WordScan.word(in: line, from: fields[0].lowerBound, to: fields[0].upperBound).hash)
    }
    for hash in hashes { words.insert(hash, classes) }
  }

  private mutating func addClassedWords(of index: Int) {
    NameLists.forEachLine(of: texts[index]) { line, fields in
      guard fields.count > 1 else { return }
      let name = String(decoding: line[fields[1]], as: UTF8.self)
      guard let classes = WordClasses.named.first(where: { $0.0 == name })?.1 else { return }
      var word = WordScan.word(in: line, from: fields[0].lowerBound, to: fields[0].upperBound)
      if word.letters == 1 { WordScan.addDots(to: &word, in: line, limit: fields[0].upperBound) }
      words.insert(word.hash, classes)
    }
  }

  private mutating func addNames(of index: Int, _ group: Gazetteer.Group) {
    var hashes: [UInt64] = []
    NameLists.forEachLine(of: texts[index]) { line, fields in
      hashes.removeAll(keepingCapacity: true)
      NameLists.appendWords(of: line, fields[0], to: &hashes)
      guard let first = hashes.first else { return }
      let canonical = fields.count > 1 ? fields[1] : 0..<0
      let isMajor = fields.count > 2 || group != .city
      gazetteer.insert(
        hashes,
        Gazetteer.Entry(
          group: group, isMajor: isMajor, list: UInt8(index), canonicalStart: UInt32(canonical.lowerBound),
          canonicalLength: UInt16(canonical.count)))
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
