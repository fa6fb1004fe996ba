/// What is known of a word itself, in English.
struct WordTraits: OptionSet {
  let rawValue: UInt8

  /// Says what a text is about.
  static let content = WordTraits(rawValue: 1)
  /// Points to somebody named before, so that it may not stand before a sentence's first name: "she".
  static let pointer = WordTraits(rawValue: 2)
  /// Makes its sentence the writer's own speech, unless it stands in quotes: "we".
  static let speech = WordTraits(rawValue: 4)
  /// Begins a sentence that leans on the one before: "However".
  static let opener = WordTraits(rawValue: 8)
  /// The first word of "in addition", "after that".
  static let preposition = WordTraits(rawValue: 16)
  /// The last word of these.
  static let looksBack = WordTraits(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Looks a word up.
  ///
  /// - Parameters:
  ///   - word: The word, as a number of `WordHashes`.
  ///   - length: Its length in bytes.
  ///   - isNumber: Whether it begins with a digit. Numbers say little about what a text is about.
  init(_ word: UInt64, length: Int, isNumber: Bool) {
    self = []
    if length > 2, !isNumber, !StopWords.contain(word) { insert(.content) }
    if WordTraits.pointers.contains(word) { insert(.pointer) }
    if WordTraits.speakers.contains(word) { insert(.speech) }
    if WordTraits.openers.contains(word) { insert(.opener) }
    if WordTraits.prepositions.contains(word) { insert(.preposition) }
    if WordTraits.afterPreposition.contains(word) { insert(.looksBack) }
  }

  private static let pointers = hashes(
    "he she him his her hers they them their theirs himself herself themselves it its former latter")

  private static let speakers = hashes("i we me my our ours myself ourselves you your yours im weve ive")

  private static let openers = hashes(
    """
    he she it they we you i his her its their our your my this that these those such here there hers theirs hes shes
    theyre thats theres
    and but or nor so yet then thus hence therefore however moreover furthermore besides nevertheless nonetheless still
    also additionally instead otherwise meanwhile meantime similarly likewise conversely consequently accordingly
    indeed rather again finally lastly firstly secondly thirdly afterwards later subsequently previously eventually
    because though although whereas which who whose whom what why how where yes no not neither both either another
    other others each too even only just perhaps yesterday today tomorrow tonight
    monday tuesday wednesday thursday friday saturday sunday maybe overall altogether alternatively elsewhere
    sometimes often
    """)

  private static let prepositions = hashes(
    "in as for at on by after before with despite since from of under to until through during among")

  private static let afterPreposition = hashes(
    """
    this that these those them him her it his their addition contrast fact turn short sum particular example instance
    result consequence course then other same doing conclusion response which
    """)

  private static func hashes(_ words: String) -> Set<UInt64> { Set(WordHashes.all(of: words)) }
}
