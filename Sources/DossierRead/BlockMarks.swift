internal import DossierModel

/// Says which blocks the handling marks of a document cover, of which each stands at the start of a block.
struct BlockMarks {
  let ladder: MarkingLadder
  /// The marks by block.
  private(set) var stated: [Int: String] = [:]

  init(_ ladder: MarkingLadder) { self.ladder = ladder }

  mutating func state(_ mark: String, at block: Int) { stated[block] = mark }

  /// Takes the mark off the start of a title.
  static func take(from title: inout String?, _ ladder: MarkingLadder) -> String? {
    guard let text = title, let (mark, length) = ladder.leadingMark(of: text) else { return nil }
    let rest = String(text.utf8.dropFirst(length)) ?? ""
    title = rest.isEmpty ? nil : rest
    return mark
  }

  /// Marks the blocks, and returns the mark of the whole document, where its title or a mark by itself at its start states
  /// one. The mark of a heading covers its section.
  ///
  /// - Parameter covered: For each mark in the order of blocks, what it covers besides.
  /// - Complexity: O(blocks · depth of headings).
  func cover(_ blocks: inout [Block], _ covered: [Range<Int>]) -> String? {
    var whole: String?
    for (number, (start, mark)) in stated.sorted(by: { $0.key < $1.key }).enumerated() {
      if blocks[start].kind == .title || isAlone(start, blocks) {
        whole = ladder.highest(whole, mark)
        continue
      }
      var range = start..<start + 1
      if case .heading(let level) = blocks[start].kind {
        let next = blocks[(start + 1)...].firstIndex { block in
          if case .heading(let other) = block.kind { other <= level } else { false }
        }
        range = start..<(next ?? blocks.count)
      }
      if number < covered.count { range = start..<max(range.upperBound, covered[number].upperBound) }
      for index in range where index < blocks.count {
        blocks[index].marking = ladder.highest(blocks[index].marking, mark)
      }
    }
    return whole
  }

  /// Whether a block is nothing but a mark at the start of the document, which the reader made a block that is not shown.
  private func isAlone(_ block: Int, _ blocks: [Block]) -> Bool {
    blocks[block].kind == .html && block == 0
  }

  /// Gives footnotes to which only marked text leads the lowest of the marks from which it does.
  func coverFootnotes(_ footnotes: [(leaves: Range<Int>, cited: [Int])], _ blocks: inout [Block]) {
    for note in footnotes where !note.cited.isEmpty {
      var lowest: String?
      var isOpen = false
      for leaf in note.cited where leaf < blocks.count {
        guard let mark = blocks[leaf].marking else {
          isOpen = true
          break
        }
        if lowest.map({ (ladder.rank(of: $0) ?? .max) > (ladder.rank(of: mark) ?? .max) }) ?? true {
          lowest = mark
        }
      }
      guard !isOpen, let lowest else { continue }
      for leaf in note.leaves where leaf < blocks.count {
        blocks[leaf].marking = ladder.highest(blocks[leaf].marking, lowest)
      }
    }
  }
}
