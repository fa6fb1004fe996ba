/// Finds what stands at the edges of pages again and again: running heads and feet, and page numbers.
struct RunningHeads {
  /// How many pages have a line at their upper or lower edge.
  private var counts: [String: Int] = [:]
  private let pageCount: Int

  /// So many lines from an edge are looked at.
  private static let depth = 3

  /// - Complexity: O(bytes of the lines at edges).
  init(_ pages: [PDFPage]) {
    pageCount = pages.count
    for page in pages {
      var seen: Set<String> = []
      for index in RunningHeads.edges(of: page)
      where seen.insert(RunningHeads.key(page.lines[index])).inserted {
        counts[RunningHeads.key(page.lines[index]), default: 0] += 1
      }
    }
  }

  /// The lines of a page without them.
  func body(of page: PDFPage, number: Int) -> [PDFPage.Line] {
    let edges = Set(
      RunningHeads.edges(of: page).filter { index in
        let count = counts[RunningHeads.key(page.lines[index])] ?? 0
        return count >= 3 || (count >= 2 && pageCount <= 4) || page.lines[index].text == String(number)
      })
    return page.lines.enumerated().filter { !edges.contains($0.offset) }.map(\.element)
  }

  /// The lines near the upper and the lower edge, at most three each.
  private static func edges(of page: PDFPage) -> [Int] {
    let zone = page.height / 8
    let upper = page.lines.indices.filter { page.lines[$0].bottom <= zone }
    let lower = page.lines.indices.filter { page.lines[$0].top >= page.height - zone }
    let first = upper.sorted { (page.lines[$0].top, $0) < (page.lines[$1].top, $1) }
    let last = lower.sorted { (page.lines[$1].bottom, $0) < (page.lines[$0].bottom, $1) }
    return Array(first.prefix(depth)) + last.prefix(depth)
  }

  /// The text with its numbers as one sign, so that the numbers of pages are the same on all.
  private static func key(_ line: PDFPage.Line) -> String {
    var key: [UInt8] = []
    for byte in line.text.utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      if isDigit, key.last == 0x23 { continue }
      key.append(isDigit ? 0x23 : byte)
    }
    let text = String(decoding: key, as: UTF8.self)
    let isRoman =
      !text.isEmpty && text.utf8.count <= 6 && text.lowercased().allSatisfy { "ivxlc".contains($0) }
    return isRoman ? "#" : text
  }
}
