/// Why a name stands for the thing that another name stands for.
public enum JoinReason: Hashable, Sendable {
  /// The same letters, but for case, accents, spaces and punctuation.
  case spelling
  /// The same name from another script, spelled another way.
  case transliteration
  /// The same name in other words: "Government of Iraq", "Iraqi Government"; or its plural.
  case rewording
  /// A list of names says so.
  case list
  /// The same name with a title before it.
  case title
  /// A part of a person's name, of which the document has one bearer only; the place of the fuller name.
  case part(Part, Evidence)
  /// A short form of a name in the same document; the place of the longer one.
  case shortForm(Evidence)
  /// The first letters of a name in the same document; the place of the name.
  case initials(Evidence)
  /// A sentence gives both: "Syrian Democratic Forces (SDF)".
  case definition(Evidence)
  /// The only one of that name in all documents; the place of the fuller name.
  case onlyBearer(Evidence)
  /// The author says so, in this line of `entities.yml`.
  case author(line: Int)
  /// The author linked it by hand.
  case hand

  /// A part of a person's name.
  public enum Part: UInt8, Hashable, Sendable {
    case surname
    case givenName
    /// A name between, or a nickname.
    case otherName
    /// Several names, or initials of them.
    case names
  }
}

extension JoinReason {
  /// The place that shows it, where there is one: the fuller name, or the sentence that has both.
  public var evidence: Evidence? {
    switch self {
    case .part(_, let evidence), .shortForm(let evidence), .initials(let evidence), .definition(let evidence),
      .onlyBearer(let evidence):
      evidence
    case .spelling, .transliteration, .rewording, .list, .title, .author, .hand: nil
    }
  }

  /// The reason in words, as what is said of a name: "is the last name of the fuller name …".
  ///
  /// - Parameter name: The entity's name.
  public func words(for name: String) -> String {
    switch self {
    case .spelling: "is the same name in another spelling"
    case .transliteration: "is the same name from another script, spelled another way"
    case .rewording: "is the same name in other words"
    case .list: "is another name of \(name) in the list of names"
    case .title: "is the same name with a title"
    case .part(.surname, _): "is the surname of the fuller name, which no one else in the document has"
    case .part(.givenName, _): "is the given name of the fuller name, which no one else in the document has"
    case .part(.otherName, _): "is a name within the fuller name, which no one else in the document has"
    case .part(.names, _): "has names of the fuller name, and fits no one else"
    case .shortForm: "is short for the longer name, and for no other in the document"
    case .initials: "has the first letters of the longer name, and of no other in the document"
    case .definition: "is given as another name in the text"
    case .onlyBearer: "stands alone in its document, and all documents together have one bearer of it"
    case .author(let line): "is so by the author's word (entities.yml, line \(line))"
    case .hand: "is linked by the author's hand"
    }
  }

  /// Whether it is the author's word.
  public var isByAuthor: Bool {
    switch self {
    case .author, .hand: true
    default: false
    }
  }

  /// Whether a person should look at it: it holds mostly, but not always.
  public var isWeak: Bool {
    switch self {
    case .onlyBearer, .initials, .shortForm, .transliteration, .part(.givenName, _), .part(.otherName, _),
      .part(.names, _):
      true
    case .spelling, .rewording, .list, .title, .part(.surname, _), .definition, .author, .hand: false
    }
  }
}
