/// What a text's other sentences decided about a word: the second look uses it where a word is unclear (Chieu and Ng,
/// 2002; Krishnan and Manning, 2006).
struct DocumentMemory {
  /// How often a word had a part in a name of each kind, and in none.
  struct Record {
    var kinds: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
    var parts: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var outside: UInt32 = 0
    var small: UInt32 = 0
  }

  private var words: [UInt64: Record] = [:]
  private var pairs: [UInt64: Record] = [:]

  /// Learns the decisions of the first look.
  init(tokens: [Token], sentences: [Range<Int>], labels: [Label]) {
    for sentence in sentences {
      for index in sentence where tokens[index].kind == .word && !isSmall(tokens[index], labels[index]) {
        let label = labels[index]
        words[tokens[index].lowerHash, default: Record()].add(label, 1)
        if index + 1 < sentence.upperBound, let pair = Self.pair(tokens, labels, index) {
          pairs[pair.key, default: Record()].add(pair.joined ? label : .outside, 1)
        }
      }
    }
    // Words in small letters count only where the text has them with a capital too.
    for sentence in sentences {
      for index in sentence where tokens[index].kind == .word && isSmall(tokens[index], labels[index]) {
        let token = tokens[index]
        if !token.has([.stop, .connector, .particle]), let known = words.index(forKey: token.lowerHash) {
          words.values[known].small &+= 1
        }
      }
    }

    func isSmall(_ token: Token, _ label: Label) -> Bool { token.shape.contains(.lower) && label == .outside }
  }

  private static func pair(_ tokens: [Token], _ labels: [Label], _ index: Int) -> (key: UInt64, joined: Bool)?
  {
    guard !tokens[index].shape.contains(.lower) else { return nil }
    return (
      WordHash.chain(tokens[index].lowerHash, tokens[index + 1].lowerHash),
      !labels[index].ends && !labels[index + 1].begins
    )
  }

  /// Appends what the other places of the word at `index` say.
  func append(
    of index: Int, in sentence: Range<Int>, tokens: [Token], labels: [Label], to features: inout FeatureList
  ) {
    let token = tokens[index]
    guard token.kind == .word, !token.shape.contains(.lower), var record = words[token.lowerHash] else {
      return
    }
    record.add(labels[index], -1)
    if record.small > 0 {
      features.add(.memoryLower, record.named > 0 ? 1 : 0, token.shape.contains(.allCapitals) ? 1 : 0)
    }
    let own = UInt64(labels[index].kind.map { $0.rawValue + 1 } ?? 0)
    if let (kind, sure) = record.majority {
      let majority = UInt64(kind) << 2 | sure
      features.add(.memory, majority)
      features.add(.memory, majority, own, 1)
      features.add(.memory, majority, UInt64(record.majorityPart), 2)
      features.add(
        .memory, majority, UInt64(record.majorityPart), own << 4 | UInt64(labels[index].part?.rawValue ?? 4))
    }
    if index + 1 < sentence.upperBound { appendPair(index, index, tokens, labels, to: &features) }
    if index > sentence.lowerBound { appendPair(index - 1, index, tokens, labels, to: &features) }
  }

  private func appendPair(
    _ first: Int, _ index: Int, _ tokens: [Token], _ labels: [Label], to features: inout FeatureList
  ) {
    guard tokens[first].kind == .word, let pair = Self.pair(tokens, labels, first),
      var record = pairs[pair.key]
    else { return }
    record.add(pair.joined ? labels[first] : .outside, -1)
    guard let (kind, sure) = record.majority else { return }
    features.add(.memoryPair, UInt64(kind) << 2 | sure, first == index ? 0 : 1)
  }
}

extension DocumentMemory.Record {
  var named: UInt32 { kinds.0 &+ kinds.1 &+ kinds.2 &+ kinds.3 &+ kinds.4 }

  mutating func add(_ label: Label, _ by: Int32) {
    let by = UInt32(bitPattern: by)
    guard let kind = label.kind, let part = label.part else {
      outside &+= by
      return
    }
    switch kind {
    case .person: kinds.0 &+= by
    case .organisation: kinds.1 &+= by
    case .place: kinds.2 &+= by
    case .event: kinds.3 &+= by
    case .other: kinds.4 &+= by
    }
    switch part {
    case .first: parts.0 &+= by
    case .inner: parts.1 &+= by
    case .last: parts.2 &+= by
    case .only: parts.3 &+= by
    }
  }

  /// The commonest decision (0 for none, kinds from 1; of equals a kind before none) and how clear it is, 0 to 3.
  var majority: (kind: UInt8, sure: UInt64)? {
    let counts = [outside, kinds.0, kinds.1, kinds.2, kinds.3, kinds.4]
    var total = 0
    var best = 0
    for (index, count) in counts.enumerated() {
      total += Int(count)
      if count > counts[best] || best == 0 && count > 0 && count == outside { best = index }
    }
    guard total > 0 else { return nil }
    let share = Int(counts[best]) * 10 / total
    return (UInt8(best), share >= 9 ? (total > 1 ? 3 : 2) : share >= 6 ? 1 : 0)
  }

  var majorityPart: UInt8 {
    let counts = [parts.0, parts.1, parts.2, parts.3]
    var best = 0
    for index in 1..<4 where counts[index] > counts[best] { best = index }
    return counts[best] == 0 ? 4 : UInt8(best)
  }
}
