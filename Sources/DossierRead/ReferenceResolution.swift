public import DossierModel

/// Finds what the documents refer to in their folder: other documents, parts of them, pictures.
///
/// Where a document has the name in "[[Name]]", the link leads there; else it stays what it is without documents of that
/// name, a link by hand to an entity.
///
/// - Parameters:
///   - pictures: The pictures of the folder.
///   - known: What is known of them already.
///   - source: Gives the text of a document's file, for messages.
///   - name: Gives a picture's path in the site by the path of its name and its bytes.
/// - Returns: The pictures that are shown, each once, and what leads nowhere.
public func resolveReferences(
  in documents: inout [Document], pictures: [SeedFile], known: KnownPictures? = nil,
  location: (Document) -> String,
  source: (Document) -> String, name: @escaping (String, [UInt8]) -> String
) -> (pictures: [BriefingPicture], diagnostics: [Diagnostic]) {
  guard documents.contains(where: { !$0.references.isEmpty }) else { return ([], []) }
  var resolution = ReferenceResolution(documents, PictureFolder(pictures, known: known, name: name))
  for index in documents.indices where !documents[index].references.isEmpty {
    resolution.resolve(&documents[index], index)
    documents[index].handLinks = documents[index].references.compactMap {
      $0.destination == .none ? $0.handLink : nil
    }
  }
  let cycles = EmbedCycles(documents)
  var diagnostics: [Diagnostic] = []
  for index in documents.indices where !documents[index].references.isEmpty {
    var problems = resolution.problems[index] ?? []
    for number in cycles.closing[index] ?? [] {
      // It is a link now, as an embed among words is.
      documents[index].references[number].isAlone = false
      let target = documents[index].references[number].target
      problems.append((number, { Diagnostic.embedsItself(target.isEmpty ? "#" : target, $0) }))
    }
    guard !problems.isEmpty else { continue }
    diagnostics += messages(
      problems, documents[index], location(documents[index]), source(documents[index]))
  }
  return (resolution.pictures.shown, diagnostics)
}

/// Of more references of a document the first say enough.
private let mostMessages = 20

private func messages(
  _ problems: [ReferenceResolution.Problem], _ document: Document, _ path: String, _ source: String
) -> [Diagnostic] {
  let text = Array(source.utf8)
  let lines = SourceLines(source, path: path)
  var diagnostics: [Diagnostic] = []
  var known: Set<NoteReference> = []
  var more = 0
  for (number, message) in problems.sorted(by: { $0.reference < $1.reference }) {
    var reference = document.references[number]
    let block = document.blocks[reference.block].sourceRange
    // The same name again is the same mistake.
    (reference.block, reference.range) = (0, TextRange(0, 0))
    guard known.insert(reference).inserted else { continue }
    guard diagnostics.count < mostMessages else {
      more += 1
      continue
    }
    // Of a long name the beginning is enough, and is found in good time.
    let whole = Array((reference.target + (reference.part.map { "#" + $0 } ?? "")).utf8.prefix(200))
    let found = text.firstRange(of: whole, from: block.start)
    let place = found.map {
      $0.start < max(block.end, block.start + 1) ? $0 : TextRange(block.start, block.start)
    }
    diagnostics.append(message(lines.location(of: place ?? TextRange(block.start, block.start))))
  }
  if more > 0 { diagnostics.append(.moreReferences(more, path)) }
  return diagnostics
}

/// The state of one resolution.
private struct ReferenceResolution {
  typealias Problem = (reference: Int, message: (SourceLocation) -> Diagnostic)

  private let documents: [Document]
  private let names: NoteNames
  private(set) var pictures: PictureFolder
  private var parts: [Int: DocumentParts] = [:]
  /// By document: a reference, and the message when its place is known.
  private(set) var problems: [Int: [Problem]] = [:]

  init(_ documents: [Document], _ pictures: PictureFolder) {
    self.documents = documents
    self.pictures = pictures
    names = NoteNames(documents)
  }

  mutating func resolve(_ document: inout Document, _ index: Int) {
    for number in document.references.indices {
      let reference = document.references[number]
      var problem: ((SourceLocation) -> Diagnostic)?
      document.references[number].destination =
        isPicture(reference)
        ? picture(of: reference, in: index, &problem) : note(of: reference, in: index, &problem)
      if let problem { problems[index, default: []].append((number, problem)) }
    }
  }

  private func isPicture(_ reference: NoteReference) -> Bool {
    reference.kind == .picture || reference.kind == .embed && PictureKind(path: reference.target) != nil
  }

  // MARK: - Documents

  private mutating func note(
    of reference: NoteReference, in asking: Int, _ problem: inout ((SourceLocation) -> Diagnostic)?
  ) -> NoteReference.Destination {
    let (target, part) = (reference.target, reference.part)
    guard let found = names.document(named: target, in: asking) else {
      // By its name alone it may be an entity.
      if reference.kind == .noteLink, part == nil { return .none }
      problem = { [names] in .noNote(target, nearest: names.nearest(to: target), $0) }
      return .none
    }
    let path = documents[found].path
    guard let part else { return .document(path: path, blocks: nil) }
    if parts[found] == nil { parts[found] = DocumentParts(documents[found]) }
    if let blocks = parts[found]?.blocks(of: part) {
      return .document(path: path, blocks: blocks)
    }
    let name = target.isEmpty ? documents[asking].title : target
    problem = { [own = parts[found]] in .noPart(part, of: name, nearest: own?.nearestHeading(to: part), $0) }
    return .document(path: path, blocks: nil)
  }

  // MARK: - Pictures

  private mutating func picture(
    of reference: NoteReference, in asking: Int, _ problem: inout ((SourceLocation) -> Diagnostic)?
  ) -> NoteReference.Destination {
    let target = reference.target
    if target.hasPrefix("//") || target.lowercased().hasPrefix("http:")
      || target.lowercased().hasPrefix("https:")
    {
      problem = { .pictureElsewhere(target, $0) }
      return .elsewhere
    }
    // "data:" and the like: what of it is safe, the parser decides.
    let scheme = target.prefix { $0 != ":" && $0 != "/" }
    guard scheme.count == target.count || target[scheme.endIndex] != ":" else { return .elsewhere }
    guard !target.isEmpty else { return .elsewhere }
    do throws(PictureFolder.Problem) {
      return try pictures.show(
        target, isAddress: reference.kind == .picture, from: FolderPath.folder(of: documents[asking].path))
    } catch {
      problem = { [files = pictures.files] in error.message(target, files, $0) }
      return .none
    }
  }
}
