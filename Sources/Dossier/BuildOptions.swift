public import DossierEdition
public import DossierModel

/// What to build, from where, to where, and how.
public struct BuildOptions: Sendable {
  /// The folder of documents.
  public var folder = "seeds"
  /// The folder of the site.
  public var output = "site"
  /// How many documents and pages are worked on at once; at least 1.
  public var jobs = 1
  /// Whether any error keeps the site from being written.
  public var isStrict = false
  /// Whether an output folder that holds foreign files is used all the same.
  public var isForced = false
  /// Whether the whole build is done, but nothing is written.
  public var isCheck = false
  /// Whether a check asks other hosts whether links to them are good.
  public var asksOutside = false
  /// Whether it also asks hosts of this computer and the local network.
  public var asksLocal = false
  /// Whether nothing is written into the folder of documents: new addresses are not kept.
  public var isFrozen = false
  /// A folder whose templates replace the built-in ones, file by file. Without it, the folder `Templates` beside
  /// the documents' folder is used where there is one.
  public var templates: String?
  /// The highest handling mark of what may be in the site; nothing for all there is.
  public var clearance: String?
  /// Whether the print edition is made even for more than 500 documents.
  public var printsEverything = false
  /// Whether files of data for other programs are made even for more than 500 documents, or where the settings have none.
  public var writesExports = false
  /// Whether files have packed twins beside them, which servers can send as they are.
  public var precompresses = false
  /// The name of the edition that is made; nothing for a site that is none.
  public var edition: EditionTag?
  /// The site of an older edition, in a folder or packed, since which the changes are told.
  public var since: String?
  /// The file into which the site is packed, to be handed out.
  public var zip: String?
  /// The file that gets the whole briefing as one page.
  public var singleFile: String?

  /// How names are found, whatever the settings say.
  public var recogniser: BriefingSettings.Recogniser?
  /// Where the careful recogniser's answers are kept.
  public var cache = Cache.besideOutput

  /// Where answers are kept from one build to the next.
  public enum Cache: Equatable, Sendable {
    /// In the file `.dossier-cache` of the folder that has the output; a build that only checks keeps none.
    case besideOutput
    /// In a file.
    case file(String)
    /// Nowhere.
    case none
  }

  /// Whether a print edition is made however many documents there are: for the site, or to be handed out.
  var makesBook: Bool { printsEverything || zip != nil || singleFile != nil }

  /// Creates the default options.
  public init() {}
}
