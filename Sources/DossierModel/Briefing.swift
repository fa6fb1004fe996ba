/// All of it together: the documents, the things that they name, and how they hang together.
public struct Briefing: Sendable {
  /// The title and the other words that the author gave the whole.
  public var settings: BriefingSettings
  /// The documents in reading order.
  public var documents: [BriefingDocument]
  /// The entities. Their order is that of their names, so it says nothing of weight.
  public var entities: [Entity]
  /// The old addresses that lead to entities' pages.
  public var redirects: [Redirect]
  /// All addresses that entities' pages have and have had.
  public var addresses: AddressMemory
  /// What to take away, the most important first.
  public var keyPoints: [KeyPoint] = []
  /// What the documents date.
  public var timeline = Timeline()
  /// The pictures that the documents show, each once: files that a site has beside its pages.
  public var pictures: [BriefingPicture] = []

  /// Creates a briefing.
  public init(
    settings: BriefingSettings, documents: [BriefingDocument], entities: [Entity], redirects: [Redirect] = [],
    addresses: AddressMemory = AddressMemory()
  ) {
    self.settings = settings
    self.documents = documents
    self.entities = entities
    self.redirects = redirects
    self.addresses = addresses
  }

  /// The number of mentions in all documents.
  public var mentionCount: Int { documents.reduce(0) { $0 + $1.annotation.mentions.count } }

  /// The number of possible names in all documents that are scored too low to be linked.
  public var suggestionCount: Int { documents.reduce(0) { $0 + $1.suggestions.count } }

  /// The number of sentences in all documents.
  public var sentenceCount: Int { documents.reduce(0) { $0 + $1.annotation.sentences.count } }

  /// Returns the first sentences that name both entities, in reading order.
  ///
  /// - Complexity: O(the evidence of both).
  public func sentences(naming first: Int, and second: Int, limit: Int) -> [Evidence] {
    let (a, b) = (entities[first].evidence, entities[second].evidence)
    var both: [Evidence] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count, both.count < limit {
      if a[i] == b[j] {
        both.append(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return both
  }
}

/// What the author says of the whole briefing, in `dossier.yml`.
public struct BriefingSettings: Hashable, Sendable {
  /// The title of the site.
  public var title: String
  /// A line below the title.
  public var subtitle: String?
  /// The language of the pages, a BCP 47 tag.
  public var language = "en"
  /// The address where the site will stand, with a slash at its end.
  public var baseURL: String?
  /// The handling mark of every page: "TLP:GREEN".
  public var marking: String?
  /// What to take away, in the author's words or quoted from the documents; nothing to have sentences chosen.
  public var keyPoints: [String] = []

  /// Whether straight quotation marks and hyphens in Markdown become typographic ones.
  public var hasSmartPunctuation = false

  /// Whether the site has files of data for other programs; nothing to have them where there are not very many documents.
  public var hasExports: Bool?

  /// The score from which a mention is linked; those below are suggestions only.
  public var threshold: Float

  /// How names are found.
  public var recogniser = Recogniser.careful

  /// How names are found.
  public enum Recogniser: String, CaseIterable, Sendable {
    /// Unclear sentences are read as wholes, which takes longer.
    case careful
    /// By words and what stands beside them.
    case fast
  }

  /// Creates settings with a title only.
  public init(title: String, threshold: Float = 0.5) {
    self.title = title
    self.threshold = threshold
  }
}

/// A document with what was found in it.
public struct BriefingDocument: Sendable {
  /// The document.
  public var document: Document
  /// Its sentences and mentions.
  public var annotation: Annotation
  /// What may be names, but is scored too low to be linked.
  public var suggestions: [Mention]
  /// The entity of each mention, as an index into the briefing's entities, in the order of the mentions.
  public var mentionEntities: [Int]
  /// Why each mention is its entity, in the order of the mentions; nothing where it has the entity's own name.
  public var mentionReasons: [JoinReason?] = []
  /// The sentence of each mention, in the order of the mentions.
  public var mentionSentences: [Int]
  /// The documents that share entities with it, nearest first.
  public var related: [RelatedDocument]
  /// The paragraphs that stand in other documents too, in order.
  public var copies: [CopiedPassage] = []
  /// The number of words.
  public var wordCount: Int

  /// Creates a document of a briefing.
  public init(
    document: Document, annotation: Annotation, suggestions: [Mention] = [], mentionEntities: [Int],
    mentionSentences: [Int], related: [RelatedDocument] = [], wordCount: Int = 0
  ) {
    self.document = document
    self.annotation = annotation
    self.suggestions = suggestions
    self.mentionEntities = mentionEntities
    self.mentionSentences = mentionSentences
    self.related = related
    self.wordCount = wordCount
  }
}

/// Another document, and the reason why it is worth reading next.
public struct RelatedDocument: Hashable, Sendable {
  /// The other document's index in the briefing.
  public var document: Int
  /// The entities that both name, rarest first.
  public var shared: [Int]

  /// Creates a link to a related document.
  public init(document: Int, shared: [Int]) {
    self.document = document
    self.shared = shared
  }
}
