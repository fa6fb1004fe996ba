public import DossierFiles
internal import DossierLink
internal import DossierModel
internal import DossierRead
internal import DossierRender
internal import DossierTemplates

/// A briefing that follows its files: built once, and after each change only as far as that reaches.
///
/// A change of one document's text shows in two steps. At once its page has the new text, with the names that the
/// briefing knows; and when all documents are linked anew, which takes longer the more they are, every page is right.
/// Where files become unreadable or wrong, the last good state stays, and the diagnostics tell.
public actor LiveBriefing {
  /// News of the site.
  public struct Update: Sendable {
    /// The site as it is now.
    public var site: LiveSite
    /// The files whose change led here.
    public var files: [String]
    /// The time since the change became known, in milliseconds.
    public var milliseconds: Int
    /// After how many of them the change was first to be seen.
    public var shownAfter: Int
    /// Whether all that follows from the change is in the site; otherwise another update comes.
    public var isComplete: Bool
  }

  private let build: BriefingBuild
  private let publish: @Sendable (Update) -> Void
  private let clock: StageClock
  private var documents: LiveDocuments
  private var author = AuthorState()
  private let known = KnownPictures()

  /// The newest site that was worked out from its documents as a whole.
  private var current: Linked?
  /// The documents that have changed since, by the paths to open: those that no linking has seen, and those that the one at
  /// work has.
  private var (newer, inHand): (Set<String>, Set<String>) = ([], [])
  /// What the whole has to say about the last try, which may have given no site.
  private var linkProblems: [Diagnostic] = []

  /// The work on the whole, while there is any.
  private var linking: Task<Void, Never>?
  /// The changes that no linking has seen, and when the first became known.
  private var waiting: (files: [String], since: ContinuousClock.Instant, shownAfter: Int)?

  /// Creates a briefing that nothing is known of yet.
  ///
  /// - Parameters:
  ///   - news: Told how far the first build is; may be called from any thread.
  ///   - publish: Told of each new state of the site; may be called from any thread.
  public init(
    _ options: BuildOptions, news: @escaping @Sendable (BriefingBuild.Event) -> Void,
    publish: @escaping @Sendable (Update) -> Void
  ) {
    clock = StageClock(news: news)
    build = BriefingBuild(options)
    self.publish = publish
    documents = LiveDocuments(build)
  }

  /// The folders in which a change matters.
  public nonisolated var folders: [FolderWatch.Folder] {
    let folder = build.options.folder
    let templates = build.options.templates ?? BriefingBuild.templateFolder(beside: folder)
    return [folder, templates].flatMap { [FolderWatch.Folder($0)] + LiveBriefing.entry(of: $0) }
  }

  /// The entry of a folder in the one above it: a folder may come only later, or go and come back.
  private static func entry(of folder: String) -> [FolderWatch.Folder] {
    guard let name = folder.split(separator: "/").last, name != ".", name != ".." else { return [] }
    let parent = String(folder[..<name.startIndex])
    return [FolderWatch.Folder(parent.isEmpty ? "." : parent, only: String(name))]
  }

  /// Builds the site for the first time.
  public func start() async {
    await change(nil)
    await settle()
  }

  /// Takes in what may have changed.
  ///
  /// - Parameter paths: The files; nothing where everything may have.
  public func change(_ paths: Set<String>?) async {
    let start = ContinuousClock.now
    let isOwn = { [files = AuthorFile.all(in: build.options.folder)] path in
      files.contains(path) || LiveBriefing.isTemplate(path)
    }
    let authorChange = author.update(build, isForced: paths?.contains(where: isOwn) ?? true)
    if authorChange.needsReadings { documents.forgetReadings() }
    let own = authorChange.needsReadings ? nil : paths?.filter { !isOwn($0) }
    let plan = documents.plan(own, settings: author.settings)
    let read = await LiveDocuments.read(
      plan, jobs: build.options.jobs, progress: clock.progress("read", plan.count))
    let change = documents.take(read, of: plan)
    let isOther = !change.rewritten.isEmpty || change.isOtherList || authorChange.isAny
    guard isOther || change.hasOtherProblems else { return }
    newer.formUnion(change.rewritten)
    // At first everything is new, which is nothing to tell of.
    let files = current == nil && paths == nil ? [] : change.rewritten + authorChange.files
    let milliseconds = LiveBriefing.milliseconds(since: start)
    if isOther || current == nil {
      waiting = (
        (waiting?.files ?? []) + files, waiting?.since ?? start, waiting?.shownAfter ?? milliseconds
      )
    }
    // What can be shown before the whole is known is shown now.
    if current != nil || waiting == nil {
      publish(
        Update(
          site: site(), files: files, milliseconds: milliseconds, shownAfter: milliseconds,
          isComplete: waiting == nil))
    }
    if waiting != nil, linking == nil { linking = Task { await linkWhatWaits() } }
  }

  private static func isTemplate(_ path: String) -> Bool {
    TemplateFiles.isUsed(
      String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]))
  }

  /// Returns when nothing waits any more.
  public func settle() async {
    while let linking { await linking.value }
  }

  // MARK: - The whole

  /// A site and what it was made of.
  private struct Linked: Sendable {
    var briefing: Briefing
    var pages: LivePages
    var indexOfPath: [String: Int]
    var names: KnownNames
  }

  private func linkWhatWaits() async {
    while let (files, start, shownAfter) = waiting {
      waiting = nil
      inHand.formUnion(newer)
      newer = []
      let (inputs, author, known, build) = (documents.contents, author, known, build)
      let result = await Task.detached { LiveBriefing.link(inputs, author, known, build) }.value
      linkProblems = result.diagnostics
      // What can't be linked is shown with what was known before.
      if let linked = result.linked { (current, inHand) = (linked, []) }
      // What is told once all is done tells of all.
      if let next = waiting { waiting = (files + next.files, start, shownAfter) }
      publish(
        Update(
          site: site(), files: LiveBriefing.once(files),
          milliseconds: LiveBriefing.milliseconds(since: start),
          shownAfter: shownAfter, isComplete: waiting == nil))
    }
    linking = nil
  }

  private static func link(
    _ inputs: LiveDocuments.Contents, _ author: AuthorState, _ known: KnownPictures, _ build: BriefingBuild
  ) -> (linked: Linked?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let options = build.options
    guard let library = author.library else { return (nil, []) }
    let (kept, pictures, problems) = build.resolve(
      inputs.documents.map(\.document), inputs.pictures, known: known)
    diagnostics += problems
    guard !kept.isEmpty else {
      // That there is no folder, reading has told.
      guard Files.status(options.folder)?.kind == .folder else { return (nil, diagnostics) }
      return (nil, diagnostics + [.noDocuments(options.folder, files: inputs.files, drafts: inputs.drafts)])
    }
    let annotations = Dictionary(inputs.documents.map { ($0.document.path, $0.annotation) }) { first, _ in
      first
    }
    let edition: EditionInput
    do throws(Diagnostic) {
      edition = try build.edition(
        kept, kept.map { annotations[$0.path] ?? Annotation() }, pictures, author, &diagnostics)
    } catch {
      return (nil, diagnostics + [error])
    }
    let briefing = build.link(
      Array(zip(edition.documents, edition.annotations)), edition.pictures, edition.settings,
      edition.decisions, edition.addresses, &diagnostics)
    diagnostics += DocumentLinkCheck(briefing, folder: options.folder).diagnosticsWithoutPages()
    let assets = HashedAssets(
      library, briefing, hasBook: options.makesBook || Site.printsUnasked(briefing))
    do throws(TemplateErrors) {
      let site = try Site(
        briefing, templates: library.templates, assets: assets.names,
        printsEverything: options.printsEverything, rowsPerExport: build.rowsPerExport(of: briefing),
        isPreview: true)
      let places = briefing.documents.enumerated().map { ($1.document.path, $0) }
      let linked = Linked(
        briefing: briefing, pages: LivePages(site, assets),
        indexOfPath: Dictionary(places) { first, _ in first }, names: KnownNames(briefing))
      return (linked, diagnostics)
    } catch {
      return (nil, diagnostics + error.diagnostics)
    }
  }

  /// Of how many documents a new text is shown at once. Each takes a look at all others, and who changes more by one act
  /// waits for the whole.
  private static let mostAtOnce = 20

  /// The site as far as it is known: the whole, and over it what has been written since.
  private func site() -> LiveSite {
    var rewritten: [Int: Site] = [:]
    let written = newer.union(inHand)
    // What may be seen of a new text is known only when its marks have been looked at.
    if let current, written.count <= LiveBriefing.mostAtOnce, build.options.clearance == nil {
      for location in written {
        guard let reading = documents.reading(location), var document = reading.document,
          let index = current.indexOfPath[document.path], !document.record.isDraft,
          current.briefing.documents[index].document.slug == document.slug
        else { continue }
        document.references = references(of: document, as: current.briefing.documents[index].document)
        let known = current.names.rewriting(index, as: document, reading.annotation)
        rewritten[index] = current.pages.site.rewriting(index, as: known)
      }
    }
    return LiveSite(
      current?.pages, rewritten: rewritten,
      diagnostics: author.diagnostics + documents.diagnostics + linkProblems)
  }

  /// What a document refers to, each leading where the same has led before.
  private func references(of document: Document, as old: Document) -> [NoteReference] {
    func words(_ reference: NoteReference) -> [String] {
      ["\(reference.kind)", reference.target, reference.part ?? ""]
    }
    let known = Dictionary(old.references.map { (words($0), $0.destination) }) { first, _ in first }
    return document.references.map { reference in
      var reference = reference
      reference.destination = known[words(reference)] ?? .none
      return reference
    }
  }

  /// The same files, each where it comes first.
  private static func once(_ files: [String]) -> [String] {
    var seen: Set<String> = []
    return files.filter { seen.insert($0).inserted }
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    Int(start.duration(to: .now) / .milliseconds(1))
  }
}
