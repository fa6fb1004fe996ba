internal import Dossier
internal import DossierFiles
internal import DossierJSON
internal import DossierModel

extension Program {
  /// How many questions are printed unless all are asked for.
  private static let mostQuestions = 20

  /// Lists the decisions that are worth a minute.
  func review(_ options: BuildOptions, _ style: ReviewStyle) async -> Int32 {
    let result = await BriefingReview(options).run(writesConfident: style.writes)
    let console = Console(OutputStyle(), surroundings)
    for diagnostic in result.diagnostics { console.tell(diagnostic) }
    if style.isJSON {
      surroundings.output(json(of: result))
    } else {
      surroundings.output(text(of: result, style))
    }
    return result.diagnostics.contains { $0.severity == .error } ? Program.contentError : Program.success
  }

  private func text(of result: BriefingReview.Result, _ style: ReviewStyle) -> String {
    var text = ""
    let shown = style.printsAll ? result.questions.count : min(result.questions.count, Program.mostQuestions)
    for (number, question) in result.questions.prefix(shown).enumerated() {
      let links = question.links == 1 ? "1 link" : "\(question.links) links"
      text += "\(number + 1). \(safe(question.text))  [\(links)]\n"
      for sentence in question.sentences {
        text += "   \(safe(sentence.place)): \(safe(shortened(sentence.text)))\n"
      }
      let width = question.answers.map { safe($0.text).count }.max() ?? 0
      for answer in question.answers {
        text += "   \(safe(answer.text).padded(to: width))  →  \(answer.section):  \(safe(answer.line))\n"
      }
      text += "\n"
    }
    let rest = result.questions.count - shown
    if result.questions.isEmpty { text += "nothing to decide\n" }
    if rest > 0 { text += "and \(rest) more; --all prints them\n" }
    if style.writes {
      let answers = result.written == 1 ? "1 answer was" : "\(result.written) answers were"
      text += "\(answers) added to \(safe(result.file))\n"
    } else if !result.questions.isEmpty {
      let sure = result.questions.count(where: \.isConfident)
      text += "Paste a line below its section in \(safe(result.file)); --write adds the \(sure) surest.\n"
    }
    return text
  }

  private func json(of result: BriefingReview.Result) -> String {
    let questions = result.questions.map { question in
      let sentences = question.sentences.map {
        "{\"place\":\(JSONText.string($0.place)),\"text\":\(JSONText.string($0.text))}"
      }
      let answers = question.answers.map {
        "{\"text\":\(JSONText.string($0.text)),\"section\":\"\($0.section)\",\"line\":\(JSONText.string($0.line))}"
      }
      return "{\"kind\":\"\(question.kind)\",\"question\":\(JSONText.string(question.text)),"
        + "\"names\":[\(question.names.map { JSONText.string($0) }.joined(separator: ","))],"
        + "\"links\":\(question.links),\"confident\":\(question.isConfident),"
        + "\"sentences\":[\(sentences.joined(separator: ","))],\"answers\":[\(answers.joined(separator: ","))]}"
    }
    return "{\"file\":\(JSONText.string(result.file)),\"written\":\(result.written),\"questions\":[\n"
      + questions.joined(separator: ",\n") + "\n]}\n"
  }

  /// Says why a name is linked as it is.
  func explain(_ options: BuildOptions, target: String, folder: String?, isJSON: Bool) async -> Int32 {
    var options = options
    options.folder = folder ?? Program.folder(of: target) ?? BuildOptions().folder
    let answer = await BriefingExplanation(options).explain(target)
    let console = Console(OutputStyle(), surroundings)
    for diagnostic in answer.diagnostics { console.tell(diagnostic) }
    guard let text = answer.text else { return Program.contentError }
    surroundings.output(
      isJSON
        ? answer.json
        : text.split(separator: "\n", omittingEmptySubsequences: false).map { safe(String($0)) }.joined(
          separator: "\n"))
    return Program.success
  }

  /// Returns the folder of documents that a file is in: the nearest one above it that has a file of the author's, or else
  /// its own.
  private static func folder(of target: String) -> String? {
    var path = target
    while Files.status(path)?.kind != .file {
      guard let colon = path.lastIndex(of: ":") else { return nil }
      path = String(path[..<colon])
    }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let own = String(path[..<slash])
    var folder = own
    while true {
      for name in ["dossier.yml", "entities.yml", "addresses.yml"]
      where Files.status(folder + "/" + name) != nil {
        return folder
      }
      guard let above = folder.lastIndex(of: "/"), above > folder.startIndex else { return own }
      folder = String(folder[..<above])
    }
  }

  private func safe(_ text: String) -> String { TerminalText.safe(text) }

  /// At most 240 characters of a sentence.
  private func shortened(_ text: String) -> String {
    text.count <= 240 ? text : String(text.prefix(239)) + "…"
  }
}
