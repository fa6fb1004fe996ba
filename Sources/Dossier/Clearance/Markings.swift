internal import DossierModel
internal import DossierRead

/// The handling marks of a briefing: whether it is a marked one, what is wrong with its marks, and what they mean for its pages.
struct Markings {
  let ladder: MarkingLadder
  /// Whether who may see what is told by a ladder: anything bears one of its marks, or an edition is asked for. A text in
  /// front matter that is no such mark is shown as it is.
  let isInUse: Bool
  private let hasOwnLadder: Bool

  /// - Complexity: O(blocks).
  init(_ documents: [Document], _ settings: BriefingSettings, clearance: String?) {
    let ladder = settings.ladder
    self.ladder = ladder
    hasOwnLadder = !settings.markings.isEmpty
    isInUse =
      clearance != nil || settings.defaultMarking != nil
      || settings.keyPoints.contains { ladder.leadingMark(of: $0) != nil }
      || documents.contains { document in
        document.record.marking.map { settings.markings.isEmpty ? ladder.isMeant($0) : true } ?? false
          || document.blocks.contains { $0.marking != nil }
      }
  }

  /// Gives documents without a mark the author's default.
  func addDefault(_ mark: String?, to documents: inout [Document]) {
    guard let mark else { return }
    for index in documents.indices where documents[index].record.marking == nil {
      documents[index].record.marking = ladder.name(of: mark)
    }
  }

  /// Marks each document, and the whole, with the highest mark of what they hold: a page never bears a lower one.
  func raise(_ documents: inout [Document], _ settings: inout BriefingSettings) {
    guard isInUse else { return }
    settings.marking = settings.marking.map(ladder.name)
    for index in documents.indices {
      var mark = documents[index].record.marking.map(ladder.name)
      for block in documents[index].blocks where !block.isWithheld && block.marking != nil {
        mark = ladder.highest(mark, block.marking)
      }
      documents[index].record.marking = mark
      settings.marking = ladder.highest(settings.marking, mark)
    }
    settings.keyPoints = settings.keyPoints.map { point in
      guard let (mark, length) = ladder.leadingMark(of: point) else { return point }
      settings.marking = ladder.highest(settings.marking, mark)
      return String(point.utf8.dropFirst(length)) ?? point
    }
  }

  /// Of more documents with the same mistake the first say enough.
  private static let most = 20

  /// Returns what is wrong with the marks.
  ///
  /// - Complexity: O(bytes of texts that have a "{").
  func diagnostics(_ documents: [Document], _ settings: BriefingSettings, folder: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var unmarked: [Document] = []
    for document in documents {
      problems += inside(document, folder: folder)
      guard isInUse else { continue }
      problems += document.blocks.lazy.filter { $0.isProse && $0.marking == nil }.compactMap { block in
        bareMark(of: block, in: document).map { .bareMarking($0, place(of: block, in: document, folder)) }
      }.prefix(Markings.most)
      if let mark = document.record.marking {
        if ladder.rank(of: mark) == nil {
          problems.append(unknown(mark, place(of: mark, in: document, folder)))
        } else if isOldName(mark) {
          problems.append(.oldMarking(mark, place(of: mark, in: document, folder)))
        }
      } else if settings.defaultMarking == nil {
        unmarked.append(document)
      }
      for block in document.blocks where block.markLength > 0 {
        guard let mark = block.marking else { continue }
        if ladder.rank(of: mark) == nil {
          problems.append(unknown(mark, place(of: block, in: document, folder)))
        } else if block.textRange.isEmpty, block.kind == .paragraph,
          !document.references.contains(where: { document.blocks[$0.block] == block })
        {
          problems.append(.markingAlone(mark, place(of: block, in: document, folder)))
        }
      }
    }
    for document in unmarked.prefix(Markings.most) {
      problems.append(.unmarked(SourceLocation(path: AuthorFile.path(document.path, in: folder)), ladder))
    }
    if unmarked.count > Markings.most {
      problems.append(.moreUnmarked(unmarked.count - Markings.most, SourceLocation(path: folder)))
    }
    guard isInUse else { return problems }
    let file = SourceLocation(path: AuthorFile.path(Settings.name, in: folder))
    for mark in [settings.marking, settings.defaultMarking].compactMap({ $0 })
    where ladder.rank(of: mark) == nil {
      problems.append(unknown(mark, file))
    }
    for point in settings.keyPoints {
      guard let (mark, _) = ladder.leadingMark(of: point), ladder.rank(of: mark) == nil else { continue }
      problems.append(unknown(mark, file))
    }
    return problems
  }

  private func isOldName(_ mark: String) -> Bool { mark.uppercased().hasSuffix("WHITE") && !hasOwnLadder }

  private func unknown(_ mark: String, _ location: SourceLocation) -> Diagnostic {
    .unknownMarking(mark, ladder, isOwn: hasOwnLadder, location)
  }

  private func place(of mark: String, in document: Document, _ folder: String) -> SourceLocation {
    let file = SourceFile(document, folder: folder)
    guard let range = file.text.firstRange(of: mark) else { return SourceLocation(path: file.path) }
    let start = file.text.utf8.distance(from: file.text.startIndex, to: range.lowerBound)
    return SourceLines(file.text, path: file.path).location(of: TextRange(start, start + mark.utf8.count))
  }

  private func place(of block: Block, in document: Document, _ folder: String) -> SourceLocation {
    let file = SourceFile(document, folder: folder)
    let start = block.sourceRange.start
    return file.locations(of: [TextRange(start, start + 1)])[0]
  }

  /// The mark with which a text begins as others write it, "TLP:RED" or "(TLP:RED)": shown to all, if nobody tells.
  private func bareMark(of block: Block, in document: Document) -> String? {
    if block.codeRanges.contains(where: { $0.start == block.textRange.start }) { return nil }
    let text = document.text.slice(block.textRange)
    let mark: Substring
    switch text.first {
    case "(": mark = text.dropFirst().prefix(60).prefix { $0 != ")" }
    case "[": mark = text.dropFirst().prefix(60).prefix { $0 != "]" }
    case "T" where text.hasPrefix("TLP:"):
      mark = text.prefix { $0.isLetter || $0 == ":" || $0 == "+" }
    default: return nil
    }
    // "(open)" in small letters is a word as any other.
    guard ladder.rank(of: String(mark)) != nil else { return nil }
    let name = ladder.name(of: String(mark))
    return mark == name || String(mark) == mark.uppercased() ? name : nil
  }

  /// Marks that stand within a text, where they mark nothing. What is code is shown as it is.
  private func inside(_ document: Document, folder: String) -> [Diagnostic] {
    guard document.text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    var problems: [Diagnostic] = []
    for block in document.blocks where block.isProse && problems.count < Markings.most {
      var rest = document.text.slice(block.textRange)
      while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
        let offset = document.text.utf8.distance(from: document.text.startIndex, to: brace)
        let isCode = block.codeRanges.contains { $0.start <= offset && offset < $0.end }
        if !isCode, let (mark, _) = ladder.leadingMark(of: rest[brace...]), ladder.rank(of: mark) != nil {
          problems.append(.markingInside(mark, place(of: block, in: document, folder)))
          break
        }
        rest = rest[rest.index(after: brace)...]
      }
    }
    return problems
  }
}
