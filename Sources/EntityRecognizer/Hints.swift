/// What the careful reader is told of a token beside its letters: how it is written, what the lists know of it and of
/// the names around it, where it stands. Each hint has a number and a vector of its own in the model.
package enum Hints {
  /// How many hints there are; a model is made for just these.
  package static let count = 112

  private static let listed: UInt8 = 16
  private static let classes: UInt8 = 72
  private static let flags: UInt8 = 105
  private static let headline: UInt8 = 109
  private static let hyphen: UInt8 = 9
  private static let particle = classes + UInt8(WordClasses.particle.rawValue.trailingZeroBitCount)
  private static let direction = classes + UInt8(WordClasses.direction.rawValue.trailingZeroBitCount)

  /// More hints of one token are not told.
  private static let most = 14

  /// Appends the numbers of a token's hints, in rising order.
  static func append(of token: Token, at place: SentenceView.Place, headline: UInt8, to hints: inout [UInt8])
  {
    let first = hints.count
    defer { if hints.count > first + most { hints.removeLast(hints.count - first - most) } }
    hints.append(shape(of: token))
    if place.listed > 0 { hints.append(listed + place.listed) }
    var bits = token.classes.subtracting(.startsName).rawValue
    while bits != 0 {
      hints.append(classes + UInt8(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    var flagBits = place.flags.rawValue & 15
    while flagBits != 0 {
      hints.append(flags + UInt8(flagBits.trailingZeroBitCount))
      flagBits &= flagBits - 1
    }
    if headline > 0 { hints.append(Hints.headline + headline) }
  }

  /// Of each word of a sentence, whether it may be in a name: those with a capital or a digit, those of listed names,
  /// what stands between two of them, "al-" before and "-il" after one, "southern" before one. In a sentence without any
  /// capital, all.
  static func active(_ hints: [ArraySlice<UInt8>]) -> [Bool] {
    func shape(_ place: Int) -> UInt8 { hints[place].first ?? 0 }
    let count = hints.count
    guard (0..<count).contains(where: { (1...6).contains(shape($0)) }) else {
      return [Bool](repeating: true, count: count)
    }
    var found = (0..<count).map { place in
      (1...8).contains(shape(place)) || hints[place].contains { (listed..<classes).contains($0) }
    }
    for place in (0..<max(0, count - 1)).reversed() where found[place + 1] {
      let own = hints[place]
      if shape(place) == hyphen || own.contains(particle) || own.contains(direction) { found[place] = true }
    }
    for place in 0..<count where place >= 2 && found[place - 2] && shape(place - 1) == hyphen {
      found[place - 1] = true
      found[place] = true
    }
    var last: Int?
    var all = found
    for place in 0..<count where found[place] {
      if let last, place - last <= 4 { for between in last..<place { all[between] = true } }
      last = place
    }
    return all
  }

  private static func shape(of token: Token) -> UInt8 {
    switch token.kind {
    case .word:
      let shape = token.shape
      if shape.contains(.lower) { return 0 }
      if shape.contains(.dotted) { return 5 }
      if !shape.isDisjoint(with: [.initial, .single]) { return 4 }
      if shape.contains(.allCapitals) { return 2 }
      if shape.contains(.mixed) { return 3 }
      return shape.contains(.capital) ? 1 : 6
    case .number: return token.shape.contains(.year) ? 8 : 7
    case .hyphen: return 9
    case .clitic, .apostrophe: return 10
    case .comma: return 11
    case .terminator: return 12
    case .opener, .closer, .quote: return 13
    case .ampersand, .symbol, .lineEnd: return 14
    case .address, .code: return 15
    }
  }
}
