internal import DossierAnnotate
internal import DossierCache
internal import DossierFiles
internal import DossierModel
internal import DossierRead

/// The documents of a folder, each read and annotated anew only when its file has changed.
struct LiveDocuments {
  /// What a file has last given.
  struct Reading: Sendable {
    var stamp: FileStamp?
    /// The document; where the file has got a mistake, the last good one.
    var document: Document?
    /// Whether the document was read without a mistake.
    var isGood = false
    var annotation = Annotation()
    var diagnostics: [Diagnostic] = []
  }

  private let build: BriefingBuild
  private var files: [SeedFile] = []
  private var fileOfLocation: [String: SeedFile] = [:]
  private var readings: [String: Reading] = [:]
  /// The documents that are links to files, of whose changes nobody tells by the link's path.
  private var links: [SeedFile] = []
  private var folderProblems: [Diagnostic] = []
  /// The pictures that documents may show.
  private(set) var pictures: [SeedFile] = []
  private var pictureStamps: [FileStamp?] = []
  /// All files that were found; those that nothing here reads are not among `files`.
  private var found: [SeedFile] = []
  private var converter = SourceConverter.none
  /// What is wrong with the cache; nothing before it was tried.
  private var cacheProblems: [Diagnostic]?
  private var cache: AnswerCache?

  init(_ build: BriefingBuild) { self.build = build }

  /// What there is to link.
  struct Contents: Sendable {
    /// The documents with what was found in them, in the order of their paths.
    var documents: [(document: Document, annotation: Annotation)] = []
    var pictures: [SeedFile]
    /// How many files there are, and how many of them are documents held back.
    var files: Int
    var drafts = 0
  }

  /// All documents that are not held back.
  var contents: Contents {
    var contents = Contents(pictures: pictures, files: files.count)
    for file in files {
      guard let reading = readings[file.location], let document = reading.document else { continue }
      if document.record.isDraft {
        contents.drafts += 1
      } else {
        contents.documents.append((document, reading.annotation))
      }
    }
    return contents
  }

  /// What is wrong with the files.
  var diagnostics: [Diagnostic] {
    folderProblems + BriefingBuild.once(files.flatMap { readings[$0.location]?.diagnostics ?? [] })
  }

  /// Returns what a file has given.
  func reading(_ location: String) -> Reading? { readings[location] }

  /// What an update came to.
  struct Change {
    /// The documents that say something else than before, by the paths to open.
    var rewritten: [String] = []
    /// Whether documents came or went.
    var isOtherList = false
    /// Whether there is something else to say about a file.
    var hasOtherProblems = false
  }

  /// The files to read anew, and what is known already to be others.
  struct Plan {
    fileprivate var files: [SeedFile]
    fileprivate var last: [Reading?]
    fileprivate var reader: DocumentReader
    fileprivate var annotator: Annotator
    fileprivate var change: Change

    /// How many files there are to read.
    var count: Int { files.count }
  }

  /// Looks which files must be read anew.
  ///
  /// - Parameter paths: The files that may have changed; nothing where all must be looked at.
  mutating func plan(_ paths: Set<String>?, settings: BriefingSettings) -> Plan {
    var change = Change()
    var changed: [SeedFile] = []
    if let paths, paths.allSatisfy({ readings[$0]?.stamp != nil && Files.status($0)?.kind == .file }) {
      changed = paths.sorted().compactMap { fileOfLocation[$0] }
      changed += links.filter { !paths.contains($0.location) && isOther($0) }
    } else {
      let contents = SeedFolder.contents(of: build.options.folder, excluding: build.options.output)
      let found = contents.documents
      if found != self.found || cacheProblems == nil { prepare(found, settings) }
      let (files, unreadable) = converter.readable(found)
      let problems = contents.diagnostics + unreadable + (cacheProblems ?? [])
      let stamps = contents.pictures.map { Files.status($0.location).map(FileStamp.init) }
      change.isOtherList = files != self.files || contents.pictures != pictures || stamps != pictureStamps
      (pictures, pictureStamps) = (contents.pictures, stamps)
      change.hasOtherProblems = problems != folderProblems
      folderProblems = problems
      if files != self.files {
        self.files = files
        fileOfLocation = Dictionary(files.map { ($0.location, $0) }) { first, _ in first }
        readings = readings.filter { fileOfLocation[$0.key] != nil }
      }
      links = files.filter { Files.status($0.location, followLinks: false)?.kind == .link }
      changed = files.filter(isOther)
    }
    return Plan(
      files: changed, last: changed.map { readings[$0.location] },
      reader: build.reader(settings, converter, cache),
      annotator: build.annotator(settings, cache), change: change)
  }

  /// Whether a file is not what was read last.
  private func isOther(_ file: SeedFile) -> Bool {
    readings[file.location].map { $0.stamp != Files.status(file.location).map(FileStamp.init) } ?? true
  }

  /// Reads and annotates the files of a plan.
  static func read(_ plan: Plan, jobs: Int, progress: @escaping @Sendable (Int) -> Void) async -> [Reading] {
    let (files, last, reader, annotator) = (plan.files, plan.last, plan.reader, plan.annotator)
    return await parallelMap(files.count, jobs: jobs, progress: progress) { index, _ in
      read(files[index], after: last[index], reader, annotator)
    }
  }

  /// Takes in what was read, and tells what it changes.
  mutating func take(_ new: [Reading], of plan: Plan) -> Change {
    cache?.flush()
    var change = plan.change
    for (index, file) in plan.files.enumerated() {
      let (before, now) = (plan.last[index], new[index])
      readings[file.location] = now
      if (before?.diagnostics ?? []) != now.diagnostics { change.hasOtherProblems = true }
      if before?.document?.contentHash != now.document?.contentHash { change.rewritten.append(file.location) }
    }
    return change
  }

  private static func read(
    _ file: SeedFile, after last: Reading?, _ reader: DocumentReader, _ annotator: Annotator
  ) -> Reading {
    // The stamp is taken first: what is written while the file is read gives it another one.
    let stamp = Files.status(file.location).map(FileStamp.init)
    let (document, diagnostics) = reader.read(file)
    let isGood = document != nil && !diagnostics.contains { $0.severity == .error }
    var reading = Reading(stamp: stamp, document: document, isGood: isGood, diagnostics: diagnostics)
    let isKept = last.map { $0.isGood && !isGood } ?? false
    if let last, isKept || document != nil && document?.contentHash == last.document?.contentHash {
      reading.document = last.document
      reading.annotation = last.annotation
      reading.isGood = last.isGood
    } else if let document {
      reading.annotation = annotator.annotate(document)
    }
    return reading
  }

  /// Reads all documents anew: the author wants texts read or names found in another way.
  mutating func forgetReadings() {
    readings = [:]
    cacheProblems = nil
  }

  /// Finds the programs that the files ask for, and opens the cache where it is needed.
  private mutating func prepare(_ files: [SeedFile], _ settings: BriefingSettings) {
    found = files
    converter = SourceConverter(for: files)
    var report = BuildReport()
    if cache == nil { cache = build.openCache(settings, files, &report) }
    cacheProblems = report.diagnostics
  }
}
