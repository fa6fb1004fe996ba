internal import DossierAnnotate
internal import DossierCache
internal import DossierModel
internal import DossierRead
internal import DossierRender

/// What an edition is made of: all that was read, or what a clearance leaves of it.
struct EditionInput {
  var documents: [Document]
  var pictures: [BriefingPicture]
  var settings: BriefingSettings
  var annotations: [Annotation] = []
  var decisions = AuthorDecisions()
  var addresses = AddressMemory()
  /// What the edition must not say; nothing where all may be seen.
  var proof: LeakProof?
}

extension BriefingBuild {
  /// Reads the marks of documents and says what is wrong with them.
  ///
  /// - Returns: The marks, and how high the highest is that may be seen, where an edition is asked for.
  /// - Throws: That it can't be told what may be seen.
  func markings(
    _ input: inout EditionInput, _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> (markings: Markings, clearing: Clearing?) {
    let settings = input.settings
    let markings = Markings(input.documents, settings, clearance: options.clearance)
    var problems = markings.diagnostics(input.documents, settings, folder: options.folder)
    markings.addDefault(settings.defaultMarking, to: &input.documents)
    guard let clearance = options.clearance else {
      diagnostics += problems
      return (markings, nil)
    }
    guard let rank = markings.ladder.rank(of: clearance) else {
      diagnostics += problems
      throw .unknownClearance(clearance, markings.ladder)
    }
    if settings.defaultMarking == nil, settings.marking == nil {
      let file = SourceLocation(path: AuthorFile.path(Settings.name, in: options.folder))
      problems += settings.keyPoints.filter { markings.ladder.leadingMark(of: $0) == nil }.map {
        .unmarkedKeyPoint($0, file)
      }
    }
    diagnostics += problems
    let errors = problems.count { $0.severity == .error }
    guard errors == 0 else { throw .notCleared(errors: errors, markings.ladder.name(of: clearance)) }
    return (markings, Clearing(ladder: markings.ladder, rank: rank))
  }

  /// Leaves of what was read what may be seen, and gathers what must not be said.
  ///
  /// - Parameter annotate: Finds what is in a document of which a part was taken out.
  func clear(
    _ input: inout EditionInput, _ clearing: Clearing, provesIt: Bool = true,
    annotate: (Document) -> Annotation
  ) throws(Diagnostic) {
    let portions = Portions(documents: input.documents, clearing: clearing)
    let seen = SeenNames(portions, input.annotations, input.decisions, input.addresses)
    if provesIt {
      input.proof = LeakProof(
        portions, input.annotations, input.settings, input.decisions, input.pictures,
        ownWords: builtInTemplates().map(\.bytes) + [Array(Site.ownWords.utf8)])
      let output = options.output
      let folder = output.lastIndex(of: "/").map { output[..<$0] } ?? "."
      input.proof?.scratch = folder.isEmpty ? "/" : String(folder)
    }
    let before = Dictionary(
      zip(input.documents.map(\.path), zip(input.documents.map(\.text), input.annotations)),
      uniquingKeysWith: { first, _ in first })
    let withheld = Set(input.documents.filter(clearing.isWithheld).map(\.path))
    (input.documents, input.pictures) = clearing.cleared(input.documents, input.pictures)
    guard !input.documents.isEmpty else {
      throw .nothingCleared(options.folder, clearing.ladder.marks[clearing.rank])
    }
    input.annotations = input.documents.map { document in
      if let (text, annotation) = before[document.path], text == document.text { return annotation }
      return annotate(document)
    }
    input.decisions = clearing.cleared(input.decisions, seen, withheld: withheld)
    input.addresses = clearing.cleared(input.addresses, seen)
    let settings = input.settings
    let standard = settings.defaultMarking ?? settings.marking
    input.settings.keyPoints.removeAll { point in
      clearing.isAbove(settings.ladder.leadingMark(of: point)?.mark ?? standard)
    }
    // The mark of the whole is that of what is left.
    if clearing.isAbove(settings.marking) { input.settings.marking = nil }
  }
}

extension BriefingBuild {
  /// Makes an edition of a preview, which has no proof.
  func edition(
    _ documents: [Document], _ annotations: [Annotation], _ pictures: [BriefingPicture],
    _ author: AuthorState,
    _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> EditionInput {
    var edition = EditionInput(
      documents: documents, pictures: pictures, settings: author.settings, annotations: annotations,
      decisions: author.decisions, addresses: author.addresses)
    let (markings, clearing) = try markings(&edition, &diagnostics)
    if let clearing {
      let annotator = annotator(author.settings, nil)
      try clear(&edition, clearing, provesIt: false) { annotator.annotate($0) }
    }
    markings.raise(&edition.documents, &edition.settings)
    return edition
  }
}
