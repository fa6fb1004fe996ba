internal import DossierModel
internal import DossierRead

/// Takes out of documents what is above a clearance, before anything is found in them, so that all that is counted, linked and
/// quoted is what may be seen.
struct Clearing {
  let ladder: MarkingLadder
  /// How high the highest mark is that may be seen.
  let rank: Int

  /// Whether what bears a mark is above the clearance; a mark that is not known is.
  func isAbove(_ mark: String?) -> Bool { mark.map { (ladder.rank(of: $0) ?? .max) > rank } ?? false }

  /// Whether a document as a whole is above the clearance.
  func isWithheld(_ document: Document) -> Bool {
    document.record.marking == nil || isAbove(document.record.marking)
  }

  /// Returns the documents that may be seen, without what in them may not, and the pictures that they show.
  ///
  /// The blocks keep their numbers. References and links to what is withheld lead nowhere.
  ///
  /// - Complexity: O(bytes of documents that hold, or lead to, something withheld; blocks of the others).
  func cleared(
    _ documents: [Document], _ pictures: [BriefingPicture]
  ) -> (documents: [Document], pictures: [BriefingPicture]) {
    var withheld: Set<String> = []
    var partly: [String: Document] = [:]
    for document in documents {
      if isWithheld(document) {
        withheld.insert(document.path)
      } else if document.blocks.contains(where: { isAbove($0.marking) }) {
        partly[document.path] = document
      }
    }
    let isGone = { (path: String, blocks: Range<Int>?) in
      if withheld.contains(path) { return true }
      guard let blocks, let target = partly[path] else { return false }
      return blocks.allSatisfy { $0 < target.blocks.count && isAbove(target.blocks[$0].marking) }
    }
    let kept = documents.filter { !withheld.contains($0.path) }.map { document in
      cleared(document, isPartly: partly[document.path] != nil, partly, isGone)
    }
    var shown: Set<String> = []
    for document in kept {
      for reference in document.references {
        if case .picture(let path, _, _) = reference.destination { shown.insert(path) }
      }
    }
    return (kept, pictures.filter { shown.contains($0.path) })
  }

  private func cleared(
    _ document: Document, isPartly: Bool, _ partly: [String: Document],
    _ isGone: (String, Range<Int>?) -> Bool
  ) -> Document {
    guard isPartly || !document.references.isEmpty || !document.links.isEmpty else { return document }
    var cleared = document
    let isAboveBlock = document.blocks.map { isAbove($0.marking) }
    if isPartly { takeText(from: &cleared, isAboveBlock) }
    for index in cleared.references.indices {
      let block = cleared.references[index].block
      if block < isAboveBlock.count, isAboveBlock[block] {
        cleared.references[index].destination = .withheld
        cleared.references[index].target = ""
        cleared.references[index].description = ""
        cleared.references[index].part = nil
      } else if case .document(let path, let blocks) = cleared.references[index].destination,
        isGone(path, blocks)
      {
        cleared.references[index].destination = .withheld
        // A block that only shows what is withheld is withheld, too.
        if document.references[index].isAlone, cleared.blocks[block].textRange.isEmpty {
          cleared.blocks[block].kind = .html
          cleared.blocks[block].isWithheld = true
        }
      }
    }
    for link in document.links where !link.isPicture {
      let isOwnPart = link.target.hasPrefix("#")
      guard isOwnPart || FolderLink(link.target, in: document.path) != nil else { continue }
      let place = FolderLink(link.target, in: document.path)
      let path = place?.path ?? document.path
      let fragment = isOwnPart ? link.target : place?.fragment ?? ""
      var blocks: Range<Int>?
      if fragment.utf8.count > 1, let target = partly[path] {
        let part = FolderPath.decoded(String(fragment.dropFirst())) ?? ""
        blocks = DocumentParts(target).blocks(of: part)
      }
      if isGone(path, blocks) { cleared.withheldTargets.insert(link.target) }
    }
    cleared.links.removeAll { link in
      isAboveBlock[link.block] || cleared.withheldTargets.contains(link.target)
    }
    return cleared
  }

  /// Takes the text of blocks out, and moves what points into the text.
  private func takeText(from document: inout Document, _ isAboveBlock: [Bool]) {
    var bytes: [UInt8] = []
    let old = document
    for (index, block) in old.blocks.enumerated() {
      if index > 0 { bytes.append(10) }
      let start = bytes.count
      if isAboveBlock[index] {
        document.blocks[index] = Block(
          kind: .html, textRange: TextRange(start, start), sourceRange: block.sourceRange, page: block.page)
        document.blocks[index].isWithheld = true
        continue
      }
      bytes += Array(old.text.slice(block.textRange).utf8)
      document.blocks[index].textRange = TextRange(start, bytes.count)
      document.blocks[index].codeRanges = block.codeRanges.map {
        $0.shifted(by: start - block.textRange.start)
      }
    }
    document.text = String(decoding: bytes, as: UTF8.self)
    let blocks = document.blocks
    func moved(_ range: TextRange, _ block: Int) -> TextRange {
      range.shifted(by: blocks[block].textRange.start - old.blocks[block].textRange.start)
    }
    document.handLinks = old.handLinks.compactMap { link in
      guard let block = old.blockIndex(at: link.range.start), !isAboveBlock[block] else { return nil }
      return Document.HandLink(range: moved(link.range, block), entity: link.entity)
    }
    for index in document.references.indices {
      let block = old.references[index].block
      document.references[index].range =
        isAboveBlock[block] ? TextRange(0, 0) : moved(old.references[index].range, block)
    }
    // It is the hash of what is withheld, too.
    document.contentHash = nil
    let firstShown = document.blocks.firstIndex { $0.kind == .paragraph && !$0.textRange.isEmpty }
    if old.titleOrigin == .firstSentence,
      isAboveBlock[..<(firstShown ?? isAboveBlock.count)].contains(true)
    {
      (document.title, document.titleOrigin) = titleByText(of: document)
    }
  }
}
