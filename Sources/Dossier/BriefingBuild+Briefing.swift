internal import DossierAnnotate
internal import DossierCache
internal import DossierLink
internal import DossierModel
internal import DossierRead
internal import EntityRecognizer

extension BriefingBuild {
  /// Reads, annotates and links the documents: the first three stages.
  func briefing(_ report: inout BuildReport, _ clock: StageClock) async throws(Diagnostic) -> Briefing {
    try await edition(&report, clock).briefing
  }

  /// The same with what the edition must not say, where one for a clearance is asked for.
  func edition(
    _ report: inout BuildReport, _ clock: StageClock
  ) async throws(Diagnostic) -> (briefing: Briefing, proof: LeakProof?) {
    let settings = Settings.read(folder: options.folder, &report.diagnostics)
    let (folder, isCheck) = (options.folder, options.isCheck)
    let decisions = try BriefingBuild.value(or: AuthorDecisions(), isCheck, &report) {
      diagnostics throws(Diagnostic) in try AuthorFile.decisions(folder: folder, &diagnostics)
    }
    let addresses = try BriefingBuild.value(or: AddressMemory(), isCheck, &report) { _ throws(Diagnostic) in
      try AuthorFile.addresses(folder: folder)
    }

    // The recogniser's lists take a while to open, which is as well done beside the reading.
    if options.jobs > 1 { Task { _ = EntityRecognizer.builtIn } }
    let contents = SeedFolder.contents(of: options.folder, excluding: options.output)
    report.diagnostics += contents.diagnostics
    // Of a folder that is none, nothing more is to say.
    if contents.documents.isEmpty, let last = contents.diagnostics.last,
      last.location?.path == options.folder,
      last.severity == .error
    {
      report.diagnostics.removeLast()
      throw last
    }
    let cache = openCache(settings, contents.documents, &report)
    let (read, shown) = try await read(contents, settings, cache, &report, clock)
    var input = EditionInput(
      documents: read, pictures: shown, settings: settings, decisions: decisions, addresses: addresses)
    let (markings, clearing) = try markings(&input, &report.diagnostics)
    input.annotations = await annotate(input.documents, settings, cache, &report, clock)
    if let clearing {
      let annotator = annotator(settings, cache)
      try clear(&input, clearing) { annotator.annotate($0) }
      cache?.flush()
    }
    markings.raise(&input.documents, &input.settings)
    let (documents, edition) = (input.documents, input)
    var problems: [Diagnostic] = []
    let briefing = clock.measure("link", "entities", &report) {
      let briefing = link(
        Array(zip(documents, edition.annotations)), edition.pictures, edition.settings, edition.decisions,
        edition.addresses, &problems)
      return (briefing, briefing.entities.count)
    }
    report.diagnostics += problems
    report.documents = documents.count
    report.entities = briefing.entities.count
    report.mentions = briefing.mentionCount
    report.suggestions = briefing.suggestionCount
    // Where places lie is no secret of the documents'.
    input.proof?.allow(
      briefing.entities.compactMap(\.location).flatMap { [$0.country, $0.region].compactMap { $0 } })
    return (briefing, input.proof)
  }

  /// Links the documents: the third stage, with what the author should know of it.
  func link(
    _ documents: [(document: Document, annotation: Annotation)], _ pictures: [BriefingPicture],
    _ settings: BriefingSettings, _ decisions: AuthorDecisions, _ addresses: AddressMemory,
    _ diagnostics: inout [Diagnostic]
  ) -> Briefing {
    var briefing = Briefing(
      linking: documents, settings: settings, decisions: decisions, addresses: addresses, &diagnostics)
    briefing.pictures = pictures
    diagnostics += handLinkNotes(briefing, decisions)
    return briefing
  }
}
