/// The parts of a document that others can name: headings with what stands below them, and blocks with an id.
public struct DocumentParts: Sendable {
  private var blocks: [String: Range<Int>] = [:]
  /// The headings as they stand, for who misspells one.
  private var headings: [String] = []
  private let count: Int

  /// Finds the parts of a document.
  ///
  /// - Complexity: O(blocks and bytes of headings).
  public init(_ document: Document) {
    count = document.blocks.count
    /// The headings that are open, with their levels.
    var open: [(level: Int, block: Int)] = []
    var sections: [Int: Range<Int>] = [:]
    for (index, block) in document.blocks.enumerated() {
      for id in block.ids { add(id.lowercased(), index..<(index + 1)) }
      let level: Int
      switch block.kind {
      case .heading(let own): level = own
      case .title: level = 1
      default: continue
      }
      while let last = open.last, last.level >= level {
        sections[last.block] = last.block..<index
        open.removeLast()
      }
      open.append((level, index))
    }
    for heading in open { sections[heading.block] = heading.block..<document.blocks.count }
    let ids = document.headingIDs
    for (index, section) in sections.sorted(by: { $0.key < $1.key }) {
      let words = String(document.text.slice(document.blocks[index].textRange))
      if let id = ids[index] { blocks[id.lowercased()] = section }
      headings.append(words)
      add(NoteName.key(words), section)
      add(Slug.make(words), section)
    }
  }

  private mutating func add(_ name: String, _ range: Range<Int>) {
    if blocks[name] == nil { blocks[name] = range }
  }

  /// Returns the heading that "Haeding" or "Chapter#Haeding" may mean.
  ///
  /// - Complexity: O(1): of many headings the first are looked at, and long ones are not.
  public func nearestHeading(to part: String) -> String? {
    let heading = part.split(separator: "#").last.map(String.init) ?? part
    guard heading.utf8.count < 80 else { return nil }
    return nearMiss(to: heading, among: headings.prefix(200).filter { $0.utf8.count < 80 })
  }

  /// Returns the blocks of "Heading", "Chapter#Heading", "^id" or, as the page has it, "p12".
  public func blocks(of part: String) -> Range<Int>? {
    if part.hasPrefix("^") { return blocks[part.lowercased()] }
    let heading = part.split(separator: "#").last.map(String.init) ?? part
    if let found = blocks[NoteName.key(heading)] ?? blocks[Slug.make(heading)] { return found }
    guard part.hasPrefix("p"), let number = Int(part.dropFirst()), (1...max(1, count)).contains(number) else {
      return nil
    }
    return (number - 1)..<number
  }
}
