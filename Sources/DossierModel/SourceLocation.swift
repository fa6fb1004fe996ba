/// A place in a file that the author can open: path, line, column, and the line itself for the caret.
public struct SourceLocation: Hashable, Sendable {
  /// The file, relative to where the command ran.
  public var path: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in characters, from 1; 0 where the whole line is meant.
  public var column: Int
  /// How many characters the caret underlines; at least 1.
  public var length: Int
  /// The text of the line, without its end; of a very long line the part around the column.
  public var excerpt: String
  /// How many characters of the line stand before the excerpt.
  public var cut: Int

  /// Creates the location of a whole file.
  public init(path: String) {
    self.init(path: path, line: 0, column: 0, length: 1, excerpt: "")
  }

  /// Creates a location from its parts.
  public init(path: String, line: Int, column: Int, length: Int = 1, excerpt: String = "", cut: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.excerpt = excerpt
    self.cut = cut
  }

  /// Creates the location of a byte range in `source`, the whole text of the file.
  ///
  /// - Complexity: O(bytes of `source`), so only for messages; for many places see `SourceLines`.
  public init(path: String, source: String, range: TextRange) {
    self = SourceLines(source, path: path).location(of: range)
  }
}

/// The lines of a file, for finding many places in it.
public struct SourceLines: Sendable {
  private let path: String
  private let source: String
  /// The offset of the first byte of each line.
  private let starts: [Int]

  /// Finds the lines: they end with LF, CR LF or CR.
  ///
  /// - Complexity: O(bytes of `source`).
  public init(_ source: String, path: String) {
    self.source = source
    self.path = path
    var starts = [0]
    var last: UInt8 = 0
    var offset = 0
    for byte in source.utf8 {
      if last == 13, byte != 10 { starts.append(offset) }
      offset += 1
      if byte == 10 { starts.append(offset) }
      last = byte
    }
    if last == 13 { starts.append(offset) }
    self.starts = starts
  }

  /// Returns the location of a byte range, which is clamped to the text.
  ///
  /// - Complexity: O(log lines + bytes of the line).
  public func location(of range: TextRange) -> SourceLocation { locations(of: [range])[0] }

  /// Returns the locations of byte ranges.
  ///
  /// - Complexity: O(log lines) for each, and the bytes of each line once where the ranges ascend.
  public func locations(of ranges: [TextRange]) -> [SourceLocation] {
    let utf8 = source.utf8
    var last = (line: -1, start: utf8.startIndex, end: utf8.startIndex, place: utf8.startIndex, column: 1)
    return ranges.map { range in
      let offset = min(max(0, range.start), utf8.count)
      let line = max(0, starts.partitionPoint { $0 <= offset } - 1)
      let start = utf8.index(utf8.startIndex, offsetBy: offset)
      if last.line != line {
        let lineStart = utf8.index(utf8.startIndex, offsetBy: starts[line])
        let lineEnd = utf8[start...].firstIndex { $0 == 10 || $0 == 13 } ?? utf8.endIndex
        last = (line, lineStart, lineEnd, lineStart, 1)
      } else if start < last.place {
        last.place = last.start
        last.column = 1
      }
      last.column += source[last.place..<start].count
      last.place = start
      let end = min(
        utf8.index(start, offsetBy: max(0, range.length), limitedBy: last.end) ?? last.end, last.end)
      let length = max(1, source[start..<max(start, end)].count)
      let (excerpt, cut) = excerpt(of: last.start..<last.end, around: start, column: last.column)
      return SourceLocation(
        path: path, line: line + 1, column: last.column, length: length, excerpt: excerpt, cut: cut)
    }
  }

  /// The most bytes of a line that a location keeps whole.
  private static let longestLine = 2_000

  /// Returns a line, or of a very long one the part around a place, and how many characters before that are left out.
  private func excerpt(
    of line: Range<String.Index>, around place: String.Index, column: Int
  ) -> (text: String, cut: Int) {
    let utf8 = source.utf8
    guard utf8.distance(from: line.lowerBound, to: line.upperBound) > SourceLines.longestLine else {
      return (String(source[line]), 0)
    }
    let low = source.index(place, offsetBy: -100, limitedBy: line.lowerBound) ?? line.lowerBound
    let high = source.index(place, offsetBy: 200, limitedBy: line.upperBound) ?? line.upperBound
    return (String(source[low..<high]), column - 1 - source[low..<place].count)
  }
}
