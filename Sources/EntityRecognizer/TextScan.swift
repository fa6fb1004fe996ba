/// One text while it is read: its tokens and sentences, and the names found so far.
///
/// Each rule looks at a bounded number of tokens around a word, so the whole is linear in the text.
struct TextScan {
  let bytes: [UInt8]
  let lists: NameLists
  let tokens: [Token]
  /// The sentences, as ranges of tokens.
  let sentences: [Range<Int>]
  /// What is known of each token from the lists.
  var marks: [Marks]
  /// The sentence in hand.
  var sentence: Range<Int> = 0..<0
  /// The candidates of the sentence in hand.
  var candidates: [Candidate] = []
  /// The names that were chosen.
  var names: [Candidate] = []

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    /// In a country's, region's or great city's name.
    static let place = Marks(rawValue: 1 << 0)
    /// In a word for a people.
    static let nationality = Marks(rawValue: 1 << 1)
    /// In an organisation's name.
    static let organisation = Marks(rawValue: 1 << 2)
    /// In the name of a place or event that needs support.
    static let weak = Marks(rawValue: 1 << 3)
    /// In a chosen name, or in words known to be none.
    static let taken = Marks(rawValue: 1 << 4)
    /// In a name of the lists, of whatever kind.
    static let listed: Marks = [.place, .organisation]
  }

  init(bytes: [UInt8], tokens: [Token], sentences: [Range<Int>], lists: NameLists) {
    self.bytes = bytes
    self.tokens = tokens
    self.sentences = sentences
    self.lists = lists
    marks = [Marks](repeating: [], count: tokens.count)
  }

  /// Finds the candidates of one sentence and chooses among them.
  mutating func read(_ range: Range<Int>, isHeading: Bool) {
    sentence = range
    candidates.removeAll(keepingCapacity: true)
    let isHeadline = isHeading || looksLikeHeadline()
    findListedNames(isHeadline: isHeadline)
    if !isHeadline {
      for index in range {
        let token = tokens[index]
        if token.kind == .opener { findAcronym(inBracketsAt: index) }
        if token.kind == .word, token.shape.contains(.lower) { findElection(endingAt: index) }
        guard token.isCapital || token.has(.particle) else { continue }
        findPerson(at: index)
        guard token.isCapital else { continue }
        findOrganisation(at: index)
        findPlace(at: index)
        findEvent(at: index)
      }
    }
    choose()
  }

  /// Whether nearly every longer word has a capital, as in a headline, a caption or a table: there a capital is
  /// no evidence of a name.
  private func looksLikeHeadline() -> Bool {
    var long = 0
    var capitals = 0
    var lowers = 0
    for index in sentence {
      let token = tokens[index]
      switch token.kind {
      case .word:
        let length = token.end - token.start
        if token.shape.contains(.lower) { lowers += 1 }
        guard length >= 4 else { continue }
        long += 1
        if token.shape.contains(.capital) { capitals += 1 }
      case .comma: return false
      default: continue
      }
      // A sentence with several small words is prose, however many names it holds.
      if lowers > 2, long - capitals > 1 { return false }
    }
    return long >= 4 && capitals >= long - long / 8
  }
}

extension TextScan {
  /// Returns the word that goes on the name after the token at `index`: the next one, or that behind a hyphen.
  @inline(__always)
  func following(_ index: Int) -> Int? {
    let next = index + 1
    guard next < sentence.upperBound else { return nil }
    let token = tokens[next]
    if token.kind == .word { return token.spaceBefore ? next : nil }
    guard token.kind == .hyphen, !token.spaceBefore, !token.shape.contains(.dash),
      next + 1 < sentence.upperBound,
      tokens[next + 1].kind == .word, !tokens[next + 1].spaceBefore
    else { return nil }
    return next + 1
  }

  /// Returns the token before the word at `index` in the same run: a word, "&", "'s", or the word in front of a
  /// hyphen.
  @inline(__always)
  func preceding(_ index: Int) -> Int? {
    let previous = index - 1
    guard previous >= sentence.lowerBound else { return nil }
    let token = tokens[previous]
    if tokens[index].spaceBefore {
      switch token.kind {
      case .word, .ampersand, .clitic, .apostrophe: return previous
      default: return nil
      }
    }
    guard token.kind == .hyphen, !token.spaceBefore, !token.shape.contains(.dash),
      previous > sentence.lowerBound,
      tokens[previous - 1].kind == .word
    else { return nil }
    return previous - 1
  }

  /// Returns the word straight before the token at `index`, with nothing but space between.
  @inline(__always)
  func wordBefore(_ index: Int) -> Token? {
    guard index > sentence.lowerBound, tokens[index].spaceBefore, tokens[index - 1].kind == .word else {
      return nil
    }
    return tokens[index - 1]
  }

  /// Returns the word straight after the token at `index`.
  @inline(__always)
  func wordAfter(_ index: Int) -> Token? {
    guard index + 1 < sentence.upperBound, tokens[index + 1].spaceBefore, tokens[index + 1].kind == .word
    else {
      return nil
    }
    return tokens[index + 1]
  }

  /// Whether the token is the sentence's first word.
  func isFirst(_ index: Int) -> Bool {
    var first = sentence.lowerBound
    while first < index, tokens[first].kind != .word, tokens[first].kind != .number { first += 1 }
    // A quotation begins as a sentence does.
    return first == index
      || index > sentence.lowerBound && [.opener, .quote].contains(tokens[index - 1].kind)
  }

  func hasMark(_ mark: Marks, in range: Range<Int>) -> Bool {
    for index in range where !marks[index].isDisjoint(with: mark) { return true }
    return false
  }
}

/// The hashes of the small words that join names.
enum SmallWord {
  static let and = hash("and")
  static let by = hash("by")
  static let election = [hash("election"), hash("elections"), hash("referendum")]
  static let `for` = hash("for")
  static let `in` = hash("in")
  static let of = hash("of")
  static let on = hash("on")
  static let the = hash("the")
  static let capitalThe = hash("The")
  static let may = hash("May")

  private static func hash(_ word: String) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}
