internal import DossierCache
internal import DossierModel
internal import DossierRead
internal import DossierWrite

extension BriefingBuild {
  /// Reads the documents: the first stage.
  func read(
    _ contents: SeedFolder.Contents, _ settings: BriefingSettings, _ cache: AnswerCache?,
    _ report: inout BuildReport, _ clock: StageClock
  ) async throws(Diagnostic) -> ([Document], [BriefingPicture]) {
    let start = clock.start()
    let converter = SourceConverter(for: contents.documents)
    let (files, problems) = converter.readable(contents.documents)
    report.diagnostics += problems
    let reader = reader(settings, converter, cache)
    let results = await parallelMap(
      files.count, jobs: options.jobs, progress: clock.progress("read", files.count)
    ) {
      index, _ in reader.read(files[index])
    }
    report.diagnostics += BriefingBuild.once(results.flatMap(\.diagnostics))
    let found = results.compactMap(\.document)
    let kept = found.filter { !$0.record.isDraft }
    guard !kept.isEmpty else {
      throw .noDocuments(options.folder, files: files.count, drafts: found.count)
    }
    let (documents, pictures, unresolved) = resolve(kept, contents.pictures)
    report.diagnostics += unresolved
    clock.finish("read", documents.count, "documents", since: start, &report)
    return (documents, pictures)
  }

  /// Returns what reads documents as the author wants.
  func reader(
    _ settings: BriefingSettings, _ converter: SourceConverter, _ cache: AnswerCache?
  ) -> DocumentReader {
    DocumentReader(
      isSmart: settings.hasSmartPunctuation, converter: converter, kept: cache.map { KeptTexts($0) },
      ladder: settings.ladder)
  }

  /// What all notes of a tool have is told once.
  static func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var keys: Set<String> = []
    return diagnostics.filter { $0.id != "read.unknown-key" || keys.insert($0.message).inserted }
  }

  /// Sees documents as one folder: each has an address of its own, and what they refer to in it is found.
  func resolve(
    _ documents: [Document], _ pictures: [SeedFile], known: KnownPictures? = nil
  ) -> (documents: [Document], pictures: [BriefingPicture], diagnostics: [Diagnostic]) {
    let folder = options.folder
    func location(_ document: Document) -> String { AuthorFile.path(document.path, in: folder) }
    var (documents, clashes) = withUniqueAddresses(documents, location: location)
    let (shown, unresolved) = resolveReferences(
      in: &documents, pictures: pictures, known: known, location: location,
      source: { SourceFile($0, folder: folder).text }, name: hashedName)
    return (documents, shown, clashes + unresolved)
  }
}
