internal import DossierAnnotate
internal import DossierCache
internal import DossierFiles
internal import DossierModel
internal import DossierRead
internal import EntityRecognizer
internal import Synchronization

extension BriefingBuild {
  /// Finds the sentences, names and dates of each document: the second stage.
  func annotate(
    _ documents: [Document], _ settings: BriefingSettings, _ cache: AnswerCache?, _ report: inout BuildReport,
    _ clock: StageClock
  ) async -> [Annotation] {
    let start = clock.start()
    let annotator = annotator(settings, cache)
    let words = WordCount(documents, clock)
    let annotations = await parallelMap(documents.count, jobs: options.jobs, progress: { _ in }) { index, _ in
      let annotation = annotator.annotate(documents[index])
      words.add(documents[index])
      return annotation
    }
    cache?.flush()
    clock.finish(
      "annotate", annotations.reduce(0) { $0 + $1.mentions.count }, "mentions", since: start, &report)
    return annotations
  }

  /// Returns what annotates documents as the author wants.
  func annotator(_ settings: BriefingSettings, _ cache: AnswerCache?) -> Annotator {
    let isCareful = isCareful(settings)
    return Annotator(
      recognizer: .builtIn, care: isCareful ? .careful : .fast,
      answers: isCareful ? cache.map { ReaderAnswers($0) } : nil)
  }

  private func isCareful(_ settings: BriefingSettings) -> Bool {
    (options.recogniser ?? settings.recogniser) == .careful
  }

  /// Opens the cache where something that takes long is to be done: a text to be read with care, or a file to be converted.
  func openCache(
    _ settings: BriefingSettings, _ files: [SeedFile], _ report: inout BuildReport
  ) -> AnswerCache? {
    let isNeeded =
      isCareful(settings) || files.contains { DocumentFormat(path: $0.path)?.isConverted ?? false }
    return isNeeded && !files.isEmpty ? openCache(&report) : nil
  }

  /// - Parameter inCheck: Whether a build that only checks has a cache beside the output, too.
  func openCache(_ report: inout BuildReport, inCheck: Bool = false) -> AnswerCache? {
    let path: String
    switch options.cache {
    case .none: return nil
    case .file(let file): path = file
    case .besideOutput:
      if options.isCheck, !inCheck { return nil }
      let parent = options.output.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      path = (parent + [".dossier-cache"]).joined(separator: "/")
    }
    // The output's folder may not be there yet; where it can't be made, writing tells.
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try? Files.createFolder(String(path[..<slash]))
    }
    do throws(AnswerCache.Problem) {
      return try AnswerCache(path)
    } catch {
      report.diagnostics.append(.noCache(error.path, error.reason))
      return nil
    }
  }
}

/// How many words have been read, of all.
private final class WordCount: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let clock: StageClock

  init(_ documents: [Document], _ clock: StageClock) {
    self.clock = clock
    total = documents.reduce(0) { $0 + WordCount.words(of: $1) }
  }

  func add(_ document: Document) {
    let words = WordCount.words(of: document)
    let now = done.wrappingAdd(words, ordering: .relaxed).newValue
    clock.news(.words(done: now, total: total))
  }

  /// About: English has a word for every six bytes.
  private static func words(of document: Document) -> Int { document.text.utf8.count / 6 }
}

extension ReaderAnswers {
  /// Answers that are kept in a cache.
  fileprivate init(_ cache: AnswerCache) {
    self.init(
      find: { cache.find($0.first, $0.second) }, keep: { cache.keep($0.first, $0.second, $1) })
  }
}

extension KeptTexts {
  /// Texts that are kept in a cache.
  init(_ cache: AnswerCache) {
    self.init(
      find: { cache.find($0, $1) }, keep: { cache.keep($0, $1, $2) })
  }
}
