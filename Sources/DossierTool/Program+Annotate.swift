internal import Dossier
internal import DossierFilter
internal import DossierFiles
internal import DossierJSON
internal import DossierModel
internal import EntityRecognizer

/// What `dossier annotate` is asked to do.
struct AnnotateOptions: Equatable, Sendable {
  /// The files; standard input where there are none, and for "-".
  var files: [String] = []
  var unit = OffsetUnit.scalars
  var recogniser = BriefingSettings.Recogniser.careful
  var jobs = 1
  /// Whether names are given the names of their entities, over all texts together.
  var isLinked = false
  /// Whether the names are those that the lines bring along.
  var keepsMentions = false
}

extension Program {
  /// A line longer than this is told as an error and passed over.
  private static let lineLimit = 64 << 20
  /// So many bytes are worked on at once: enough for all cores, a bound of the memory, and no long wait for an answer.
  private static func batchLimit(_ options: AnnotateOptions) -> Int {
    options.recogniser == .fast ? 4 << 20 : min(options.jobs, 32) << 16
  }

  /// Finds the names and dates of texts, one line of JSON for each, in order, until the texts end or nobody reads.
  func annotate(_ options: AnnotateOptions) async -> Int32 {
    let annotator = TextAnnotator(
      recognizer: .builtIn, care: options.recogniser == .careful ? .careful : .fast, unit: options.unit)
    var linked: [LineFilter.Reading]? = options.isLinked ? [] : nil
    var code = Program.success
    for path in options.files.isEmpty ? ["-"] : options.files {
      let outcome: Outcome
      do throws(FileError) {
        if path == "-" {
          outcome = try await annotateLines(of: .input, path: "-", annotator, options, &linked)
        } else if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
          var texts = linked
          outcome = try await Stream.withFile(path) { stream async throws(FileError) in
            try await annotateLines(of: stream, path: path, annotator, options, &texts)
          }
          linked = texts
        } else {
          outcome = try annotateText(path, annotator, options, &linked)
        }
      } catch {
        tell(.unreadableText(path, error.reason))
        outcome = .wrong
      }
      switch outcome {
      case .right: break
      case .wrong: code = Program.contentError
      // Who reads no more has what was wanted.
      case .closed: return code
      case .unwritable: return Program.contentError
      }
    }
    guard var linked else { return code }
    LineFilter.Reading.link(&linked)
    for reading in linked {
      if let end = write(reading.line(options.unit)) { return end == .closed ? code : Program.contentError }
    }
    return code
  }

  private enum Outcome { case right, wrong, closed, unwritable }

  /// Writes answers; returns how it ends where that is not possible.
  private func write(_ bytes: [UInt8]) -> Outcome? {
    do throws(FileError) {
      try surroundings.bytes(bytes)
      return nil
    } catch {
      if error.isClosedPipe { return .closed }
      tell(.unwritableAnswers(error.reason))
      return .unwritable
    }
  }

  private func annotateLines(
    of stream: Stream, path: String, _ annotator: TextAnnotator, _ options: AnnotateOptions,
    _ linked: inout [LineFilter.Reading]?
  ) async throws(FileError) -> Outcome {
    let filter = LineFilter(annotator: annotator, path: path, keepsEntities: options.keepsMentions)
    var splitter = LineSplitter(limit: Program.lineLimit)
    var outcome = Outcome.right
    while true {
      let piece = try stream.read(limit: Program.batchLimit(options))
      var lines = splitter.add(piece)
      if piece.isEmpty, let last = splitter.finish() { lines.append(last) }
      let batch = lines
      let limit = splitter.limit
      let isLinked = linked != nil
      let readings = await parallelMap(batch.count, jobs: options.jobs, progress: { _ in }) {
        index, _ -> (LineFilter.Reading, [UInt8]) in
        let line = batch[index]
        let reading =
          line.bytes.map { filter.read($0[...], number: line.number) }
          ?? filter.tooLong(number: line.number, limit: limit)
        return (reading, isLinked ? [] : reading.line(options.unit))
      }
      var output: [UInt8] = []
      for (reading, line) in readings {
        if let problem = reading.problem {
          tell(problem)
          if problem.severity == .error { outcome = .wrong }
        }
        linked?.append(reading)
        output += line
      }
      if !output.isEmpty, let end = write(output) { return end }
      if piece.isEmpty { return outcome }
    }
  }

  /// A file that is no JSON Lines is one text, known by its path.
  private func annotateText(
    _ path: String, _ annotator: TextAnnotator, _ options: AnnotateOptions,
    _ linked: inout [LineFilter.Reading]?
  ) throws(FileError) -> Outcome {
    let bytes = try Files.read(path, limit: Program.lineLimit)
    let id = JSONText.string(path)
    var reading = LineFilter.Reading()
    if let text = String(validating: bytes, as: UTF8.self) {
      reading.text = annotator.annotate(text, id: id, date: nil)
    } else {
      let problem = Diagnostic.textNotUTF8(path)
      tell(problem)
      reading.problem = problem
      AnnotatedText.append(error: problem.message, id: id, to: &reading.failure)
    }
    let outcome = reading.problem == nil ? Outcome.right : .wrong
    if linked != nil {
      linked?.append(reading)
      return outcome
    }
    return write(reading.line(options.unit)) ?? outcome
  }

  private func tell(_ diagnostic: Diagnostic) { Console(OutputStyle(), surroundings).tell(diagnostic) }
}
