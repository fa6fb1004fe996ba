/// A site that is made while it is looked at: what the server asks for when a browser asks.
///
/// All functions may be called from the server's thread at any time.
public struct LiveContent: Sendable {
  /// The path under which the site stands, with a slash at both ends: "/", "/briefings/".
  public var basePath: String
  /// Returns a file by its path in the site.
  public var file: @Sendable (_ path: String) -> [UInt8]?
  /// Returns the page for what is not there.
  public var notFound: @Sendable () -> [UInt8]
  /// Returns what the page at a path is to be told, as a line of JSON.
  ///
  /// `tag` is the entity tag of what the browser shows.
  public var news: @Sendable (_ path: String, _ tag: String) -> String
  /// Answers what the preview's script asks; nothing where the site can only be looked at.
  public var answer: (@Sendable (PreviewQuestion) -> PreviewAnswer)?

  /// Creates the content from its parts.
  public init(
    basePath: String, file: @escaping @Sendable (String) -> [UInt8]?,
    notFound: @escaping @Sendable () -> [UInt8],
    news: @escaping @Sendable (String, String) -> String,
    answer: (@Sendable (PreviewQuestion) -> PreviewAnswer)? = nil
  ) {
    self.basePath = basePath
    self.file = file
    self.notFound = notFound
    self.news = news
    self.answer = answer
  }
}

/// What the preview's script asks.
public struct PreviewQuestion: Sendable {
  /// What it is about: "mention", "names", "decide".
  public var name: String
  /// The path of the page in the site.
  public var page: String
  /// The id of an element in the page.
  public var id: String
  /// What was typed.
  public var text: String
  /// Whether something is to be done, which a page of the server itself must have asked for.
  public var isAction: Bool
  /// What came with the question.
  public var body: [UInt8]
}

/// The answer, as JSON.
public struct PreviewAnswer: Sendable {
  /// The status code of HTTP.
  public var status: Int
  /// The answer.
  public var json: String

  /// Creates an answer.
  public init(_ status: Int, json: String) {
    self.status = status
    self.json = json
  }
}
