public import DossierModel

/// Says why names are linked as they are: for a file, a line of it, a place in it, or for a name.
///
///     let answer = await BriefingExplanation(options).explain("seeds/a.md:3:8")
public struct BriefingExplanation: Sendable {
  private let options: BuildOptions

  /// Creates an explanation of the briefing that `options` would build; nothing is written.
  public init(_ options: BuildOptions) { self.options = BriefingBuild(options).options }

  /// What was found to say.
  public struct Answer: Sendable {
    /// The text, in lines; nothing where there is nothing of the kind.
    public var text: String?
    /// The same as JSON.
    public var json = ""
    /// What the author should know.
    public var diagnostics: [Diagnostic] = []
  }

  /// Explains a target: "FILE", "FILE:LINE", "FILE:LINE:COLUMN" or a name.
  public func explain(_ target: String) async -> Answer {
    var answer = Answer()
    var report = BuildReport()
    do throws(Diagnostic) {
      let briefing = try await BriefingBuild(options).briefing(&report, StageClock(news: { _ in }))
      var explainer = Explainer(briefing, folder: options.folder)
      if let place = Place(target), let document = explainer.document(at: place.path) {
        try explainer.explain(document, line: place.line, column: place.column, &answer)
      } else if let place = Place(target, needsLine: true) {
        throw .unknownFile(place.path)
      } else {
        try explainer.explain(target, &answer)
      }
    } catch {
      answer.diagnostics.append(error)
    }
    return answer
  }

  /// A file, perhaps with a line and a column.
  private struct Place {
    var path: String
    var line: Int?
    var column: Int?

    init?(_ target: String, needsLine: Bool = false) {
      var parts = target.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      var numbers: [Int] = []
      while parts.count > 1, numbers.count < 2, let number = Int(parts[parts.count - 1]), number > 0 {
        numbers.insert(number, at: 0)
        parts.removeLast()
      }
      if needsLine, numbers.isEmpty { return nil }
      path = parts.joined(separator: ":")
      line = numbers.first
      column = numbers.count > 1 ? numbers[1] : nil
    }
  }
}
