/// What is other in a new edition than in an old one.
///
///     let changes = EditionChanges(from: old, to: new)
///
/// Everything stands in a fixed order: documents as their paths stand in the order of bytes, sentences in reading order, names and
/// ties in the order of their addresses.
public struct EditionChanges: Equatable, Sendable {
  /// The edition that was; nothing for a site that is no edition.
  public var old: EditionMark?
  /// The edition that is.
  public var new: EditionMark?
  /// Documents that are new, gone or changed.
  public var documents: [DocumentChange] = []
  /// Names that are new, gone or changed.
  public var names: [NameChange] = []
  /// Ties that are new or gone.
  public var ties: [TieChange] = []
  /// Dates that are new, gone or moved.
  public var dates: [DateChange] = []

  /// What has become of something.
  public enum Kind: String, Sendable {
    case new
    case gone
    case changed
  }

  /// A piece of a sentence that is new, gone, or the same in both.
  public struct Piece: Equatable, Sendable {
    /// In which edition it is.
    public enum Side: Sendable {
      case both
      case old
      case new
    }
    /// In which of the two it is.
    public var side: Side
    /// The words, with the spaces between them.
    public var text: String
    /// Whether a space stands before it.
    public var hasSpace: Bool
  }

  /// A sentence that is new, gone, or has other words.
  public struct SentenceChange: Equatable, Sendable {
    /// What has become of it.
    public var kind: Kind
    /// What it says, or said; of a changed one in pieces.
    public var pieces: [Piece]
    /// The number of its paragraph, in the edition that has it; of a changed one in the new one.
    public var paragraph: Int?
    /// The link to it in the new edition's site, where it is there.
    public var url: String
  }

  /// A value that is another now.
  public struct FactChange: Equatable, Sendable {
    /// What it is: "title".
    public var name: String
    /// What it was; empty for nothing.
    public var old: String
    /// What it is now.
    public var new: String
  }

  /// A document that is new, gone or changed.
  public struct DocumentChange: Equatable, Sendable {
    /// What has become of it.
    public var kind: Kind
    /// Its file: in the new edition, where it is there.
    public var path: String
    /// The title.
    public var title: String
    /// The link to its page in the new edition's site, where it is there.
    public var url: String
    /// How many sentences it has.
    public var sentenceCount: Int
    /// What is other of what is known of it.
    public var facts: [FactChange] = []
    /// The sentences that are not the same.
    public var sentences: [SentenceChange] = []
    /// How many sentences stand elsewhere in it.
    public var moved = 0
    /// Whether nothing but where paragraphs end is other.
    public var isDividedOtherwise = false
  }

  /// A thing that is new, gone or changed.
  public struct NameChange: Equatable, Sendable {
    /// What has become of it.
    public var kind: Kind
    /// Its name, in the new edition where it is there.
    public var name: String
    /// "person" and so on.
    public var word: String
    /// The link to its page in the new edition's site, where it is there.
    public var url: String
    /// How often it is mentioned.
    public var mentions: Int
    /// What is other of it.
    public var facts: [FactChange] = []
    /// The thing that has the name now, where it is gone into another.
    public var into = ""
  }

  /// Two things that are, or were, tied.
  public struct TieChange: Equatable, Sendable {
    /// What has become of it.
    public var kind: Kind
    /// The name of the one.
    public var first: String
    /// The name of the other.
    public var second: String
    /// In how many sentences both are named.
    public var count: Int
    /// The link to the page of the one in the new edition's site, where it is there.
    public var firstURL: String
    /// The same for the other.
    public var secondURL: String
  }

  /// A dated statement that is new, gone or moved.
  public struct DateChange: Equatable, Sendable {
    /// What has become of it.
    public var kind: Kind
    /// The document's file.
    public var path: String
    /// The title.
    public var title: String
    /// The number of its paragraph, where it has one.
    public var paragraph: Int?
    /// The link to its sentence in the new edition's site, where it is there.
    public var url: String
    /// The words of the date.
    public var surface: String
    /// The days that it meant; empty where that is open, or it was not there.
    public var old: String
    /// What it is now.
    public var new: String
  }

  /// Creates changes of which there are none.
  public init() {}

  /// Whether nothing has changed.
  public var isNone: Bool { documents.isEmpty && names.isEmpty && ties.isEmpty && dates.isEmpty }

  /// Compares two editions.
  ///
  /// - Complexity: O(sentences + names + ties), with a bound on each step between two sentences that are the same.
  public init(from old: EditionContent, to new: EditionContent) {
    self.old = old.mark
    self.new = new.mark
    let pairs = DocumentPairs(old.documents, new.documents)
    for (before, after) in pairs.all {
      let comparison = DocumentComparison(
        before.map { old.documents[$0] }, after.map { new.documents[$0] })
      if let change = comparison.change { documents.append(change) }
      dates += comparison.dates
    }
    let entities = EntityComparison(old.entities, new.entities)
    names = entities.changes
    ties = entities.ties(old.ties, new.ties)
  }
}
