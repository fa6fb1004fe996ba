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
  /// The text of the line, without its end.
  public var excerpt: String

  /// Creates the location of a whole file.
  public init(path: String) {
    self.init(path: path, line: 0, column: 0, length: 1, excerpt: "")
  }

  /// Creates a location from its parts.
  public init(path: String, line: Int, column: Int, length: Int = 1, excerpt: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.excerpt = excerpt
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
  public func location(of range: TextRange) -> SourceLocation {
    let utf8 = source.utf8
    let offset = min(max(0, range.start), utf8.count)
    let low = max(0, starts.partitionPoint { $0 <= offset } - 1)
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    let lineStart = utf8.index(utf8.startIndex, offsetBy: starts[low])
    var lineEnd = start
    while lineEnd < utf8.endIndex, utf8[lineEnd] != 10, utf8[lineEnd] != 13 {
      lineEnd = utf8.index(after: lineEnd)
    }
    let end = utf8.index(start, offsetBy: max(0, range.length), limitedBy: lineEnd) ?? lineEnd
    return SourceLocation(
      path: path, line: low + 1, column: source[lineStart..<start].count + 1,
      length: max(1, source[start..<end].count), excerpt: String(source[lineStart..<lineEnd]))
  }
}
