internal import DossierFiles
internal import DossierLink
public import DossierModel
internal import DossierRead
internal import DossierYAML

/// Lists the decisions about names that are worth a person's minute, with the lines that answer them.
public struct BriefingReview: Sendable {
  private let options: BuildOptions

  /// Creates a review of the briefing that `options` would build.
  public init(_ options: BuildOptions) { self.options = BriefingBuild(options).options }

  /// What there is to decide.
  public struct Result: Sendable {
    /// The questions, the weightiest first.
    public var questions: [Question] = []
    /// What the author should know.
    public var diagnostics: [Diagnostic] = []
    /// The file that has the decisions.
    public var file = ""
    /// How many answers were written into it.
    public var written = 0
  }

  /// A question with its sentences and answers in words.
  public struct Question: Sendable {
    /// What is asked: "Is “Asad” the same as “Assad”?"
    public var text: String
    /// How many links the answer may change.
    public var links: Int
    /// Whether the first answer is very likely right.
    public var isConfident: Bool
    /// Sentences to decide by, each with its place.
    public var sentences: [(place: String, text: String)]
    /// The answers: what each says, the section of `entities.yml`, and the line in it.
    public var answers: [(text: String, section: String, line: String)]
    /// What is asked, as a word: "unclear", "joined", "apart", "name".
    public var kind: String
    /// The names that it is about.
    public var names: [String]
  }

  /// Runs the review.
  ///
  /// - Parameter writesConfident: Whether the answers that are very likely right are added to `entities.yml`.
  public func run(writesConfident: Bool) async -> Result {
    var result = Result()
    var report = BuildReport()
    result.file = AuthorFile.path(EntitiesFile.name, in: options.folder)
    do throws(Diagnostic) {
      let briefing = try await BriefingBuild(options).briefing(&report, StageClock(news: { _ in }))
      var ignored: [Diagnostic] = []
      let decisions = try AuthorFile.decisions(folder: options.folder, &ignored)
      let places = ReviewPlaces(briefing, folder: options.folder)
      result.questions = Review.questions(briefing, decisions: decisions).map { places.question($0) }
      // A file with mistakes must not be written to: what is added may end in the wrong place.
      result.diagnostics = report.diagnostics.filter { $0.severity == .error }
      if writesConfident, result.diagnostics.isEmpty {
        result.written = try write(result.questions.filter(\.isConfident))
      }
    } catch {
      result.diagnostics.append(error)
    }
    return result
  }

  /// Adds the first answer of each question to the file, under a comment.
  private func write(_ questions: [Question]) throws(Diagnostic) -> Int {
    guard !questions.isEmpty else { return 0 }
    let lines = questions.compactMap(\.answers.first).map { (section: $0.section, line: $0.line) }
    try DecisionLines.add(
      lines, folder: options.folder,
      remark: "added by 'dossier review --write': read them, and take out what is wrong")
    return questions.count
  }
}

/// Puts questions into words, with the places of their sentences.
private struct ReviewPlaces {
  let briefing: Briefing
  let folder: String

  init(_ briefing: Briefing, folder: String) {
    self.briefing = briefing
    self.folder = folder
  }

  func question(_ question: ReviewQuestion) -> BriefingReview.Question {
    BriefingReview.Question(
      text: text(of: question), links: question.links, isConfident: question.isConfident,
      sentences: question.evidence.map(sentence), answers: question.answers.map { answer($0, question) },
      kind: question.kind.rawValue, names: question.names)
  }

  private func text(of question: ReviewQuestion) -> String {
    let names = question.names.map { "“\($0)”" }
    switch question.kind {
    case .unclear: return "Who or what is \(names[0]): \(names.dropFirst().joined(separator: " or "))?"
    case .joined:
      return
        "Is \(names[1]) the same as \(names[0])? It is taken for it, because it \(question.reason ?? "")."
    case .apart: return "Is \(names[1]) the same as \(names[0])? They are taken for two."
    case .name: return "Is \(names[0]) a name? It is taken for none."
    }
  }

  private func answer(_ answer: ReviewQuestion.Answer, _ question: ReviewQuestion) -> (
    text: String, section: String, line: String
  ) {
    func list(_ names: [String]) -> String { "[" + names.map(YAMLText.scalar).joined(separator: ", ") + "]" }
    switch answer {
    case .same(let names): return ("\(names[1]) is \(names[0])", "same", "- " + list(names))
    case .different(let names):
      return (
        question.kind == .unclear ? "none of them" : "they are different", "different", "- " + list(names)
      )
    case .never(let name): return ("it is no name", "never", "- " + YAMLText.scalar(name))
    case .always(let name, let kind):
      return (
        "it is a name (\(kind.word))", "always", "- {name: \(YAMLText.scalar(name)), kind: \(kind.word)}"
      )
    }
  }

  private func sentence(_ evidence: Evidence) -> (place: String, text: String) {
    let document = briefing.documents[evidence.document]
    let range = document.annotation.sentences[evidence.sentence]
    let block = document.document.blockIndex(at: range.start) ?? 0
    return (
      "\(AuthorFile.path(document.document.path, in: folder)) \(document.document.place(ofBlock: block))",
      String(document.document.text.slice(range))
    )
  }
}
